"""What is written, read and written again is the same from the first file on."""

from __future__ import annotations

import pytest
from hypothesis import given

from reportcite.record.model import Record
from tests.formats.files import file_of, read_file
from tests.formats.strategies import records


@pytest.mark.parametrize("name", ["mods", "cff"])
@given(record=records())
def test_a_file_that_is_read_and_written_again_is_the_same(name: str, record: Record) -> None:
    text = file_of(name, record)[0]
    again = [one for one in read_file(name, text) if isinstance(one, Record)]
    assert file_of(name, *again)[0] == text
