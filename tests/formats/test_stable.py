"""What is written, read and written again is the same from the first generation on."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from reportcite.formats.writing.keys import base_key
from reportcite.record.model import Record
from tests.formats.files import BOTH, file_of, read_record
from tests.formats.strategies import records

# Of RIS that is held with its own reader: a name that is but a comma is read in another way.
STABLE = [name for name in BOTH if name != "ris"]


def loaded(record: Record) -> Record:
    """`record` as it is read from a file of this project, with the key it gets as its id."""
    keyed = record._replace(id=base_key(record))
    return read_record("jsonl", file_of("jsonl", keyed)[0])


@pytest.mark.parametrize("name", STABLE)
@settings(max_examples=25)
@given(record=records().filter(lambda record: bool(record.fields)).map(loaded))
def test_the_second_generation_is_the_first(name: str, record: Record) -> None:
    first = file_of(name, record)[0]
    assert file_of(name, read_record(name, first))[0] == first
