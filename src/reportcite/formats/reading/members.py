"""Members of JSON of which it is not sure what shape they have."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from reportcite.formats.reading.agency import AGENCY
from reportcite.formats.reading.json_items import Found
from reportcite.record.assemble.crossref import other_data
from reportcite.record.assemble.record import assemble
from reportcite.record.model import Record
from reportcite.record.untyped import Places, Untyped, UntypedRecord
from reportcite.tuples import NamedTuple


def text_of(value: Any) -> str:
    """`value` as a text, of a mapping its name; "" for nothing and for what is neither.

    >>> text_of(" A "), text_of({"name": "B"}), text_of(None), text_of([1])
    ('A', 'B', '', '')
    """
    if isinstance(value, Mapping):
        value = value.get("name")
    if isinstance(value, str):
        return value.strip()
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else ""


def texts(value: Any) -> list[str]:
    """The texts in a list, or the one that stands for a list.

    >>> texts(["A", {}, ""]), texts("B"), texts(None)
    (['A'], ['B'], [])
    """
    members = value if isinstance(value, list) else [value]
    return [one.strip() for one in members if isinstance(one, str) and one.strip()]


def left_out(item: Mapping[str, Any], *known: Collection[str]) -> list[str]:
    """The names of members that hold something and are not `known`.

    >>> left_out({"a": 1, "b": [], "c": 0, "d": None}, {"a"}, ["e"])
    ['c']
    """
    return [
        name
        for name, value in item.items()
        if not any(name in names for names in known) and value not in (None, "", [], {})
    ]


def placed(places: Places, members: Mapping[str, str]) -> Places:
    """The places of the fields that are made of `members`, field → member, as far as known."""
    return {name: places[member] for name, member in members.items() if member in places}


def mappings(value: Any) -> list[Mapping[str, Any]]:
    """The mappings in a list, or the one that stands for a list.

    >>> mappings([{"a": 1}, "b"]), mappings({"c": 1}), mappings(None)
    ([{'a': 1}], [{'c': 1}], [])
    """
    members = value if isinstance(value, list) else [value]
    return [one for one in members if isinstance(one, Mapping)]


class Members(NamedTuple):
    """The members of an answer of an agency: those that are read, those that are kept as they are,
    and those that fields are made of (field → member)."""

    read: Collection[str]
    kept: Collection[str]
    of_fields: Mapping[str, str]


def answered(
    fields: Mapping[str, Untyped], item: Mapping[str, Any], found: Found, members: Members
) -> Record:
    """The record with the `fields` that an `item` makes; its other members are named."""
    problems = list(found.problems)
    if others := left_out(item, members.read, members.kept):
        problems.append(other_data(others).at(found.place))
    places = placed(found.places, members.of_fields)
    return assemble(
        UntypedRecord(fields, found.place, AGENCY, found.fallback_id, (), problems, places)
    )
