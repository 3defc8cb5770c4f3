"""The tables of OpenAlex name what CSL and OpenAlex know."""

from __future__ import annotations

from reportcite.formats.openalex_json.fields import KEPT, MEMBERS, PARTS, READ, TYPES
from reportcite.record.fields import FIELDS
from reportcite.vocabulary import ITEM_TYPES


def test_types_and_fields_are_those_of_csl() -> None:
    assert {*TYPES.values(), *PARTS} <= ITEM_TYPES
    assert {*MEMBERS} <= FIELDS | {"id", "type"}
    assert {*MEMBERS.values()} <= READ
    assert {*KEPT} & READ == {"ids"}  # a part of it is read
