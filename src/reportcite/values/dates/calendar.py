"""Which dates there are: months, days, leap years and seasons, numbered as CSL numbers them.

Years before Christ are negative, and there is no year 0: -1 is 1 BC. Seasons are 1 spring,
2 summer, 3 autumn and 4 winter.
"""

from __future__ import annotations

from typing import Final

DAYS: Final = (0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
"""The most days a month has, by its number."""

SEASON_NAMES: Final = ("spring", "summer", "autumn", "winter")
_NUMBERS: Final = {name: number for number, name in enumerate(SEASON_NAMES, 1)} | {"fall": 3}

EDTF_SEASONS: Final = range(21, 25)
"""What stands for a season in the place of a month (ISO 8601-2, 4.8)."""

# 13–16 are citeproc-js's, 17–20 those of the southern half of the world there.
_IN_MONTHS: Final = range(13, 25)
_MAX_YEAR: Final = 9999


class Impossible(Exception):
    """A date the calendar does not have; the text says why."""


def check_points(points: list[list[int]]) -> None:
    """Raises Impossible where one of `points`, each `[year, month, day]` or shorter, is not in
    the calendar, or where they are a range that ends before it begins.

    An empty point is the open end of a range.
    """
    for point in points:
        if point:
            _check_point(point)
    if len(points) == 2 and points[1]:
        first, last = points
        shared = min(len(first), len(last))
        if first[:shared] > last[:shared]:
            raise Impossible("the range ends before it begins")


def is_day(rest: list[int]) -> bool:
    """Whether `rest` is nothing, a month, or a month and a day that some year has.

    >>> is_day([2, 29]), is_day([2, 30]), is_day([13]), is_day([])
    (True, False, False, True)
    """
    if not rest:
        return True
    if len(rest) > 2 or not 1 <= rest[0] <= 12:
        return False
    return len(rest) == 1 or 1 <= rest[1] <= DAYS[rest[0]]


def named_season(text: str) -> int:
    """The season called `text` in English, in any case; 0 where there is none.

    >>> named_season(" Fall "), named_season("monsoon")
    (3, 0)
    """
    return _NUMBERS.get(text.strip().lower(), 0)


def season_of_month(month: int) -> int:
    """The season that `month` stands for in the date-parts of some program; 0 for none.

    >>> season_of_month(21), season_of_month(16), season_of_month(12)
    (1, 4, 0)
    """
    return (month - 13) % 4 + 1 if month in _IN_MONTHS else 0


def _check_point(point: list[int]) -> None:
    year, month, day = [*point, 1, 1][:3] if len(point) < 3 else point
    if year == 0:
        raise Impossible("there is no year 0; 1 BC is -1")
    if abs(year) > _MAX_YEAR:
        raise Impossible("the year has more than four digits")
    if not 1 <= month <= 12:
        raise Impossible(f"there is no month {month}")
    if not 1 <= day <= DAYS[month]:
        raise Impossible(f"month {month} has no day {day}")
    if month == 2 and day == 29 and not _is_leap(year):
        raise Impossible(f"{year} is not a leap year")


def _is_leap(year: int) -> bool:
    if year < 0:
        year += 1  # 1 BC stands where the calendar's year 0 would
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
