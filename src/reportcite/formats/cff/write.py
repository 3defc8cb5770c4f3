"""CITATION.cff, the Citation File Format 1.2.0: the record is the `preferred-citation`.

What a reference has no key for stands in its `notes` (`formats.reading.note_lines`). The file holds
one citation.
"""

from __future__ import annotations

import re
from typing import Any, Final

from reportcite.formats.cff.fields import NAMES, PATTERNS, STATUSES, TEXTS, TYPES, titles
from reportcite.formats.cff.read import ANONYMOUS, NOTATION, UNTITLED, own
from reportcite.formats.loss import Fields
from reportcite.formats.reading.note_lines import read_lines
from reportcite.formats.writing.carry import NOT_UNICODE, carry_all
from reportcite.formats.writing.note_lines import remainder
from reportcite.record.model import Value
from reportcite.values.dates.iso import write_iso
from reportcite.values.dates.questions import simple_parts, start_year
from reportcite.values.keywords import split_keywords
from reportcite.values.pages import page_ends
from reportcite.values.shapes import Contributor
from reportcite.values.title import join_title

_MESSAGE: Final = "If you use this work, please cite it as the preferred citation says."


def write(fields: Fields, key: str) -> str:
    """One whole CITATION.cff."""
    from reportcite.formats.writing.yaml import dump_yaml

    reference = _reference(fields)
    return dump_yaml(
        {
            "cff-version": "1.2.0",
            "message": _MESSAGE,
            "title": reference["title"],
            "authors": reference["authors"],
            "preferred-citation": reference,
        }
    )


def _reference(fields: Fields) -> dict[str, Any]:
    record = fields.record
    values = carry_all(fields, NOT_UNICODE)
    title = join_title(_text(values, "title"), _text(values, "subtitle"))
    reference: dict[str, Any] = {"type": TYPES.get(record.type, "generic")}
    reference["title"] = title or UNTITLED
    reference["authors"] = [{"name": ANONYMOUS}]
    for variable, key in NAMES.items():
        names = values.get(variable)
        if isinstance(names, list) and (people := _people(names)):
            reference[key] = people
    reference |= _publication(values, record.type) | _dates(values) | _texts(values)
    # The note stands there as it is, unless there is more to say or it reads as if there were.
    note = _text(values, "note")
    if note and read_lines(note) is None:
        reference["notes"] = note
    if remainder(fields, values, own(reference, record.type), NOTATION):
        reference.pop("notes", None)
        reference["notes"] = remainder(fields, values, own(reference, record.type), NOTATION)
    return reference


def _text(values: dict[str, Value], name: str) -> str:
    value = values.get(name)
    return value if isinstance(value, str) else ""


def _people(names: list[Contributor]) -> list[dict[str, str]]:
    """Persons and entities, each once, as the schema asks."""
    people: list[dict[str, str]] = []
    for name in names:
        if literal := name.get("literal"):
            one = {"name": literal}
        else:
            parts = {
                "family-names": name.get("family", ""),
                "given-names": name.get("given", ""),
                "name-particle": name.get("non-dropping-particle", ""),
                "name-suffix": name.get("suffix", ""),
            }
            one = {key: part for key, part in parts.items() if part}
        if one and one not in people:
            people.append(one)
    return people


def _publication(values: dict[str, Value], csl_type: str) -> dict[str, Any]:
    found: dict[str, Any] = {}
    publisher, city = _text(values, "publisher"), _text(values, "publisher-place")
    if publisher:
        found["publisher"] = {"name": publisher} | ({"city": city} if city else {})
    elif city:
        found["location"] = {"name": city}
    if event := _text(values, "event-title"):
        found["conference"] = {"name": event}
    for variable, key in titles(csl_type).items():
        if title := _text(values, variable):
            found[key] = title
    if csl_type == "thesis" and (genre := _text(values, "genre")):
        found["thesis-type"] = genre
    return found


def _dates(values: dict[str, Value]) -> dict[str, Any]:
    found: dict[str, Any] = {}
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


def _texts(values: dict[str, Value]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for variable, key in TEXTS.items():
        text = _text(values, variable)
        if text and re.fullmatch(PATTERNS.get(key, "(?s:.+)"), text, re.ASCII):
            found[key] = text
    if _text(values, "status") in STATUSES:
        found["status"] = values["status"]
    if ends := page_ends(_text(values, "page")):
        found |= {key: page for key, page in zip(("start", "end"), ends, strict=True) if page}
    language = re.match(r"[a-z]{2,3}(?![a-z])", _text(values, "language"))
    if language:
        found["languages"] = [language[0]]
    if words := list(dict.fromkeys(split_keywords(_text(values, "keyword")))):
        found["keywords"] = words
    return found
