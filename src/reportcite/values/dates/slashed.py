"""Dates with strokes: RIS's `YYYY/MM/DD/other`, where "other" may be a season, and `2024/03/07`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from reportcite.patterns import pattern
from reportcite.problems import Problem, shown
from reportcite.values.dates.calendar import named_season
from reportcite.values.dates.edtf import read_edtf
from reportcite.values.dates.exchanged import read_date
from reportcite.values.dates.questions import start_year
from reportcite.values.dates.reading import NO_DATE, Reading
from reportcite.values.dates.worded import read_worded
from reportcite.values.rules import DATE_SYNTAX

_SLASHED: Final = pattern(r"([0-9]{1,4})/ *([0-9]{0,2}) *(?:/ *([0-9]{0,2}) *(?:/(.*))?)?")
_YEAR: Final = pattern(r"[0-9]{4}")
_WIDTHS: Final = (4, 2, 2)


def read_slashed(text: str) -> Reading:
    """The date in `text`; one that has no strokes is read as `read_date` reads it.

    >>> read_slashed("2024/03/07/").date, read_slashed("2019///Spring").date
    ({'date-parts': [[2024, 3, 7]]}, {'date-parts': [[2019]], 'season': 1})
    """
    match = _SLASHED.fullmatch(text)
    if match is None:
        return read_date(text)
    year, month, day, other = match.groups(default="")
    parts = [year.zfill(4), *[part.zfill(2) for part in (month, day) if part.strip("0")]]
    if not month.strip("0"):
        parts = parts[:1]
    date = read_edtf("-".join(parts))
    if date is None or (month.isdecimal() and int(month) > 12):  # 2019/20, and no season of EDTF
        return read_date(text)
    season = named_season(other)
    if season and len(parts) == 1:
        date["season"] = season
    return Reading(date)


def read_issued(year: str, date: str) -> Reading:
    """The date of issue out of a field for the year and one for the date, "" where one is missing:
    RIS's PY and DA, EndNote's `year` and `date`. The fuller one counts, unless it is of another
    year."""
    by_year = read_slashed(year) if year else NO_DATE
    if not date:
        return by_year
    by_date = read_slashed(date)
    number = _YEAR.match(year)
    if by_date.date is None or "literal" in by_date.date:
        if not number:
            return by_date
        worded = read_worded(date, int(number[0]))
        return Reading(worded) if worded else by_year._replace(problem=_left_out(date))
    if number and start_year(by_date.date) not in (None, int(number[0])):
        return by_year._replace(problem=_left_out(date))
    return by_date


def write_slashed(year: int, month: int = 0, day: int = 0) -> str:
    """A date as RIS wants it, with all three strokes; 0 for what is not known.

    >>> write_slashed(2024, 3), write_slashed(476)
    ('2024/03//', '0476///')
    """
    return f"{year:04}/{_two_digits(month)}/{_two_digits(day)}/"


def write_short_slashed(parts: Sequence[int]) -> str:
    """`[year, month, day]`, or shorter, with strokes between what there is, as Highwire has it.

    >>> write_short_slashed([2024, 3])
    '2024/03'
    """
    return "/".join([f"{part:0{width}}" for part, width in zip(parts, _WIDTHS, strict=False)])


def _left_out(date: str) -> Problem:
    message = f"the date {shown(date)} is not understood, or not of the year in PY; it is left out"
    return DATE_SYNTAX.of("ris").found(message, "write it as 2024/05/07")


def _two_digits(number: int) -> str:
    return f"{number:02}" if number else ""
