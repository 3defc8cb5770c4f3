"""Dates of items: parts, ranges, seasons, uncertainty (CSL-JSON; CSL 1.0.2, "Date")."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from reportcite.values.dates.calendar import season_of_month
from reportcite.values.dates.iso import read_iso_range
from reportcite.values.dates.parts import leading_numbers


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
    numbers = leading_numbers(values)
    if not numbers or numbers[0] == 0:
        return None
    numbers += [0] * (3 - len(numbers))
    year, month, day = numbers
    if not 1 <= month <= 12:
        if in_place_of_month := season_of_month(month):
            return Moment(year, season=in_place_of_month)
        number = str(season) if season is not None else ""
        if not number.isdecimal():
            return Moment(year, season_name=number)
        named = int(number) if len(number) < 3 else 0
        return Moment(year, season=season_of_month(named) or (named if named <= 4 else 0))
    return Moment(year, month, day if 1 <= day <= 31 else 0)


def _parse_raw(raw: str, *, circa: bool) -> Date:
    """The date in a text; one that is no date in numbers is printed as it stands."""
    found = read_iso_range(raw)
    moments = _moments(found.points, None) if found else []
    if found is None or not moments:
        return Date(None, circa=circa, literal=raw)
    end = moments[1] if len(moments) > 1 else None
    return Date(moments[0], end, open=len(moments) > 1 and end is None, circa=circa or found.circa)
