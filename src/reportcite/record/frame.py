"""Data frames: records of one type with one set of fields, whose values are looked at by column.

One look at a column costs little more than one at a value, so whoever works on many records asks
what holds of all of them, and looks closer at those of which it does not.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import compress, pairwise
from operator import not_
from typing import Any, Final

from reportcite.problems import Problem
from reportcite.record.model import Record
from reportcite.tuples import NamedTuple

SMALLEST: Final = 8
"""Of fewer records a frame does not pay."""
_PARTS: Final = 4


class Frame(NamedTuple):
    """Records of `type` that have the same fields in the same order, with their values by field.

    All of them are `one_line`, and there is nothing to say of them besides their values: no
    problems, no `custom`, nothing stated, ignored, or left out of a list. `rows` say where each
    stands among others that were read with it.
    """

    type: str
    rows: Sequence[int]
    records: Sequence[Record]
    columns: Mapping[str, Sequence[Any]]

    def slice(self, start: int, end: int) -> Frame:
        """The records from `start` to before `end`."""
        columns = {name: column[start:end] for name, column in self.columns.items()}
        return Frame(self.type, self.rows[start:end], self.records[start:end], columns)

    def only(self, kept: Sequence[bool]) -> Frame:
        """Those records for which `kept` says so."""
        columns = {name: [*compress(column, kept)] for name, column in self.columns.items()}
        rows, records = [*compress(self.rows, kept)], [*compress(self.records, kept)]
        return Frame(self.type, rows, records, columns)


class Frames(NamedTuple):
    """What was read, in frames; with its row each, in order, whatever is in none of them."""

    frames: list[Frame]
    rest: list[tuple[int, Record | Problem]]


def frames_of(results: Sequence[Record | Problem]) -> Frames:
    """All of `results`, those that can be in frames there."""
    rest: list[tuple[int, Record | Problem]] = []
    groups: defaultdict[tuple[str, ...], list[tuple[int, Record]]] = defaultdict(list)
    for row, result in enumerate(results):
        if isinstance(result, Record) and _fits_in(result):
            groups[(result.type, *result.fields)].append((row, result))
        else:
            rest.append((row, result))
    frames = []
    for (type_, *names), group in groups.items():
        if len(group) < SMALLEST:
            rest += group
            continue
        rows, records = zip(*group, strict=True)
        values = zip(*[record.fields.values() for record in records], strict=True)
        frames.append(Frame(type_, rows, records, dict(zip(names, values, strict=True))))
    rest.sort(key=_row)
    return Frames(frames, rest)


def in_order(found: Frames) -> list[Record | Problem]:
    """All that is in `found`, in the order of rows."""
    by_row: dict[int, Record | Problem] = dict(found.rest)
    for frame in found.frames:
        by_row |= zip(frame.rows, frame.records, strict=True)
    return [by_row[row] for row in sorted(by_row)]


def _fits_in(record: Record) -> bool:
    said = record.problems or record.custom or record.stated_none
    return record.one_line and not (said or record.truncated or record.ignored)


def parts_of(size: int) -> Iterator[tuple[int, int]]:
    """Where the parts of so many records start and end in which something is sought that does not
    hold of them all; none where they are so few that each is looked at."""
    if size >= _PARTS * SMALLEST:
        yield from pairwise(size * part // _PARTS for part in range(_PARTS + 1))


def parted(frame: Frame, holds: Callable[[Frame], bool]) -> Iterator[tuple[Frame, bool]]:
    """`frame` in parts, in order, and whether something `holds` of each: of as many records at
    once as may be; a part of which it does not hold has few records, some of which it may."""
    if holds(frame):
        yield frame, True
    elif parts := [*parts_of(len(frame.rows))]:
        for start, end in parts:
            yield from parted(frame.slice(start, end), holds)
    else:
        yield frame, False


def screened(
    frames: Frames, all_hold: Callable[[Frame], bool], holds: Callable[[Record], bool]
) -> Frames:
    """`frames` of those records alone of which something `holds`, as is seen of all in a frame at
    once or of each; the others are in the rest."""
    kept: list[Frame] = []
    rest = [*frames.rest]
    for frame in frames.frames:
        if all_hold(frame):
            kept.append(frame)
            continue
        found = [holds(record) for record in frame.records]
        others = map(not_, found)
        rest += compress(zip(frame.rows, frame.records, strict=True), others)
        if any(found):
            kept.append(frame.only(found))
    rest.sort(key=_row)
    return Frames(kept, rest)


def _row(one: tuple[int, Any]) -> int:
    return one[0]
