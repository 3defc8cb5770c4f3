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
_NO_YEAR: Final = pattern(r"0{1,4}(?:/.*)?")
_OF_PAGES: Final = pattern(r"([0-9]{4})/([0-9]{1,2})(?:/([0-9]{1,2}))?")
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


def read_issued(date: str, *years: str) -> Reading:
    """The date of issue out of a field for the date and others for the year, "" where one is
    missing: RIS's DA, Y1 and PY, EndNote's `date` and `year`.

    The date counts where they disagree; of those that agree the fullest counts. 0000 is no year.

    >>> read_issued("", "2016/10/19", "2016").date, read_issued("7 May", "2016").date
    ({'date-parts': [[2016, 10, 19]]}, {'date-parts': [[2016, 5, 7]]})
    """
    if not date and len(years) == 1 and len(years[0]) == 4 and years[0] != "0000":
        return read_slashed(years[0])  # as nearly all are
    by_years = [read_slashed(year) for year in years if year and not _NO_YEAR.fullmatch(year)]
    by_year = max(by_years, key=_fullness, default=NO_DATE)
    if not date or _NO_YEAR.fullmatch(date):
        return by_year
    by_date = read_slashed(date)
    if by_date.date is None or "literal" in by_date.date:
        if not by_years:
            return by_date
        known = start_year(by_year.date) if by_year.date else None
        worded = read_worded(date, known) if known else None
        return Reading(worded) if worded else by_year._replace(problem=_left_out(date))
    if by_year.date and start_year(by_year.date) == start_year(by_date.date):
        return max(by_date, by_year, key=_fullness)
    return by_date


def _fullness(reading: Reading) -> int:
    """How much a date says; of dates that say as much `max` takes the first."""
    if reading.date is None or "literal" in reading.date:
        return 0
    points = reading.date["date-parts"]
    return sum(map(len, points)) + ("season" in reading.date)


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
    message = f"the date {shown(date)} is not understood; the year alone is taken"
    return DATE_SYNTAX.found(message, "write it as 2024/05/07")


def _two_digits(number: int) -> str:
    return f"{number:02}" if number else ""


def hyphenated_date(text: str) -> str:
    """A date as the pages of the web write it, with hyphens for slashes.

    >>> hyphenated_date("2024/3/7"), hyphenated_date("2024-03-07T10:00Z")
    ('2024-03-07', '2024-03-07')
    """
    text = text.strip()
    if text[4:5] == "-" and len(text) > 10 and text[10] in "T ":
        text = text[:10]
    match = _OF_PAGES.fullmatch(text)
    return "-".join(part.zfill(2) for part in match.groups() if part) if match else text
