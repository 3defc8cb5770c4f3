"""No field of any record changes on its way through BibTeX or RIS without being named as a loss."""

from __future__ import annotations

import pytest
from hypothesis import given

from reportcite.formats.loss import Fields
from reportcite.formats.registry import format_named
from reportcite.formats.writing.keys import base_key
from reportcite.record.model import Record
from tests.formats.files import read_record, unreported
from tests.formats.strategies import records


def keyed(record: Record) -> Record:
    """`record` with the citation key it gets, or brought, as its id."""
    return record._replace(id=base_key(record))


@pytest.mark.parametrize("name", ["bibtex", "biblatex", "ris", "hayagriva"])
@given(record=records().map(keyed))
def test_what_is_not_reported_lost_comes_back_the_same(name: str, record: Record) -> None:
    assert unreported(record, name) == {}


@given(record=records().map(keyed))
def test_the_old_dialect_of_ris_comes_back_the_same(record: Record) -> None:
    fields = Fields(record)
    back = read_record("ris", format_named("ris").dialects["refman2001"](fields, record.id))
    reported = {loss.field for loss in fields.losses()}
    if "subtitle" in reported:
        reported.add("title")  # what is said of a subtitle joined to the title is said of both
    assert back.type == record.type
    for name, value in record.fields.items():
        assert name in reported or back.fields.get(name) == value


@pytest.mark.parametrize("name", ["bibtex", "biblatex", "ris", "hayagriva"])
@given(record=records())
def test_the_key_stands_as_given_and_nowhere_else(name: str, record: Record) -> None:
    """Batches write a NUL for the key and put the key in later."""
    write = format_named(name).write
    assert write is not None
    assert write(Fields(record), "\0").count("\0") == 1
