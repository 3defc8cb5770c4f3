"""JSON Lines (jsonlines.org): one record on each line, with reportcite's own `subtitle`."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import BinaryIO, Final

from reportcite.formats.format import Fields, Format
from reportcite.formats.writing.take import NOT_UNICODE, absences, clean, take_all
from reportcite.problems import Problem
from reportcite.record.fields import CODES
from reportcite.record.model import Record
from reportcite.record.untyped import NONE


def write(fields: Fields, key: str) -> str:
    """The record as one line."""
    record = fields.record
    values: dict[str, object] = {**take_all(fields, NOT_UNICODE)}
    if NONE in values.values():
        # The word by itself states that there is none; in a list of one it is a text.
        values |= {name: [NONE] for name in CODES if values.get(name) == NONE}
    item = {"id": clean(record.id, NOT_UNICODE), "type": record.type, **values, **absences(fields)}
    return json.dumps(item, ensure_ascii=False) + "\n"


def read(stream: BinaryIO, name: str) -> Iterable[Record | Problem]:
    """The records of a JSON Lines file."""
    from reportcite.formats.csl.read_json import read_jsonl

    return read_jsonl(stream, name)


FORMAT: Final = Format(
    name="jsonl",
    title="JSON Lines",
    suffixes=(".jsonl", ".ndjson"),
    write=write,
    read=read,
)
