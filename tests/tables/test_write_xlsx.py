"""Workbooks, judged by openpyxl."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date, datetime, timedelta

import openpyxl
import pytest
import python_calamine

from reportcite.errors import OutputError
from reportcite.tables.table import Cell
from reportcite.tables.write_xlsx import write_workbook, write_xlsx


def sheet(*rows: list[Cell]) -> openpyxl.worksheet.worksheet.Worksheet:
    file = io.BytesIO()
    write_xlsx(file, rows)
    return openpyxl.load_workbook(file).worksheets[0]


def read_by_calamine(*rows: list[Cell]) -> Sequence[Sequence[object]]:
    file = io.BytesIO()
    write_xlsx(file, rows)
    file.seek(0)
    return python_calamine.load_workbook(file).get_sheet_by_index(0).to_python()


def test_texts_are_texts_whatever_they_look_like() -> None:
    texts: list[Cell] = ["=1+1", "0306406152", "https://example.org", "@x", "{=1}", "<b>&", "a\nb"]
    found = sheet(["a"], texts)
    assert [cell.value for cell in found[2]] == texts
    assert {cell.data_type for cell in found[2]} == {"s"}
    assert all(cell.hyperlink is None for cell in found[2])


def test_numbers_dates_and_truth_stay_what_they_are() -> None:
    found = sheet(
        ["a"], [9783948289829.0, 1.5, True, date(2024, 5, 7), datetime(2024, 5, 7, 8), timedelta(1)]
    )
    number, fraction, truth, day, moment, rest = found[2]
    assert (number.value, number.number_format) == (9783948289829, "0")
    assert (fraction.value, truth.value) == (1.5, True)
    assert day.value == datetime(2024, 5, 7) and moment.value == datetime(2024, 5, 7, 8)
    assert rest.value == "1 day, 0:00:00"


def test_names_of_columns_are_bold_and_stay_in_sight() -> None:
    found = sheet(["a"], ["b"])
    assert found["A1"].font.bold and not found["A2"].font.bold
    assert found.freeze_panes == "A2"


def test_what_excel_cannot_hold_is_said() -> None:
    sheet(["x" * 32_767])
    with pytest.raises(OutputError, match="32,767"):
        sheet(["x" * 32_768])


def test_what_xml_cannot_hold_is_marked_and_lines_are_those_of_excel() -> None:
    found = sheet(["\x00\ud800a", "a\r\nb\rc", " a  b ", "_x0041_ _x41_"])
    marked, lines, spaces, escaped = (cell.value for cell in found[1])
    assert (marked, lines, spaces) == ("\ufffd\ufffda", "a\nb\nc", " a  b ")
    assert escaped == "_x005F_x0041_ _x41_"  # openpyxl does not read the escapes of Excel; it does
    assert read_by_calamine(["_x0041_ _x41_"])[0][0] == "_x0041_ _x41_"


def test_days_before_excels_calendar_are_texts() -> None:
    days: list[Cell] = [
        *(date(1899, 12, 31), date(1900, 1, 1), date(1900, 2, 28), date(1900, 3, 1)),
        *(datetime(1900, 2, 28, 18), datetime(1899, 12, 31, 23)),
    ]
    found = sheet(["a"], days)[2]
    assert [cell.value for cell in found] == [
        *("1899-12-31", datetime(1900, 1, 1), datetime(1900, 2, 28), datetime(1900, 3, 1)),
        *(datetime(1900, 2, 28, 18), "1899-12-31 23:00:00"),
    ]
    assert [cell.number_format for cell in found[1:3]] == ["yyyy\\-mm\\-dd"] * 2


def test_numbers_that_are_none_are_texts() -> None:
    found = sheet(["a"], [float("nan"), float("inf"), 10**20, 1e300])[2]
    assert [cell.value for cell in found] == ["nan", "inf", 10**20, 1e300]


def test_cells_stand_where_they_belong_beyond_empty_ones_and_z() -> None:
    found = sheet([str(number) for number in range(30)], [], ["", *[""] * 27, "x"])
    assert found["AD1"].value == "29"
    assert found["AC3"].value == "x"
    assert found["A3"].value is None
    assert found.dimensions == "A1:AD3"
    assert found.column_dimensions["A"].width == pytest.approx(18.7)


def test_a_list_without_rows_is_a_workbook() -> None:
    assert [*sheet().values] == []
    assert read_by_calamine() == []


def test_several_sheets_have_their_names_and_rows() -> None:
    file = io.BytesIO()
    write_workbook(file, [("a & b", [["1"]]), ("c", [["2"], ["3"]])])
    found = openpyxl.load_workbook(file)
    assert {one.title: [*one.values] for one in found.worksheets} == {
        "a & b": [("1",)],
        "c": [("2",), ("3",)],
    }


@pytest.mark.slow
def test_more_rows_than_excel_has_are_refused() -> None:
    with pytest.raises(OutputError, match="1,048,576"):
        write_xlsx(io.BytesIO(), (["x"] for _ in range(1_048_577)))
