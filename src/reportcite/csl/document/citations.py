"""The citations of a document: cites placed, sorted, rendered and joined; names in the text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Final

from reportcite.csl.compile.layout import NO_PRINTED_FORM, narrative_names
from reportcite.csl.compile.sort_keys import sort_by
from reportcite.csl.compile.style import CompiledStyle
from reportcite.csl.document.cites import NOTHING_TOLD, CiteRenderer, Told
from reportcite.csl.document.cluster import join_cites
from reportcite.csl.document.library import Library
from reportcite.csl.document.position import place_cites, with_positions
from reportcite.csl.items.affixes import spaced_prefix, spaced_suffix
from reportcite.csl.items.model import Citation, Cite
from reportcite.csl.tokens import Tokens

# Who stands for the author in running text, and what does where there is nobody.
_HAS_AUTHORS: Final = frozenset({"author", "editor", "translator"})
_TITLES: Final = frozenset({"title", "title-short"})


class Citations:
    """Prints the citations of one style, of the items of a library; `write` finishes tokens."""

    def __init__(
        self,
        style: CompiledStyle,
        library: Library,
        write: Callable[[Tokens], str],
        href: Callable[[str], str] | None = None,
    ) -> None:
        """Nothing is printed yet; `href` gives the address that the cites of an item lead to."""
        self._style = style
        self._library = library
        self._write = write
        self._cites = CiteRenderer(style, library, href)
        self._narrative_names = narrative_names(style.citation)

    def place(self, citations: Iterable[Citation]) -> list[Citation]:
        """The citations of a document, in its order, each cite with its position."""
        distance = int(self._style.citation.attributes.get("near-note-distance", "5"))
        # What "ibid." refers to is what stands before it on the page.
        return place_cites(map(self._in_order, citations), distance)

    def text(self, citation: Citation) -> str:
        """A citation whose cites are placed, in the output language; ids unknown: KeyError."""
        if not citation.cites:
            return ""
        cites = self._in_order(citation).cites
        if citation.mode in {"author-only", "composite"}:
            return self._in_text(citation, cites)
        if citation.mode == "suppress-author":
            body = self._joined(citation, cites, self._cites.told(cites[0]))
            # No note is empty, even if it says no more than the sentence does.
            if body or not self._style.is_note:
                return self._write(body)
        body = self._joined(citation, cites, NOTHING_TOLD)
        if not body and self._style.is_note:
            whole = [cite._replace(suppress_author=False) for cite in cites]
            body = self._joined(citation, whole, NOTHING_TOLD)
        return self._write(body)

    def _in_text(self, citation: Citation, cites: Sequence[Cite]) -> str:
        """The names of the first cite as part of a sentence, and what a citation says besides."""
        told = self._cites.told(cites[0])
        names = self._cites.render(cites[0]._replace(author_only=True)).tokens
        if not names:
            # A style that prints numbers, or "ibid.", or begins with the title of a law.
            context = self._cites.context(cites[0])
            self._narrative_names.of(context.item)(context, names)
            if not _HAS_AUTHORS & context.item.names.keys():
                told = Told(variables=_TITLES)
        text = self._write(names)
        if citation.mode == "author-only":
            return text
        rest = self._write(self._joined(citation, cites, told, starts=not text))
        # A note goes on as a sentence; a citation in the text stands in its brackets.
        delimiter = ", " if self._style.is_note and not citation.infix else " "
        return delimiter.join(part for part in (text, citation.infix, rest) if part)

    def alone(self, cites: Sequence[Cite], *, mode: str = "") -> str:
        """The text of a citation that no other stands beside."""
        return self.text(Citation("", with_positions(cites), mode=mode))

    def decisions_on(self, citation: Citation) -> object:
        """What a citation's text rests on beside itself: its items' numbers, where the style
        prints them, year-suffixes and disambiguation. A value to compare."""
        decisions = self._library.decisions
        return [
            (
                self._style.citation.numbered and decisions.numbers[cite.id],
                decisions.year_suffixes.get(cite.id),
                decisions.disambiguations.get(cite.id),
            )
            for cite in citation.cites
        ]

    def _in_order(self, citation: Citation) -> Citation:
        """The citation with its cites in the order the style asks for, which then stays."""
        keys, cites = self._style.citation.sort, citation.cites
        if not citation.sorted or not keys or len(cites) < 2:
            return citation
        library = self._library
        pairs = [(library.sorting_context(library[cite.id]), cite) for cite in cites]
        return citation._replace(cites=tuple(sort_by(keys, pairs)), sorted=False)

    def _joined(
        self, citation: Citation, cites: Sequence[Cite], told: Told, *, starts: bool = True
    ) -> Tokens:
        """`cites` as one citation, which `starts` a sentence if it is a note."""
        render, affix = self._cites.render, self._cites.affix
        starts = starts and not citation.prefix
        rendered = [
            render(cite, first=starts and not index, told=told) for index, cite in enumerate(cites)
        ]
        body = join_cites(rendered, self._style.collapse)
        if told is not NOTHING_TOLD or cites[0].suppress_author:
            body = _without_delimiter(body)
        if all(cite.author_only for cite in cites):
            return body  # names alone stand in the text, not in the brackets of a citation
        if not body:
            if told is not NOTHING_TOLD or any(cite.suppress_author for cite in cites):
                return []
            body = [NO_PRINTED_FORM]
        before, after = self._style.citation.before, self._style.citation.after
        prefix = affix(spaced_prefix(citation.prefix))
        return [*before, *prefix, *body, *affix(spaced_suffix(citation.suffix)), *after]


def _without_delimiter(tokens: Tokens) -> Tokens:
    """`tokens` without the delimiter that their first text would have between names and itself,
    where the names stand elsewhere: "(, 2015)"."""
    place = next((n for n, token in enumerate(tokens) if isinstance(token, str)), None)
    if place is None:
        return tokens
    text = str(tokens[place]).lstrip(" ,;:")
    return [*tokens[:place], text, *tokens[place + 1 :]]
