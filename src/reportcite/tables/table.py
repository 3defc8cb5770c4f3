"""What a table is here: rows of cells, each with its number, and what is found in one cell."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from typing import Any, Final, TypeAlias

from reportcite.tuples import NamedTuple

Cell: TypeAlias = str | int | float | bool | date | datetime | time | timedelta
"""A CSV file has texts only; spreadsheets have the others, too. An empty cell is ""."""

SUFFIXES: Final = (".csv", ".tsv", ".tab", ".xlsx", ".xlsm", ".xlsb", ".xls", ".ods")
"""The files that are tables by their names."""


class Row(NamedTuple):
    """One row: its number in the sheet, counted from 1, the line of the file it begins in (0 for a
    spreadsheet), and its cells."""

    number: int
    line: int
    cells: list[Cell]


class Dialect(NamedTuple):
    """How a file of separated values is written. `bom` says that a byte order mark stands first,
    or that a spreadsheet program wrote it that expects one; `hint` that its first line is `sep=;`.
    """

    delimiter: str = ","
    quote: str = '"'
    encoding: str = "utf-8"
    bom: bool = False
    line_end: str = "\r\n"
    hint: bool = False


class Table(NamedTuple):
    """Rows to be read once, in order, how many columns they have at most, and how they are
    written where they are separated values; `unread` are other sheets that have such a column,
    `unclosed` lines in which a quotation mark is opened and not closed."""

    rows: Iterator[Row]
    width: int
    dialect: Dialect | None = None
    unread: tuple[str, ...] = ()
    unclosed: tuple[int, ...] = ()


def text_of(cell: Cell) -> str:
    """What a cell shows, a whole number without exponent or fraction.

    >>> text_of(9783948289829.0), text_of("0306406152"), text_of(12.5)
    ('9783948289829', '0306406152', '12.5')
    """
    if isinstance(cell, str):
        return cell
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e16:
        return str(int(cell))
    return str(cell)


def is_table(name: str) -> bool:
    """Whether a file of that name is a table, or a packed one.

    >>> is_table("list.CSV"), is_table("list.xlsx"), is_table("list.csv.gz"), is_table("list.txt")
    (True, True, True, False)
    """
    plain = name.lower().removesuffix(".gz").removesuffix(".zst")
    return plain.endswith(SUFFIXES)


class Verdict(NamedTuple):
    """Whether all identifiers of a cell are right, and the cells that say so beside it.

    `keys` are equal for equal identifiers. `details` gives all that is known, one mapping for each
    identifier, when it is asked for.
    """

    valid: bool
    cells: tuple[str, ...]
    keys: tuple[str, ...]
    details: Callable[[], list[dict[str, Any]]]


class Judging(NamedTuple):
    """How cells of a kind are judged, what the columns beside them are called, and which names
    (lower-case, without spaces and punctuation at their ends) a column of them has; what a column
    with such a name holds may be judged otherwise."""

    columns: tuple[str, ...]
    names: Callable[[str], bool]
    judge: Callable[[str], Verdict]
    judge_below: Callable[[str], Callable[[str], Verdict]] | None = None

    def judge_in(self, name: str) -> Callable[[str], Verdict]:
        """What judges the cells of the column of this name."""
        return self.judge_below(name) if self.judge_below else self.judge
