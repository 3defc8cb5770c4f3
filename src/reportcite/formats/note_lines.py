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
from typing import Any, Final

from reportcite.errors import Place
from reportcite.formats.format import Fields
from reportcite.formats.writing.take import absences
from reportcite.problems import Problem
from reportcite.record.assemble.notations import EXACT
from reportcite.record.assemble.record import assemble, values_of
from reportcite.record.fields import CODES, DATES, FIELDS, NAMES, TYPES
from reportcite.record.model import Record, Value, join_title
from reportcite.record.untyped import NONE, Notation, Untyped, UntypedRecord, Written
from reportcite.values.names.typed import NAME_PARTS

_LINE: Final = re.compile(r"([A-Za-z]+(?:[-_][A-Za-z]+)*): (.*)", re.DOTALL)
_UNDATED: Final = "n.d."
_WORDS: Final = frozenset({NONE, _UNDATED})
_MAY_BE_NONE: Final = CODES | NAMES | DATES


@dataclass(slots=True)
class Found:
    """What was found in an entry: its type ("" for none), its fields in the notation of its
    format, what it states that there is none of, and what is doubtful."""

    type: str = ""
    fields: dict[str, Untyped] = field(default_factory=dict)
    stated_none: set[str] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)


@dataclass(slots=True)
class Lines:
    """What the lines of a note say: a type ("" for none), values as they are in a record, and
    what there is none of."""

    type: str = ""
    fields: dict[str, Value] = field(default_factory=dict)
    stated_none: set[str] = field(default_factory=set)


def write_lines(
    fields: Mapping[str, Value], stated_none: Mapping[str, str] | None = None, type: str = ""
) -> str:
    """The lines for these fields, the words for what there is none of, and the type if any."""
    lines = [f"type: {type}"] if type else []
    lines += [f"{name}: {write_value(value)}" for name, value in fields.items()]
    lines += [f"{name}: {word}" for name, word in (stated_none or {}).items()]
    return "\n".join(lines)


def write_value(value: Value) -> str:
    """`value` on one line: a text as it is where that cannot be mistaken, else JSON."""
    if isinstance(value, str):
        bare = value == value.strip() and not value.startswith('"') and "\n" not in value
        if bare and "\r" not in value and value not in _WORDS:
            return value
    return json.dumps(value, ensure_ascii=False)


def read_lines(text: str) -> Lines | None:
    """What `write_lines` wrote; None where `text` is anything else. Blank lines are passed over."""
    lines = Lines()
    for line in text.split("\n"):
        if not line.strip():
            continue
        match = _LINE.fullmatch(line.strip())
        if match is None or not _read_line(lines, match[1], match[2]):
            return None
    return lines


def remainder(fields: Fields, values: Mapping[str, Value], own: Found, notation: Notation) -> str:
    """The lines for what is not in `own`, which is what the format's own places give back.

    `values` are the fields as they are written; the joined title that a format holds for title
    and subtitle is told apart again by the line of the subtitle.
    """
    read = values_of(_untyped(own, "", Place(""), notation))
    rest = {name: value for name, value in values.items() if read.get(name) != value}
    title, subtitle = values.get("title", ""), values.get("subtitle", "")
    joined = read.get("title")
    if rest.get("title") and _split_title(joined, subtitle) == title:
        del rest["title"]
    type = fields.record.type if own.type != fields.record.type else ""
    # One order, whatever that of the record is: a file that is read and written again is the same.
    rest = dict(sorted(rest.items()))
    return write_lines(rest, absences(fields), type)


def record_of(
    own: Found,
    lines: Lines | None,
    id: str,
    place: Place,
    notation: Notation,
) -> Record:
    """The record that an entry makes: what it says in its own places, and in the lines, which say
    it better."""
    if lines is None:
        return assemble(_untyped(own, id, place, notation))
    fields = {**own.fields}
    if "title" not in lines.fields and "subtitle" in lines.fields:
        title = _split_title(fields.get("title"), lines.fields["subtitle"])
        if title == "":
            fields.pop("title", None)
        elif title is not None:
            fields["title"] = title
    fields |= {name: _exact(value) for name, value in lines.fields.items()}
    found = Found(lines.type or own.type, fields, lines.stated_none, own.problems)
    return assemble(_untyped(found, id, place, notation))


def _untyped(found: Found, id: str, place: Place, notation: Notation) -> UntypedRecord:
    fields = {"type": found.type or "document", **found.fields}
    stated_none = found.stated_none - found.fields.keys()
    fields |= dict.fromkeys(stated_none, NONE)
    problems = [problem.at(place) for problem in found.problems]
    return UntypedRecord(fields, place, notation, id, stated_none, problems)


def _exact(value: Value) -> Untyped:
    if isinstance(value, list):
        return [Written(name, EXACT) for name in value]
    return Written(value, EXACT)


def _split_title(joined: object, subtitle: Value | None) -> str | None:
    """The title that makes `joined` together with `subtitle`; None where there is none."""
    if not isinstance(joined, str) or not isinstance(subtitle, str) or not subtitle:
        return None
    for delimiter in (": ", " ", ""):
        title = joined.removesuffix(delimiter + subtitle)
        if title != joined and join_title(title, subtitle) == joined:
            return title
    return None


def _read_line(lines: Lines, name: str, text: str) -> bool:
    """Add what one line says to `lines`; whether it says anything."""
    if name == "type":
        lines.type = text
        return text in TYPES
    if name not in FIELDS:
        return False
    if text == (_UNDATED if name in DATES else NONE) and name in _MAY_BE_NONE:
        lines.stated_none.add(name)
        return True
    value = _read_value(name, text)
    if value is not None:
        lines.fields[name] = value
    return value is not None


def _read_value(name: str, text: str) -> Any:
    structured = name in NAMES or name in DATES
    if not structured and not text.startswith('"'):
        return text
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if name in NAMES:
        return value if isinstance(value, list) and value and all(map(_is_name, value)) else None
    if name in DATES:
        return value if _is_date(value) else None
    return value if isinstance(value, str) and value else None


def _is_name(value: object) -> bool:
    return (
        isinstance(value, dict)
        and bool(value)
        and value.keys() <= NAME_PARTS
        and all(isinstance(part, str | bool) for part in value.values())
    )


def _is_date(value: object) -> bool:
    if not isinstance(value, dict) or not value:
        return False
    shapes = {"season": int, "circa": bool, "literal": str, "date-parts": list}
    if not all(isinstance(part, shapes.get(key, type(None))) for key, part in value.items()):
        return False
    points = value.get("date-parts", [])
    return len(points) <= 2 and all(
        isinstance(point, list) and len(point) <= 3 and all(type(n) is int for n in point)
        for point in points
    )
