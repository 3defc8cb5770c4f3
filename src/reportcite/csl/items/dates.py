"""Dates of items: parts, ranges, seasons, uncertainty (CSL-JSON; CSL 1.0.2, "Date")."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from reportcite.tuples import NamedTuple
from reportcite.values.dates.calendar import named_season, season_of_month
from reportcite.values.dates.edtf import read_edtf
from reportcite.values.dates.parts import is_circa, leading_numbers
from reportcite.values.dates.typed import date_from_text


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
    circa = is_circa(source.get("circa"))
    literal, season = source.get("literal"), source.get("season")
    raw, edtf = source.get("raw"), source.get("edtf")
    if isinstance(literal, str) and literal:
        return Date(None, circa=circa, literal=literal)
    parts = source.get("date-parts")
    moments = _moments(parts, season) if isinstance(parts, Sequence) else []
    if moments:
        end = moments[1] if len(moments) > 1 else None
        return Date(moments[0], end, open=len(moments) > 1 and end is None, circa=circa)
    if isinstance(edtf, str) and edtf:
        found = read_edtf(edtf)
        return _from_mapping({**found}) if found else Date(None, circa=circa, literal=edtf)
    if isinstance(raw, str) and raw:
        return _parse_raw(raw, circa=circa)
    if isinstance(season, str) and season and not season.isdigit():
        return Date(None, circa=circa, literal=season)
    return None


def _moments(parts: Sequence[Any], season: Any) -> list[Moment | None]:
    moments: list[Moment | None] = []
    if parts and isinstance(parts[0], (int, str)):
        parts = [parts]  # [2016, 12, 6], a single date without the list around it
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
        return _in_season(year, str(season) if season is not None else "")
    return Moment(year, month, day if 1 <= day <= 31 else 0)


def _in_season(year: int, season: str) -> Moment:
    """A year and its season, which may be a number, an English word or another name."""
    if number := named_season(season):
        return Moment(year, season=number)
    if not season.isdecimal():
        return Moment(year, season_name=season)
    number = int(season) if len(season) < 3 else 0
    return Moment(year, season=season_of_month(number) or (number if number <= 4 else 0))


def _parse_raw(raw: str, *, circa: bool) -> Date:
    """The date in a text, as records read it; one that cannot be read is printed as it stands."""
    found = date_from_text(raw).certain or {}
    moments = _moments(found.get("date-parts", []), found.get("season"))
    if not moments:
        return Date(None, circa=circa, literal=raw)
    end = moments[1] if len(moments) > 1 else None
    circa = circa or found.get("circa", False)
    return Date(moments[0], end, open=len(moments) > 1 and end is None, circa=circa)
