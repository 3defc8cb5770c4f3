"""Which tag of NBIB holds what."""

from __future__ import annotations

from reportcite.formats.nbib.fields import TYPES, VARIABLES, WRITTEN_TYPES
from reportcite.record.fields import FIELDS
from reportcite.vocabulary import ITEM_TYPES


def test_tags_hold_variables_and_types_are_types_of_csl() -> None:
    assert set(VARIABLES.values()) <= FIELDS
    assert set(TYPES.values()) | WRITTEN_TYPES.keys() <= ITEM_TYPES


def test_a_type_is_read_as_it_is_written() -> None:
    assert {TYPES[written.lower()] for written in WRITTEN_TYPES.values()} == WRITTEN_TYPES.keys()
    assert all(TYPES[written.lower()] == one for one, written in WRITTEN_TYPES.items())
