"""What the engine works on: items, names and dates in typed form, cites and citations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from reportcite.csl.items.dates import Date, parse_date
from reportcite.csl.items.names import Name, parse_name
from reportcite.csl.items.note import variables_in_note
from reportcite.values.doi import bare_doi
from reportcite.values.pages import first_page
from reportcite.vocabulary import DATE_VARIABLES, NAME_VARIABLES

# Spellings of reference managers for variables of CSL.
_OLDER_NAMES = {"journalAbbreviation": "container-title-short", "shortTitle": "title-short"}


class Item:
    """One reference: its variables by kind; empty ones are left out.

    `signature` is the set of variables that have a value, for specialising renderers.
    """

    __slots__ = ("dates", "id", "language", "names", "signature", "texts", "type")

    def __init__(  # noqa: PLR0913, PLR0917 - what an item is
        self,
        id: str,
        type: str,
        texts: dict[str, str],
        names: dict[str, tuple[Name, ...]],
        dates: dict[str, Date],
        signature: frozenset[str],
    ) -> None:
        """The variables of one reference, by kind."""
        self.id = id
        self.type = type
        self.texts = texts
        self.names = names
        self.dates = dates
        self.language = texts.get("language", "")
        self.signature = signature


class Cite(NamedTuple):
    """One reference within a citation, with what is said of this mention only.

    `label` is the locator's kind ("page", "chapter", …). `position` and `near_note` are set by
    the processor unless given. `author_only` prints the names alone, `suppress_author` all else.
    """

    id: str
    locator: str = ""
    label: str = "page"
    prefix: str = ""
    suffix: str = ""
    suppress_author: bool = False
    author_only: bool = False
    position: int | None = None
    near_note: bool = False
    first_note: int = 0


class Citation(NamedTuple):
    """A cluster of cites at one place of a document.

    `note_number` counts footnotes from 1; 0 stands for a citation in the text.
    `mode` is "", "composite" (names in the text, the rest as the citation), "author-only" or
    "suppress-author"; `infix` stands between the two parts of a composite citation.
    """

    id: str
    cites: tuple[Cite, ...]
    note_number: int = 0
    mode: str = ""
    infix: str = ""
    sorted: bool = True


class ItemReader:
    """Turns CSL-JSON into items.

    Equal names become one object, so that they hash by identity; equal dates and signatures, so
    that a large bibliography stays small.

    `abbreviations` gives the short form of a variable's value, by variable ("container-title").
    A DOI loses what leads to it, which styles print themselves, unless `dois_as_typed`.
    """

    def __init__(
        self, abbreviations: Mapping[str, Mapping[str, str]], *, dois_as_typed: bool = False
    ) -> None:
        """Before the first item nothing is known."""
        self.names: dict[tuple[object, ...], Name] = {}
        self.dates: dict[Date, Date] = {}
        self.signatures: dict[frozenset[str], frozenset[str]] = {}
        self.abbreviations = abbreviations
        self.dois_as_typed = dois_as_typed

    def read(self, source: Mapping[str, Any]) -> Item:
        """The item of one CSL-JSON object; unknown variables are kept as text."""
        note = source.get("note")
        if isinstance(note, str) and ":" in note:
            stated, rest = variables_in_note(note)
            if stated:
                source = {**stated, **source, "note": rest}
                source["type"] = stated.get("type", source.get("type", ""))
        texts: dict[str, str] = {}
        names: dict[str, tuple[Name, ...]] = {}
        dates: dict[str, Date] = {}
        for spelling, value in source.items():
            if value is None or value == "" or spelling in ("id", "type"):
                continue
            variable = _OLDER_NAMES.get(spelling, spelling)
            if variable in NAME_VARIABLES:
                if people := self._names(value):
                    names[variable] = people
            elif variable in DATE_VARIABLES:
                date = parse_date(value)
                if date is not None:
                    dates[variable] = self.dates.setdefault(date, date)
            elif isinstance(value, str):
                texts[variable] = value
            elif isinstance(value, (int, float)):
                texts[variable] = str(value)
        if "DOI" in texts and not self.dois_as_typed:
            texts["DOI"] = bare_doi(texts["DOI"])
        self._add_derived(texts)
        signature = frozenset([*texts, *names, *dates])
        return Item(
            str(source.get("id", "")),
            str(source.get("type", "")),
            texts,
            names,
            dates,
            self.signatures.setdefault(signature, signature),
        )

    def _names(self, value: Any) -> tuple[Name, ...]:
        if isinstance(value, str) or not isinstance(value, Iterable):
            return ()
        return tuple([self._name(name) for name in value if isinstance(name, Mapping) and name])

    def _add_derived(self, texts: dict[str, str]) -> None:
        """Adds short forms from the abbreviations, and the first page."""
        for variable, short_forms in self.abbreviations.items():
            short = short_forms.get(texts.get(variable, ""))
            if short:
                texts[f"{variable}-short"] = short
        if "page" in texts and "page-first" not in texts:
            texts["page-first"] = first_page(texts["page"])

    def _name(self, source: Mapping[str, Any]) -> Name:
        key = tuple(source.items())
        try:
            known = self.names.get(key)
        except TypeError:  # a value that is no text, from hostile input
            return parse_name({k: v for k, v in source.items() if isinstance(v, (str, bool))})
        if known is None:
            known = self.names[key] = parse_name(source)
        return known
