"""Finds records that are the same publication, or share an id, in one pass over any number."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from reportcite.errors import Place
from reportcite.problems import Problem, Rule, shown
from reportcite.record.model import Record
from reportcite.record.rules import DUPLICATE_DOI, DUPLICATE_ID, DUPLICATE_ISBN, DUPLICATE_TITLE
from reportcite.values.dates.questions import years_of
from reportcite.values.doi import bare_doi
from reportcite.values.isbn import isbns_in

_64_BITS: Final = (1 << 64) - 1
_LINE_BITS: Final = 40
_LINE: Final = (1 << _LINE_BITS) - 1
_SLOTS: Final = 1 << 20


class Identity(NamedTuple):
    """One thing that no two records should share: its rule, what is compared, what is shown.

    Small and without the record, so that it can be sent from one process to another.
    """

    rule: Rule
    key: str
    text: str
    place: Place


def identities(record: Record, *, thorough: bool = False) -> Iterator[Identity]:
    """The id and the ISBNs of `record`; `thorough` adds the DOI and the title with the year."""
    yield Identity(DUPLICATE_ID, record.id, record.id, record.place_of("id"))
    for name, value in (("ISBN", record.fields.get("ISBN")), ("DOI", record.fields.get("DOI"))):
        if not isinstance(value, str):
            continue
        place = record.place_of(name)
        if name == "ISBN":
            for isbn in isbns_in(value):
                if isbn.valid:
                    yield Identity(DUPLICATE_ISBN, isbn.isbn13, isbn.typed, place)
        elif thorough:
            yield Identity(DUPLICATE_DOI, bare_doi(value).lower(), value, place)
    if thorough:
        key = _title_key(record)
        if key:
            title = str(record.fields["title"])
            yield Identity(DUPLICATE_TITLE, key, title, record.place_of("title"))


class Ids:
    """The ids of some records in order, and where they stand: small, to be sent to a process."""

    __slots__ = ("columns", "files", "ids", "lines")

    def __init__(self) -> None:
        self.ids: list[str] = []
        self.lines: list[int] = []
        self.columns: list[int] = []
        self.files: list[tuple[str, int]] = []  # each with the number of its first record

    def noting(self, records: Iterable[Record]) -> Iterator[Record]:
        """`records`, whose ids are added one after another."""
        ids, lines, columns = self.ids, self.lines, self.columns
        file = None
        for record in records:
            place = record.place_of("id") if record.places else record.place
            if place.file != file:
                file = place.file
                self.files.append((file, len(ids)))
            ids.append(record.id)
            lines.append(place.line)
            columns.append(place.column)
            yield record


class Seen:
    """What the records up to now were known by.

    Keeps 16 bytes for every identity, and room for as many again, not the record: keys are
    compared by hashes of 64 bits, which for ten million of them errs with a chance of one in
    300,000.
    """

    def __init__(self) -> None:
        self._files: dict[str, int] = {}
        self._names: list[str] = []
        self._count = 0
        self._make_room(_SLOTS)

    def problems(self, found: Iterable[Identity]) -> list[Problem]:
        """A problem for each of one record's identities that an earlier record had, too."""
        problems: list[Problem] = []
        own: set[int] = set()
        for rule, key, text, place in found:
            known = hash((rule.name, key)) & _64_BITS or 1
            if known in own:
                continue
            own.add(known)
            earlier = self._first(known, self._number(place.file) | place.line)
            if earlier:
                problems.append(_problem(rule, text, place, self._place(earlier)))
        return problems

    def same_ids(self, found: Ids) -> list[Problem]:
        """A warning for each record that has the id of an earlier one: where records are written
        none of the two is left out for it."""
        problems: list[Problem] = []
        rule = DUPLICATE_ID.of("cite and export")
        ends = [first for _, first in found.files[1:]] + [len(found.ids)]
        for (file, first), end in zip(found.files, ends, strict=False):
            number, lines, first_of = self._number(file), found.lines, self._first
            for index in range(first, end):
                id_ = found.ids[index]
                earlier = first_of(hash(id_) & _64_BITS or 1, number | lines[index])
                if earlier:
                    place = Place(file, lines[index], found.columns[index])
                    problems.append(_problem(rule, id_, place, self._place(earlier)))
        return problems

    def _first(self, known: int, place: int) -> int:
        """The place where something of this hash was first; 0 where that is `place`."""
        hashes, last = self._hashes, self._last
        slot = known & last
        while there := hashes[slot]:
            if there == known:
                return self._places[slot]
            slot = (slot + 1) & last
        hashes[slot] = known
        self._places[slot] = place
        self._count += 1
        if self._count * 2 > last:
            self._grow()
        return 0

    def _make_room(self, slots: int) -> None:
        # Zeroed memory takes room only where it is written to, unlike an array.
        self._hashes = memoryview(bytearray(8 * slots)).cast("Q")
        self._places = memoryview(bytearray(8 * slots)).cast("Q")
        self._last = slots - 1

    def _grow(self) -> None:
        old = zip(self._hashes, self._places, strict=True)
        self._make_room(2 * len(self._hashes))
        hashes, last = self._hashes, self._last
        for known, place in old:
            if known:
                slot = known & last
                while hashes[slot]:
                    slot = (slot + 1) & last
                hashes[slot] = known
                self._places[slot] = place

    def _number(self, file: str) -> int:
        """What stands for `file` in a place; with it no place is 0."""
        number = self._files.get(file)
        if number is None:
            self._names.append(file)
            number = self._files[file] = len(self._names) << _LINE_BITS
        return number

    def _place(self, packed: int) -> Place:
        return Place(self._names[(packed >> _LINE_BITS) - 1], packed & _LINE)


def _problem(rule: Rule, text: str, place: Place, first: Place) -> Problem:
    what, fix = _WORDS[rule.name]
    return rule.found(f"the {what} {shown(text)} is that of {first}, too", fix, place)


_WORDS: Final[dict[str, tuple[str, str]]] = {
    DUPLICATE_ID.name: ("id", "give one of them another id"),
    DUPLICATE_ISBN.name: ("ISBN", "delete one of the records or correct its ISBN"),
    DUPLICATE_DOI.name: ("DOI", "delete one of the records or correct its DOI"),
    DUPLICATE_TITLE.name: ("title, in the same year,", "delete one of the records"),
}


def _title_key(record: Record) -> str:
    """Title, subtitle and year without case, accents and punctuation; "" without title or year."""
    issued = record.fields.get("issued")
    years = years_of(issued) if isinstance(issued, dict) else []
    title = record.fields.get("title")
    if not years or not isinstance(title, str):
        return ""
    text = f"{title} {record.fields.get('subtitle', '')}"
    letters = [c for c in unicodedata.normalize("NFKD", text).casefold() if c.isalnum()]
    return f"{''.join(letters)} {years[0]}" if letters else ""
