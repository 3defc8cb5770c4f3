"""Which column of a table holds the identifiers, and which row has the names of the columns."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import get_close_matches
from itertools import zip_longest
from typing import Final

from reportcite.errors import UsageError
from reportcite.tables.table import Cell, Judging, Row, text_of
from reportcite.tuples import NamedTuple

SAMPLED: Final = 200
"""How many rows are looked at."""
_HEAD: Final = 20
"""In how many rows the names of the columns are looked for."""
_MOST_NAMED: Final = 5
_LONGEST: Final = 40
"""So many characters of a column's name are shown."""
_FEW: Final = 6
"""A cell with fewer digits is no mistyped identifier."""


class Position(NamedTuple):
    """Where the identifiers stand: the column, and the index of the row that names the columns,
    -1 where none does."""

    column: int
    head: int


def position_of(rows: Sequence[Row], judging: Judging, wanted: str = "") -> Position:
    """The column that is called `wanted`, or is its number or letter; or without that the one whose
    name or content says what it holds. `rows` are the first of the table.

    Raises UsageError where there is none.
    """
    found = _named(rows, wanted, judging) if wanted else _recognised(rows, judging)
    if found is None:
        raise _no_column(_names_in(rows), wanted)
    return found


def other_columns(rows: Sequence[Row], judging: Judging, position: Position) -> tuple[str, ...]:
    """The names of other columns than that at `position` in which half of what stands there is
    right, judged by these names, unless they are those that are added."""
    if position.head < 0:
        return ()
    head = rows[position.head]
    found = []
    for column, cell in enumerate(head.cells):
        name = text_of(cell).strip()
        if not name or name.lower() in judging.columns or column == position.column:
            continue
        judge = judging.judge_in(name_of_column(head, column))
        below = [row.cells[column] for row in rows[position.head + 1 :] if len(row.cells) > column]
        filled = [text for one in below if (text := text_of(one).strip())]
        if 0 < len(filled) <= 2 * sum(judge(text).valid for text in filled):
            found.append(_short(name))
    return tuple(found[:_MOST_NAMED])


def _no_column(names: list[str], wanted: str) -> UsageError:
    there = f"here are: {', '.join(names)}"
    if not wanted:
        hint = f"name it with --column; t{there}"
        return UsageError("no column holds such numbers", suggestion=hint)
    near = get_close_matches(wanted.casefold(), [name.casefold() for name in names], n=1)
    meant = next((name for name in names if [name.casefold()] == near), "")
    hint = f"did you mean {meant}? T{there}" if meant else f"t{there}"
    return UsageError(f"no column is called {wanted}", suggestion=hint)


def names_column(text: str, judging: Judging) -> bool:
    """Whether a text says what a column holds, as ISBN-13 does; GND 118540238 is one of these."""
    return judging.names(_name(text)) and _has_few_digits(text) and not judging.judge(text).valid


def name_of_column(head: Row, column: int) -> str:
    """What the column is called in the row that names them; "" where that says nothing."""
    return _name(head.cells[column]) if column < len(head.cells) else ""


def _names_in(rows: Sequence[Row]) -> list[str]:
    """The names of the columns, most likely: the first row that has most cells filled."""
    filled = [[text for cell in row.cells if (text := text_of(cell))] for row in rows[:_HEAD]]
    return [*map(_short, max(filled, key=len, default=[])[:12])]


def _short(name: str) -> str:
    return f"{name[:_LONGEST]}…" if len(name) > _LONGEST else name


def _named(rows: Sequence[Row], wanted: str, judging: Judging) -> Position | None:
    # A number is the name of a year's column at most in the first row; below it, it counts things.
    for head, row in enumerate(rows[: 1 if wanted.isdecimal() else _HEAD]):
        named = [column for column, cell in enumerate(row.cells) if _name(cell) == _name(wanted)]
        # A row with an identifier is one of the list: “ISSN” may be a title, too.
        if named and not any(_is_right(cell, judging) for cell in row.cells):
            return Position(named[0], head)
    column = _number(wanted)
    width = max((len(row.cells) for row in rows), default=0)
    if 0 <= column < width:
        return Position(column, _head_above(rows, column, judging))
    return None


def _number(wanted: str) -> int:
    """The index that `3` or `C` stands for; -1 for anything else."""
    if wanted.isdecimal():
        return int(wanted) - 1
    if wanted.isascii() and wanted.isalpha() and len(wanted) <= 2:
        index = 0
        for letter in wanted.upper():
            index = index * 26 + ord(letter) - ord("A") + 1
        return index - 1
    return -1


def _recognised(rows: Sequence[Row], judging: Judging) -> Position | None:
    right = _right_cells(rows, judging)
    for head, row in enumerate(rows[:_HEAD]):
        named = [
            column for column, cell in enumerate(row.cells) if names_column(text_of(cell), judging)
        ]
        if named:
            return Position(max(named, key=lambda column: (right[column], -column)), head)
    column = max(range(len(right)), key=lambda column: (right[column], -column), default=-1)
    if column < 0 or not right[column]:
        return None
    return Position(column, _head_above(rows, column, judging))


def _right_cells(rows: Sequence[Row], judging: Judging) -> list[int]:
    """How many cells of each column hold what is right."""
    columns = zip_longest(*(row.cells for row in rows), fillvalue="")
    return [sum(_is_right(cell, judging) for cell in column) for column in columns]


def _is_right(cell: Cell, judging: Judging) -> bool:
    text = text_of(cell).strip()
    return bool(text) and judging.judge(text).valid


def _head_above(rows: Sequence[Row], column: int, judging: Judging) -> int:
    """The first row with something in the column, below titles of the list that have nothing there,
    if its cell is a name rather than an identifier."""
    for head, row in enumerate(rows[:_HEAD]):
        text = text_of(row.cells[column]).strip() if len(row.cells) > column else ""
        if text:
            return head if _has_few_digits(text) and not judging.judge(text).valid else -1
    return -1


def _has_few_digits(text: str) -> bool:
    return sum(c.isdecimal() for c in text) < _FEW


def _name(cell: Cell) -> str:
    return text_of(cell).strip(" \t\r\n:*.#'\"").lower()
