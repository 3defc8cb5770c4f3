"""Writes fields a format has no place of its own for as `variable: value` lines in its notes.

What the lines are, and how they are read, is said in `formats.reading.note_lines`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Final

from reportcite.formats.loss import Fields
from reportcite.formats.reading.note_lines import UNDATED, Found, title_before, values_in
from reportcite.formats.writing.carry import stated_none
from reportcite.record.assemble.lacking import lacking
from reportcite.record.fields import Value
from reportcite.record.model import Record
from reportcite.record.untyped import NONE, Notation

_WORDS: Final = frozenset({NONE, UNDATED})


def write_lines(
    fields: Mapping[str, Value], stated_none: Mapping[str, str] | None = None, csl_type: str = ""
) -> str:
    """The lines for these fields, the words for what there is none of, and the type if any."""
    lines = [f"type: {csl_type}"] if csl_type else []
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


def remainder(fields: Fields, values: Mapping[str, Value], own: Found, notation: Notation) -> str:
    """The lines for what is not in `own`, which is what the format's own places give back.

    `values` are the fields as they are written; the joined title that a format holds for title
    and subtitle is split again by the line of the subtitle.
    """
    read = values_in(own, notation)
    rest = {name: value for name, value in values.items() if read.get(name) != value}
    title, subtitle = values.get("title", ""), values.get("subtitle", "")
    joined = read.get("title")
    if rest.get("title") and title_before(joined, subtitle) == title:
        del rest["title"]
    csl_type = fields.record.type if own.type != fields.record.type else ""
    # One order, whatever that of the record is: a file that is read and written again is the same.
    rest = dict(sorted(rest.items()))
    said = own.stated_none | _implied(fields.record)
    none = {name: word for name, word in stated_none(fields).items() if name not in said}
    return write_lines(rest, none, csl_type)


def _implied(record: Record) -> set[str]:
    """What there is none of, as any program takes it that reads the entry, because it lacks it.

    That a record of this project's own formats states is written all the same.
    """
    if record.own or not record.stated_none:
        return set()
    names, _ = lacking(record.type, record.fields, (), ())
    return set(names)
