"""The citations of a document: cites placed, sorted, rendered and joined; names in the text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from reportcite.csl.compile.layout import NO_PRINTED_FORM, narrative_names
from reportcite.csl.compile.sort_keys import sort_by
from reportcite.csl.compile.style import CompiledStyle
from reportcite.csl.document.cites import CiteRenderer
from reportcite.csl.document.cluster import join_cites
from reportcite.csl.document.library import Library
from reportcite.csl.document.position import place_cites, with_positions
from reportcite.csl.items.model import Citation, Cite
from reportcite.csl.tokens import Tokens


class Citations:
    """Prints the citations of one style, of the items of a library; `write` finishes tokens."""

    def __init__(
        self, style: CompiledStyle, library: Library, write: Callable[[Tokens], str]
    ) -> None:
        """Nothing is printed yet."""
        self._style = style
        self._library = library
        self._write = write
        self._cites = CiteRenderer(style, library)
        self._narrative_names = narrative_names(style.citation)

    def place(self, citations: Iterable[Citation]) -> list[Citation]:
        """The citations of a document, in its order, each cite with its position."""
        distance = int(self._style.citation.attributes.get("near-note-distance", "5"))
        return place_cites(citations, distance)

    def text(self, citation: Citation) -> str:
        """A citation whose cites are placed, in the output language; ids unknown: KeyError."""
        if not citation.cites:
            return ""
        cites = self._sorted(citation.cites) if citation.sorted else citation.cites
        if citation.mode == "author-only":
            return self._write(self._names(cites[0]))
        if citation.mode == "composite":
            names = self._write(self._names(cites[0]))
            rest = self._write(self._joined(_suppressing_first(cites)))
            # A note goes on as a sentence; a citation in the text stands in its brackets.
            delimiter = ", " if self._style.is_note and not citation.infix else " "
            return delimiter.join(part for part in (names, citation.infix, rest) if part)
        if citation.mode == "suppress-author":
            cites = _suppressing_first(cites)
        return self._write(self._joined(cites))

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

    def _names(self, cite: Cite) -> Tokens:
        """The names of a cite for the text; of a style that prints none, as any style would."""
        tokens = self._cites.render(cite._replace(author_only=True)).tokens
        if not tokens and not self._style.is_note:
            context = self._cites.context(cite)
            self._narrative_names.of(context.item)(context, tokens)
        return tokens

    def _sorted(self, cites: Sequence[Cite]) -> Sequence[Cite]:
        """The cites of one citation in the order the style asks for."""
        keys = self._style.citation.sort
        if not keys or len(cites) < 2:
            return cites
        library = self._library
        return sort_by(keys, [(library.sorting_context(library[cite.id]), cite) for cite in cites])

    def _joined(self, cites: Sequence[Cite]) -> Tokens:
        rendered = [self._cites.render(cite, first=not index) for index, cite in enumerate(cites)]
        body = join_cites(rendered, self._style.collapse)
        if all(cite.author_only for cite in cites):
            return body  # names alone stand in the text, not in the brackets of a citation
        if not body:
            if any(cite.suppress_author for cite in cites):
                return []
            body = [NO_PRINTED_FORM]
        return [*self._style.citation.before, *body, *self._style.citation.after]


def _suppressing_first(cites: Sequence[Cite]) -> list[Cite]:
    return [cites[0]._replace(suppress_author=True), *cites[1:]]
