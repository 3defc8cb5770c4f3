"""Rows of texts as a table for people: columns of one width, and the last one wrapped."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator, Sequence
from typing import Final
from unicodedata import combining, east_asian_width

from reportcite.cli.terminal import is_stdout, on_terminal

_GAP: Final = "  "
_WIDEST: Final = 48
"""Cells that are wider stand on a line of their own."""
_LEAST: Final = 24
"""Columns that the last cell gets, or else it begins on the next line."""


def rows_for(output: str, rows: Iterable[Sequence[str]], names: int = 1) -> Iterator[str]:
    """Each row as text: a table as wide as the terminal where `output`, which is "" or "-" for
    standard output, is one; or tabs between the cells for other programs.

    The first cells, `names` of them, are never cut; the others of a row are one text.
    """
    if not is_stdout(output) or not on_terminal():
        return ("\t".join(row) + "\n" for row in rows)
    parted = [(*row[:names], ", ".join(row[names:])) for row in rows]
    return table(parted, shutil.get_terminal_size().columns)


def table(rows: Sequence[Sequence[str]], width: int) -> Iterator[str]:
    """The rows in at most `width` columns, as far as single words allow; the last cell is wrapped.

    >>> "".join(table([("apa", "APA 7"), ("mla", "Modern Language Association")], 24)).split("\\n")
    ['apa', '    APA 7', 'mla', '    Modern Language', '    Association', '']
    """
    from textwrap import wrap

    most = min(_WIDEST, width - _LEAST)
    columns = [
        max((length for cell in cells if (length := columns_of(cell)) <= most), default=0)
        for cells in zip(*(row[:-1] for row in rows), strict=True)
    ]
    indent = sum(columns) + len(_GAP) * len(columns)
    beside = width - indent >= _LEAST
    indent = indent if beside else 4
    for row in rows:
        padded = [
            cell + " " * (column - columns_of(cell))
            for cell, column in zip(row[:-1], columns, strict=True)
        ]
        head = _GAP.join(padded) + _GAP
        lines = wrap(row[-1], max(width - indent, 10), break_on_hyphens=False)
        if not beside or columns_of(head) > indent:
            lines.insert(0, "")
            head = head.rstrip()
        yield (head + f"\n{' ' * indent}".join(lines)).rstrip() + "\n"


def wrapped(line: str, indent: str) -> str:
    """The line as it is, or on a terminal as several that fit it, with `indent` before all but the
    first."""
    from textwrap import wrap

    if not on_terminal():
        return line + "\n"
    width = max(min(shutil.get_terminal_size().columns, 80), len(indent) + _LEAST)
    # Spaces that set texts below each other stay.
    return "\n".join(wrap(line, width, subsequent_indent=indent, break_on_hyphens=False)) + "\n"


def fitted(text: str, width: int) -> str:
    """`text` in exactly `width` columns: cut, with an ellipsis, or padded.

    >>> fitted("Chancen", 9), fitted("Chancen", 4)
    ('Chancen  ', 'Cha…')
    """
    if columns_of(text) > width:
        while columns_of(text) >= width and text:
            text = text[:-1]
        text += "…"
    return text + " " * (width - columns_of(text))


def columns_of(text: str) -> int:
    """How many columns of a terminal `text` takes (Unicode Standard Annex 11)."""
    if text.isascii():
        return len(text)
    return sum(0 if combining(c) else 1 + (east_asian_width(c) in "WF") for c in text)
