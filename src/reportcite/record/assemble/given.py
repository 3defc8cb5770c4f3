"""What a program knows of a work, as values of Python, made fields such as readers find."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from reportcite.errors import Place
from reportcite.record.assemble.notations import OWN
from reportcite.record.custom import MAX_DEPTH
from reportcite.record.untyped import NONE, Untyped, UntypedRecord

_PLACE: Final = Place("<fields>")


def untyped_of(fields: Mapping[str, Any]) -> UntypedRecord:
    """What is found in a line of JSON Lines with these members.

    Raises TypeError for a value that no file could hold.

    >>> untyped_of({"title": "A", "issued": 2024, "author": ("Kalt, Anna",)}).fields
    {'title': 'A', 'issued': '2024', 'author': ['Kalt, Anna']}
    """
    given = {
        name: value if name == "custom" else _untyped(name, value) for name, value in fields.items()
    }
    none = [name for name, value in given.items() if value == NONE]
    return UntypedRecord(given, _PLACE, OWN, "record", none)


def _untyped(name: str, value: Any, depth: int = 0) -> Untyped:
    """`value` as a reader hands it over; TypeError for one that no file could hold."""
    if value is None or isinstance(value, str | bool):
        return value
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    if depth < MAX_DEPTH:
        if isinstance(value, Mapping):
            return {str(key): _untyped(name, one, depth + 1) for key, one in value.items()}
        if isinstance(value, list | tuple):
            return [_untyped(name, one, depth + 1) for one in value]
    raise TypeError(f"{name} wants texts, numbers, dates, lists or mappings, not {_called(value)}")


def _called(value: object) -> str:
    is_deep = isinstance(value, Mapping | list | tuple)
    return "what is nested so deep" if is_deep else type(value).__name__
