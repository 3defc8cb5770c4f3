"""A table with columns added that say of each row what its identifier is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain, islice
from typing import TypeAlias

from reportcite.errors import InputError, Place
from reportcite.tables.columns import (
    SAMPLED,
    Position,
    name_of_column,
    other_columns,
    position_of,
)
from reportcite.tables.seen import FirstRows
from reportcite.tables.table import Cell, Judging, Row, Table, Verdict, text_of
from reportcite.tuples import NamedTuple


@dataclass(slots=True)
class Counts:
    """How many rows were read, and what was found in them; rows of which the cell is empty are
    neither valid nor invalid."""

    rows: int = 0
    valid: int = 0
    invalid: int = 0
    empty: int = 0
    duplicates: int = 0

    def summary(self) -> str:
        """One line: `500 rows: 460 valid, 30 invalid, 10 empty, 12 duplicates`."""
        return (
            f"{self.rows} row{'' if self.rows == 1 else 's'}: {self.valid} valid, "
            f"{self.invalid} invalid, {self.empty} empty, "
            f"{self.duplicates} duplicate{'' if self.duplicates == 1 else 's'}"
        )


Before: TypeAlias = Callable[[tuple[str, ...], int], int | str]
"""(keys of a row, its number) → where one of them was before: a row of the table, or words for
elsewhere; 0 for nowhere."""


class Judged(NamedTuple):
    """A row of identifiers: what was found, None where the cell is empty, and the first row with
    the same identifier, 0 where it is the first."""

    row: Row
    text: str
    verdict: Verdict | None
    first: int | str


class Cleaning(NamedTuple):
    """A table, of which the column is known: `before` are the rows up to the names of columns,
    `unread` the other sheets that have such a column, `columns` such others of this sheet,
    and `unclosed` lines in which a quotation mark is opened and not closed."""

    position: Position
    before: list[Row]
    rows: Iterator[Row]
    width: int
    unread: tuple[str, ...] = ()
    columns: tuple[str, ...] = ()
    unclosed: tuple[int, ...] = ()


def begin(table: Table, judging: Judging, column: str = "", name: str = "") -> Cleaning:
    """`table`, which is called `name`, when it is known where its identifiers stand.

    Raises UsageError where that cannot be found out, and InputError where the table is empty.
    """
    sample = [*islice(table.rows, SAMPLED)]
    if not any(cell != "" for row in sample for cell in row.cells):
        raise InputError("holds no rows", place=Place(name), suggestion="check the name")
    position = position_of(sample, judging, column)
    head = position.head + 1
    rows = chain(sample[head:], table.rows)
    others = () if column else other_columns(sample, judging, position)
    return Cleaning(
        position, sample[:head], rows, table.width, table.unread, others, table.unclosed
    )


def judged(
    cleaning: Cleaning, judging: Judging, counts: Counts, before: Before | None = None
) -> Iterator[Judged]:
    """Each row below the names of the columns that holds anything, counted; without `before` first
    rows are sought in this table."""
    column, judge, before = cleaning.position.column, judging.judge, before or FirstRows().before
    if cleaning.before:
        judge = judging.judge_in(name_of_column(cleaning.before[-1], column))
    for row in cleaning.rows:  # runs for every row of any number
        cells = row.cells
        cell = cells[column] if column < len(cells) else ""
        text = (cell if isinstance(cell, str) else text_of(cell)).strip()
        if not text:
            if any(part != "" for part in cells):
                counts.rows += 1
                counts.empty += 1
            yield Judged(row, "", None, 0)
            continue
        verdict = judge(text)
        counts.rows += 1
        first = before(verdict.keys, row.number)
        if verdict.valid:
            counts.valid += 1
        else:
            counts.invalid += 1
        counts.duplicates += first != 0
        yield Judged(row, text, verdict, first)


def cleaned(
    cleaning: Cleaning,
    judging: Judging,
    counts: Counts,
    *,
    invalid_only: bool = False,
    before: Before | None = None,
) -> Iterator[list[Cell]]:
    """The rows of the table, each with the added cells; the names of columns before them, which
    are made up where the table has none."""
    width, added = cleaning.width, len(judging.columns)
    yield from _head(cleaning, judging)
    added_cells: list[Cell] = [""] * (added + 1)
    for row, _, verdict, first in judged(cleaning, judging, counts, before):
        if invalid_only and (verdict is None or verdict.valid):
            continue
        cells = row.cells
        if len(cells) < width:
            cells = [*cells, *[""] * (width - len(cells))]
        if verdict is None:
            yield [*cells, *added_cells, row.number]
        else:
            yield [*cells, *verdict.cells, first or "", row.number]


def _head(cleaning: Cleaning, judging: Judging) -> Iterator[list[Cell]]:
    names: list[Cell] = []
    if cleaning.before:
        *above, head = cleaning.before
        for row in above:
            yield row.cells
        names = [*head.cells]
    names += [f"column {i + 1}" for i in range(len(names), cleaning.width)]
    taken = {str(name).strip().lower() for name in names}
    for name in (*judging.columns, "duplicate-of", "row"):
        free, number = name, 2
        while free in taken:
            free, number = f"{name} {number}", number + 1
        names.append(free)
    yield names
