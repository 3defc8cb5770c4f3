"""What is said about fields is short, and there is something for each."""

from __future__ import annotations

import pytest

from reportcite.record.fields import FIELDS as KNOWN
from reportcite.schemas.fields import FIELDS, NAME_PARTS
from reportcite.values.names.parts import NAME_PARTS as PARTS


def test_every_field_and_every_part_of_a_name_is_described() -> None:
    assert FIELDS.keys() == KNOWN
    assert NAME_PARTS.keys() == PARTS


@pytest.mark.parametrize("name", [*FIELDS, *NAME_PARTS])
def test_a_description_is_one_short_sentence(name: str) -> None:
    words = (FIELDS.get(name) or NAME_PARTS[name]).description
    assert words[0].isupper() and words.endswith(".") and len(words) <= 80
