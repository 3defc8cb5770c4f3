"""Quotation marks that are opened round a cell and never closed, which would make one cell of all
that follows."""

from __future__ import annotations

import csv
from collections import deque
from collections.abc import Iterator
from typing import TextIO

from reportcite.tables.table import Dialect
from reportcite.tuples import NamedTuple


class Quotes(NamedTuple):
    """How many cells a row usually has, and where the lines are noted in which a mark is opened
    and not closed, counted from 1."""

    usual: int
    unclosed: list[int]


def rows_with_unclosed(
    text: TextIO, dialect: Dialect, quotes: Quotes
) -> Iterator[tuple[list[str], int]]:
    """The rows of `text`, and how many lines each takes. A line in which a quotation mark is opened
    and not closed is a row of its own, in which marks are characters like others.

    So is taken what goes on over several lines to an unusual number of cells, or to the end of all.
    Raises csv.Error for a line that is too long for a row.
    """
    lines = _Lines(text)
    number = 1
    reader = _reader(lines, dialect)
    while True:
        cells: list[str] | None = None
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:  # it is larger than any cell
            pass
        if cells is None or _is_doubtful(cells, lines, dialect, quotes.usual):
            only = csv.reader(lines.taken[:1], delimiter=dialect.delimiter, quoting=csv.QUOTE_NONE)
            first = next(only)
            if cells is None or lines.ended or len(first) == quotes.usual:
                quotes.unclosed.append(number + dialect.hint)
                lines.put_back()
                cells, reader = first, _reader(lines, dialect)
        yield cells, len(lines.taken)
        number += len(lines.taken)
        lines.taken.clear()


class _Lines:
    """The lines of a text, of which those that a row has taken can be put back but the first."""

    def __init__(self, text: TextIO) -> None:
        self.taken: list[str] = []
        self.ended = False
        self._text = text
        self._waiting: deque[str] = deque()

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._waiting.popleft() if self._waiting else self._text.readline()
        if not line:
            self.ended = True
            raise StopIteration
        self.taken.append(line)
        return line

    def put_back(self) -> None:
        self._waiting.extendleft(reversed(self.taken[1:]))
        del self.taken[1:]
        self.ended = False


def _reader(lines: _Lines, dialect: Dialect) -> Iterator[list[str]]:
    return csv.reader(lines, delimiter=dialect.delimiter, quotechar=dialect.quote)


def _is_doubtful(cells: list[str], lines: _Lines, dialect: Dialect, usual: int) -> bool:
    """Whether a mark may be opened and not closed in what was read for `cells`."""
    if len(lines.taken) < 2 and not lines.ended:
        return False
    if len(cells) != usual and not lines.ended:
        return True
    strict = csv.reader(
        lines.taken, delimiter=dialect.delimiter, quotechar=dialect.quote, strict=True
    )
    try:
        deque(strict, maxlen=0)
    except csv.Error as error:
        return len(lines.taken) > 1 or "unexpected end" in str(error)
    return False
