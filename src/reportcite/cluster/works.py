"""Which records of all partitions are about one work: what is known of each in a file of its
partition, its keys in buckets of which each is compared by itself, and the works of all.

The buckets are cut as finely as the input is large, in the order of those of one machine
(`batch.grouping.groups.Keys`), so that what is found apart is told in the same order.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import accumulate
from operator import itemgetter
from struct import Struct
from typing import Any, Final

from reportcite.batch.grouping.gathered import Known
from reportcite.batch.grouping.groups import Apart, Groups, alike, in_order, joined
from reportcite.batch.grouping.scratch import BUCKETS, pieces_of, row_of
from reportcite.batch.sink import replacing_bytes
from reportcite.batch.work.merge import MergeSettings
from reportcite.batch.work.noting import Noted, kept_of
from reportcite.cluster import storage
from reportcite.cluster.partitions import Plan
from reportcite.cluster.sections import (
    OFFSET,
    as_json,
    read_section,
    section_of,
    told_in,
    write_sections,
)
from reportcite.cluster.shapes import fits
from reportcite.cluster.steps import Step
from reportcite.errors import InputError, Place
from reportcite.record.model import Record
from reportcite.record.works.judge import THRESHOLD
from reportcite.record.works.packing import unpacked
from reportcite.tuples import NamedTuple

_KEY: Final = Struct("<QIH")
"""A key, the position of the record in its partition, and which of the record's keys it is."""
_PAIR: Final = Struct("<III")
_MOST_OPEN: Final = 64
_COMPARED: Final = "compared"
_APART: Final = ([int], int, int, (int, [str], str, [str]))
_CREATOR: Final = (str, str, [str])
_TRAITS: Final = (
    *(str, [str], int, [int], [_CREATOR], [str], {str: str}, [[str]], [str], [str], str),
)
_NAMED: Final = (str, str, (str, int, int), str)


def buckets(plan: Plan) -> int:
    """How many buckets of works' keys there are: those of one machine, or twice as many, …"""
    count = BUCKETS
    while count < plan.buckets:
        count *= 2
    return count


class Noting:
    """What the records of a partition are known by, in order."""

    def __init__(self, plan: Plan) -> None:
        """Of no record yet."""
        count = buckets(plan)
        self._shift = 64 - (count - 1).bit_length()
        self._keys = [bytearray() for _ in range(count)]
        self.count = 0

    def row(self, record: Noted) -> bytes:
        """What the file of the partition has of a record, the next one."""
        for index, key in enumerate(record.keys):
            self._keys[key >> self._shift] += _KEY.pack(key, self.count, index)
        self.count += 1
        return row_of((record.traits, record.named, record.kept))

    def sections(self) -> Iterator[bytes]:
        """Keys, one section for each bucket."""
        return map(bytes, self._keys)


def write_noted(plan: Plan, number: int, records: Iterable[Noted]) -> int:
    """Note the records of a partition, which become known while they are written; returns how many
    there were."""
    noting = Noting(plan)
    with replacing_bytes(plan.file("noted", number)) as file:
        write_sections(file, map(noting.row, records))
    with replacing_bytes(plan.file("sought", number)) as file:
        write_sections(file, noting.sections())
    storage.write_json(plan.file("count", number), noting.count)
    return noting.count


class AllRows:
    """What was noted of the records of all partitions, by their numbers over all."""

    def __init__(self, plan: Plan) -> None:
        """That of the partitions of `plan`, which must all have been noted."""
        parts = range(len(plan.partitions))
        self._plan = plan
        self._counts: list[int] = [storage.read_json(plan.file("count", one), int) for one in parts]
        self.firsts = [0, *accumulate(self._counts)]
        self._open: OrderedDict[int, storage.Pieces] = OrderedDict()

    def __len__(self) -> int:
        return self.firsts[-1]

    def of_partition(self, part: int) -> range:
        """The numbers of its records."""
        return range(self.firsts[part], self.firsts[part + 1])

    def partition_of(self, number: int) -> int:
        """The partition in which the record of this number is."""
        return bisect_right(self.firsts, number) - 1

    def row(self, number: int) -> list[bytes]:
        """What was noted of the record of this number."""
        part = self.partition_of(number)
        at = number - self.firsts[part]
        pieces = pieces_of(read_section(self._file(part), at, self._counts[part]))
        if len(pieces) != 3:
            raise storage.Damaged(self._plan.file("noted", part))
        return pieces

    @contextmanager
    def understood(self) -> Iterator[None]:
        """Where records are compared or merged by what was noted. That is looked at closely only
        when it makes any trouble. Raises Damaged where a run has written nothing of the kind."""
        try:
            yield
        except (AttributeError, LookupError, TypeError, ValueError, InputError):
            self._require_sound()
            raise

    def _require_sound(self) -> None:
        for number in range(len(self)):
            path = self._plan.file("noted", self.partition_of(number))
            with storage.understood(path):
                traits, named, kept = self.row(number)
                sound = fits(unpacked(traits), _TRAITS) and fits(unpacked(named), _NAMED)
                if not sound or not _is_kept(kept_of(kept)):
                    raise storage.Damaged(path)

    def require_counts(self) -> None:
        """Raises Damaged where a partition has fewer records than are said to be noted of it."""
        for part, count in enumerate(self._counts):
            if (count + 1) * OFFSET > self._file(part).size:
                raise storage.Damaged(self._plan.file("count", part))

    def _file(self, part: int) -> storage.Pieces:
        if part not in self._open:
            if len(self._open) >= _MOST_OPEN:
                self._open.popitem(last=False)[1].close()
            self._open[part] = storage.Pieces(self._plan.file("noted", part))
        self._open.move_to_end(part)
        return self._open[part]

    def close(self) -> None:
        """Let the files go."""
        for file in self._open.values():
            file.close()
        self._open.clear()


