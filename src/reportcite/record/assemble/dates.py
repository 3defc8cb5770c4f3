"""Reads the dates of records as people type them and as CSL-JSON has them."""

from __future__ import annotations

from reportcite.problems import Problem
from reportcite.record.untyped import Untyped, wrong_shape
from reportcite.values.dates.parts import date_from_list, date_from_mapping
from reportcite.values.dates.reading import Reading
from reportcite.values.dates.typed import date_from_text
from reportcite.values.shapes import Date

_DATE = "a date such as 2024-05"


def read_date(field: str, value: Untyped) -> Reading:
    """The date in `value`: a text, a number for a year, or a mapping or list of CSL-JSON's kind."""
    if isinstance(value, str):
        return date_from_text(value)
    if value is None:
        return Reading()
    if isinstance(value, dict):
        return date_from_mapping(value)
    if isinstance(value, list):
        return date_from_list(value) or _no_date(field, value)
    return date_from_text(str(value))


def date_advice(value: Untyped, date: Date) -> Problem | None:
    """How a `value` that was typed, and read as `date`, had better be written."""
    text = value.get("raw") if isinstance(value, dict) else value
    # Nearly all are numbers, the year first, and this runs for each.
    if not isinstance(text, str) or (text[:4].isdecimal() and "/" not in text):
        return None
    from reportcite.values.dates.advice import notation_advice

    return notation_advice(text, date)


def _no_date(field: str, value: Untyped) -> Reading:
    problem: Problem = wrong_shape(field, value, _DATE)
    return Reading(problem=problem)
