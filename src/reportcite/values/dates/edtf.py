"""Dates as EDTF, the Extended Date/Time Format of ISO 8601-2 levels 0 and 1 (loc.gov/standards).

Held: years, months, days and seasons, `~` and `?` for circa, ranges with `/`, years before Christ
(counted astronomically: -0043 is 44 BC).
"""

from __future__ import annotations

import re

from reportcite.patterns import pattern
from reportcite.values.dates.read import Reading, date_from_text
from reportcite.values.shapes import Date

_POINT = pattern(
    r"(?P<year>-?[0-9]{1,4})(?:-(?P<month>[0-9]{1,2})(?:-(?P<day>[0-9]{1,2}))?)?"
    r"(?:T[0-9:.Z+-]{1,20})?(?P<circa>[~?%]?)"
)
_YEARS = pattern(r"([0-9]{4})\s*[-–—]\s*([0-9]{4})")
# The second year of 2019/20, which EDTF would take for the year 20.
_SHORT_YEARS = pattern(r"[0-9]{4}/[0-9]{2}")
# The second year of 2019–20, and what cataloguers put round a year.
_SHORT_SPAN = pattern(r"([0-9]{2})([0-9]{2})–([0-9]{2})")
_BRACKETED = pattern(r"[\[(](?:[cp©℗] ?)?([0-9]{4})[\])]\.?|([0-9]{4})\.")
_OPEN = ("", "..", "open", "unknown")
_SEASONS = range(21, 25)
_DAYS = (0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def simple_parts(date: Date) -> list[int] | None:
    """`[year, month, day]`, or shorter, of a plain date after Christ; None for any other date."""
    points = date.get("date-parts")
    if points is None or len(points) != 1 or len(date) != 1:
        return None
    parts = points[0]
    if not parts or not 0 < parts[0] < 10000:
        return None
    return parts if len(parts) == 1 or _is_day(parts[1:]) else None


def first_year(date: Date) -> int:
    """The year a date begins with, 1 to 9999; 0 where it begins with none of these."""
    for parts in date.get("date-parts", []):
        return parts[0] if parts and 0 < parts[0] < 10000 else 0
    return 0


def write_edtf(date: Date) -> str | None:
    """`date` as EDTF; None where EDTF cannot say it. Whoever needs it exact reads it back."""
    points = [_write_point(parts) for parts in date.get("date-parts", [])]
    if not 1 <= len(points) <= 2 or None in points or not any(points):
        return None
    texts = [point for point in points if point is not None]
    season = date.get("season")
    if season and season < 5 and len(points) == 1 and len(date["date-parts"][0]) == 1:
        texts = [f"{texts[0]}-{20 + season}"]
    if date.get("circa"):
        texts = [text and text + "~" for text in texts]
    return "/".join(texts)


def read_edtf(text: str) -> Date | None:
    """The date that `text` says in EDTF, shorter spellings (`2024-5`) included; else None."""
    ends = text.strip().split("/")
    if len(ends) > 2:
        return None
    if len(ends) == 2 and len(ends[1]) == 2 and _SHORT_YEARS.fullmatch(text.strip()):
        return date_from_text(text).date if _is_later(ends[0], ends[1]) else None
    points: list[list[int]] = []
    circa = False
    for end in ends:
        if end.strip() in _OPEN and len(ends) == 2:
            points.append([])
            continue
        match = _POINT.fullmatch(end.strip())
        parts = match and _read_point(match)
        if not match or not parts:
            return None
        circa = circa or bool(match["circa"])
        points.append(parts)
    date = _season(points) or Date({"date-parts": points})
    if not any(points):
        return None
    if circa:
        date["circa"] = True
    return date


def _is_later(year: str, short: str) -> bool:
    """Whether `short` can be the end of the year after `year`, or of a later one."""
    return short > year[2:] or year[2:] + short == "9900"


def read_date(text: str) -> Reading:
    """The date that `text` says, first of all as EDTF; a literal where it says none."""
    date = read_edtf(text) or _read_typed(text.replace("\u00a0", " "))
    if date is not None:
        return Reading(date)
    reading = date_from_text(text.replace("\u00a0", " "))
    if reading.absent or (reading.date and "literal" not in reading.date):
        return reading
    return Reading({"literal": text}, fault=reading.fault)


def _read_typed(text: str) -> Date | None:
    """The date in `text` in one of the ways that leave no doubt which day or year is meant."""
    if years := _YEARS.fullmatch(text):
        first, last = int(years[1]), int(years[2])
        return {"date-parts": [[first], [last]]} if 0 < first <= last else None
    if years := _SHORT_SPAN.fullmatch(text):
        return read_edtf(f"{years[1]}{years[2]}/{years[3]}")
    if year := _BRACKETED.fullmatch(text):
        return read_edtf(year[1] or year[2])
    return None


def _write_point(parts: list[int]) -> str | None:
    if not parts:
        return ""
    year, *rest = parts
    if year == 0 or not -9999 <= year <= 9999 or not (_is_day(rest) or _is_season(rest)):
        return None
    shown = f"{year:04}" if year > 0 else ("0000" if year == -1 else f"{year + 1:05}")
    return "-".join([shown, *[f"{part:02}" for part in rest]])


def _read_point(match: re.Match[str]) -> list[int] | None:
    year = int(match["year"])
    parts = [year if year > 0 else year - 1]
    parts += [int(part) for part in (match["month"], match["day"]) if part]
    return parts if _is_day(parts[1:]) or _is_season(parts[1:]) else None


def _season(points: list[list[int]]) -> Date | None:
    if len(points) == 1 and _is_season(points[0][1:]):
        return Date({"date-parts": [points[0][:1]], "season": points[0][1] - 20})
    return None


def _is_season(rest: list[int]) -> bool:
    return len(rest) == 1 and rest[0] in _SEASONS


def _is_day(rest: list[int]) -> bool:
    """Whether `rest` is nothing, a month, or a month and a day there can be."""
    if not rest:
        return True
    if len(rest) > 2 or not 1 <= rest[0] <= 12:
        return False
    return len(rest) == 1 or 1 <= rest[1] <= _DAYS[rest[0]]
