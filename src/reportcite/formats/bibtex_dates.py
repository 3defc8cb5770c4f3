"""Dates of a BibTeX or biblatex entry: `date` in EDTF, or `year`, `month` and `day`."""

from __future__ import annotations

import re

from reportcite.formats.edtf import read_date, read_edtf
from reportcite.record.dates import Reading
from reportcite.record.model import Date

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
"""The months' macros, which every BibTeX style defines."""

_DIGITS = re.compile(r"[0-9]+")


def read_year(year: str, month: str, day: str) -> Reading:
    """The date of `year`, `month` and `day`, each "" where it is missing.

    `month` may be a number, a name or the two pieces of `mar # "~15"`.
    """
    reading = read_date(year)
    date = reading.date
    if date is None or len(date) != 1 or [len(part) for part in date.get("date-parts", [])] != [1]:
        return reading
    numbers = [int(match[0][:4]) for match in _DIGITS.finditer(month[:40])]
    name = re.search(r"[a-z]{3}", month[:40].lower())
    if name and name[0] in MONTHS:
        numbers.insert(0, MONTHS.index(name[0]) + 1)
    if day.isdecimal():
        numbers[1:] = [int(day[:4])]
    return Reading(_with_day(date, numbers))


def _with_day(date: Date, numbers: list[int]) -> Date:
    """`date`, a year, with as much of month and day as the calendar has."""
    year = date["date-parts"][0][0]
    for count in (2, 1):
        rest = numbers[:count]
        text = "-".join([f"{year:04}", *[f"{number:02}" for number in rest]])
        full = read_edtf(text) if year > 0 and len(rest) == count else None
        if full is not None:
            return full
    return date
