"""Dates that have not come yet."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date as Day

from reportcite.problems import Problem
from reportcite.values.dates.questions import years_of
from reportcite.values.rules import DATE_FUTURE
from reportcite.values.shapes import Date


def future_problems(date: Date, today: Day) -> Iterator[Problem]:
    """Whether `date` begins in a year after that of `today`.

    >>> [problem.message for problem in future_problems({"date-parts": [[2924]]}, Day(2024, 5, 7))]
    ['2924 has not come yet']
    """
    year = min(years_of(date), default=0)
    if year > today.year:
        yield DATE_FUTURE.found(f"{year} has not come yet", "correct the year")
