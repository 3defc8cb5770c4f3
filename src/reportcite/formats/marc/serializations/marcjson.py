"""MARC-in-JSON (Ross Singer's proposal of 2010, which pymarc, ruby-marc and others write); read are
also fields that have their tag as a member (Andrew Houghton's MARC-JSON; `@natlibfi/marc-record`).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import BinaryIO, Final

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
_FIELDS: Final = ("fields", "controlfield", "datafield")


def read(stream: BinaryIO, name: str, limits: Limits = LIMITS) -> Iterator[Record | Problem]:
    """The records of MARC-in-JSON: one, a list, or one after another."""
    return read_items(stream, name, limits, Making(_record), _WRAPPING)


def _record(item: Mapping[str, Untyped], found: Found) -> Record | Problem:
    leader = item.get("leader")
    members = (name for name in _FIELDS if name in item)
    fields = [
        field
        for name in members
        for one in mappings(item.get(name))
        for tag, value in _with_tags(one)
        if (field := _field(tag, value)) is not None
    ]
    if not fields:
        message = "this is no record of MARC-in-JSON: it has no fields"
        return MARC_STRUCTURE.found(message, "export it anew", place=found.place)
    marc = Marc(leader if isinstance(leader, str) else "", fields)
    return record_of(marc, found.place, lambda: found.fallback_id, found.problems)


def _with_tags(field: Mapping[str, Untyped]) -> Iterable[tuple[str, Untyped]]:
    """The tag and the value of a field, or of several."""
    if not isinstance(tag := field.get("tag"), str):
        return field.items()
    return [(tag, field.get("value", field.get("data", field)))]


def _field(tag: str, value: Untyped) -> tuple[str, str] | None:
    if isinstance(value, str):
        return tag, plain(_composed(value))
    if not isinstance(value, Mapping):
        return None
    parts = [
        (code[:1], _composed(text))
        for one in mappings(value.get("subfields", value.get("subfield")))
        for code, text in _with_codes(one)
        if code and isinstance(text, str)
    ]
    if isinstance(both := value.get("ind"), str):
        return tag, content_of(both[:2].ljust(2), parts)
    indicators = "".join([str(value.get(name) or " ")[:1] for name in ("ind1", "ind2")])
    return tag, content_of(indicators, parts)


def _with_codes(subfield: Mapping[str, Untyped]) -> Iterable[tuple[str, Untyped]]:
    if not isinstance(code := subfield.get("code"), str):
        return subfield.items()
    return [(code, subfield.get("value", subfield.get("data")))]


def _composed(text: str) -> str:
    return text if text.isascii() else plain(unicodedata.normalize("NFC", text))
