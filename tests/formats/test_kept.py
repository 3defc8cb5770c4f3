"""No field of any record changes on its way through a file without being named as a loss."""

from __future__ import annotations

import pytest
from hypothesis import given

from reportcite.record.fields import Value
from reportcite.record.model import Record
from reportcite.values.dates.parts import date_from_mapping
from tests.formats.files import unreported
from tests.formats.strategies import records


@pytest.mark.parametrize(
    "name", ["endnote-xml", "mods", "cff", "enw", "nbib", "marc", "marcxml", "marc-json"]
)
@given(record=records())
def test_what_is_not_reported_lost_comes_back_the_same(name: str, record: Record) -> None:
    assert unreported(record, name) == {}


def loadable(record: Record) -> Record:
    """`record` without what the loader of record files refuses: dates no calendar has."""

    def sound(value: Value) -> bool:
        return not isinstance(value, dict) or date_from_mapping(value).date == value

    return record._replace(fields={k: v for k, v in record.fields.items() if sound(v)})


@pytest.mark.parametrize("name", ["csl-json", "csl-yaml", "jsonl", "yaml"])
@given(record=records().map(loadable))
def test_what_loads_comes_back_the_same(name: str, record: Record) -> None:
    assert unreported(record, name) == {}
