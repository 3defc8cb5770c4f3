"""The processor: from style and references to citations and a bibliography, in reading order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from reportcite.csl import write
from reportcite.csl.compile.style import bibliography_in, compile_style
from reportcite.csl.context import ContextMaker
from reportcite.csl.document.annotated import Annotations
from reportcite.csl.document.bibliography import Bibliography, Entry, Setting
from reportcite.csl.document.compared import CiteComparison
from reportcite.csl.document.decisions import Beside, Decider, SentDecisions
from reportcite.csl.document.disambiguate import Disambiguator, Distinctions
from reportcite.csl.document.library import Library
from reportcite.csl.document.selection import Condition, Selection
from reportcite.csl.items.model import Citation, Cite, Item, ItemReader
from reportcite.csl.locale import check_language, load_locale
from reportcite.csl.rules import NO_ENTRY, ORDER_OF_SCRIPT
from reportcite.csl.style.catalogue import language_of
from reportcite.csl.style.style import Style, load_style
from reportcite.csl.text.punctuation import Quotes, finish
from reportcite.csl.tokens import Tokens
from reportcite.errors import Place
from reportcite.problems import Problem
from reportcite.values.locators.label import labels_in

if TYPE_CHECKING:
    from reportcite.csl.document.citations import Citations
    from reportcite.csl.document.session import Session
    from reportcite.csl.document.sharing.deciding import Holders, SharedItems
    from reportcite.csl.document.sharing.share import Share

_NAMED: Final = 5
"""Records without an entry that a message names at most."""


class Processor:
    """One style in one language, writing one output language.

    `style` is a name (alias or id), a path, XML bytes or a loaded Style; `locale` overrides the
    style's own language, or that of its short name; `output` is a writer, or the name of one
    ("text", "html", …). A DOI is printed bare, without the address of a resolver or `doi:` that a
    reference has before it, as styles print their own; `bare_dois=False` prints it as it stands.
    DOI, PMCID, PMID and URL are links, and entries of HTML have ids to link to, unless `links` is
    false; plain text has neither. `cite_href` gives the address that the cites of an id lead to.
    With `entry_language` each entry has the terms, dates and quotation marks of its item's own
    language; with `annotated` its annotation, note or abstract stands below it.
    Raises StyleError for a style that cannot be used, UsageError for an unknown output.

    >>> import reportcite
    >>> processor = reportcite.csl.Processor("apa")
    >>> item = {"id": "a", "type": "book", "title": "Trust", "author": [{"family": "Kalt"}]}
    >>> [entry.text for entry in processor.bibliography([item])]
    ['Kalt. (n.d.). Trust.']
    >>> processor.narrative(reportcite.csl.Cite("a", locator="4"))
    'Kalt (n.d., p. 4)'
    """

    def __init__(  # noqa: PLR0913 - what may be asked of a processor
        self,
        style: str | Path | bytes | Style,
        *,
        locale: str | None = None,
        output: str | write.Writer = "text",
        abbreviations: Mapping[str, Any] | None = None,
        bare_dois: bool = True,
        links: bool = True,
        cite_href: Callable[[str], str] | None = None,
        entry_language: bool = False,
        annotated: bool = False,
    ) -> None:
        """Loads and compiles the style; renderers are made when first used."""
        self.style = style if isinstance(style, Style) else load_style(style)
        self.locale = load_locale(_language(style, self.style, locale), self.style.locales)
        self.writer = write.writer(output) if isinstance(output, str) else output
        self.links = links
        self._cite_href = cite_href
        self._prints_links = links and output != "text"
        compiled = compile_style(self.style, self.locale, links=self._prints_links)
        contexts = ContextMaker((self.locale.language or "en").startswith("en"))
        self._compiled = compiled
        self._comparison = CiteComparison(compiled.citation, contexts)
        self._disambiguator = Disambiguator(compiled.disambiguation, self._comparison.render)
        self._reader = ItemReader((abbreviations or {}).get("default", {}), bare_dois=bare_dois)
        self._decider = Decider(compiled.bibliography, self._disambiguator, contexts)
        self._library = Library(self._reader, self._decider)
        self._write = partial(_finished, self.writer, compiled.quotes)
        self._default = Setting(compiled.bibliography, self._write)
        self._bibliography = Bibliography(
            self._default,
            self._library,
            lru_cache(maxsize=64)(self._in_language) if entry_language else None,
            self._annotations(plain=output == "text").below if annotated else None,
        )

    def _in_language(self, language: str) -> Setting:
        """How an entry in `language` is set."""
        found = bibliography_in(language, self.style, self.locale, links=self._prints_links)
        if found is None:
            return self._default
        return Setting(found.layout, partial(_finished, self.writer, found.quotes))

    def _annotations(self, *, plain: bool) -> Annotations:
        """Blocks of entries that hang stand below the text; others are moved in, and so are those
        of `plain` text, which has no other form."""
        layout = self._compiled.bibliography
        attributes = layout.attributes if layout else {}
        hangs = attributes.get("hanging-indent") == "true" or "second-field-align" in attributes
        return Annotations(self._compiled.quotes, indented=plain or not hangs)

    # --- references -------------------------------------------------------------------------

    def register(self, references: Iterable[Mapping[str, Any]]) -> list[Item]:
        """Adds CSL-JSON references (or replaces those of the same id); returns their items."""
        return self._library.register(references)

    def retain(self, ids: Iterable[str]) -> None:
        """Makes the registered references `ids`, in this order, those the document has."""
        self._library.retain(ids)

    @cached_property
    def locator_labels(self) -> Mapping[str, str]:
        """The spellings of locator labels in the language of the style, with what they stand for,
        as `parse_locator` asks for them."""
        locale = self.locale
        kept = locale.locator_abbreviations()
        return labels_in(locale.language, locale.locator_terms(), kept, locale.borrowed_locators())

    def clear(self) -> None:
        """Forgets all references; the processor is as new, but has compiled what was used."""
        self._library.clear()
        self._bibliography.without_entry.clear()

    # --- citations --------------------------------------------------------------------------

    @cached_property
    def _citations(self) -> Citations:
        """Made when first used: a bibliography alone starts without them."""
        from reportcite.csl.document.citations import Citations

        return Citations(self._compiled, self._library, self._write, self._cite_href)

    def citation(self, cites: Sequence[Cite]) -> str:
        """One citation, on its own, of registered references; unknown ids raise KeyError."""
        return self._citations.alone(cites)

    def narrative(self, cite: Cite) -> str:
        """The cite for running text: names, then the rest as a citation: `Doe (2024)`."""
        return self._citations.alone([cite], mode="composite")

    def names(self, cite: Cite) -> str:
        """What of a narrative cite stands in the sentence: `Doe`, without the rest."""
        return self._citations.alone([cite], mode="author-only")

    def cite_all(self, citations: Iterable[Citation]) -> list[str]:
        """All citations of a document, in its order, with positions and disambiguation."""
        placed = self._citations.place(citations)
        if self._compiled.refers_to_notes and self._comparison.place(placed):
            self._library.reconsider()
        return [self._citations.text(citation) for citation in placed]

    # --- bibliography -----------------------------------------------------------------------

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
        return self._bibliography.entries(Selection(select, include, exclude, quash))

    def ordered(self) -> tuple[Item, ...]:
        """The items of the references registered, in the style's order."""
        return self._library.decisions.order

    def section(self, ids: Iterable[str]) -> list[Entry]:
        """The entries of the registered references `ids` as a section of the bibliography: in the
        style's order, with the numbers and year-suffixes of the whole."""
        return self._bibliography.section(ids)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is doubtful about the bibliography of the references registered, as far as it has
        been printed."""
        return self.problems_of(
            self._library.decisions.is_ordered, [*self._bibliography.without_entry.items()]
        )

    @property
    def without_entry(self) -> dict[str, str]:
        """Ids of the references that the style has printed nothing for, and their types."""
        return self._bibliography.without_entry.copy()

    def add_without_entry(self, found: Mapping[str, str]) -> None:
        """Has references among `without_entry`, as the last of them, that another process found,
        or this one before their turn."""
        without = self._bibliography.without_entry
        for id_, type_ in found.items():
            without.pop(id_, None)
            without[id_] = type_

    def problems_of(
        self, is_ordered: bool, without_entry: Sequence[tuple[str, str]]
    ) -> tuple[Problem, ...]:
        """What is doubtful about a bibliography that is in order, or not, and that lacks entries
        of some items, of which come id and type."""
        return (*self._unordered(is_ordered), *self._without(without_entry))

    def _without(self, items: Sequence[tuple[str, str]]) -> Iterator[Problem]:
        if items and self._default.layout is not None:
            names = [f"{id_} ({type_})" for id_, type_ in items[:_NAMED]]
            more = [f"{len(items) - _NAMED} more"] if len(items) > _NAMED else []
            message = f"the style prints no entry for {', '.join([*names, *more])}"
            yield NO_ENTRY.found(message, "cite it in the text or in a note", self._place)

    @property
    def _place(self) -> Place:
        return Place(self.style.title)

    def _unordered(self, is_ordered: bool) -> tuple[Problem, ...]:
        if is_ordered:
            return ()
        message = "names or titles in Han or Kana are sorted by their code points"
        hint = "pip install 'reportcite[icu]' has them sorted as in a dictionary"
        return (ORDER_OF_SCRIPT.found(message, hint, self._place),)

    @property
    def spacing(self) -> write.BibliographySpacing:
        """How the bibliography is set: indents, spacing, alignment."""
        return self._bibliography.spacing

    def document(self, references: Iterable[Mapping[str, Any]] | None = None) -> str:
        """The whole bibliography in the output language, entries set apart as the style asks."""
        if references is not None:
            self.register(references)
        return self.writer.bibliography(self.document_entries(), self.spacing)

    def document_entries(self, start: int = 0, stop: int | None = None) -> list[str]:
        """The entries of `document`; of the items in the places from `start` to `stop` only."""
        entries = self._bibliography.entries(Selection(), start, stop)
        return [self.placed(entry) for entry in entries]

    def decide(self, beside: Beside) -> None:
        """Decides on the references registered, which else happens when the decisions are needed;
        `beside` begins a part of it elsewhere and returns what waits for it."""
        self._library.decide(beside)

    def sent_decisions(self) -> SentDecisions:
        """What is decided, for a process that has the same references and tells them apart."""
        return self._library.decisions.sent()

    def decide_as(self, sent: SentDecisions, found: Distinctions) -> None:
        """Takes what another process has `sent`; `found` is what `decide` had found beside."""
        self._library.decide_as(sent, found)

    # --- by several processes ---------------------------------------------------------------

    @property
    def can_be_shared(self) -> bool:
        """Whether the entries can be printed by holders of a share of the references each."""
        from reportcite.csl.document.sharing.deciding import can_be_shared

        return can_be_shared(self._decider)

    def share(self) -> Share:
        """A share of the references, for a process that holds no others."""
        from reportcite.csl.document.sharing.share import Share

        return Share(self._reader, self._library, self._decider, self._bibliography, self.placed)

    def shared_items(self, holders: Holders, count: int) -> SharedItems:
        """What decides about the references that `count` holders have a share of each."""
        from reportcite.csl.document.sharing.deciding import SharedItems

        return SharedItems(self._decider, holders, count)

    def __len__(self) -> int:
        """How many references the document has."""
        return len(self._library)

    def placed(self, entry: Entry) -> str:
        """An entry as it stands in a document, where links can lead to it."""
        return self.writer.entry(entry.text, entry.id if self.links else "")

    # --- editing ----------------------------------------------------------------------------

    def session(self) -> Session:
        """A new editing session over the registered references."""
        from reportcite.csl.document.session import Session

        return Session(self)

    def decisions_on(self, citation: Citation) -> object:
        """What a citation's text rests on beside itself, as a value to compare."""
        return self._citations.decisions_on(citation)

    @property
    def tests_disambiguation(self) -> bool:
        """Whether the style has tests for `disambiguate="true"`."""
        return self._disambiguator.options.conditions > 0


def _language(given: object, style: Style, locale: str | None) -> str:
    """The language to print in: `locale`, else the style's own, else that of its short name."""
    if locale:
        check_language(locale)
        return locale
    own = style.attributes.get("default-locale", "")
    return language_of(given) if not own and isinstance(given, str) else own


def _finished(writer: write.Writer, quotes: Quotes, tokens: Tokens) -> str:
    """Tokens in the output language, punctuation and quotation marks in their places."""
    return writer.tokens(finish(tokens, quotes))
