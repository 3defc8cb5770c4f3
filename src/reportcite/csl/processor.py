"""The processor: from style and references to citations and a bibliography, in reading order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from reportcite.csl import write
from reportcite.csl.compile.layout import (
    Layout,
    Setting,
    compile_layout,
    disambiguation_method,
    joints_of,
    narrative_names,
)
from reportcite.csl.compile.sort_keys import sort_by
from reportcite.csl.compile.usage import facts_of
from reportcite.csl.context import FIRST, PLAIN, SUBSEQUENT, Context, Disambiguation, NameList
from reportcite.csl.document.cluster import RenderedCite, join_cites, names_text, span
from reportcite.csl.document.disambiguate import ComparedCite, Disambiguator
from reportcite.csl.document.numbering import Standing, settle
from reportcite.csl.document.position import place_cites, with_positions
from reportcite.csl.document.selection import Condition, Selection
from reportcite.csl.document.substitute import AuthorSubstitute, align_second_field, first_names
from reportcite.csl.garbage import uncollected
from reportcite.csl.items.model import Citation, Cite, Item, ItemReader
from reportcite.csl.locale import check_language, load_locale
from reportcite.csl.style.catalogue import language_of
from reportcite.csl.style.style import Style, load_style
from reportcite.csl.text import markup
from reportcite.csl.text.locators import locator_label
from reportcite.csl.text.punctuation import Quotes, finish
from reportcite.csl.tokens import CLOSE, Open, Tokens, plain

if TYPE_CHECKING:
    from reportcite.csl.document.session import Session

NO_PRINTED_FORM = "[CSL STYLE ERROR: reference with no printed form.]"
"""What stands for a cite or numbered entry that the style leaves empty, as in other processors."""


class Entry(NamedTuple):
    """One entry of a bibliography, in the output language."""

    id: str
    text: str


class Processor:
    """One style in one language, writing one output language.

    `style` is a name (alias or id), a path, XML bytes or a loaded Style; `locale` overrides the
    style's own language, or that of its short name; `output` names a writer ("text", "html", …).
    Styles put `https://doi.org/` before a DOI, so what a reference has there is taken off;
    `dois_as_typed` leaves it, and the link is printed twice.
    Raises StyleError for a style that cannot be used, UsageError for an unknown output.
    """

    def __init__(
        self,
        style: str | Path | bytes | Style,
        *,
        locale: str | None = None,
        output: str = "text",
        abbreviations: Mapping[str, Any] | None = None,
        dois_as_typed: bool = False,
    ) -> None:
        """Loads and compiles the style; renderers are made when first used."""
        self.style = style if isinstance(style, Style) else load_style(style)
        if locale:
            check_language(locale)
        language = locale or self.style.attributes.get("default-locale", "")
        if not language and isinstance(style, str):
            language = language_of(style)
        self.locale = load_locale(language, self.style.locales)
        self.writer = write.writer(output)
        self._english = (self.locale.language or "en").startswith("en")
        self._reader = ItemReader(
            (abbreviations or {}).get("default", {}), dois_as_typed=dois_as_typed
        )
        self._library: dict[str, Item] = {}
        self._items: dict[str, Item] = {}
        self._settled: Standing | None = None
        self._first_notes: dict[str, int] = {}
        term = partial(self.locale.term)
        self.quotes = Quotes(
            term("open-quote") or "“",
            term("close-quote") or "”",
            term("open-inner-quote") or "‘",
            term("close-inner-quote") or "’",
            self.locale.options.get("punctuation-in-quote") == "true",
        )
        facts = facts_of(self.style)
        setting = Setting(self.style, self.locale, self.quotes, facts)
        self._citation = compile_layout(self.style.citation, "citation", setting)
        self._bibliography = (
            compile_layout(self.style.bibliography, "bibliography", setting)
            if self.style.bibliography is not None
            else None
        )
        self._is_note = self.style.attributes.get("class") == "note"
        self._joints = joints_of(self._citation, note=self._is_note)
        self._refers_to_notes = "first-reference-note-number" in facts.variables
        method = disambiguation_method(self._citation, facts)
        self._disambiguator = Disambiguator(method, self._compared_cite)

    # --- references -------------------------------------------------------------------------

    def register(self, references: Iterable[Mapping[str, Any]]) -> list[Item]:
        """Adds CSL-JSON references (or replaces those of the same id); returns their items."""
        with uncollected():
            items = [self._reader.read(reference) for reference in references]
        for item in items:
            self._library[item.id] = self._items[item.id] = item
        self._settled = None
        return items

    def retain(self, ids: Iterable[str]) -> None:
        """Makes the registered references `ids`, in this order, those the document has."""
        kept = {name: self._library[name] for name in ids if name in self._library}
        if list(kept) != list(self._items):
            self._items = kept
            self._settled = None

    def _standing(self) -> Standing:
        if self._settled is None:
            with uncollected():
                items = list(self._items.values())
                self._settled = settle(
                    items, self._bibliography, self._disambiguator, self._context
                )
        return self._settled

    def _context(self, item: Item, *, citation_number: int = 0) -> Context:
        language = item.language
        return Context(
            item,
            english=language[:2].lower() == "en" if language else self._english,
            citation_number=citation_number,
        )

    # --- disambiguation ---------------------------------------------------------------------

    def _compared_cite(self, item: Item, decided: Disambiguation) -> ComparedCite:
        context = self._later_context(item, decided)
        traced: list[NameList] = []
        context.name_lists = traced
        out: Tokens = []
        self._citation.body.of(item)(context, out)
        return ComparedCite(plain(out), traced)

    def _later_context(self, item: Item, decided: Disambiguation) -> Context:
        """A cite after the first: short forms are what must be told apart."""
        context = self._context(item, citation_number=1)
        if "accessed" in item.dates:
            # When something was looked up does not tell it from another.
            context.dates = {k: v for k, v in item.dates.items() if k != "accessed"}
        context.disambiguation = decided
        context.position = SUBSEQUENT
        context.subsequent = True
        context.near_note = True
        context.first_note = self._first_notes.get(item.id, 0)
        return context

    # --- citations --------------------------------------------------------------------------

    def citation(self, cites: Sequence[Cite]) -> str:
        """One citation, on its own, of registered references; unknown ids raise KeyError."""
        return self._write_citation(Citation("", with_positions(cites)))

    def cite_all(self, citations: Iterable[Citation]) -> list[str]:
        """All citations of a document, in its order, with positions and disambiguation."""
        distance = int(self._citation.attributes.get("near-note-distance", "5"))
        placed = place_cites(citations, distance)
        if self._refers_to_notes:
            self._place_first_notes(placed)
        return [self._write_citation(citation) for citation in placed]

    def _place_first_notes(self, citations: Iterable[Citation]) -> None:
        """Takes down where each reference is first cited: "Doe (n 3)" is told from "Doe (n 4)"."""
        notes: dict[str, int] = {}
        for citation in citations:
            for cite in citation.cites:
                notes.setdefault(cite.id, citation.note_number)
        if notes != self._first_notes:
            self._first_notes = notes
            self._settled = None

    def narrative(self, cite: Cite) -> str:
        """The cite for running text: names, then the rest as a citation: `Doe (2024)`."""
        return self._write_citation(Citation("", with_positions([cite]), mode="composite"))

    def standing_of(self, citation: Citation) -> object:
        """What a citation's text rests on beside itself: its items' numbers, where the style
        prints them, suffixes and disambiguation. A value to compare."""
        standing = self._standing()
        return [
            (
                self._citation.numbered and standing.numbers[cite.id],
                standing.suffixes.get(cite.id),
                standing.decided.get(cite.id),
            )
            for cite in citation.cites
        ]

    @property
    def tests_disambiguation(self) -> bool:
        """Whether the style has tests for `disambiguate="true"`."""
        return self._disambiguator.method.conditions > 0

    def session(self) -> Session:
        """A new editing session over the registered references."""
        from reportcite.csl.document.session import Session

        return Session(self)

    def _write_citation(self, citation: Citation) -> str:
        if not citation.cites:
            return ""
        cites = self._sorted(citation.cites) if citation.sorted else citation.cites
        if citation.mode == "author-only":
            return self._write(self._names_of(cites[0]))
        if citation.mode == "composite":
            names = self._write(self._names_of(cites[0]))
            rest = self._write(self._cluster(_suppressing_first(cites)))
            # A note goes on as a sentence; a citation in the text stands in its brackets.
            joint = ", " if self._is_note and not citation.infix else " "
            return joint.join(part for part in (names, citation.infix, rest) if part)
        if citation.mode == "suppress-author":
            cites = _suppressing_first(cites)
        return self._write(self._cluster(cites))

    def _names_of(self, cite: Cite) -> Tokens:
        tokens = self._render_cite(cite._replace(author_only=True)).tokens
        if not tokens and not self._is_note:
            context = self._cite_context(cite)
            narrative_names(self._citation).of(context.item)(context, tokens)
        return tokens

    def _sorted(self, cites: Sequence[Cite]) -> Sequence[Cite]:
        """The cites of one citation in the order the style asks for."""
        if not self._citation.sort or len(cites) < 2:
            return cites
        standing = self._standing()
        numbers = standing.numbers
        contexts = [self._context(self._items[c.id], citation_number=numbers[c.id]) for c in cites]
        if self._disambiguator.method.spells_out:
            for context in contexts:
                decided = standing.decided.get(context.item.id, PLAIN)
                context.disambiguation = PLAIN._replace(givens=decided.givens)
        return sort_by(self._citation.sort, zip(contexts, cites, strict=True))

    def _cluster(self, cites: Sequence[Cite]) -> Tokens:
        rendered = [self._render_cite(cite, first=not index) for index, cite in enumerate(cites)]
        body = join_cites(rendered, self._joints)
        if all(cite.author_only for cite in cites):
            return body  # names alone stand in the text, not in the brackets of a citation
        if not body:
            if any(cite.suppress_author for cite in cites):
                return []
            body = [NO_PRINTED_FORM]
        return [*self._citation.before, *body, *self._citation.after]

    def _cite_context(self, cite: Cite) -> Context:
        item = self._items[cite.id]
        standing = self._standing()
        context = self._context(item, citation_number=standing.numbers[cite.id])
        context.locator = cite.locator.strip()
        context.label = locator_label(cite.label, context.locator)
        context.position = FIRST if cite.position is None else cite.position
        context.subsequent = context.position >= SUBSEQUENT
        context.near_note = cite.near_note
        context.first_note = cite.first_note
        context.year_suffix = standing.suffixes.get(cite.id, "")
        context.disambiguation = standing.decided.get(cite.id, PLAIN)
        return context

    def _render_cite(self, cite: Cite, *, first: bool = False) -> RenderedCite:
        tokens = self._cite_tokens(
            cite,
            suppress_author=cite.suppress_author,
            starts_sentence=self._is_note and _starts_sentence(cite.prefix, first=first),
        )
        if cite.author_only:
            found = span(tokens, "names")
            tokens = tokens[found[0] : found[1]] if found else []
        return RenderedCite(
            tokens=tokens,
            prefix=self._affix(cite.prefix),
            suffix=self._affix(cite.suffix),
            has_locator=bool(cite.locator),
            citation_number=self._number_printed(tokens, cite),
            yearly=lambda: self._cite_tokens(cite, suppress_author=True),
            names=names_text(tokens) if self._joints.grouping else "",
        )

    def _number_printed(self, tokens: Tokens, cite: Cite) -> int:
        """The citation number, if the cite prints it and could be collapsed by it; else 0."""
        if self._joints.collapse == "citation-number" and span(tokens, "citation-number"):
            return self._standing().numbers[cite.id]
        return 0

    def _cite_tokens(
        self, cite: Cite, *, suppress_author: bool, starts_sentence: bool = False
    ) -> Tokens:
        context = self._cite_context(cite)
        context.suppress_author = suppress_author
        context.sentence_start = starts_sentence
        out: Tokens = []
        self._citation.body.of(context.item)(context, out)
        return out

    def _affix(self, text: str) -> Tokens:
        return markup.parse(text, self.quotes) if text else []

    # --- bibliography -----------------------------------------------------------------------

    @property
    def layout(self) -> write.Layout:
        """How the bibliography is laid out: indents, spacing, alignment."""
        attributes = self._bibliography.attributes if self._bibliography else {}
        widest = len(str(len(self._items)))
        return write.Layout(
            hanging_indent=attributes.get("hanging-indent") == "true",
            second_field_align=attributes.get("second-field-align", ""),
            entry_spacing=int(attributes.get("entry-spacing", "1")),
            line_spacing=int(attributes.get("line-spacing", "1")),
            max_offset=widest,
        )

    def bibliography(
        self,
        references: Iterable[Mapping[str, Any]] | None = None,
        *,
        select: Sequence[Condition] = (),
        include: Sequence[Condition] = (),
        exclude: Sequence[Condition] = (),
        quash: Sequence[Condition] = (),
    ) -> list[Entry]:
        """The entries in the style's order: of all references registered, these added first.

        The conditions choose a section: all of `select`, one of `include`, none of `exclude`, not
        all of `quash` must hold. A style without a bibliography gives no entries.
        """
        if references is not None:
            self.register(references)
        layout = self._bibliography
        if layout is None:
            return []
        standing = self._standing()
        substitute = AuthorSubstitute.of(layout.attributes)
        entries: list[Entry] = []
        section = Selection(select, include, exclude, quash)
        with uncollected():
            for item in filter(section.takes, standing.order):
                traced: list[NameList] | None = None if substitute is None else []
                tokens = self._entry(item, layout, standing, traced)
                if tokens and substitute is not None and traced is not None:
                    tokens = substitute.replace(tokens, first_names(traced))
                if tokens:
                    entries.append(Entry(item.id, self._write(tokens)))
        return entries

    def document(self, references: Iterable[Mapping[str, Any]] | None = None) -> str:
        """The whole bibliography in the output language, entries set apart as the style asks."""
        texts = [entry.text for entry in self.bibliography(references)]
        return self.writer.bibliography(texts, self.layout)

    def _entry(
        self, item: Item, layout: Layout, standing: Standing, traced: list[NameList] | None
    ) -> Tokens:
        context = self._context(item, citation_number=standing.numbers[item.id])
        context.year_suffix = standing.suffixes.get(item.id, "")
        context.disambiguation = standing.decided.get(item.id, PLAIN)
        context.name_lists = traced
        body: Tokens = []
        if layout.fields:
            first, rest = layout.fields
            field: Tokens = []
            first.of(item)(context, field)
            rest.of(item)(context, body)
            if not body:
                body.append(NO_PRINTED_FORM)
            if not field:
                return [*layout.before, *body, *layout.after]
            # The formatting of the layout is that of both fields, each of which stands apart.
            spans = [token for token in layout.before if isinstance(token, Open)]
            closed = [CLOSE for _ in spans]
            return align_second_field(
                [*layout.before, *field, *closed], [*spans, *body, *layout.after]
            )
        layout.body.of(item)(context, body)
        if not body and layout.numbered:
            return [f"{context.citation_number}. {NO_PRINTED_FORM}"]
        return [*layout.before, *body, *layout.after] if body else []

    def _write(self, tokens: Tokens) -> str:
        return self.writer.tokens(finish(tokens, self.quotes))


def _starts_sentence(prefix: str, *, first: bool) -> bool:
    """Whether a cite begins a sentence of a note: at its start, or behind one of some words."""
    prefix = prefix.rstrip("\"'’”» ").lstrip()
    return first if not prefix else prefix[-1] in ".!?" and " " in prefix


def _suppressing_first(cites: Sequence[Cite]) -> list[Cite]:
    return [cites[0]._replace(suppress_author=True), *cites[1:]]
