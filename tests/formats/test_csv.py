"""CSV: a row a record, nothing left out, and nothing a spreadsheet would run."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis.strategies import just, lists, text

from reportcite.formats.csv import COLUMNS, narrow, write
from reportcite.formats.format import write_all
from reportcite.formats.loss import Fields
from reportcite.formats.registry import format_named
from reportcite.record.fields import FIELDS
from reportcite.record.model import Record
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
    assert text.startswith("id,type,title,") and text.endswith("\r\n")


def test_only_columns_in_which_a_record_has_a_value_are_written() -> None:
    found = rows(file_of("csv", a_report("A"), a_report("B", DOI="10.1/x", abstract=""))[0])
    without = rows(file_of("csv", a_report("A"))[0])
    assert [*found[0]] == [name for name in COLUMNS if name in {*without[0], "DOI"}]
    assert [row["DOI"] for row in found] == ["", "10.1/x"]
    assert "abstract" not in found[0]
    assert len(found[0]) < 12


def test_columns_are_those_that_are_named_in_their_order() -> None:
    csv_format = format_named("csv")._replace(columns=("DOI", "id"))
    fields = [Fields(record) for record in (a_report("A", DOI="10.1/x"), a_report("B"))]
    entries = [write(one, "") for one in fields]
    id_ = fields[0].record.id
    assert "".join(write_all(csv_format, entries)) == f"DOI,id\r\n10.1/x,{id_}\r\n,{id_}\r\n"
    alone = csv_format._replace(columns=("abstract",))
    assert "".join(write_all(alone, entries)) == 'abstract\r\n""\r\n""\r\n'
    assert "".join(write_all(csv_format, [])) == "DOI,id\r\n"


@given(texts=lists(text(max_size=30) | just("x" * 200_000), min_size=1, max_size=3))
def test_cells_of_any_text_come_out_as_they_were(texts: list[str]) -> None:
    whole = [
        ["", *texts[:1], *[""] * (len(COLUMNS) - 2)],
        [*texts, *[""] * (len(COLUMNS) - len(texts))],
    ]
    file = io.StringIO(newline="")
    csv.writer(file).writerows(whole)
    head = ",".join(COLUMNS) + "\r\n"
    narrowed = "".join(narrow([head, file.getvalue()], COLUMNS[:3]))
    before = csv.field_size_limit(1 << 20)
    try:
        [_, *found] = csv.reader(io.StringIO(narrowed, newline=""))
    finally:
        csv.field_size_limit(before)
    assert found == [row[:3] for row in whole]
