"""MARC-in-JSON (Ross Singer's proposal of 2010, which pymarc, ruby-marc and others write)."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from typing import BinaryIO

from reportcite.formats.marc.fields import Marc, content_of, plain
from reportcite.formats.marc.records import record_of
from reportcite.formats.reading.json_items import Found, Making, Wrapping, read_items
from reportcite.formats.reading.members import mappings
from reportcite.formats.rules import MARC_STRUCTURE
from reportcite.limits import LIMITS, Limits
from reportcite.problems import Problem
from reportcite.record.model import Record
from reportcite.record.untyped import Untyped

_WRAPPING = Wrapping(("collection", "records"))


def read(stream: BinaryIO, name: str, limits: Limits = LIMITS) -> Iterator[Record | Problem]:
    """The records of MARC-in-JSON: one, a list, or one after another."""
    return read_items(stream, name, limits, Making(_record), _WRAPPING)


def _record(item: Mapping[str, Untyped], found: Found) -> Record | Problem:
    leader = item.get("leader")
    fields = [
        field
        for one in mappings(item.get("fields"))
        for tag, value in one.items()
        if (field := _field(tag, value)) is not None
    ]
    if not fields:
        message = "this is no record of MARC-in-JSON: it has no fields"
        return MARC_STRUCTURE.found(message, "export it anew", place=found.place)
    marc = Marc(leader if isinstance(leader, str) else "", fields)
    return record_of(marc, found.place, lambda: found.fallback_id, found.problems)


def _field(tag: str, value: Untyped) -> tuple[str, str] | None:
    if isinstance(value, str):
        return tag, plain(_composed(value))
    if not isinstance(value, Mapping):
        return None
    parts = [
        (code[:1], _composed(text))
        for one in mappings(value.get("subfields"))
        for code, text in one.items()
        if code and isinstance(text, str)
    ]
    indicators = "".join([str(value.get(name) or " ")[:1] for name in ("ind1", "ind2")])
    return tag, content_of(indicators, parts)


def _composed(text: str) -> str:
    return text if text.isascii() else plain(unicodedata.normalize("NFC", text))
