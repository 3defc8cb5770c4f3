"""A workbook for Excel, written by XlsxWriter row by row: texts are texts, whatever they look like
(ISO/IEC 29500)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any, BinaryIO, Final

from reportcite.errors import OutputError
from reportcite.tables.table import Cell, text_of

_MOST_ROWS: Final = 1_048_576
_LONGEST: Final = 32_767
_WIDTH: Final = 18
_NO_TIME: Final = datetime(1980, 1, 1)
"""When a workbook was made, as far as it says: the same rows give the same file."""
_STYLES: Final[dict[str, dict[str, Any]]] = {
    "name": {"bold": True},
    "whole": {"num_format": "0"},  # long numbers are not to be shown as 9.78E+12
    "date": {"num_format": "yyyy-mm-dd"},
    "time": {"num_format": "yyyy-mm-dd hh:mm:ss"},
}


def write_xlsx(file: BinaryIO, rows: Iterable[list[Cell]]) -> None:
    """`rows`, the first of which names the columns, as the one sheet of a workbook.

    Raises OutputError for more rows, or a longer text, than Excel can hold.
    """
    write_workbook(file, [("list", rows)])


def write_workbook(file: BinaryIO, sheets: Iterable[tuple[str, Iterable[list[Cell]]]]) -> None:
    """A workbook of several sheets, each with its name; their rows are read one sheet after the
    other. Raises OutputError as `write_xlsx` does."""
    import xlsxwriter

    workbook = xlsxwriter.Workbook(file, {"constant_memory": True})
    workbook.set_properties({"created": _NO_TIME})
    styles = {name: workbook.add_format(properties) for name, properties in _STYLES.items()}
    for name, rows in sheets:
        sheet = workbook.add_worksheet(name)
        sheet.freeze_panes(1, 0)
        _fill(sheet, rows, styles)
    workbook.close()


def _fill(sheet: Any, rows: Iterable[list[Cell]], styles: Mapping[str, Any]) -> None:
    for number, cells in enumerate(rows):
        if number == _MOST_ROWS:
            raise OutputError("a sheet of Excel holds 1,048,576 rows", suggestion="write .csv")
        if not number:
            sheet.set_column(0, max(len(cells) - 1, 0), _WIDTH)
        for column, cell in enumerate(cells):
            if not isinstance(cell, str):
                _write(sheet, (number, column), cell, styles)
            elif len(cell) > _LONGEST:
                raise OutputError(
                    f"row {number + 1} has a cell of {len(cell)} characters; Excel holds 32,767",
                    suggestion="write .csv or .ods",
                )
            elif cell:
                sheet.write_string(number, column, cell, None if number else styles["name"])


def _write(sheet: Any, place: tuple[int, int], cell: Cell, styles: Mapping[str, Any]) -> None:
    if isinstance(cell, bool):
        sheet.write_boolean(*place, cell)
    elif isinstance(cell, int | float):
        sheet.write_number(*place, cell, styles["whole"] if float(cell).is_integer() else None)
    elif isinstance(cell, datetime):
        sheet.write_datetime(*place, cell, styles["time"])
    elif isinstance(cell, date):
        sheet.write_datetime(*place, cell, styles["date"])
    else:
        sheet.write_string(*place, text_of(cell))
