"""Which tag of RefWorks holds what."""

from __future__ import annotations

from reportcite.formats.refworks.fields import ARTICLES, NUMBERED, SERIES, SYNTAX, TYPES, VARIABLES
from reportcite.record.fields import FIELDS
from reportcite.vocabulary import ITEM_TYPES


def test_tags_hold_variables_and_types_are_types_of_csl() -> None:
    assert set(VARIABLES.values()) <= FIELDS
    assert VARIABLES.keys() <= SYNTAX.tags
    assert set(TYPES.values()) | ARTICLES | NUMBERED | SERIES <= ITEM_TYPES
    assert all(name == name.lower() for name in TYPES)
