"""One cite: an item as one citation mentions it, with its locator and affixes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from reportcite.csl.compile.style import CompiledStyle
from reportcite.csl.context import FIRST, SUBSEQUENT, Context
from reportcite.csl.document.cluster import RenderedCite, names_text, span
from reportcite.csl.document.library import Library
from reportcite.csl.items.affixes import spaced_prefix, spaced_suffix
from reportcite.csl.items.model import Cite
from reportcite.csl.items.names import Name
from reportcite.csl.text import markup
from reportcite.csl.tokens import Tokens
from reportcite.tuples import NamedTuple
from reportcite.values.locators.label import locator_label


class Told(NamedTuple):
    """What the text beside a citation says already: cites of the same author, or of the same
    `names` as printed, leave them out, and no cite prints these `variables`."""

    names: str = ""
    author: tuple[Name, ...] = ()
    variables: frozenset[str] = frozenset()


NOTHING_TOLD: Final = Told()


class CiteRenderer:
    """Renders the cites of one style, of the items of a library."""

    def __init__(
        self, style: CompiledStyle, library: Library, href: Callable[[str], str] | None = None
    ) -> None:
        """Nothing is rendered yet; `href` gives the address that cites of an id lead to."""
        self._href = href
        self._style = style
        self._library = library

    def render(self, cite: Cite, *, first: bool = False, told: Told = NOTHING_TOLD) -> RenderedCite:
        """The cite, `first` in a sentence or not; with all that collapsing asks for."""
        style = self._style

        def tokens_of(*, suppress_author: bool) -> Tokens:
            context = self.context(cite)
            context.suppress_author = suppress_author
            context.suppressed = told.variables
            context.sentence_start = style.is_note and _starts_sentence(cite.prefix, first=first)
            out: Tokens = []
            style.citation.of(context.item).body.of(context.item)(context, out)
            return out

        tokens = tokens_of(suppress_author=cite.suppress_author)
        names = names_text(tokens) if style.collapse.groups or told.names else ""
        if told.names and (names == told.names or self._author(cite) == told.author):
            names, tokens = told.names, tokens_of(suppress_author=True)
        if cite.author_only:
            found = span(tokens, "names")
            tokens = tokens[found[0] : found[1]] if found else []
        return RenderedCite(
            tokens=tokens,
            prefix=self.affix(spaced_prefix(cite.prefix)),
            suffix=self.affix(spaced_suffix(cite.suffix)),
            has_locator=bool(cite.locator) and span(tokens, "locator") is not None,
            citation_number=self._number_printed(tokens, cite),
            without_names=lambda: tokens_of(suppress_author=True),
            names=names,
            href=self._href(cite.id) if self._href else "",
        )

    def context(self, cite: Cite) -> Context:
        """What a renderer needs to know of this mention."""
        context = self._library.context(self._library[cite.id])
        context.locator = cite.locator.strip()
        context.label = locator_label(cite.label, context.locator)
        context.position = FIRST if cite.position is None else cite.position
        context.subsequent = context.position >= SUBSEQUENT
        context.near_note = cite.near_note
        context.first_note = cite.first_note
        return context

    def told(self, cite: Cite) -> Told:
        """What a text says that has the names of `cite`."""
        return Told(names_text(self.render(cite).tokens), self._author(cite))

    def _author(self, cite: Cite) -> tuple[Name, ...]:
        return self._library[cite.id].names.get("author", ())

    def affix(self, text: str) -> Tokens:
        """A prefix or suffix as typed: it may have markup and quotations."""
        return markup.parse(text, self._style.quotes, keeps_kinds=True) if text else []

    def _number_printed(self, tokens: Tokens, cite: Cite) -> int:
        """The citation number, if the cite prints it and could be collapsed by it; else 0."""
        if self._style.collapse.collapse == "citation-number" and span(tokens, "citation-number"):
            return self._library.decisions.numbers[cite.id]
        return 0


def _starts_sentence(prefix: str, *, first: bool) -> bool:
    """Whether a cite begins a sentence of a note: at its start, or behind one of some words."""
    prefix = prefix.rstrip("\"'’”» ").lstrip()
    return first if not prefix else prefix[-1] in ".!?" and " " in prefix
