"""What formats and checks ask of a date."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from reportcite.values.dates.calendar import is_day
from reportcite.values.shapes import Date


def years_of(date: Date) -> list[int]:
    """The years a date names, beginning first; none for a literal.

    >>> years_of({"date-parts": [[2023, 5], [2024]]})
    [2023, 2024]
    """
    return [point[0] for point in date.get("date-parts", []) if point]


def start_year(date: Date) -> int | None:
    """The year a date begins with, before Christ too; None where it has no beginning."""
    for point in date.get("date-parts", []):
        return point[0] if point else None
    return None


def named_year(date: Date) -> int | None:
    """The first year that a date names, before Christ too; None where it names none."""
    for point in date.get("date-parts", []):
        if point:
            return point[0]
    return None


def first_year(date: Date) -> int:
    """The year a date begins with, 1 to 9999; 0 where it begins with none of these."""
    year = start_year(date)
    return year if year is not None and 0 < year < 10000 else 0


def simple_parts(date: Date) -> list[int] | None:
    """`[year, month, day]`, or shorter, of a date after Christ that is nothing but that; None for
    any other date, a range or a season for example."""
    points = date.get("date-parts")
    if points is None or len(points) != 1 or len(date) != 1:
        return None
    parts = points[0]
    if not parts or not 0 < parts[0] < 10000:
        return None
    return parts if len(parts) == 1 or is_day(parts[1:]) else None


def simple_points(dates: Sequence[Date]) -> list[tuple[int, ...]] | None:
    """The `simple_parts` of each of `dates`; None where one has none.

    >>> simple_points([{"date-parts": [[2024, 5]]}, {"date-parts": [[2023]]}])
    [(2024, 5), (2023,)]
    """
    ranges = [date.get("date-parts", ()) for date in dates]
    if {*map(len, dates), *map(len, ranges)} != {1}:
        return None
    points = [*map(tuple, chain.from_iterable(ranges))]
    if any(simple_parts({"date-parts": [[*point]]}) is None for point in {*points}):
        return None
    return points
