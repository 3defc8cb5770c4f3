"""Which dates there are."""

from __future__ import annotations

import pytest

from reportcite.values.dates.calendar import (
    EDTF_SEASONS,
    Impossible,
    check_points,
    is_day,
    named_season,
    season_of_month,
)


@pytest.mark.parametrize(
    "points",
    [
        [[2024]],
        [[2024, 1, 31]],
        [[2024, 2, 29]],
        [[2000, 2, 29]],
        [[-1, 2, 29]],
        [[-5, 2, 29]],
        [[2023, 2, 28]],
        [[2024, 12]],
        [[9999], []],
        [[-9999]],
        [[2024, 5], [2024, 5, 7]],
        [[2024, 5, 7], [2024, 5, 7]],
        [[-44], [-43]],
        [[], [2024]],
    ],
)
def test_dates_of_the_calendar(points: list[list[int]]) -> None:
    check_points(points)


@pytest.mark.parametrize(
    ("points", "why"),
    [
        ([[0]], "no year 0"),
        ([[10000]], "more than four digits"),
        ([[-10000]], "more than four digits"),
        ([[2024, 0]], "no month 0"),
        ([[2024, 13]], "no month 13"),
        ([[2024, 1, 0]], "month 1 has no day 0"),
        ([[2024, 1, 32]], "month 1 has no day 32"),
        ([[2024, 4, 31]], "month 4 has no day 31"),
        ([[2024, 2, 30]], "month 2 has no day 30"),
        ([[2023, 2, 29]], "2023 is not a leap year"),
        ([[1900, 2, 29]], "1900 is not a leap year"),
        ([[-4, 2, 29]], "-4 is not a leap year"),
        ([[2024], [2024, 13]], "no month 13"),
        ([[2024, 5], [2024, 4]], "ends before it begins"),
        ([[2024, 5, 7], [2024, 5, 6]], "ends before it begins"),
        ([[2024, 5], [2023]], "ends before it begins"),
    ],
)
def test_dates_that_no_calendar_has(points: list[list[int]], why: str) -> None:
    with pytest.raises(Impossible, match=why):
        check_points(points)


@pytest.mark.parametrize("rest", [[], [1], [12], [1, 1], [1, 31], [2, 29], [11, 30]])
def test_days_there_can_be(rest: list[int]) -> None:
    assert is_day(rest)


@pytest.mark.parametrize("rest", [[0], [13], [1, 0], [1, 32], [2, 30], [11, 31], [1, 1, 1]])
def test_days_there_cannot_be(rest: list[int]) -> None:
    assert not is_day(rest)


def test_the_longest_days_of_all_months() -> None:
    last = [max(day for day in range(1, 33) if is_day([month, day])) for month in range(1, 13)]
    assert last == [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]


def test_seasons_have_names_and_stand_in_the_place_of_months() -> None:
    names = ["spring", "Summer", " autumn", "fall", "WINTER", ""]
    assert [named_season(name) for name in names] == [1, 2, 3, 3, 4, 0]
    assert [*EDTF_SEASONS] == [21, 22, 23, 24]
    assert [season_of_month(month) for month in range(11, 27)] == [
        *(0, 0, 1, 2, 3, 4, 1, 2, 3, 4, 1, 2, 3, 4, 0, 0)
    ]
