"""JSON Lines (jsonlines.org): one record on each line, with reportcite's own `subtitle`."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import BinaryIO, Final

from reportcite.formats.format import Format
from reportcite.formats.loss import Fields
from reportcite.formats.writing.carry import NOT_UNICODE, carry_all, clean, stated_none
from reportcite.problems import Problem
from reportcite.record.model import Record


def write(fields: Fields, key: str) -> str:
    """The record as one line."""
    record = fields.record
    values = carry_all(fields, NOT_UNICODE)
    item = {"id": clean(record.id, NOT_UNICODE), "type": record.type, **values}
    return json.dumps(item | stated_none(fields), ensure_ascii=False) + "\n"


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
