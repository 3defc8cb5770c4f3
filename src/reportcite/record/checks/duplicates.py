"""Finds records that are the same publication, or share an id, in one pass over any number."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from typing import Final

from reportcite.errors import Place
from reportcite.problems import Problem, Rule, shown
from reportcite.record.model import Record
from reportcite.record.rules import DUPLICATE_DOI, DUPLICATE_ID, DUPLICATE_ISBN, DUPLICATE_PMID
from reportcite.tuples import NamedTuple

_FILE: Final = attrgetter("file")
_LINE: Final = attrgetter("line")
_FIRST_SLOTS: Final = 1 << 15
_GROWTH: Final = 2
_RULES: Final[dict[str, Rule]] = {
    "ISBN": DUPLICATE_ISBN,
    "DOI": DUPLICATE_DOI,
    "PMID": DUPLICATE_PMID,
    "PMCID": DUPLICATE_PMID,
}
_USUAL: Final = frozenset({"ISBN"})
_THOROUGH: Final = frozenset(_RULES)


class Identity(NamedTuple):
    """One thing that no two records should share: its rule, what is compared, what is shown.

    Small and without the record, so that it can be sent from one process to another.
    """

    rule: Rule
    key: str
    text: str
    place: Place


def identities(record: Record, *, thorough: bool = False) -> Iterator[Identity]:
    """The id of `record` and, if it is about a whole, its ISBNs; `thorough` adds DOI, PMID and
    PMCID.

    What two records of one work share besides is found by comparing them: see `record.works`.
    """
    yield Identity(DUPLICATE_ID, record.id, record.id, record.place_of("id"))
    wanted = _THOROUGH if thorough else _USUAL
    fields = record.fields
    if wanted.isdisjoint(fields):
        return
    from reportcite.record.works.identifiers import identifiers
    from reportcite.record.works.kinds import kind_of

    for kind, code, text, name in identifiers(kind_of(record.type, fields), fields):
        if kind in wanted:
            yield Identity(_RULES[kind], f"{kind} {code}", text, record.place_of(name))


class Ids:
    """The ids of some records in order, and where they stand."""

    __slots__ = ("ids", "places")

    def __init__(self) -> None:
        self.ids: list[str] = []
        self.places: list[Place] = []

    def add(self, record: Record) -> None:
        """Add the id of `record`."""
        self.ids.append(record.id)
        self.places.append(record.place_of("id") if record.places else record.place)

    def __getstate__(self) -> tuple[list[str], list[str], list[int], list[int]]:
        # Numbers go from one process to another at a fraction of what places cost.
        files, lines, columns = zip(*self.places, strict=True) if self.places else ((), (), ())
        return self.ids, [*files], [*lines], [*columns]

    def __setstate__(self, state: tuple[list[str], list[str], list[int], list[int]]) -> None:
        self.ids, files, lines, columns = state
        self.places = [*map(Place, files, lines, columns)]


class Seen:
    """What the records up to now were known by.

    Keeps two numbers for every identity, not the record: 32 to 64 bytes of each, 32 MiB of a
    million. Keys are compared by hashes of 64 bits, which for ten million of them errs with a
    chance of one in 300,000.
    """

    def __init__(self) -> None:
        self._files: list[str] = []
        self._bases: list[int] = []  # of each file, what is added to its lines
        self._base = self._end = 0
        self._count = 0
        self._make_room(_FIRST_SLOTS)

    def problems(self, found: Iterable[Identity]) -> list[Problem]:
        """A problem for each of one record's identities that an earlier record had, too."""
        problems: list[Problem] = []
        own: set[int] = set()
        for rule, key, text, place in found:
            known = hash((rule.name, key))
            if known in own:
                continue
            own.add(known)
            for _, earlier in self._known_before(place.file, [known], [place.line]):
                problems.append(_problem(rule, text, place, earlier))
        return problems

    def same_ids(self, found: Ids) -> list[tuple[int, Problem]]:
        """A warning for each record that has the id of an earlier one, with its index in `found`:
        where records are written none of the two is left out for it."""
        rule = DUPLICATE_ID.of("cite and export")
        problems: list[tuple[int, Problem]] = []
        ids, places = found.ids, found.places
        first = 0
        for file, run in groupby(places, _FILE):
            lines = [*map(_LINE, run)]
            keys = map(hash, ids[first : first + len(lines)])
            for index, earlier in self._known_before(file, keys, lines):
                number = first + index
                again = _problem(rule, ids[number], places[number], earlier)
                problems.append((number, again))
            first += len(lines)
        return problems

    def _known_before(
        self, file: str, keys: Iterable[int], lines: Sequence[int]
    ) -> list[tuple[int, Place]]:
        """Which of the `keys`, hashes of what stands in these lines, were there before, and where
        they were first."""
        if not self._files or file != self._files[-1]:
            self._begin(file)
        while (self._count + len(lines)) * 2 > self._last:
            self._grow()
        again: list[tuple[int, Place]] = []
        base, last, hashes, places = self._base, self._last, self._hashes, self._places
        # As little as can be: this runs for every record that is written.
        for index, key in enumerate(keys):
            slot = key & last
            while (there := hashes[slot]) and there != key:
                slot = (slot + 1) & last
            if there:
                again.append((index, self._place(places[slot])))
            else:
                hashes[slot] = key
                places[slot] = base + lines[index]
        self._count += len(lines)
        self._end = max(self._end, base + max(lines, default=0))
        return again

    def _begin(self, file: str) -> None:
        self._files.append(file)
        self._base = self._end + 1
        self._bases.append(self._base)

    def _place(self, line: int) -> Place:
        number = bisect_right(self._bases, line) - 1
        return Place(self._files[number], line - self._bases[number])

    def _make_room(self, slots: int) -> None:
        self._hashes = array("q", bytes(8 * slots))
        self._places = array("q", bytes(8 * slots))
        self._last = slots - 1

    def _grow(self) -> None:
        old = zip(self._hashes, self._places, strict=True)
        self._make_room(_GROWTH * len(self._hashes))
        hashes, last = self._hashes, self._last
        for known, place in old:
            if known:
                slot = known & last
                while hashes[slot]:
                    slot = (slot + 1) & last
                hashes[slot] = known
                self._places[slot] = place


def _problem(rule: Rule, text: str, place: Place, first: Place) -> Problem:
    what, fix = _WORDS[rule.name]
    return rule.found(f"the {what} {shown(text)} is that of {first}, too", fix, place)


_WORDS: Final[dict[str, tuple[str, str]]] = {
    DUPLICATE_ID.name: ("id", "give one of them another id"),
    DUPLICATE_ISBN.name: ("ISBN", "delete one of the records or correct its ISBN"),
    DUPLICATE_DOI.name: ("DOI", "delete one of the records or correct its DOI"),
    DUPLICATE_PMID.name: ("number", "delete one of the records or correct its PMID or PMCID"),
}
