"""Which tag of the Web of Science holds what."""

from __future__ import annotations

from reportcite.formats.wos.fields import DOCUMENT_TYPES, SEASONS, SYNTAX, TYPES, VARIABLES
from reportcite.record.fields import FIELDS
from reportcite.values.dates.slashed import read_issued
from reportcite.vocabulary import ITEM_TYPES


def test_tags_hold_variables_and_types_are_types_of_csl() -> None:
    assert set(VARIABLES.values()) <= FIELDS
    assert VARIABLES.keys() <= SYNTAX.tags
    assert set(TYPES.values()) | set(DOCUMENT_TYPES.values()) <= ITEM_TYPES


def test_seasons_are_read() -> None:
    for name in SEASONS.values():
        assert "season" in (read_issued(name, "2011").date or {})
