"""Lists are opened wherever they stand; more in tests/cli/lists/test_tables.py."""

from __future__ import annotations

import gzip
import io
from pathlib import Path

import pytest

from reportcite.batch.tables import opened_table
from reportcite.errors import InputError
from reportcite.tables.isbns import ISBNS
from reportcite.tables.write_xlsx import write_workbook


def test_a_packed_list_is_opened_with_its_column_and_dialect(tmp_path: Path) -> None:
    path = tmp_path / "a.csv.gz"
    path.write_bytes(gzip.compress(b"x;isbn\n1;0306406152\n"))
    with opened_table(str(path), ISBNS) as (cleaning, dialect):
        assert (cleaning.position.column, dialect.delimiter) == (1, ";")
        assert [row.cells for row in cleaning.rows] == [["1", "0306406152"]]
    with opened_table(str(path), ISBNS, "x") as (cleaning, _):
        assert cleaning.position.column == 0


def test_what_cannot_be_read_is_an_error_with_its_name(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught, opened_table(str(tmp_path / "no.csv"), ISBNS):
        pass
    assert caught.value.message == "cannot be read: No such file or directory"
    assert caught.value.place is not None and caught.value.place.file.endswith("no.csv")


def test_a_list_of_a_spreadsheet_program_goes_back_to_one(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with path.open("wb") as file:
        write_workbook(file, [("list", [["isbn"], ["0306406152"]])])
    with opened_table(str(path), ISBNS) as (cleaning, dialect):
        assert [row.cells for row in cleaning.rows] == [["0306406152"]]
    assert dialect.bom


def test_of_standard_input_the_rest_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.csv").write_bytes(b"isbn\nx\n0306406152\n")
    with (tmp_path / "a.csv").open("rb") as file:
        file.read(7)  # the shell has read two lines of it
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(file))
        with opened_table("-", ISBNS, "1") as (cleaning, _):
            assert [row.cells for row in cleaning.rows] == [["0306406152"]]


def test_what_comes_from_elsewhere_is_not_looked_into_before_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.csv").write_bytes(b"isbn\n0306406152\n")
    monkeypatch.setattr("reportcite.batch.tables.open_input", io.FileIO)
    with opened_table(str(tmp_path / "a.csv"), ISBNS) as (cleaning, _):
        assert [row.cells for row in cleaning.rows] == [["0306406152"]]
