"""Written tables hold what they were given, and no cell of them is a formula."""

from __future__ import annotations

import csv
import io

import pytest

from reportcite.errors import UsageError
from reportcite.tables.table import Cell, Dialect
from reportcite.tables.write import writer_for


def written(name: str, *rows: list[Cell], dialect: Dialect | None = None) -> bytes:
    file = io.BytesIO()
    writer_for(name)(file, [[*row] for row in rows], dialect or Dialect())
    return file.getvalue()


@pytest.mark.parametrize(
    "cell",
    [
        "=1+1",
        "+1+1",
        "-1+1",
        "@SUM(A1)",
        "\t=1",
        "\rx",
        "＝1",
        "  =1",
        "=cmd|' /C calc'!A0",
        "-",
        "+x",
    ],
)
def test_no_cell_of_separated_values_is_a_formula(cell: str) -> None:
    [row] = csv.reader(io.StringIO(written("x.csv", [cell]).decode(), newline=""))
    assert row == [f"'{cell}"]


@pytest.mark.parametrize(
    "cell", ["-12,50", "+49", "-3.5", "a=b", "'=1", "", " ", "0306406152", "x-1"]
)
def test_what_is_none_stays(cell: str) -> None:
    [row] = csv.reader(io.StringIO(written("x.csv", [cell, "y"]).decode(), newline=""))
    assert row == [cell, "y"]


def test_separators_and_marks_are_those_of_the_list() -> None:
    german = Dialect(";", line_end="\n", bom=True)
    assert written("x.csv", ["a", "b;c"], dialect=german) == b'\xef\xbb\xbfa;"b;c"\n'
    assert written("x.csv", ["a", "b"], dialect=Dialect("\t")) == b"a,b\r\n"
    assert written("x.csv", ["a", "b"], dialect=Dialect("\x1f")) == b"a,b\r\n"
    assert written("x.tsv", ["a", "b"]) == b"a\tb\r\n"


def test_numbers_are_whole() -> None:
    assert written("x.csv", [9783948289829.0, 3, 1.5]) == b"9783948289829,3,1.5\r\n"


def test_a_name_that_is_no_tables_is_refused() -> None:
    with pytest.raises(UsageError, match=r"\.xlsx"):
        writer_for("x.pdf")
    assert writer_for("X.CSV.gz") is writer_for("x.csv")
