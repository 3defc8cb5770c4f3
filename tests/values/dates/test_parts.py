"""Dates as CSL-JSON holds them."""

from __future__ import annotations

from typing import Any

import pytest

from reportcite.values.dates.parts import (
    date_from_list,
    date_from_mapping,
    exchanged_parts,
    is_date,
    leading_numbers,
)
from reportcite.values.dates.reading import NO_DATE
from reportcite.values.dates.typed import date_from_text


def test_csl_date_objects() -> None:
    assert date_from_mapping({"raw": "2024-05"}).date == {"date-parts": [[2024, 5]]}
    assert date_from_mapping({"year": "2024", "month": 5}).date == {"date-parts": [[2024, 5]]}
    assert date_from_mapping({"literal": "in press"}).date == {"literal": "in press"}
    assert date_from_mapping({"date-parts": [["2024", None]], "season": "summer", "circa": 1}) == (
        {"date-parts": [[2024]], "season": 2, "circa": True},
        False,
        None,
    )


def test_dates_in_lists_as_older_versions_of_pandoc_wrote_them() -> None:
    may = {"year": "2019", "month": "5"}
    assert date_from_list([may]) == ({"date-parts": [[2019, 5]]}, False, None)
    assert date_from_list([may, {"year": 2020}]) == (
        {"date-parts": [[2019, 5], [2020]]},
        False,
        None,
    )
    assert date_from_list(["2019"]) == date_from_text("2019")
    assert date_from_list(["2019", "2020"]) is None


@pytest.mark.parametrize("parts", [[[None]], [[]]])
def test_a_date_without_numbers_is_none(parts: list[list[None]]) -> None:
    assert date_from_mapping({"date-parts": parts}) == NO_DATE


def test_a_year_0_at_the_end_of_a_range_leaves_it_open() -> None:
    found = date_from_mapping({"date-parts": [[1988], [0]]}).date
    assert found is not None and found == {"date-parts": [[1988], []]}
    assert exchanged_parts(found) == {"date-parts": [[1988], [0]]}
    for closed in ([[1988]], [[1988], [1990]], [[1988, 1], [1988, 3]]):
        assert exchanged_parts({"date-parts": closed}) == {"date-parts": closed}
    assert exchanged_parts({"literal": "soon"}) == {"literal": "soon"}


@pytest.mark.parametrize(
    "source",
    [
        {},
        {"date-parts": []},
        {"date-parts": [[1], [2], [3]]},
        {"date-parts": [["x"]]},
        {"date-parts": [2024]},
        {"date-parts": [[2024]], "season": 9},
    ],
)
def test_misshapen_date_objects(source: dict[str, object]) -> None:
    reading = date_from_mapping(source)
    assert reading.problem is not None
    assert reading.problem.rule.name == "wrong-shape"


@pytest.mark.parametrize(
    ("source", "date"),
    [
        ({"date-parts": [[2024, 0, 0]]}, {"date-parts": [[2024]]}),
        ({"date-parts": [[2024, "", 3]]}, {"date-parts": [[2024]]}),
        ({"date-parts": [[" 2024 ", "05"]]}, {"date-parts": [[2024, 5]]}),
        ({"date-parts": [[2024], []]}, {"date-parts": [[2024], []]}),
        ({"date-parts": [[2024]], "raw": "1999"}, {"date-parts": [[2024]]}),
        ({"edtf": "2024-05"}, {"date-parts": [[2024, 5]]}),
        ({"raw": "2024", "circa": "yes"}, {"date-parts": [[2024]], "circa": True}),
        ({"date-parts": [[2024]], "circa": "false"}, {"date-parts": [[2024]]}),
        ({"date-parts": [[2024]], "circa": "no"}, {"date-parts": [[2024]]}),
        ({"date-parts": [[2024]], "season": ""}, {"date-parts": [[2024]]}),
        ({"date-parts": [[2024]], "season": 1}, {"date-parts": [[2024]], "season": 1}),
        ({"date-parts": [[2024]], "season": "4"}, {"date-parts": [[2024]], "season": 4}),
        ({"date-parts": [[2024]], "literal": "2024"}, {"date-parts": [[2024]], "literal": "2024"}),
        ({"year": 2024, "month": 5, "day": 7}, {"date-parts": [[2024, 5, 7]]}),
    ],
)
def test_what_programs_write_is_read(source: dict[str, object], date: dict[str, object]) -> None:
    assert date_from_mapping(source) == (date, False, None)


def test_crossref_says_nothing_of_a_work_without_a_date() -> None:
    assert date_from_mapping({"date-parts": [[None]]}) == (None, False, None)


@pytest.mark.parametrize(
    "point", [[2024, 5, 7, 1], [True], ["12345678"], ["--5"], [2024.0], "2024", ["2024", "x"]]
)
def test_a_point_is_year_month_and_day_as_numbers(point: Any) -> None:
    reading = date_from_mapping({"date-parts": [point]})
    assert reading.date is None
    assert reading.problem is not None
    assert reading.problem.rule.name == "wrong-shape"
    assert "2024-05-07" in reading.problem.suggestion


@pytest.mark.parametrize("season", [0, 5, "monsoon"])
def test_a_season_is_one_of_four(season: object) -> None:
    problem = date_from_mapping({"date-parts": [[2024]], "season": season}).problem
    assert problem is not None
    assert f"“{season}” is not one of 1 to 4" in problem.message


def test_a_date_that_no_calendar_has_is_kept_as_text() -> None:
    date, _, problem = date_from_mapping({"date-parts": [[2023, 2, 29], [2024]]})
    assert date == {"literal": "2023-2-29/2024"}
    assert problem is not None
    assert problem.rule.name == "date-impossible"


def test_of_several_years_in_a_list_two_are_a_range() -> None:
    year = {"year": 2024}
    assert date_from_list([year, year, year]) is None
    assert date_from_list([]) is None
    assert date_from_list([year, "2025"]) is None


@pytest.mark.parametrize(
    ("values", "numbers"),
    [
        ([2024, 5, 7, 9], [2024, 5, 7]),
        ([2024, None, 7], [2024]),
        (["2024", "x"], [2024]),
        ([float("inf")], []),
    ],
)
def test_leading_numbers(values: list[object], numbers: list[int]) -> None:
    assert leading_numbers(values) == numbers


@pytest.mark.parametrize(
    ("value", "is_one"),
    [
        ({"date-parts": [[2024, 5, 7], []]}, True),
        ({"season": 1, "circa": True, "literal": "x"}, True),
        ({}, False),
        ([], False),
        ({"date-parts": [[2024], [2025], [2026]]}, False),
        ({"date-parts": [[2024, 1, 1, 1]]}, False),
        ({"date-parts": [["2024"]]}, False),
        ({"date-parts": [2024]}, False),
        ({"date-parts": [[True]]}, False),
        ({"literal": 5}, False),
        ({"raw": "2024"}, False),
    ],
)
def test_the_shape_of_a_date(value: object, is_one: bool) -> None:
    assert is_date(value) is is_one
