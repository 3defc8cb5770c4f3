"""The rows of a table come out as they were, with what was found beside them."""

from __future__ import annotations

from reportcite.tables.clean import Counts, begin, cleaned
from reportcite.tables.isbns import ISBNS
from reportcite.tables.table import Cell, Row, Table

GOOD, SHORT, BAD = "978-3-948289-82-9", "3948289824", "9783948289828"


def clean(*cells: list[Cell], invalid_only: bool = False) -> tuple[list[list[Cell]], Counts]:
    rows = (Row(number, number, [*one]) for number, one in enumerate(cells, 1))
    table = Table(rows, max(map(len, cells)))
    counts = Counts()
    found = cleaned(begin(table, ISBNS), ISBNS, counts, invalid_only=invalid_only)
    return [*found], counts


def test_columns_are_added_and_duplicates_name_the_first_row() -> None:
    rows, counts = clean(["isbn", "n"], [GOOD, 1], [BAD, 2], [SHORT, 3], ["", 4], ["", ""])
    assert rows[0] == [
        *("isbn", "n", "valid", "isbn13", "isbn10", "hyphenated", "reason", "suggestion"),
        *("duplicate-of", "row"),
    ]
    assert rows[1] == [GOOD, 1, "yes", "9783948289829", SHORT, GOOD, "", "", "", 2]
    assert rows[2][:3] == [BAD, 2, "no"] and rows[2][-1] == 3
    assert rows[3][-2:] == [2, 4]
    assert rows[4] == ["", 4, "", "", "", "", "", "", "", 5]
    assert rows[5][:2] == ["", ""]
    assert counts == Counts(rows=4, valid=2, invalid=1, empty=1, duplicates=1)
    assert counts.summary() == "4 rows: 2 valid, 1 invalid, 1 empty, 1 duplicate"


def test_short_rows_are_filled_so_that_columns_stay_below_their_names() -> None:
    rows, _ = clean(["isbn", "a", "b"], [GOOD], [GOOD, "x", "y"])
    assert rows[1][:4] == [GOOD, "", "", "yes"]
    rows, _ = clean(["isbn"], [GOOD, "more"])
    assert rows[0][:3] == ["isbn", "column 2", "valid"] and rows[1][:3] == [GOOD, "more", "yes"]


def test_a_table_without_names_gets_some() -> None:
    rows, counts = clean(["Soil", GOOD], ["Sand", BAD])
    assert rows[0][:3] == ["column 1", "column 2", "valid"]
    assert [row[-1] for row in rows[1:]] == [1, 2] and counts.rows == 2


def test_what_stands_above_the_names_stays() -> None:
    rows, counts = clean(["List"], [], ["isbn"], [GOOD])
    assert rows[:2] == [["List"], []] and rows[2][:2] == ["isbn", "valid"]
    assert rows[3][-1] == 4 and counts.rows == 1


def test_names_that_are_there_already_are_not_given_twice() -> None:
    rows, _ = clean(["isbn", "Valid", "row 2", "row"], [GOOD, "", "", ""])
    assert rows[0][4] == "valid 2" and rows[0][-1] == "row 3"


def test_only_what_is_wrong() -> None:
    rows, counts = clean(["isbn"], [GOOD], [BAD], [""], invalid_only=True)
    assert [row[0] for row in rows] == ["isbn", BAD]
    assert counts.rows == 2 or counts.valid == 1


def test_numbers_of_a_spreadsheet_are_read_as_they_were_meant() -> None:
    rows, counts = clean(["isbn"], [9783948289829.0], [3948289824])
    assert counts.valid == 2 and rows[1][0] == 9783948289829.0
