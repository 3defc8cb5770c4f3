"""Dates as EDTF, the Extended Date/Time Format of ISO 8601-2 levels 0 and 1 (loc.gov/standards).

Held: years, months, days and seasons, `~` and `?` for circa, ranges with `/`, years before Christ
(counted astronomically: -0043 is 44 BC).
"""

from __future__ import annotations

import re
from typing import Final

from reportcite.patterns import pattern
from reportcite.values.dates.calendar import EDTF_SEASONS, is_day
from reportcite.values.dates.iso import full_range, is_short_range
from reportcite.values.shapes import Date

_POINT: Final = pattern(
    r"(?P<year>-?[0-9]{1,4})(?:-(?P<month>[0-9]{1,2})(?:-(?P<day>[0-9]{1,2}))?)?"
    r"(?:T[0-9:.Z+-]{1,20})?(?P<circa>[~?%]?)"
)
_MONTH_AND_YEAR: Final = pattern(r"(?:0?[1-9]|1[0-2])\s*/\s*[0-9]{4}")
_OPEN: Final = ("", "..", "open", "unknown")


def write_edtf(date: Date) -> str | None:
    """`date` as EDTF; None where EDTF cannot say it. Whoever needs it exact asks `says`."""
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


def says(edtf: str | None, date: Date) -> bool:
    """Whether `edtf`, as `write_edtf` gives it, says all of `date`."""
    return edtf is not None and read_edtf(edtf) == date


def read_edtf(text: str) -> Date | None:
    """The date that `text` says in EDTF, shorter spellings (`2024-5`) included; else None."""
    text = text.strip()
    ends = text.split("/")
    if len(ends) > 2:
        return None
    if len(ends) == 2 and len(ends[1]) < 3 and is_short_range(text):
        # 2019/20 is a range of years; what EDTF would take it for begins after it ends.
        text = full_range(text)
        if is_short_range(text):
            return None
        ends = text.split("/")
    if len(ends) == 2 and _MONTH_AND_YEAR.fullmatch(text):
        return None  # 05/2024 is no range that begins in the year 5
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
    if not any(points):
        return None
    date = _season(points) or Date({"date-parts": points})
    if circa:
        date["circa"] = True
    return date


def _write_point(parts: list[int]) -> str | None:
    if not parts:
        return ""
    year, *rest = parts
    if year == 0 or not -9999 <= year <= 9999 or not (is_day(rest) or _is_season(rest)):
        return None
    shown = f"{year:04}" if year > 0 else ("0000" if year == -1 else f"{year + 1:05}")
    return "-".join([shown, *[f"{part:02}" for part in rest]])


def _read_point(match: re.Match[str]) -> list[int] | None:
    year = int(match["year"])
    parts = [year if year > 0 else year - 1]
    parts += [int(part) for part in (match["month"], match["day"]) if part]
    return parts if is_day(parts[1:]) or _is_season(parts[1:]) else None


def _season(points: list[list[int]]) -> Date | None:
    if len(points) == 1 and _is_season(points[0][1:]):
        return Date({"date-parts": [points[0][:1]], "season": points[0][1] - 20})
    return None


def _is_season(rest: list[int]) -> bool:
    return len(rest) == 1 and rest[0] in EDTF_SEASONS
