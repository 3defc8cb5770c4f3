"""Fields a format has no place of its own for, read from `variable: value` lines in its notes.

The lines are those that Zotero's field Extra and citeproc-js read in a note; a value that does
not fit one line, a list of names and a date stand there as JSON. What reads as such lines, and
nothing else, is taken for them when read.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import Final, cast

from reportcite.errors import Place
from reportcite.formats.reading.absences import with_absences
from reportcite.record.model import FIELDS, Record, Value
from reportcite.values.dates.parts import is_date
from reportcite.values.names.parts import is_name
from reportcite.values.shapes import Date
from reportcite.values.title import split_title
from reportcite.vocabulary import DATE_VARIABLES, ITEM_TYPES, NAME_VARIABLES

_LINE: Final = re.compile(r"([A-Za-z]+(?:[-_][A-Za-z]+)*): (.*)", re.DOTALL)
STATED_ABSENT: Final = frozenset({"none", "n.d."})


@dataclass(slots=True)
class Found:
    """What was found in an entry: its type ("" for none), its fields, and what is stated absent."""

    type: str = ""
    fields: dict[str, Value] = field(default_factory=dict)
    absent: set[str] = field(default_factory=set)


def read_lines(text: str) -> Found | None:
    """What `write_lines` wrote; None where `text` is anything else. Empty lines are passed over."""
    found = Found()
    for line in text.split("\n"):
        if not line.strip():
            continue
        match = _LINE.fullmatch(line.strip())
        if match is None or not _read_line(found, match[1], match[2]):
            return None
    return found


def merge(own: Found, lines: Found | None) -> Found:
    """What an entry says in its own places, and in the lines, which say it better."""
    if lines is None:
        return own
    fields = own.fields | lines.fields
    if "title" not in lines.fields and "subtitle" in lines.fields:
        title = title_before(own.fields.get("title"), lines.fields["subtitle"])
        if title == "":
            fields.pop("title", None)
        elif title is not None:
            fields["title"] = title
    return Found(lines.type or own.type, fields, own.absent | lines.absent)


def record_of(found: Found, id: str, place: Place) -> Record:
    """The record that an entry makes."""
    absent = frozenset(found.absent - found.fields.keys())
    return with_absences(Record(id, found.type or "document", found.fields, place, absent))


def title_before(joined: Value | None, subtitle: Value | None) -> str | None:
    """The title that makes `joined` together with `subtitle`; None where there is none."""
    both = isinstance(joined, str) and isinstance(subtitle, str)
    return split_title(str(joined), str(subtitle)) if both else None


def _read_line(found: Found, name: str, text: str) -> bool:
    """Add what one line says to `found`; whether it says anything."""
    if name == "type":
        found.type = text
        return text in ITEM_TYPES
    if name not in FIELDS:
        return False
    if text.lower() in STATED_ABSENT:
        found.absent.add(name)
        return True
    value = _read_value(name, text)
    if value is not None:
        found.fields[name] = value
    return value is not None


def _read_value(name: str, text: str) -> Value | None:
    structured = name in NAME_VARIABLES or name in DATE_VARIABLES
    if not structured and not text.startswith('"'):
        return text
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if name in NAME_VARIABLES:
        return value if isinstance(value, list) and value and all(map(is_name, value)) else None
    if name in DATE_VARIABLES:
        return cast(Date, value) if is_date(value) else None
    return value if isinstance(value, str) and value else None
