"""Fields a format has no place of its own for, as `variable: value` lines in its place for notes.

The lines are those of `values.note_lines`, which Zotero and citeproc-js read; a value that does
not fit one line, a list of names and a date stand there as JSON. What reads as such lines, and
nothing else, is taken for them when read.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any, Final

from reportcite.errors import Place
from reportcite.problems import Problem
from reportcite.record.assemble.notations import EXACT
from reportcite.record.assemble.record import assemble, values_of
from reportcite.record.fields import FIELDS, NEVER_NONE, Value
from reportcite.record.model import Record
from reportcite.record.untyped import NONE, Notation, Places, Untyped, UntypedRecord, Written
from reportcite.values.dates.parts import is_date
from reportcite.values.names.parts import is_name
from reportcite.values.note_lines import line_of
from reportcite.values.title import split_title
from reportcite.vocabulary import DATE_VARIABLES, ITEM_TYPES, NAME_VARIABLES

UNDATED: Final = "n.d."
"""The word by which a line states that there is no date, as `NONE` does of everything else."""

_MAY_BE_NONE: Final = NEVER_NONE | NAME_VARIABLES | DATE_VARIABLES


@dataclass(slots=True)
class Found:
    """What was found in an entry: its type ("" for none), its fields in the notation of its
    format, what it states that there is none of, what is doubtful, and the places of the fields."""

    type: str = ""
    fields: dict[str, Untyped] = field(default_factory=dict)
    stated_none: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)
    places: Places = field(default_factory=dict)


@dataclass(slots=True)
class Lines:
    """What the lines of a note say: a type ("" for none), values as they are in a record, and
    what there is none of."""

    type: str = ""
    fields: dict[str, Value] = field(default_factory=dict)
    stated_none: set[str] = field(default_factory=set)


def read_lines(text: str) -> Lines | None:
    """What `write_lines` wrote; None where `text` is anything else. Empty lines are passed over."""
    lines = Lines()
    for line in text.split("\n"):
        if not line.strip():
            continue
        stated = line_of(line)
        if stated is None or not _read_line(lines, *stated):
            return None
    return lines


def record_of(
    own: Found,
    lines: Lines | None,
    id_: str,
    place: Place,
    notation: Notation,
) -> Record:
    """The record that an entry makes: what it says in its own places, and in the lines, which say
    it better."""
    if lines is None:
        return assemble(_untyped(own, id_, place, notation))
    fields = {**own.fields}
    if "title" not in lines.fields and "subtitle" in lines.fields:
        title = title_before(fields.get("title"), lines.fields["subtitle"])
        if title == "":
            fields.pop("title", None)
        elif title is not None:
            fields["title"] = title
    fields |= {name: _exact(value) for name, value in lines.fields.items()}
    found = Found(lines.type or own.type, fields, lines.stated_none, own.problems, own.places)
    return assemble(_untyped(found, id_, place, notation))


def values_in(own: Found, notation: Notation) -> dict[str, Value]:
    """The values that are read in an entry's own places."""
    return values_of(_untyped(own, "", Place(""), notation))


def _untyped(found: Found, id_: str, place: Place, notation: Notation) -> UntypedRecord:
    fields = {"type": found.type or "document", **found.fields}
    stated_none = found.stated_none - found.fields.keys()
    fields |= dict.fromkeys(stated_none, NONE)
    problems = [problem.at(place) for problem in found.problems]
    return UntypedRecord(fields, place, notation, id_, stated_none, problems, found.places or None)


def _exact(value: Value) -> Untyped:
    if isinstance(value, list):
        return [Written(name, EXACT) for name in value]
    return Written(value, EXACT)


def title_before(joined: object, subtitle: object) -> str | None:
    """The title that makes `joined` together with `subtitle`; None where there is none."""
    both = isinstance(joined, str) and isinstance(subtitle, str)
    return split_title(str(joined), str(subtitle)) if both else None


def _read_line(lines: Lines, name: str, text: str) -> bool:
    """Add what one line says to `lines`; whether it says anything."""
    if name == "type":
        lines.type = text
        return text in ITEM_TYPES
    if name not in FIELDS:
        return False
    if text == (UNDATED if name in DATE_VARIABLES else NONE) and name in _MAY_BE_NONE:
        lines.stated_none.add(name)
        return True
    value = _read_value(name, text)
    if value is not None:
        lines.fields[name] = value
    return value is not None


def _read_value(name: str, text: str) -> Any:
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
        return value if is_date(value) else None
    return value if isinstance(value, str) and value else None
