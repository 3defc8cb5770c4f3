"""The column is found by its name or by what is in it."""

from __future__ import annotations

import pytest

from reportcite.errors import UsageError
from reportcite.tables.columns import position_of
from reportcite.tables.identifiers import IDENTIFIERS
from reportcite.tables.isbns import ISBNS
from reportcite.tables.table import Cell, Row


def rows(*cells: list[Cell]) -> list[Row]:
    return [Row(number, number, one) for number, one in enumerate(cells, 1)]


GOOD, BAD = "9783948289829", "9783948289828"


@pytest.mark.parametrize(
    "name", ["ISBN", "isbn-13", "ISBN:", " e-ISBN ", "ISBN/ISSN", "EAN", "Standardnummer", "020$a"]
)
def test_by_its_name_even_if_all_in_it_is_wrong(name: str) -> None:
    assert position_of(rows(["title", name], ["Soil", BAD]), ISBNS) == (1, 0)


def test_by_its_name_below_a_title() -> None:
    assert position_of(rows(["List of 2024"], [], ["no.", "isbn"], [1, GOOD]), ISBNS) == (1, 2)


def test_of_two_names_the_column_with_more_right_numbers_and_else_the_first() -> None:
    assert position_of(rows(["isbn10", "isbn13"], ["", GOOD]), ISBNS) == (1, 0)
    assert position_of(rows(["isbn10", "isbn13"], ["3948289824", GOOD]), ISBNS) == (0, 0)


def test_by_what_is_in_it() -> None:
    assert position_of(rows(["title", "x"], ["Soil", GOOD]), ISBNS) == (1, 0)
    assert position_of(rows(["Soil", GOOD], ["Sand", BAD]), ISBNS) == (1, -1)
    assert position_of(rows([9783948289829.0]), ISBNS) == (0, -1)
    assert position_of(rows(["Soil", BAD], ["Sand", GOOD]), ISBNS) == (1, -1)


@pytest.mark.parametrize("wanted", ["Number", "NUMBER", "2", "B", "b"])
def test_as_the_user_names_it(wanted: str) -> None:
    assert position_of(rows(["isbn", "number"], [GOOD, "x"]), ISBNS, wanted) == (1, 0)


def test_by_a_letter_where_no_row_has_names() -> None:
    assert position_of(rows(["x", BAD], ["y", GOOD]), ISBNS, "B") == (1, -1)
    assert position_of(rows([*["x"] * 26, GOOD]), ISBNS, "AA") == (26, -1)


def test_below_a_title_the_names_stand_in_the_first_row_that_fills_the_column() -> None:
    list_ = rows(["List"], [], ["no.", "number"], [9, GOOD])
    for wanted in ("2", "B"):
        assert position_of(list_, ISBNS, wanted) == (1, 2)
    assert position_of(rows(["List"], ["", GOOD]), ISBNS, "2") == (1, -1)


def test_a_number_is_no_cell_that_counts_the_rows() -> None:
    list_ = rows(["no.", "number"], [9, GOOD])
    with pytest.raises(UsageError, match="no column is called 9") as raised:
        position_of(list_, ISBNS, "9")
    assert raised.value.suggestion.endswith("there are: no., number")
    assert position_of(rows(["x", "2024"], ["y", GOOD]), ISBNS, "2024") == (1, 0)


def test_a_row_of_the_list_names_no_column() -> None:
    list_ = rows(["title", "isbn"], ["Soil", BAD], ["EAN", GOOD])
    with pytest.raises(UsageError, match="no column is called EAN"):
        position_of(list_, ISBNS, "EAN")
    assert position_of(rows(["EAN", BAD], ["Soil", GOOD]), ISBNS, "EAN") == (0, 0)


@pytest.mark.parametrize("wanted", ["nothing", "0", "3", "C", ""])
def test_what_is_not_there_is_refused_and_what_there_is_named(wanted: str) -> None:
    with pytest.raises(UsageError, match="title"):
        position_of(rows(["title", "year"], ["Soil", "2001"]), ISBNS, wanted)
    with pytest.raises(UsageError):
        position_of([], ISBNS, wanted)


def test_long_names_of_columns_are_shortened_in_a_message() -> None:
    with pytest.raises(UsageError) as raised:
        position_of([Row(1, 0, ["x" * 40, "y" * 41])], ISBNS)
    assert raised.value.suggestion.endswith(f"there are: {'x' * 40}, {'y' * 40}…")


def test_a_label_with_a_number_is_no_name_of_a_column() -> None:
    assert position_of(rows([f"ISBN {BAD}"], [f"ISBN {GOOD}"]), ISBNS) == (0, -1)
    assert position_of(rows(["PMID 4711"], ["PMID 4712"]), IDENTIFIERS) == (0, -1)
    assert position_of(rows(["GND"], [GOOD]), IDENTIFIERS) == (0, 0)
