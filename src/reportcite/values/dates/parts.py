"""Dates as CSL-JSON holds them: mappings with `date-parts`; lists, as older programs wrote them.

Shapes: CSL-JSON's schema (csl-data.json of CSL 1.0.2), "date-variable".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from reportcite.problems import shown
from reportcite.values.dates.calendar import Impossible, check_points, named_season
from reportcite.values.dates.reading import NO_DATE, Reading
from reportcite.values.dates.typed import date_from_text
from reportcite.values.rules import DATE_IMPOSSIBLE, WRONG_SHAPE
from reportcite.values.shapes import Date

_SHAPES: Final = {"season": int, "circa": bool, "literal": str, "date-parts": list}


def date_from_mapping(source: Mapping[str, object]) -> Reading:
    """The date in a CSL date object: `date-parts`, `season`, `circa`, `literal`, `raw`; also
    `year`, `month`, `day`, which pandoc wrote in older versions."""
    raw = source.get("raw", source.get("edtf"))
    if isinstance(raw, str) and "date-parts" not in source:
        reading = date_from_text(raw)
    elif "date-parts" in source:
        if source["date-parts"] in ([[None]], [[]]):  # Crossref's of works without a date
            return NO_DATE
        reading = _from_parts(source["date-parts"])
    elif "year" in source:
        reading = _from_parts([_year_first(source)])
    else:
        reading = _from_literal(source.get("literal"))
    if reading.date is None or reading.problem or len(source) == 1:
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


def exchanged_parts(date: Date) -> Date:
    """`date` as programs read it: they want a number in each part of `date-parts`, and take a 0
    for the open end of a range.

    >>> exchanged_parts({"date-parts": [[1988], []]})
    {'date-parts': [[1988], [0]]}
    """
    parts = date.get("date-parts")
    return {**date, "date-parts": [parts[0], [0]]} if parts and parts[1:] == [[]] else date


def leading_numbers(values: Iterable[object]) -> list[int]:
    """The first three of `values` as far as they are numbers, whatever else is among them.

    >>> leading_numbers(["2024", 5, None]), leading_numbers(["soon"])
    ([2024, 5], [])
    """
    numbers: list[int] = []
    for value in values:
        try:
            numbers.append(int(value))  # type: ignore[call-overload]
        except (TypeError, ValueError, OverflowError):
            break
        if len(numbers) == 3:
            break
    return numbers


def is_circa(value: object) -> bool:
    """Whether the member `circa` of a date says that it is uncertain, whatever its type.

    >>> is_circa(1), is_circa("about"), is_circa("no"), is_circa(None)
    (True, True, False, False)
    """
    return value is not None and str(value).strip().lower() not in ("false", "0", "", "no")


def is_date(value: object) -> bool:
    """Whether `value` is a Date: known members of the right types, points of integers."""
    if not isinstance(value, dict) or not value:
        return False
    if not all(isinstance(part, _SHAPES.get(key, type(None))) for key, part in value.items()):
        return False
    points = value.get("date-parts", [])
    return len(points) <= 2 and all(
        isinstance(point, list) and len(point) <= 3 and all(type(n) is int for n in point)
        for point in points
    )


def _with_qualities(date: Date, source: Mapping[str, object]) -> Reading:
    literal = source.get("literal")
    if isinstance(literal, str) and literal:
        date["literal"] = literal
    season = source.get("season")
    if season is not None and season != "":
        number = named_season(str(season)) or _integer(season)
        if number is None or not 1 <= number <= 4:
            return _misshapen(f"season {shown(str(season))} is not one of 1 to 4")
        date["season"] = number
    if is_circa(source.get("circa")):
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
    if len(parts) == 2 and parts[1] == [0]:
        parts[1] = []  # an open end, as the engines of citations take it
    if not parts[0]:
        return _misshapen("date-parts begins with an empty date")
    try:
        check_points(parts)
    except Impossible as wrong:
        from reportcite.values.dates.doubts import HOW_TO_WRITE

        text = "/".join("-".join(map(str, part)) for part in parts)
        problem = DATE_IMPOSSIBLE.found(f"{shown(text)}: {wrong}", HOW_TO_WRITE)
        return Reading({"literal": text}, problem=problem)
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
    from reportcite.values.dates.doubts import HOW_TO_WRITE

    return Reading(problem=WRONG_SHAPE.found(message, HOW_TO_WRITE))
