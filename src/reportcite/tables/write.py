"""Tables written: separated values, .xlsx and .ods, in which no cell is a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from pathlib import PurePath
from types import MappingProxyType
from typing import BinaryIO, Final, TypeAlias

from reportcite.errors import UsageError
from reportcite.patterns import pattern
from reportcite.tables.table import Cell, Dialect, text_of
from reportcite.tables.write_ods import write_ods
from reportcite.tables.write_xlsx import write_xlsx

WriteTable: TypeAlias = Callable[[BinaryIO, Iterable[list[Cell]], Dialect], None]
"""Writes rows, the first of which names the columns, to a file."""

# What spreadsheets take for the beginning of a formula (OWASP, CSV Injection).
_FORMULA: Final = frozenset("=+-@\t\r\n＝＋－＠")
# How such a cell may begin: with white space, too.
_BEGINNINGS: Final = _FORMULA | {c for c in map(chr, range(0x3001)) if c.isspace()}
_NUMBER: Final = pattern(r"[+-][0-9]{1,18}(?:[.,][0-9]{1,18})?")


def writer_for(name: str) -> WriteTable:
    """What writes a file of that name. Raises UsageError where that is no table."""
    suffix = PurePath(name.lower().removesuffix(".gz").removesuffix(".zst")).suffix
    if suffix not in _WRITERS:
        known = ", ".join(_WRITERS)
        raise UsageError(f"{name} is no table by its name", suggestion=f"end it in one of {known}")
    return _WRITERS[suffix]


def suffix_for(name: str) -> str:
    """The suffix of what a table called `name` is written again as.

    >>> suffix_for("list.TSV.gz"), suffix_for("list.xls"), suffix_for("isbns")
    ('.tsv', '.xlsx', '.csv')
    """
    suffix = PurePath(name.lower().removesuffix(".gz").removesuffix(".zst")).suffix
    if suffix in _WRITERS:
        return suffix
    return ".xlsx" if suffix.startswith(".xls") else ".csv"


def _write_csv(file: BinaryIO, rows: Iterable[list[Cell]], dialect: Dialect) -> None:
    if dialect.delimiter not in ",;|":
        dialect = dialect._replace(delimiter=",")
    _write_delimited(file, rows, dialect)


def _write_tsv(file: BinaryIO, rows: Iterable[list[Cell]], dialect: Dialect) -> None:
    _write_delimited(file, rows, dialect._replace(delimiter="\t"))


def _write_delimited(file: BinaryIO, rows: Iterable[list[Cell]], dialect: Dialect) -> None:
    encoding = "utf-8-sig" if dialect.bom else "utf-8"
    text = io.TextIOWrapper(file, encoding=encoding, errors="replace", newline="")
    writer = csv.writer(text, delimiter=dialect.delimiter, lineterminator=dialect.line_end)
    writer.writerows(_harmless(rows))
    text.flush()
    text.detach()


def _harmless(rows: Iterable[list[Cell]]) -> Iterator[list[Cell]]:
    """`rows`, in which an apostrophe stands before what would be taken for a formula."""
    beginnings = _BEGINNINGS
    for cells in rows:  # runs for every row of any number
        for index, cell in enumerate(cells):
            if cell.__class__ is str:
                if cell[:1] in beginnings and _is_formula(cell):
                    cells[index] = f"'{cell}"
            elif cell.__class__ is not int:
                cells[index] = text_of(cell)
        yield cells


def _is_formula(cell: str) -> bool:
    bare = cell.lstrip()
    return cell[0] in "\t\r\n" or (
        bare[:1] in _FORMULA and bare != "" and not _NUMBER.fullmatch(bare)
    )


_WRITERS: Final = MappingProxyType(
    {
        ".csv": _write_csv,
        ".tsv": _write_tsv,
        ".tab": _write_tsv,
        ".txt": _write_tsv,
        ".xlsx": lambda file, rows, _: write_xlsx(file, rows),
        ".ods": lambda file, rows, _: write_ods(file, rows),
    }
)
