"""Makes frames of what programs wrote: the door for many records at once.

What is asked of one record is asked here of all that have the same fields, column by column. Where
the answer is no, each of them is asked.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Any, Final

from reportcite.errors import Place
from reportcite.record.assemble.machine_written import are_typed, make_typed
from reportcite.record.assemble.record import machine_written_records
from reportcite.record.frame import SMALLEST, Frame, parts_of

_SAMPLE: Final = 8
"""Of records that look alike, so many show whether most of them are typed."""


def assemble_frames(
    sources: Sequence[dict[str, Any]], strings: Sequence[int], places: Sequence[Place]
) -> list[Frame]:
    """Frames of records in `sources`: of those that need no closer look, where many are of a kind.

    A record is what `assemble_machine_written` makes of its source, the number of strings that
    this was made of, and its place; the source becomes its `fields`. Sources whose rows are in no
    frame are as they were.
    """
    groups: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for row, names in enumerate(map(tuple, sources)):
        groups[names].append(row)
    frames: list[Frame] = []
    for names, alike in groups.items():
        if len(alike) >= SMALLEST and {"id", "type", "title"}.issubset(names):
            for rows in _by_type(sources, alike):
                frames += _frame(rows, sources, strings, places)
    return frames


def _by_type(sources: Sequence[dict[str, Any]], rows: list[int]) -> Iterator[list[int]]:
    """The `rows` of each type."""
    types = [sources[row]["type"] for row in rows]
    if types.count(types[0]) == len(types):  # as in most files
        yield rows
        return
    by_type: defaultdict[str, list[int]] = defaultdict(list)
    for row, type_ in zip(rows, types, strict=True):
        if isinstance(type_, str):
            by_type[type_].append(row)
    yield from by_type.values()


def _frame(
    rows: list[int],
    sources: Sequence[dict[str, Any]],
    strings: Sequence[int],
    places: Sequence[Place],
) -> list[Frame]:
    """One of those of `rows` whose values are such as records have, or are made so; none where
    these are few, as a sample shows."""
    sample = rows[:: len(rows) // _SAMPLE or 1]
    typed = [row for row in sample if make_typed(sources[row].copy(), strings[row])]
    if 2 * len(typed) < len(sample):
        return []
    columns = _columns(rows, sources)
    if not _are_typed(columns, rows, strings):
        rows = _typed_rows(rows, sources, strings)
        columns = _columns(rows, sources)
    if not rows:
        return []
    mine = [sources[row] for row in rows]
    records = machine_written_records(mine, [places[row] for row in rows])
    del columns["id"], columns["type"]
    return [Frame(records[0].type, rows, records, columns)]


def _typed_rows(
    rows: list[int], sources: Sequence[dict[str, Any]], strings: Sequence[int]
) -> list[int]:
    if _are_typed(_columns(rows, sources), rows, strings):
        return rows
    parts = [rows[start:end] for start, end in parts_of(len(rows))]
    if not parts:
        return [row for row in rows if make_typed(sources[row], strings[row])]
    return [*chain.from_iterable(_typed_rows(part, sources, strings) for part in parts)]


def _are_typed(columns: dict[str, Sequence[Any]], rows: list[int], strings: Sequence[int]) -> bool:
    counts = [strings[row] for row in rows]
    return min(counts) >= 0 and are_typed(columns, sum(counts))


def _columns(rows: list[int], sources: Sequence[dict[str, Any]]) -> dict[str, Sequence[Any]]:
    """Their values, by name."""
    if not rows:
        return {}
    values = zip(*[sources[row].values() for row in rows], strict=True)
    return dict(zip(sources[rows[0]], values, strict=True))
