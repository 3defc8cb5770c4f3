"""Dates in fields of their own for year, month and day."""

from __future__ import annotations

import pytest

from reportcite.values.dates.year_month_day import MONTHS, read_year_month_day


@pytest.mark.parametrize(
    ("fields", "points"),
    [
        (("2024", "", ""), [[2024]]),
        (("2024", "dec", ""), [[2024, 12]]),
        (("2024", "jan", ""), [[2024, 1]]),
        (("2024", "3", ""), [[2024, 3]]),
        (("2024", "March", "7"), [[2024, 3, 7]]),
        (("2024", "3", "7"), [[2024, 3, 7]]),
        (("2024", "03", "7"), [[2024, 3, 7]]),
        (("2024", "12", "31"), [[2024, 12, 31]]),
        (("2024", "1", "31"), [[2024, 1, 31]]),
        (("2024", "mar 15", ""), [[2024, 3, 15]]),
        (("2024", "jan/feb", ""), [[2024, 1], [2024, 2]]),
        (("2024", "nov, dec", ""), [[2024, 11], [2024, 12]]),
        (("2024", "Juli und August", ""), [[2024, 7], [2024, 8]]),
        (("2024", "Nov. & Dec.", ""), [[2024, 11], [2024, 12]]),
        (("2024", "June, 15", ""), [[2024, 6, 15]]),
        (("2023–2024", "mar", ""), [[2023], [2024]]),
    ],
)
def test_year_month_and_day(fields: tuple[str, str, str], points: list[list[int]]) -> None:
    assert read_year_month_day(*fields) == ({"date-parts": points}, False, None)


@pytest.mark.parametrize(
    ("fields", "points", "left_out"),
    [
        (("2024", "soon", ""), [[2024]], "the month “soon”"),
        (("2024", "now and then", ""), [[2024]], "the month “now and then”"),
        (("2024", "March, April, May", ""), [[2024]], "the month “March, April, May”"),
        (("2024", "13", "7"), [[2024]], "the month “13”"),
        (("2024", "mar", "99"), [[2024, 3]], "the day “99”"),
        (("2024", "0", ""), [[2024]], "the month “0”"),
    ],
)
def test_what_is_not_understood_is_left_out(
    fields: tuple[str, str, str], points: list[list[int]], left_out: str
) -> None:
    date, _, problem = read_year_month_day(*fields)
    assert date == {"date-parts": points}
    assert problem is not None
    assert problem.message.startswith(left_out)
    assert (problem.rule.name, problem.severity) == ("date-syntax", "warning")
    assert problem.suggestion.endswith("as a number")


@pytest.mark.parametrize("year", ["in press", "-43", "2024~"])
def test_a_month_adds_nothing_to_other_years(year: str) -> None:
    assert read_year_month_day(year, "mar", "") == read_year_month_day(year, "", "")


def test_there_are_twelve_macros() -> None:
    assert len(MONTHS) == 12
    assert MONTHS[0] == "jan"
