"""Workbooks, judged by openpyxl."""

from __future__ import annotations

import io
from datetime import date, datetime, timedelta

import openpyxl
import pytest

from reportcite.errors import OutputError
from reportcite.tables.table import Cell
from reportcite.tables.write_xlsx import write_xlsx


def sheet(*rows: list[Cell]) -> openpyxl.worksheet.worksheet.Worksheet:
    file = io.BytesIO()
    write_xlsx(file, rows)
    return openpyxl.load_workbook(file).worksheets[0]


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


@pytest.mark.slow
def test_more_rows_than_excel_has_are_refused() -> None:
    with pytest.raises(OutputError, match="1,048,576"):
        write_xlsx(io.BytesIO(), (["x"] for _ in range(1_048_577)))
