"""Which tag of ENW holds what."""

from __future__ import annotations

import pytest

from reportcite.formats.enw.fields import FIELDS, JOURNALS, tags
from reportcite.formats.reference_types import REFERENCE_TYPES
from reportcite.record.fields import FIELDS as VARIABLES


@pytest.mark.parametrize("ris", sorted(REFERENCE_TYPES))
def test_no_two_variables_have_one_tag(ris: str) -> None:
    found = tags(ris, VARIABLES)
    assert len(set(found.values())) == len(found)
    known = REFERENCE_TYPES[ris].variables
    assert all(known[FIELDS[tag]] == name or ris == "CONF" for name, tag in found.items())


def test_a_journal_has_a_tag_of_its_own() -> None:
    assert REFERENCE_TYPES.keys() >= JOURNALS
    assert tags("JOUR", ())["container-title"] == "%J"
    assert tags("CHAP", ())["container-title"] == tags("RPRT", ())["collection-title"] == "%B"
