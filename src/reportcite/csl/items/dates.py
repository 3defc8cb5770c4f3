"""Dates of items: parts, ranges, seasons, uncertainty (CSL-JSON; CSL 1.0.2, "Date")."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from reportcite.patterns import pattern

# Seasons stand in the month's place as 13–16 (citeproc) or 21–24 (EDTF).
_SEASON_OF_MONTH = {
    13: 1,
    14: 2,
    15: 3,
    16: 4,
    17: 1,
    18: 2,
    19: 3,
    20: 4,
    21: 1,
    22: 2,
    23: 3,
    24: 4,
}
_ISO = pattern(r"(-?\d{1,4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?([?~]?)")


class Moment(NamedTuple):
    """One date as far as it is known; 0 stands for what is not. Years BC are negative.

    `season_name` is a season given in words ("Hilary term").
    """

    year: int
    month: int = 0
    day: int = 0
    season: int = 0  # 1 spring … 4 winter
    season_name: str = ""


class Date(NamedTuple):
    """A date or a range of dates; `literal` is text that is printed as it stands.

    `open` marks a range without an end; `circa` an uncertain date.
    """

    start: Moment | None
    end: Moment | None = None
    open: bool = False
    circa: bool = False
    literal: str = ""


def parse_date(source: Any) -> Date | None:
    """The date of a CSL-JSON date object, a raw string or a year; None where there is nothing."""
    if isinstance(source, int):
        return Date(Moment(source))
    if isinstance(source, str):
        return _parse_raw(source, circa=False)
    return _from_mapping(source) if isinstance(source, Mapping) else None


def _from_mapping(source: Mapping[str, Any]) -> Date | None:
    circa = bool(source.get("circa")) and str(source.get("circa")) not in ("0", "false")
    literal, raw, season = source.get("literal"), source.get("raw"), source.get("season")
    if isinstance(literal, str) and literal:
        return Date(None, circa=circa, literal=literal)
    parts = source.get("date-parts")
    moments = _moments(parts, season) if isinstance(parts, Sequence) else []
    if moments:
        end = moments[1] if len(moments) > 1 else None
        return Date(moments[0], end, open=len(moments) > 1 and end is None, circa=circa)
    if isinstance(raw, str) and raw:
        return _parse_raw(raw, circa=circa)
    if isinstance(season, str) and season and not season.isdigit():
        return Date(None, circa=circa, literal=season)
    return None


def _moments(parts: Sequence[Any], season: Any) -> list[Moment | None]:
    moments: list[Moment | None] = []
    for values in parts[:2]:
        moments.append(_moment(values, season))
    return moments if moments and moments[0] else []


def _moment(values: Any, season: Any) -> Moment | None:
    if not isinstance(values, Sequence) or isinstance(values, str):
        return None
    numbers: list[int] = []
    for value in values[:3]:
        try:
            numbers.append(int(value))
        except (TypeError, ValueError, OverflowError):
            break
    if not numbers or numbers[0] == 0:
        return None
    numbers += [0] * (3 - len(numbers))
    year, month, day = numbers
    if month in _SEASON_OF_MONTH:
        return Moment(year, season=_SEASON_OF_MONTH[month])
    if not 1 <= month <= 12:
        number = str(season) if season is not None else ""
        if not number.isdecimal():
            return Moment(year, season_name=number)
        named = int(number) if len(number) < 3 else 0
        return Moment(year, season=_SEASON_OF_MONTH.get(named, named if 1 <= named <= 4 else 0))
    return Moment(year, month, day if 1 <= day <= 31 else 0)


def _parse_raw(raw: str, *, circa: bool) -> Date:
    halves = [_ISO.fullmatch(half.strip()) for half in raw.split("/")]
    if (
        len(halves) > 2
        or halves[0] is None
        or (len(halves) == 2 and halves[1] is None and raw[-1] != "/")
    ):
        return Date(None, circa=circa, literal=raw)
    moments = [
        _moment([part for part in half.groups()[:3] if part], None) if half else None
        for half in halves
    ]
    if moments[0] is None:
        return Date(None, circa=circa, literal=raw)
    uncertain = circa or any(half is not None and half[4] for half in halves)
    end = moments[1] if len(moments) == 2 else None
    return Date(moments[0], end, len(moments) == 2 and end is None, uncertain)
