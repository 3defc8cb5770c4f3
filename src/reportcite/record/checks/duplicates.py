"""Finds records that are the same publication, or share an id, in one pass over any number."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import accumulate, chain, groupby, pairwise, repeat
from marshal import dumps, loads
from typing import Any, Final

from reportcite.errors import Place
from reportcite.problems import Problem, Rule, shown
from reportcite.record.hashed import LARGEST, Hashed
from reportcite.record.model import Record
from reportcite.record.rules import DUPLICATE_DOI, DUPLICATE_ID, DUPLICATE_ISBN, DUPLICATE_PMID
from reportcite.tuples import NamedTuple

_RULES: Final[dict[str, Rule]] = {
    "ISBN": DUPLICATE_ISBN,
    "DOI": DUPLICATE_DOI,
    "PMID": DUPLICATE_PMID,
    "PMCID": DUPLICATE_PMID,
}
_PROBE: Final = "the same hash"


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
    fields = record.fields
    if _RULES.keys().isdisjoint(fields) or not (thorough or "ISBN" in fields):
        return
    works = _works()
    kind = works.kind_of(record.type, fields)
    if not thorough:  # as nearly always
        for isbn in works.own_isbns(kind, fields):
            code = f"ISBN {isbn.isbn13}"
            yield Identity(DUPLICATE_ISBN, code, isbn.typed, record.place_of("ISBN"))
        return
    for one in works.identifiers(kind, fields):
        if one.kind in _RULES:
            yield Identity(_RULES[one.kind], str(one), one.text, record.place_of(one.field))


class _Works(NamedTuple):
    """What says which numbers are those of a work."""

    kind_of: Callable[[str, Mapping[str, Any]], str]
    own_isbns: Callable[[str, Mapping[str, Any]], list[Any]]
    identifiers: Callable[[str, Mapping[str, Any]], Iterator[Any]]


@cache
def _works() -> _Works:
    """Imported when first used, as most runs have no use for it, and once: an `import` for each
    record takes as long as to find its ISBN."""
    from reportcite.record.works.identifiers import identifiers, own_isbns
    from reportcite.record.works.kinds import kind_of

    return _Works(kind_of, own_isbns, identifiers)


class _Run(NamedTuple):
    """Ids of records that follow each other in one file: their hashes, and their lines."""

    file: str
    hashes: array[int]
    lines: array[int]


class _Sent(NamedTuple):
    """What goes from one process to another of some ids: numbers to compare them by, and, in
    `rest`, ids and columns, which are asked for only where there are two of one.

    The hashes hold in processes that have the same `probe`, as those of a fork have.
    """

    probe: int
    runs: tuple[_Run, ...]
    rest: bytes


class Ids:
    """The ids of some records in order, and where they stand."""

    __slots__ = ("_ids", "_places", "_sent")

    def __init__(self, ids: list[str] | None = None, places: list[Place] | None = None) -> None:
        self._ids = [] if ids is None else ids
        self._places = [] if places is None else places
        self._sent: _Sent | None = None

    @property
    def ids(self) -> list[str]:
        """Those of the records."""
        self._unpack()
        return self._ids

    @property
    def places(self) -> list[Place]:
        """Where each of them stands."""
        self._unpack()
        return self._places

    def add(self, record: Record) -> None:
        """Add the id of `record`."""
        self.ids.append(record.id)
        self.places.append(record.place_of("id") if record.places else record.place)

    def runs(self) -> tuple[_Run, ...]:
        """The ids by the files they stand in, as hashes."""
        if self._sent is not None and self._sent.probe == hash(_PROBE):
            return self._sent.runs
        hashes = array("q", map(hash, self.ids))
        files, lines, _ = self._columns()
        ends = [*accumulate(len([*run]) for _, run in groupby(files))]
        return tuple(
            _Run(files[first], hashes[first:end], array("q", lines[first:end]))
            for first, end in pairwise([0, *ends])
        )

    def __getstate__(self) -> tuple[Any, ...]:
        if self._sent is None:
            rest = dumps((self._ids, [*self._columns()[2]]))
            return hash(_PROBE), [*map(tuple, self.runs())], rest
        return self._sent.probe, [*map(tuple, self._sent.runs)], self._sent.rest

    def __setstate__(self, state: tuple[Any, ...]) -> None:
        probe, runs, rest = state
        self._ids, self._places = [], []
        self._sent = _Sent(probe, tuple(_Run(*run) for run in runs), rest)

    def _columns(self) -> tuple[Sequence[str], Sequence[int], Sequence[int]]:
        """Files, lines and columns of all places."""
        places = self.places
        return tuple(zip(*places, strict=True)) if places else ((), (), ())  # type: ignore[return-value]

    def _unpack(self) -> None:
        if self._sent is None:
            return
        sent, self._sent = self._sent, None
        self._ids, columns = loads(sent.rest)
        files = chain.from_iterable(repeat(run.file, len(run.lines)) for run in sent.runs)
        lines = chain.from_iterable(run.lines for run in sent.runs)
        self._places = [*map(Place, files, lines, columns)]


class Seen:
    """What the records up to now were known by.

    Keeps hashes of all identities, and where each was first, not the record: see `Hashed`. Those
    behind the first `most`, or a few more, are not kept, so that memory has a bound, nor those
    behind four billion lines: what they share with each other is not seen.
    """

    def __init__(self, most: int | None = None) -> None:
        self._most = LARGEST if most is None else most
        self._files: list[str] = []
        self._bases: list[int] = []  # of each file, what is added to its lines
        self._base = self._end = 0
        self._lines = Hashed()  # of all files, one behind the other

    def problems(self, found: Iterable[Identity]) -> list[Problem]:
        """A problem for each of one record's identities that an earlier record had, too."""
        own: dict[int, Identity] = {}
        for one in found:
            own.setdefault(hash((one.rule.name, one.key)), one)
        problems: list[Problem] = []
        if not own:
            return problems
        # Run for every record that is checked.
        places = [one.place for one in own.values()]
        keep = self._comes_to(places[0].file, max([place.line for place in places]))
        base, lines = self._base, self._lines
        for key, one in own.items():
            if earlier := lines.note_one(key, base + one.place.line) if keep else lines.get(key):
                problems.append(_problem(one.rule, one.text, one.place, self._place(earlier)))
        return problems

    def same_ids(self, found: Ids) -> list[tuple[int, Problem]]:
        """A warning for each record that has the id of an earlier one, with its index in `found`:
        where records are written none of the two is left out for it."""
        rule = DUPLICATE_ID.of("cite and export")
        problems: list[tuple[int, Problem]] = []
        first = 0
        for file, hashes, lines in found.runs():
            for index, earlier in self._known_before(file, hashes, lines):
                number = first + index
                again = _problem(rule, found.ids[number], found.places[number], earlier)
                problems.append((number, again))
            first += len(lines)
        return problems

    def _known_before(
        self, file: str, keys: array[int], lines: Sequence[int]
    ) -> list[tuple[int, Place]]:
        """Which of the `keys`, hashes of what stands in these lines, were there before, and where
        they were first."""
        keep = self._comes_to(file, max(lines, default=0))
        base = self._base
        at = [base + line for line in lines] if keep else [0] * len(lines)
        return [(index, self._place(line)) for index, line in self._lines.note(keys, at, keep=keep)]

    def _comes_to(self, file: str, line: int) -> bool:
        """Note that there are so many lines; returns whether what stands there is kept."""
        if not self._files or file != self._files[-1]:
            self._begin(file)
        last = self._base + line
        self._end = max(self._end, last)
        return last <= LARGEST and len(self._lines) < self._most

    def _begin(self, file: str) -> None:
        self._files.append(file)
        self._base = self._end + 1
        self._bases.append(self._base)

    def _place(self, line: int) -> Place:
        number = bisect_right(self._bases, line) - 1
        return Place(self._files[number], line - self._bases[number])


def _problem(rule: Rule, text: str, place: Place, first: Place) -> Problem:
    what, fix = _WORDS[rule.name]
    return rule.found(f"the {what} {shown(text)} is that of {first}, too", fix, place)


_WORDS: Final[dict[str, tuple[str, str]]] = {
    DUPLICATE_ID.name: ("id", "give one of them another id"),
    DUPLICATE_ISBN.name: ("ISBN", "delete one of the records or correct its ISBN"),
    DUPLICATE_DOI.name: ("DOI", "delete one of the records or correct its DOI"),
    DUPLICATE_PMID.name: ("number", "delete one of the records or correct its PMID or PMCID"),
}
