"""Spreadsheets, read by calamine: values only, as they were last computed; no formula is run."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, BinaryIO

from reportcite.errors import InputError, Place
from reportcite.tables.table import Cell, Row, Table

if TYPE_CHECKING:
    from python_calamine import CalamineSheet


def read_sheet(file: BinaryIO, name: str, fits: Callable[[Table], bool]) -> Table:
    """The first sheet of a workbook that `fits`; where none does, the first that holds anything.

    Raises InputError for a file that is no workbook, is encrypted, or holds nothing.
    """
    import python_calamine

    try:
        file.seek(0)
        workbook = python_calamine.load_workbook(file)
        sheets = [workbook.get_sheet_by_name(one) for one in workbook.sheet_names]
    except BaseException as error:
        # What is broken in another way than calamine expects is a panic, which is no Exception.
        if not isinstance(error, Exception) and type(error).__name__ != "PanicException":
            raise
        reason = "it is encrypted" if "assword" in type(error).__name__ + str(error) else str(error)
        hint = "save it anew as .xlsx, without a password"
        raise InputError(
            f"is no spreadsheet: {reason}", place=Place(name), suggestion=hint
        ) from error
    filled = [sheet for sheet in sheets if sheet.height]
    if not filled:
        raise InputError("holds nothing", place=Place(name), suggestion="check the name")
    return _table(next((sheet for sheet in filled if fits(_table(sheet))), filled[0]))


def _table(sheet: CalamineSheet) -> Table:
    first_column = sheet.start[1] if sheet.start else 0
    return Table(_rows(sheet, first_column), first_column + sheet.width)


def _rows(sheet: CalamineSheet, first_column: int) -> Iterator[Row]:
    """The rows from the first on; calamine leaves out empty columns before the others."""
    before: list[Cell] = [""] * first_column
    for number, cells in enumerate(sheet.iter_rows(), 1):
        yield Row(number, 0, [*before, *cells])