def _is_kept(value: Any) -> bool:
    """Whether this is what is kept of a record: all of it; or for a check its place, and what it
    has rules ignore."""
    if isinstance(value, Record):
        return isinstance(value.fields, Mapping) and isinstance(value.id, str)
    return isinstance(value, tuple) and len(value) == 2 and isinstance(value[0], Place)


class _Told(NamedTuple):
    """Two records that are kept apart, and when one machine would come upon them."""

    order: tuple[int, ...]
    pair: Apart


def compare(plan: Plan, number: int) -> None:
    """The pairs of records of one work, and those that are kept apart, among those that have a key
    of a bucket in common."""
    rows = AllRows(plan)
    apart: dict[int, _Told] = {}
    blocks = _Blocks(plan, number, rows)

    def tell(pair: Apart) -> None:
        apart.setdefault(pair.other, _Told(blocks.order, pair))

    settings = plan.settings
    threshold = settings.threshold if isinstance(settings, MergeSettings) else THRESHOLD
    with rows.understood():
        pairs = alike(blocks, Known(rows).traits, threshold, tell)
        found = b"".join([_PAIR.pack(*pair) for pair in pairs])
    told = [(one.order, one.pair.one, one.pair.other, one.pair.likeness) for one in apart.values()]
    with replacing_bytes(plan.file(_COMPARED, number)) as file:
        write_sections(file, (found, as_json(told)))
    rows.close()


class _Blocks:
    """The records of each key in a bucket that several have, in the order of one machine."""

    def __init__(self, plan: Plan, number: int, rows: AllRows) -> None:
        self.order: tuple[int, ...] = ()
        self._several: dict[int, list[int]] = {}
        self._orders: dict[int, tuple[int, ...]] = {}
        first: dict[int, int] = {}
        count = buckets(plan)
        for part, start in enumerate(rows.firsts[:-1]):
            path = plan.file("sought", part)
            section = section_of(path, number, count)
            if len(section) % _KEY.size:
                raise storage.Damaged(path)
            records = len(rows.of_partition(part))
            for key, at, index in _KEY.iter_unpack(section):
                if at >= records:
                    raise storage.Damaged(path)
                record = start + at
                before = first.setdefault(key, record)
                if before != record:
                    if key not in self._several:
                        self._several[key] = [before]
                        self._orders[key] = (key * BUCKETS >> 64, record, index)
                    self._several[key].append(record)

    def __iter__(self) -> Iterator[list[int]]:
        for key, order in sorted(self._orders.items(), key=lambda one: one[1]):
            self.order = order
            yield in_order(self._several[key])


def all_works(plan: Plan, rows: AllRows, known: Known) -> Groups:
    """The works of all records, when all buckets are compared; one process finds them, which has
    sixteen bytes of each record in memory."""

    def pairs() -> Iterator[tuple[int, int, int]]:
        for number in range(buckets(plan)):
            path = plan.file(_COMPARED, number)
            section = section_of(path, 0, 2)
            if len(section) % _PAIR.size:
                raise storage.Damaged(path)
            for one, other, score in _PAIR.iter_unpack(section):
                if not one < other < len(rows):
                    raise storage.Damaged(path)
                yield one, other, score

    rows.require_counts()
    with rows.understood():
        return joined(len(rows), pairs(), known.traits)


def kept_apart(plan: Plan, rows: AllRows) -> Iterator[tuple[int, int, str, str]]:
    """The pairs of records that share an identifier and are of different works, of each record one
    at most: both numbers, what is shared, what rules it out."""
    found: list[Any] = []
    for number in range(buckets(plan)):
        path = plan.file(_COMPARED, number)
        some = told_in(path, 1, 2, [_APART])
        if not all(max(one, other) < len(rows) and like[3] for _, one, other, like in some):
            raise storage.Damaged(path)
        found += some
    told: set[int] = set()
    for _, one, other, (_, _, against, shared) in sorted(found, key=itemgetter(0)):
        if other not in told:
            told.add(other)
            yield one, other, shared[0], against


COMPARE: Final = Step("buckets of works", compare, buckets, _COMPARED)
