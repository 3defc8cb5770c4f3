"""Dates in fields of their own for year, month and day: BibTeX, the Citation File Format."""

from __future__ import annotations

from typing import Final

from reportcite.patterns import pattern
from reportcite.problems import Problem, shown
from reportcite.values.dates.edtf import says, write_edtf
from reportcite.values.dates.exchanged import read_date
from reportcite.values.dates.reading import Reading
from reportcite.values.dates.worded import read_worded
from reportcite.values.rules import DATE_SYNTAX
from reportcite.values.shapes import Date

MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""The months in short, which every BibTeX style defines as macros."""

_TWO_MONTHS: Final = pattern(r"([^\W\d_]+\.?)(?:, ?| & | (?:and|und|et|y|e) )([^\W\d_]+\.?)")
_DAY_AND_NUMBER: Final = pattern(r"([0-9]{1,2}) 0?([0-9]{1,2})")


def read_year_month_day(year: str, month: str, day: str) -> Reading:
    """The date of `year`, `month` and `day`, each "" where it is missing.

    `month` may be a number, a name, a range of either, two names, or the two pieces of
    `mar # "~15"`. What is not understood of month and day is left out, and reported.

    >>> read_year_month_day("2021", "mar", "5").date
    {'date-parts': [[2021, 3, 5]]}
    """
    reading = read_date(year)
    date = reading.date
    if date is None or len(date) != 1 or [len(part) for part in date.get("date-parts", [])] != [1]:
        return reading
    if not month or date["date-parts"][0][0] < 1:
        return reading
    number = date["date-parts"][0][0]
    if month in MONTHS and not day:  # as nearly all are
        return Reading({"date-parts": [[number, MONTHS.index(month) + 1]]})
    # A number alone is a month; beside a word it would be a day.
    months = _TWO_MONTHS.sub(r"\1–\2", month)
    for text, left_out in ((_named(f"{day} {month}") if day else months, ""), (months, day)):
        if (full := read_worded(text, number)) and _is_in_calendar(full):
            return Reading(full, problem=_left_out("day", left_out) if left_out else None)
    return Reading(date, problem=_left_out("month", month))


def _named(text: str) -> str:
    """`text` with the number of the month, where it ends in one, in words."""
    match = _DAY_AND_NUMBER.fullmatch(text)
    number = int(match[2]) if match else 0
    return f"{match[1]} {MONTHS[number - 1]}" if match and 1 <= number <= 12 else text


def _is_in_calendar(date: Date) -> bool:
    return says(write_edtf(date), date)


def _left_out(what: str, text: str) -> Problem:
    message = f"the {what} {shown(text)} is not understood and is left out"
    return DATE_SYNTAX.found(message, f"write the {what} as a number")
