"""Which records of all partitions are about one work: what is known of each in a file of its
partition, its keys in buckets of which each is compared by itself, and the works of all.

The buckets are cut as finely as the input is large, in the order of those of one machine
(`batch.grouping.groups.Keys`), so that what is found apart is told in the same order.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Iterable, Iterator
from itertools import accumulate
from struct import Struct
from typing import Any, Final

from reportcite.batch.grouping.gathered import Known
from reportcite.batch.grouping.groups import Apart, Groups, alike, in_order, joined
from reportcite.batch.grouping.scratch import BUCKETS, pieces_of, row_of
from reportcite.batch.sink import replacing_bytes
from reportcite.batch.work.merge import MergeSettings
from reportcite.batch.work.noting import Noted
from reportcite.cluster import storage
from reportcite.cluster.partitions import Plan
from reportcite.cluster.sections import as_json, read_section, section_of, told_in, write_sections
from reportcite.cluster.steps import Step
from reportcite.record.works.judge import THRESHOLD
from reportcite.tuples import NamedTuple

_KEY: Final = Struct("<QIH")
"""A key, the position of the record in its partition, and which of the record's keys it is."""
_PAIR: Final = Struct("<III")
_MOST_OPEN: Final = 64
_COMPARED: Final = "compared"


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
        self._counts: list[int] = [storage.read_json(plan.file("count", one)) for one in parts]
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
        return pieces_of(read_section(self._file(part), at, self._counts[part]))

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
            section = section_of(plan.file("sought", part), number, count)
            for key, at, index in _KEY.iter_unpack(section):
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

    def pairs() -> Iterator[tuple[int, ...]]:
        for number in range(buckets(plan)):
            section = section_of(plan.file(_COMPARED, number), 0, 2)
            yield from _PAIR.iter_unpack(section)

    return joined(len(rows), pairs(), known.traits)  # type: ignore[arg-type]  # three each


def kept_apart(plan: Plan) -> Iterator[tuple[int, int, str, str]]:
    """The pairs of records that share an identifier and are of different works, of each record one
    at most: both numbers, what is shared, what rules it out."""
    found: list[Any] = []
    for number in range(buckets(plan)):
        found += told_in(plan.file(_COMPARED, number), 1, 2)
    told: set[int] = set()
    for _, one, other, likeness in sorted(found, key=lambda each: tuple(each[0])):
        if other not in told:
            told.add(other)
            _, _, against, shared = likeness
            yield one, other, shared[0], against


COMPARE: Final = Step("buckets of works", compare, buckets, _COMPARED)
