"""Dates as people type them and as CSL-JSON holds them, made into CSL dates.

Text follows ISO 8601-2 (EDTF) level 1 as far as CSL can say it: `2024`, `2024-05`, `2024-05-07`,
ranges with `/`, open ends, seasons `2024-21` to `2024-24`, `~` and `?` for circa. Years before
Christ are negative, and, as in CSL, there is no year 0: `-44` is 44 BC. What is not EDTF but
leaves no doubt is read, too: see `typed_dates`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from reportcite.patterns import pattern
from reportcite.problems import Problem, shown
from reportcite.values.dates.typed import is_not_yet, short_range, typed_date
from reportcite.values.rules import (
    DATE_EARLY,
    DATE_IMPOSSIBLE,
    DATE_SEASON,
    DATE_SYNTAX,
    WRONG_SHAPE,
)
from reportcite.values.shapes import Date

_ISO: Final = pattern(r"([+-]?[0-9]{1,6})(?:-([0-9]{1,2})(?:-([0-9]{1,2}))?)?")
_CLOCK: Final = pattern(r"[T ][0-9]{2}:[0-9]{2}[0-9:.+Z-]{0,24}")
_SLASHED: Final = pattern(r"([0-9]{4})/([0-9]{1,2})/([0-9]{1,2})")
_MONTH_FIRST: Final = pattern(r"(0?[1-9]|1[0-2])[/.]([0-9]{4})")
_YEAR_FIRST: Final = pattern(r"([0-9]{4})[/.](0[1-9]|1[0-2])")
_YEARS: Final = pattern(r"([0-9]{4}) ?[-–—] ?([0-9]{4})")
_SHORT_YEARS: Final = pattern(r"([0-9]{2})([0-9]{2})[-–—]([0-9]{2})")
_SHORT_YEAR: Final = pattern(r"[0-9]{1,3}(?![0-9])")
_CIRCA_WORD: Final = pattern(r"(?:circa|ca?\.|um) ?(?=[0-9-])", re.IGNORECASE)
_NO_DATE: Final = frozenset(
    {
        *("n.d.", "nd", "none", "undated", "unknown", "n/a", "s.a.", "s.d."),
        *("o.j.", "o.d.", "ohnejahr", "ohnedatum", "unbekannt"),
    }
)
_NOTHING: Final = frozenset({"", "~", "null"})
_OPEN: Final = frozenset({"", ".."})
_DAYS: Final = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_SEASONS: Final = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}
_NAMES_OF_SEASONS: Final = ("spring", "summer", "autumn", "winter")
_SEASON_MONTHS: Final = range(21, 25)
_HOW: Final = "write 2024, 2024-05, 2024-05-07 or a range such as 2024-05/2024-06"


class Reading(NamedTuple):
    """What became of a date: the date if there is one, whether it is stated to be absent, and
    what is wrong or doubtful (`date` holds the text as a literal where it cannot be read)."""

    date: Date | None = None
    absent: bool = False
    fault: Problem | None = None


_NO_READING: Final = Reading()
_ABSENT: Final = Reading(absent=True)


class _Impossible(Exception):
    """A date the calendar does not have; the text says why."""


def date_from_text(text: str) -> Reading:
    """The date typed as `text`; `n.d.` and its kin state an absence."""
    plain = text.strip()
    low = plain.lower()
    if low in _NOTHING:
        return _NO_READING
    if low.replace(" ", "") in _NO_DATE:
        return _ABSENT
    try:
        date = None if "/" in plain and _MONTH_FIRST.fullmatch(plain) else _range(plain)
        if date is None and (date := typed_date(plain)):
            _check_range(date["date-parts"])
    except _Impossible as wrong:
        fault = DATE_IMPOSSIBLE.found(f"{shown(plain)}: {wrong}", _how(plain))
        return Reading({"literal": text}, fault=fault)
    if date is None:
        return Reading({"literal": text}, fault=None if is_not_yet(low) else _unread(plain))
    return Reading(date, fault=_doubt(plain, date))


def _unread(text: str) -> Problem:
    message = f"{shown(text)} is not a date reportcite can read; it is kept as text"
    return DATE_SYNTAX.found(message, _how(text))


def _doubt(text: str, date: Date) -> Problem | None:
    """What else `text`, which was taken for `date`, may have meant."""
    if date["date-parts"][0][0] < 1000 and _SHORT_YEAR.match(text):
        return _early(text, date)
    if "season" in date and (match := _SHORT_YEARS.fullmatch(text)) and match[3] > match[2]:
        return _two_years(text, match)
    return None


def _how(text: str) -> str:
    """How to write a date; the very one, where `text` leaves no doubt which it is."""
    if match := _MONTH_FIRST.fullmatch(text):
        return f"write {match[2]}-{match[1]:0>2}"
    if match := _YEAR_FIRST.fullmatch(text):
        return f"write {match[1]}-{match[2]}, or a range as 2023/2024"
    if match := _YEARS.fullmatch(text):
        return f"write {match[1]}/{match[2]}"
    if (match := _SHORT_YEARS.fullmatch(text)) and match[3] > match[2]:
        return f"write {match[1]}{match[2]}/{match[1]}{match[3]}"
    return _HOW


def _two_years(text: str, match: re.Match[str]) -> Problem:
    """That `2019-21`, a season in EDTF, is what people write for a range of years."""
    year, name = match[1] + match[2], _NAMES_OF_SEASONS[int(match[3]) - 21]
    message = f"{shown(text)} is taken for {name} {year}, as in EDTF"
    hint = f"write {year}/{match[1]}{match[3]} if two years are meant, or “{name} {year}”"
    return DATE_SEASON.found(message, hint)


def _early(text: str, date: Date) -> Problem:
    year = years_of(date)[0]
    message = f"{shown(text)} is taken for the year {year} AD"
    hint = f"write the year in full, such as {2000 + year % 100}; {year:04} if it is meant"
    return DATE_EARLY.found(message, hint)


def date_from_mapping(source: Mapping[str, object]) -> Reading:
    """The date in a CSL date object: `date-parts`, `season`, `circa`, `literal`, `raw`; also
    `year`, `month`, `day`, which pandoc wrote in older versions."""
    raw = source.get("raw", source.get("edtf"))
    if isinstance(raw, str) and "date-parts" not in source:
        reading = date_from_text(raw)
    elif "date-parts" in source:
        if source["date-parts"] == [[None]]:  # Crossref's of works without a date
            return _NO_READING
        reading = _from_parts(source["date-parts"])
    elif "year" in source:
        reading = _from_parts([_year_first(source)])
    else:
        reading = _from_literal(source.get("literal"))
    if reading.date is None or reading.fault or len(source) == 1:
        return reading
    return _with_qualities(reading.date, source)


def date_from_list(source: Sequence[object]) -> Reading | None:
    """The date in a list: `[2024]`, or pandoc's old way, a mapping with `year` or, of a range,
    two; None where it holds anything else."""
    if len(source) == 1 and isinstance(source[0], str):
        return date_from_text(source[0])
    points = [point for point in source if isinstance(point, Mapping) and "year" in point]
    if not 1 <= len(points) == len(source) <= 2:
        return None
    return _from_parts([_year_first(point) for point in points])


def _year_first(source: Mapping[str, object]) -> list[object]:
    return [source[part] for part in ("year", "month", "day") if part in source]


def years_of(date: Date) -> list[int]:
    """The years a date names, beginning first; none for a literal."""
    return [part[0] for part in date.get("date-parts", []) if part]


def _with_qualities(date: Date, source: Mapping[str, object]) -> Reading:
    literal = source.get("literal")
    if isinstance(literal, str) and literal:
        date["literal"] = literal
    season = source.get("season")
    if season is not None and season != "":
        number = _SEASONS.get(str(season).strip().lower()) or _integer(season)
        if number is None or not 1 <= number <= 4:
            return _misshapen(f"season {shown(str(season))} is not one of 1 to 4")
        date["season"] = number
    circa = source.get("circa")
    if circa is not None and str(circa).strip().lower() not in ("false", "0", "", "no"):
        date["circa"] = True
    return Reading(date)


def _from_literal(literal: object) -> Reading:
    if isinstance(literal, str) and literal:
        return Reading({"literal": literal})
    return _misshapen("a date mapping needs date-parts, raw or literal")


def _from_parts(value: object) -> Reading:
    if not isinstance(value, list) or not 1 <= len(value) <= 2:
        return _misshapen("date-parts holds one date or two")
    parts: list[list[int]] = []
    for one in value:
        part = _part(one)
        if part is None:
            return _misshapen("each of date-parts is a list of year, month and day as numbers")
        parts.append(part)
    if not parts[0]:
        return _misshapen("date-parts begins with an empty date")
    try:
        _check_range(parts)
    except _Impossible as wrong:
        text = "/".join("-".join(map(str, part)) for part in parts)
        fault = DATE_IMPOSSIBLE.found(f"{shown(text)}: {wrong}", _HOW)
        return Reading({"literal": text}, fault=fault)
    return Reading({"date-parts": parts})


def _part(value: object) -> list[int] | None:
    if not isinstance(value, list) or len(value) > 3:
        return None
    numbers: list[int] = []
    for one in value:
        if one is None or one == "":
            break  # Zotero and Mendeley leave unknown months and days empty
        number = _integer(one)
        if number is None:
            return None
        numbers.append(number)
    while len(numbers) > 1 and numbers[-1] == 0:
        numbers.pop()  # a month or day of 0 means "not known" in much CSL-JSON
    return numbers


def _integer(value: object) -> int | None:
    if isinstance(value, bool) or not isinstance(value, int | str):
        return None
    text = str(value).strip() if isinstance(value, str) else value
    if isinstance(text, str) and not (len(text) <= 7 and text.lstrip("+-").isdecimal()):
        return None
    try:
        return int(text)
    except ValueError:  # "--5"
        return None


def _misshapen(message: str) -> Reading:
    return Reading(fault=WRONG_SHAPE.found(message, _HOW))


def _range(text: str) -> Date | None:
    slashed = _SLASHED.fullmatch(text)
    if slashed:
        text = "-".join(slashed.groups())
    elif "/" in text:
        text = short_range(text)
    first, slash, last = text.partition("/")
    start = _one(first)
    if start is None:
        return None
    parts, season, circa = start
    date: Date = {"date-parts": [parts]}
    if slash:
        end = ([], 0, False) if last.strip() in _OPEN else _one(last)
        if end is None:
            return None
        date["date-parts"].append(end[0])
        season, circa = season or end[1], circa or end[2]
    _check_range(date["date-parts"])
    if season:
        date["season"] = season
    if circa:
        date["circa"] = True
    return date


def _one(text: str) -> tuple[list[int], int, bool] | None:
    """`[year, month, day]`, the season or 0, and whether the date is circa."""
    text = text.strip()
    bare = _CIRCA_WORD.sub("", text, count=1).strip("~?% ")
    circa = bare != text
    match = _ISO.fullmatch(bare)
    if match is None:
        clock = _CLOCK.search(bare)
        if clock is None or clock.end() != len(bare):
            return None
        match = _ISO.fullmatch(bare[: clock.start()])
        if match is None:
            return None
    parts = [int(group) for group in match.groups() if group is not None]
    if len(parts) == 2 and parts[1] in _SEASON_MONTHS:
        return parts[:1], parts[1] - 20, circa
    return parts, 0, circa


def _check_range(parts: list[list[int]]) -> None:
    for part in parts:
        if part:
            _check_day(part)
    if len(parts) == 2 and parts[1]:
        first, last = parts
        shared = min(len(first), len(last))
        if first[:shared] > last[:shared]:
            raise _Impossible("the range ends before it begins")


def _check_day(part: list[int]) -> None:
    year, month, day = [*part, 1, 1][:3] if len(part) < 3 else part
    if year == 0:
        raise _Impossible("there is no year 0; 1 BC is -1")
    if abs(year) > 9999:
        raise _Impossible("the year has more than four digits")
    if not 1 <= month <= 12:
        raise _Impossible(f"there is no month {month}")
    if not 1 <= day <= _DAYS[month - 1]:
        raise _Impossible(f"month {month} has no day {day}")
    if month == 2 and day == 29 and not _leap(year):
        raise _Impossible(f"{year} is not a leap year")


def _leap(year: int) -> bool:
    if year < 0:
        year += 1  # 1 BC stands where the calendar's year 0 would
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
