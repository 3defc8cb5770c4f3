"""What formats and checks ask of a date."""

from __future__ import annotations

import pytest

from reportcite.values.dates.questions import (
    first_year,
    named_year,
    simple_parts,
    start_year,
    years_of,
)
from reportcite.values.shapes import Date


@pytest.mark.parametrize(
    ("date", "years", "start", "first"),
    [
        ({"date-parts": [[2023, 5], [2024]]}, [2023, 2024], 2023, 2023),
        ({"date-parts": [[2023], []]}, [2023], 2023, 2023),
        ({"date-parts": [[], [2024]]}, [2024], None, 0),
        ({"date-parts": [[-44]]}, [-44], -44, 0),
        ({"date-parts": [[1]]}, [1], 1, 1),
        ({"date-parts": [[9999]]}, [9999], 9999, 9999),
        ({"date-parts": [[10000]]}, [10000], 10000, 0),
        ({"date-parts": [[0]]}, [0], 0, 0),
        ({"literal": "in press"}, [], None, 0),
        ({"date-parts": []}, [], None, 0),
    ],
)
def test_the_years_of_a_date(date: Date, years: list[int], start: int | None, first: int) -> None:
    assert years_of(date) == years
    assert start_year(date) == start
    assert first_year(date) == first


@pytest.mark.parametrize("parts", [[1], [9999], [2024, 12], [2024, 2, 29]])
def test_a_simple_date_is_year_month_and_day(parts: list[int]) -> None:
    assert simple_parts({"date-parts": [parts]}) == parts


@pytest.mark.parametrize(
    "date",
    [
        {"literal": "in press"},
        {"date-parts": []},
        {"date-parts": [[]]},
        {"date-parts": [[0]]},
        {"date-parts": [[-44]]},
        {"date-parts": [[10000]]},
        {"date-parts": [[2024, 13]]},
        {"date-parts": [[2023], [2024]]},
        {"date-parts": [[2024]], "circa": True},
        {"date-parts": [[2024]], "season": 1},
    ],
)
def test_any_other_date_is_not_simple(date: Date) -> None:
    assert simple_parts(date) is None


def test_the_year_a_date_names_may_be_that_of_its_end() -> None:
    assert named_year({"date-parts": [[2023], [2024]]}) == 2023
    assert named_year({"date-parts": [[], [2024]]}) == 2024
    assert named_year({"date-parts": [[-44]]}) == -44
    assert named_year({"literal": "soon"}) is None
