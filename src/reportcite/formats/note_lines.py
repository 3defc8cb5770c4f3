"""Fields a format has no place of its own for, as `variable: value` lines in its place for notes.

The lines are those that Zotero's field Extra and citeproc-js read in a note; a value that does
not fit one line, a list of names and a date stand there as JSON. What reads as such lines, and
nothing else, is taken for them when read.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, cast

from reportcite.errors import Place
from reportcite.formats.format import Fields
from reportcite.formats.reading.absences import with_absences
from reportcite.formats.writing.take import absences
from reportcite.record.fields import DATES, FIELDS, NAMES, TYPES
from reportcite.record.model import Record, Value, join_title
from reportcite.values.dates.parts import is_date
from reportcite.values.names.parts import is_name
from reportcite.values.shapes import Date

_LINE: Final = re.compile(r"([A-Za-z]+(?:[-_][A-Za-z]+)*): (.*)", re.DOTALL)
_ABSENT: Final = frozenset({"none", "n.d."})


@dataclass(slots=True)
class Found:
    """What was found in an entry: its type ("" for none), its fields, and what is stated absent."""

    type: str = ""
    fields: dict[str, Value] = field(default_factory=dict)
    absent: set[str] = field(default_factory=set)


def write_lines(
    fields: Mapping[str, Value], absent: Mapping[str, str] | None = None, type: str = ""
) -> str:
    """The lines for these fields, what is stated absent, and the type if one is given."""
    lines = [f"type: {type}"] if type else []
    lines += [f"{name}: {write_value(value)}" for name, value in fields.items()]
    lines += [f"{name}: {word}" for name, word in (absent or {}).items()]
    return "\n".join(lines)


def write_value(value: Value) -> str:
    """`value` on one line: a text as it is where that cannot be mistaken, else JSON."""
    if isinstance(value, str):
        plain = value == value.strip() and not value.startswith('"') and "\n" not in value
        if plain and "\r" not in value and value.lower() not in _ABSENT:
            return value
    return json.dumps(value, ensure_ascii=False)


def read_lines(text: str) -> Found | None:
    """What `write_lines` wrote; None where `text` is anything else. Blank lines are passed over."""
    found = Found()
    for line in text.split("\n"):
        if not line.strip():
            continue
        match = _LINE.fullmatch(line.strip())
        if match is None or not _read_line(found, match[1], match[2]):
            return None
    return found


def remainder(fields: Fields, values: Mapping[str, Value], own: Found) -> str:
    """The lines for what is not in `own`, which is what the format's own places give back.

    `values` are the fields as they are written; the joined title that a format holds for title
    and subtitle is told apart again by the line of the subtitle.
    """
    rest = {name: value for name, value in values.items() if own.fields.get(name) != value}
    title, subtitle = values.get("title", ""), values.get("subtitle", "")
    joined = own.fields.get("title")
    if rest.get("title") and _split_title(joined, subtitle) == title:
        del rest["title"]
    type = fields.record.type if own.type != fields.record.type else ""
    # One order, whatever that of the record is: a file that is read and written again is the same.
    rest = dict(sorted(rest.items()))
    absent = {name: word for name, word in absences(fields).items() if name not in own.absent}
    return write_lines(rest, absent, type)


def merge(own: Found, lines: Found | None) -> Found:
    """What an entry says in its own places, and in the lines, which say it better."""
    if lines is None:
        return own
    fields = own.fields | lines.fields
    if "title" not in lines.fields and "subtitle" in lines.fields:
        title = _split_title(own.fields.get("title"), lines.fields["subtitle"])
        if title == "":
            fields.pop("title", None)
        elif title is not None:
            fields["title"] = title
    return Found(lines.type or own.type, fields, own.absent | lines.absent)


def record_of(found: Found, id: str, place: Place) -> Record:
    """The record that an entry makes."""
    absent = frozenset(found.absent - found.fields.keys())
    return with_absences(Record(id, found.type or "document", found.fields, place, absent))


def _split_title(joined: Value | None, subtitle: Value | None) -> str | None:
    """The title that makes `joined` together with `subtitle`; None where there is none."""
    if not isinstance(joined, str) or not isinstance(subtitle, str) or not subtitle:
        return None
    for joint in (": ", " ", ""):
        title = joined.removesuffix(joint + subtitle)
        if title != joined and join_title(title, subtitle) == joined:
            return title
    return None


def _read_line(found: Found, name: str, text: str) -> bool:
    """Add what one line says to `found`; whether it says anything."""
    if name == "type":
        found.type = text
        return text in TYPES
    if name not in FIELDS:
        return False
    if text.lower() in _ABSENT:
        found.absent.add(name)
        return True
    value = _read_value(name, text)
    if value is not None:
        found.fields[name] = value
    return value is not None


def _read_value(name: str, text: str) -> Value | None:
    structured = name in NAMES or name in DATES
    if not structured and not text.startswith('"'):
        return text
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if name in NAMES:
        return value if isinstance(value, list) and value and all(map(is_name, value)) else None
    if name in DATES:
        return cast(Date, value) if is_date(value) else None
    return value if isinstance(value, str) and value else None
