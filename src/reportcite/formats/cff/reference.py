"""A reference of the Citation File Format, made of the values of a record, and the file round it.

What the schema does not allow of a value, and what has no key, is left to the notes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, Final, TypeAlias

from reportcite.formats.cff.fields import NAMES, TEXTS, TYPES, titles
from reportcite.formats.cff.people import people
from reportcite.formats.cff.schema import REFERENCE
from reportcite.record.fields import Value
from reportcite.values.dates.iso import write_iso
from reportcite.values.dates.questions import simple_parts, start_year
from reportcite.values.keywords import split_keywords
from reportcite.values.pages import page_ends
from reportcite.values.title import join_title

Node: TypeAlias = dict[str, Any]
Details: TypeAlias = Mapping[str, Sequence[Mapping[str, str]]]
"""Variable → what is known of each of its contributors besides their names."""

# The format asks for an author and a title in every case; these stand for none.
ANONYMOUS: Final = "anonymous"
UNTITLED: Final = "untitled"

VERSION: Final = "1.2.0"
_USE_WORK: Final = "If you use this work, please cite it as the preferred citation says."
_USE_SOFTWARE: Final = "If you use this work, please cite it using the metadata from this file."
_ROOT_TYPES: Final = {"software": "software", "dataset": "dataset"}
# What a reference says of a work itself is called otherwise, or needs no saying, in the root.
_ROOT_KEYS: Final = {"date-published": "date-released"}
_IMPLIED_IN_ROOT: Final = frozenset({"year", "month"})


def reference_of(values: Mapping[str, Value], csl_type: str, details: Details) -> Node:
    """The reference, without notes."""
    title = join_title(_text(values, "title"), _text(values, "subtitle"))
    reference: Node = {"type": TYPES.get(csl_type, "generic")}
    reference["title"] = title or UNTITLED
    reference["authors"] = [{"name": ANONYMOUS}]
    for variable, key in NAMES.items():
        names = values.get(variable)
        if isinstance(names, list) and (found := people(names, details.get(variable, ()))):
            reference[key] = found
    return reference | _publication(values, csl_type) | _dates(values) | _texts(values)


def file_of(reference: Node) -> Node:
    """The whole file, of which `reference` is the preferred citation."""
    return {
        "cff-version": VERSION,
        "message": _USE_WORK,
        "title": reference["title"],
        "authors": reference["authors"],
        "preferred-citation": reference,
    }


def file_about(reference: Node, csl_type: str) -> Node | None:
    """The whole file as that of a work which is software or data; None for what is neither.

    Keys that only references have are left out.
    """
    if csl_type not in _ROOT_TYPES:
        return None
    named = {_ROOT_KEYS.get(key, key): value for key, value in reference.items()}
    left_out = _IMPLIED_IN_ROOT if "date-released" in named else frozenset()
    start: Node = {"cff-version": VERSION, "message": _USE_SOFTWARE}
    rest = {key: value for key, value in named.items() if key not in left_out}
    return start | rest | {"type": _ROOT_TYPES[csl_type]}


def _text(values: Mapping[str, Value], name: str) -> str:
    value = values.get(name)
    return value if isinstance(value, str) else ""


def _publication(values: Mapping[str, Value], csl_type: str) -> Node:
    found: Node = {}
    publisher, city = _text(values, "publisher"), _text(values, "publisher-place")
    if publisher:
        found["publisher"] = {"name": publisher} | ({"city": city} if city else {})
    elif city:
        found["location"] = {"name": city}
    if event := _text(values, "event-title"):
        place = _text(values, "event-place")
        found["conference"] = {"name": event} | ({"city": place} if place else {})
        found["conference"] |= _event_dates(values)
    for variable, key in titles(csl_type).items():
        if title := _text(values, variable):
            found[key] = title
    if csl_type == "thesis" and (genre := _text(values, "genre")):
        found["thesis-type"] = genre
    return found


def _event_dates(values: Mapping[str, Value]) -> Node:
    """First and last day of an event; one date is its first day."""
    date = values.get("event-date")
    points = date.get("date-parts", []) if isinstance(date, dict) and len(date) == 1 else []
    whole = [simple_parts({"date-parts": [point]}) or [] for point in points]
    if not whole or any(len(parts) != 3 for parts in whole):
        return {}
    keys = ("date-start", "date-end")
    return {key: write_iso(parts) for key, parts in zip(keys, whole, strict=False)}


def _dates(values: Mapping[str, Value]) -> Node:
    found: Node = {}
    issued = values.get("issued")
    if isinstance(issued, dict):
        year = start_year(issued)
        parts = simple_parts(issued) or ([] if year is None else [year])
        found |= dict(zip(("year", "month"), parts, strict=False))
        if len(parts) == 3:
            found["date-published"] = write_iso(parts)
    accessed = values.get("accessed")
    if isinstance(accessed, dict):
        parts = simple_parts(accessed) or []
        if len(parts) == 3:
            found["date-accessed"] = write_iso(parts)
    original = values.get("original-date")
    if isinstance(original, dict) and (first := start_year(original)) is not None:
        found["year-original"] = first
    return found


def _texts(values: Mapping[str, Value]) -> Node:
    found: Node = {}
    for variable, key in TEXTS.items():
        text = _text(values, variable)
        if text and REFERENCE[key](text):
            found[key] = text
    if REFERENCE["status"](_text(values, "status")):
        found["status"] = values["status"]
    if ends := page_ends(_text(values, "page")):
        found |= {key: page for key, page in zip(("start", "end"), ends, strict=True) if page}
    if language := re.match(r"[a-z]{2,3}(?![a-z])", _text(values, "language")):
        found["languages"] = [language[0]]
    if words := list(dict.fromkeys(split_keywords(_text(values, "keyword")))):
        found["keywords"] = words
    return found
