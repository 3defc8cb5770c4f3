"""Spreadsheets, read by calamine: values only, as they were last computed; no formula is run."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, BinaryIO, Final

from reportcite.errors import InputError, Place
from reportcite.tables.table import Cell, Row, Table

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

_LARGE: Final = 1 << 26
_MOST_TIMES: Final = 100
"""How many times its size a workbook of more than so many bytes may unpack to; lists of a million
rows have 5 to 20 times."""


def read_sheet(file: BinaryIO, name: str, fits: Callable[[Table], bool]) -> Table:
    """The first sheet of a workbook that `fits`, with the names of the others that do; where none
    does, the first that holds anything.

    Raises InputError for a file that is no workbook, is encrypted, or holds nothing.
    """
    import python_calamine

    _refuse_bomb(file, name)
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
    fitting = [sheet for sheet in filled if fits(_table(sheet))] or filled[:1]
    return _table(fitting[0])._replace(unread=tuple(sheet.name for sheet in fitting[1:]))


def _refuse_bomb(file: BinaryIO, name: str) -> None:
    """Raise InputError for an archive that unpacks to what no list is: it would fill the memory."""
    import zipfile

    try:
        file.seek(0)
        with zipfile.ZipFile(file) as archive:
            members = archive.infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError):
        return  # another kind of file, or one that calamine has more to say of
    size = sum(one.file_size for one in members)
    times = size // (sum(one.compress_size for one in members) or 1)
    if size > _LARGE and times > _MOST_TIMES:
        message = f"unpacks to {size >> 20} MiB, {times} times what is packed"
        hint = "no list does; save it anew without what is empty"
        raise InputError(message, place=Place(name), suggestion=hint)


def _table(sheet: CalamineSheet) -> Table:
    first_column = sheet.start[1] if sheet.start else 0
    return Table(_rows(sheet, first_column), first_column + sheet.width)


def _rows(sheet: CalamineSheet, first_column: int) -> Iterator[Row]:
    """The rows from the first on; calamine leaves out empty columns before the others."""
    before: list[Cell] = [""] * first_column
    for number, cells in enumerate(sheet.iter_rows(), 1):
        yield Row(number, 0, [*before, *cells])
