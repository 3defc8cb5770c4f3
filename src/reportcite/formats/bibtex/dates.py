"""Dates of a BibTeX or biblatex entry: `date` in EDTF, or `year`, `month` and `day`."""

from __future__ import annotations

from typing import Final

from reportcite.patterns import pattern
from reportcite.problems import Problem, shown
from reportcite.values.dates.edtf import read_date, read_edtf, write_edtf
from reportcite.values.dates.read import Reading
from reportcite.values.dates.worded import read_worded
from reportcite.values.rules import DATE_SYNTAX
from reportcite.values.shapes import Date

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""The months' macros, which every BibTeX style defines."""

_DAY_AND_NUMBER: Final = pattern(r"([0-9]{1,2}) 0?([0-9]{1,2})")


def read_year(year: str, month: str, day: str) -> Reading:
    """The date of `year`, `month` and `day`, each "" where it is missing.

    `month` may be a number, a name, a range of either, or the two pieces of `mar # "~15"`. What is
    not understood of month and day is left out, and told.
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
    for text, left_out in ((_named(f"{day} {month}") if day else month, ""), (month, day)):
        if (full := read_worded(text, number)) and _is_in_calendar(full):
            return Reading(full, fault=_left_out("day", left_out) if left_out else None)
    return Reading(date, fault=_left_out("month", month))


def _named(text: str) -> str:
    """`text` with the number of the month, where it ends in one, in words."""
    match = _DAY_AND_NUMBER.fullmatch(text)
    number = int(match[2]) if match else 0
    return f"{match[1]} {MONTHS[number - 1]}" if match and 1 <= number <= 12 else text


def _is_in_calendar(date: Date) -> bool:
    return (edtf := write_edtf(date)) is not None and read_edtf(edtf) is not None


def _left_out(what: str, text: str) -> Problem:
    message = f"the {what} {shown(text)} is not understood and is left out"
    return DATE_SYNTAX.of("bibtex").found(message, f"write the {what} as a number")
