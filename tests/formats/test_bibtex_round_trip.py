"""No field of any record changes on its way through BibTeX and biblatex without being named."""

from __future__ import annotations

import pytest
from hypothesis import given

from reportcite.record.model import Record
from tests.formats.round_trip import unreported
from tests.formats.strategies import records


@pytest.mark.parametrize("name", ["bibtex", "biblatex"])
@given(record=records())
def test_what_is_not_reported_lost_comes_back_the_same(name: str, record: Record) -> None:
    assert unreported(record, name) == {}
