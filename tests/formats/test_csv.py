"""CSV: a row a record, nothing left out, and nothing a spreadsheet would run."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given

from reportcite.formats.csv import COLUMNS
from reportcite.record.model import FIELDS, Record
from reportcite.values.shapes import Contributor, Date
from tests.formats.files import a_report, file_of, reports
from tests.formats.strategies import records


def rows(text: str) -> list[dict[str, str]]:
    """The rows as Python's csv module reads them."""
    return list(csv.DictReader(io.StringIO(text, newline="")))


@given(record=records())
def test_csv_finds_one_row_with_every_text(record: Record) -> None:
    text, [losses] = file_of("csv", record)
    [row] = rows(text)
    lost = {loss.field for loss in losses}
    for name, value in record.fields.items():
        if isinstance(value, str) and name not in lost:
            assert row[name] == value


@given(record=records())
def test_no_cell_is_a_formula(record: Record) -> None:
    for cell in rows(file_of("csv", record)[0])[0].values():
        assert not cell.lstrip().startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠"))
        assert not cell.startswith(("\t", "\r", "\n"))


@pytest.mark.parametrize("title", ["=1+1", "+49 30", "-1", "@SUM(A1)", " =1", "\t=1", "＝1"])
def test_what_would_be_a_formula_gets_an_apostrophe_and_that_is_said(title: str) -> None:
    text, [losses] = file_of("csv", a_report(title))
    assert rows(text)[0]["title"] == f"'{title}"
    assert [(loss.field, loss.kind) for loss in losses] == [("title", "changed")]


def test_names_and_dates_are_reported_as_people_write_them() -> None:
    painter: Contributor = {"family": "Gogh", "given": "Vincent", "non-dropping-particle": "van"}
    issued: Date = {"date-parts": [[2024, 3, 7]], "circa": True}
    record = a_report(author=[painter, {"literal": "WHO"}], issued=issued)
    text, [losses] = file_of("csv", record)
    [row] = rows(text)
    assert (row["author"], row["issued"], losses) == ("van Gogh, Vincent; {WHO}", "2024-03-07~", [])


def test_every_field_has_a_column_and_lines_end_as_the_rfc_says() -> None:
    assert set(COLUMNS) == FIELDS | {"id", "type"}
    text, _ = file_of("csv", *reports())
    assert len(rows(text)) == len(reports())
    assert text.startswith("id,type,title,subtitle,") and text.endswith("\r\n")
