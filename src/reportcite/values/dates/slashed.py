"""Dates in RIS: `YYYY/MM/DD/other`, where "other" may be a season, and a year by itself."""

from __future__ import annotations

import re

from reportcite.problems import Problem, shown
from reportcite.values.dates.edtf import read_date, read_edtf
from reportcite.values.dates.read import Reading
from reportcite.values.dates.worded import read_worded
from reportcite.values.rules import DATE_SYNTAX
from reportcite.values.shapes import Date

_SLASHED = re.compile(r"([0-9]{1,4})/ *([0-9]{0,2}) *(?:/ *([0-9]{0,2}) *(?:/(.*))?)?")
_YEAR = re.compile(r"[0-9]{4}")
_SEASONS = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}


def read_slashed(text: str) -> Reading:
    """The date in `text`; one that is not in slashes is read as people type dates."""
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
    season = _SEASONS.get(other.strip().lower())
    if season and len(parts) == 1:
        date["season"] = season
    return Reading(date)


def read_issued(year: str, date: str) -> Reading:
    """The date of issue out of PY and DA: the fuller one, unless DA is of another year."""
    by_year = read_slashed(year) if year else Reading()
    if not date:
        return by_year
    by_date = read_slashed(date)
    number = _YEAR.match(year)
    if by_date.date is None or "literal" in by_date.date:
        if not number:
            return by_date
        worded = read_worded(date, int(number[0]))
        return Reading(worded) if worded else by_year._replace(fault=_left_out(date))
    if number and _first_year(by_date.date) not in (None, int(number[0])):
        return by_year._replace(fault=_left_out(date))
    return by_date


def _left_out(date: str) -> Problem:
    message = f"the date {shown(date)} is not understood, or not of the year in PY; it is left out"
    return DATE_SYNTAX.of("ris").found(message, "write it as 2024/05/07")


def _first_year(date: Date) -> int | None:
    points = date.get("date-parts", [])
    return points[0][0] if points and points[0] else None
