"""What the engine works on: items, names and dates in typed form, cites and citations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final, TypeAlias

from reportcite.csl.items.dates import Date, parse_date
from reportcite.csl.items.names import Name, parse_name
from reportcite.tuples import NamedTuple
from reportcite.values.doi import bare_doi
from reportcite.values.note_lines import variables_in_note
from reportcite.values.pages import first_page
from reportcite.vocabulary import DATE_VARIABLES, ET_AL, NAME_VARIABLES

# Spellings of reference managers for variables of CSL.
_OLDER_NAMES = {"journalAbbreviation": "container-title-short", "shortTitle": "title-short"}

_NO_MERE_TEXTS: Final = (
    NAME_VARIABLES | DATE_VARIABLES | _OLDER_NAMES.keys() | {"id", "type", "DOI"}
)

_Kinds: TypeAlias = tuple[dict[str, str], dict[str, tuple[Name, ...]], dict[str, Date]]
"""Texts, names and dates."""

_LONGEST_DATE: Final = 200
"""Letters, of those that are remembered: no program writes longer ones."""

# How many names are kept at least before those no longer in use are looked for.
_SPARE_NAMES: Final = 1 << 12


class Item:
    """One reference: its variables by kind; empty ones are left out.

    `signature` is the set of variables that have a value, for specialising renderers.
    """

    __slots__ = ("dates", "id", "language", "names", "signature", "texts", "type")

    def __init__(  # noqa: PLR0913, PLR0917 - what an item is
        self,
        item_id: str,
        item_type: str,
        texts: dict[str, str],
        names: dict[str, tuple[Name, ...]],
        dates: dict[str, Date],
        signature: frozenset[str],
    ) -> None:
        """The variables of one reference, by kind."""
        self.id = item_id
        self.type = item_type
        self.texts = texts
        self.names = names
        self.dates = dates
        self.language = texts.get("language", "")
        self.signature = signature


class Cite(NamedTuple):
    """One reference within a citation, with what is said of this mention only.

    `label` is the locator's kind ("page", "chapter", …). `position` and `near_note` are set by
    the processor unless given. `author_only` prints the names alone, `suppress_author` all else.

    >>> import reportcite
    >>> processor = reportcite.csl.Processor("mla")
    >>> _ = processor.register([{"id": "a", "author": [{"family": "Kalt"}]}])
    >>> processor.citation([reportcite.csl.Cite("a", "4", "chapter", prefix="see ")])
    '(see Kalt, ch. 4)'
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
    "suppress-author"; `infix` stands between the two parts of a composite citation. `prefix` and
    `suffix` are those of the citation as a whole, within the brackets of the style. With `sorted`
    false the cites stand in the order given.

    >>> import reportcite
    >>> from reportcite.csl import Citation, Cite
    >>> processor = reportcite.csl.Processor("chicago-notes")
    >>> _ = processor.register([{"id": "a", "type": "book", "title": "Trust"}])
    >>> notes = [Citation(str(n), (Cite("a", str(n)),), note_number=n) for n in (1, 2)]
    >>> processor.cite_all(notes)
    ['Trust (n.d.), 1.', 'Trust, 2.']
    """

    id: str
    cites: tuple[Cite, ...]
    note_number: int = 0
    mode: str = ""
    infix: str = ""
    sorted: bool = True
    prefix: str = ""
    suffix: str = ""


class ItemReader:
    """Turns CSL-JSON into items.

    Names of the same parts become one object, so that they hash by identity; equal dates and
    signatures, so that a large bibliography stays small. What no item holds any more is forgotten
    when asked to.

    `abbreviations` gives the short form of a variable's value, by variable ("container-title").
    With `bare_dois` a DOI is kept without the resolver's address or `doi:` before it, as in
    records: styles print their own.

    Where `custom` says of a list of names that it goes on, its last name is one of `others`.
    """

    def __init__(
        self, abbreviations: Mapping[str, Mapping[str, str]], *, bare_dois: bool = True
    ) -> None:
        """Before the first item nothing is known."""
        self._bare = "DOI" if bare_dois else ""
        self.names: dict[tuple[object, ...], Name] = {}
        self._by_parts: dict[tuple[object, ...], Name] = {}
        self._others = Name(others=True)
        self.dates: dict[str, Date | None] = {}
        self.signatures: dict[frozenset[str], frozenset[str]] = {}
        self.abbreviations = abbreviations
        self._most_names = _SPARE_NAMES

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
            if value is None or value == "":
                continue
            # Hot: most are texts that need no closer look.
            if value.__class__ is str and spelling not in _NO_MERE_TEXTS:
                texts[spelling] = value
            elif spelling not in ("id", "type"):
                self._read(_OLDER_NAMES.get(spelling, spelling), value, (texts, names, dates))
        if "custom" in source:
            self._add_others(source["custom"], names)
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

    def _read(self, variable: str, value: Any, kinds: _Kinds) -> None:
        """Enters the value of a variable with those of its kind."""
        texts, names, dates = kinds
        if variable in NAME_VARIABLES:
            if people := self._names(value):
                names[variable] = people
        elif variable in DATE_VARIABLES:
            date = self._date(value)
            if date is not None:
                dates[variable] = date
        elif isinstance(value, str):
            texts[variable] = bare_doi(value) if variable == self._bare else value
        elif isinstance(value, (int, float)):
            texts[variable] = str(value)

    def forget_unused(self, items: Iterable[Item]) -> None:
        """Forgets the names that none of `items` holds, so that a stream of items, each in the
        place of the one before, takes no more memory the longer it is.

        Does nothing until the names have doubled since the last time: asked after each item, it
        adds a constant to what reading one costs.
        """
        if len(self.names) <= self._most_names:
            return
        used = {name for item in items for people in item.names.values() for name in people}
        self.names = {key: name for key, name in self.names.items() if name in used}
        self._by_parts = {name.parts: name for name in self.names.values()}
        self._most_names = 2 * len(self.names) + _SPARE_NAMES
        self.dates.clear()
        self.signatures.clear()

    def _date(self, value: Any) -> Date | None:
        """The date of `value`, read once: dates are few, and parsed in ten times the time."""
        key = repr(value)
        if len(key) > _LONGEST_DATE:
            return parse_date(value)
        if key not in self.dates:
            self.dates[key] = parse_date(value)
        return self.dates[key]

    def _names(self, value: Any) -> tuple[Name, ...]:
        if isinstance(value, str) or not isinstance(value, Iterable):
            return ()
        return tuple([self._name(name) for name in value if isinstance(name, Mapping) and name])

    def _add_others(self, custom: Any, names: dict[str, tuple[Name, ...]]) -> None:
        """Adds those whom a list of names leaves out, as `custom` says of it."""
        continued = custom.get(ET_AL) if isinstance(custom, Mapping) else None
        for variable in continued if isinstance(continued, list) else ():
            if isinstance(variable, str) and variable in names:
                names[variable] += (self._others,)

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
            parsed = parse_name(source)
            known = self.names[key] = self._by_parts.setdefault(parsed.parts, parsed)
        return known

    def take_over(self, item: Item) -> None:
        """Makes the names of `item`, which comes from another process, those that are known."""
        known = self._by_parts
        for variable, people in item.names.items():
            item.names[variable] = tuple([known.setdefault(one.parts, one) for one in people])
