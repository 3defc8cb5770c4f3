"""Workbooks are read by their values; no formula is run."""

from __future__ import annotations

import io
import zipfile

import openpyxl
import pytest

from reportcite.errors import InputError
from reportcite.tables.sheets import read_sheet
from reportcite.tables.table import Table


def workbook(**sheets: list[list[object]]) -> io.BytesIO:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for number, row in enumerate(rows, 1):
            for column, value in enumerate(row, 1):
                if value != "":
                    sheet.cell(number, column, value)
    file = io.BytesIO()
    book.save(file)
    return file


def any_table(table: Table) -> bool:
    return True


def test_rows_and_columns_keep_their_places() -> None:
    file = workbook(a=[[], [], ["", "isbn"], ["", 9783948289829]])
    table = read_sheet(file, "x.xlsx", any_table)
    rows = [*table.rows]
    assert [(row.number, row.cells) for row in rows][2:] == [
        (3, ["", "isbn"]),
        (4, ["", 9783948289829]),
    ]
    assert table.width == 2 and not any(rows[0].cells)


def test_the_first_sheet_that_fits_is_read_and_else_the_first_that_holds_anything() -> None:
    file = workbook(empty=[], notes=[["read me"]], list=[["isbn"], ["3948289824"]])

    def fits(table: Table) -> bool:
        return any("isbn" in row.cells for row in table.rows)

    assert [row.cells for row in read_sheet(file, "x", fits).rows] == [["isbn"], ["3948289824"]]
    assert [row.cells for row in read_sheet(file, "x", lambda table: False).rows] == [["read me"]]


def test_a_formula_is_the_value_it_had() -> None:
    [row] = read_sheet(workbook(a=[["=1+1", "x"]]), "x", any_table).rows
    assert row.cells[-1] == "x" and row.cells[0] in ("", 0, 0.0)


@pytest.mark.parametrize(
    "data", [b"PK\x03\x04 broken", b"", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" * 99]
)
def test_what_is_broken_is_said(data: bytes) -> None:
    with pytest.raises(InputError, match="is no spreadsheet"):
        read_sheet(io.BytesIO(data), "x.xlsx", any_table)


def test_a_workbook_that_holds_nothing_is_said() -> None:
    with pytest.raises(InputError, match="holds nothing"):
        read_sheet(workbook(a=[]), "x.xlsx", any_table)


@pytest.mark.parametrize(("size", "is_one"), [(1 << 26, False), ((1 << 26) + 1, True)])
def test_what_unpacks_to_hundreds_of_times_its_size_is_refused(size: int, is_one: bool) -> None:
    """Three hundred kilobytes took two gigabytes of memory, one cell of spaces."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("xl/worksheets/sheet1.xml", bytes(size))
    with pytest.raises(InputError, match="64 MiB, [0-9]+ times" if is_one else "no spreadsheet"):
        read_sheet(file, "x.xlsx", any_table)
