"""What is written, read and written again is the same file, from the first generation on."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from reportcite.formats.writing.keys import base_key
from reportcite.record.model import Record
from tests.formats.files import file_of, read_file, read_record
from tests.formats.strategies import records

NAMES = ("ris", "endnote-xml", "enw", "nbib", "oai-dc", "marc")


@pytest.mark.parametrize("name", ["mods", "cff"])
@given(record=records())
def test_a_file_that_holds_its_ids_is_the_same_when_it_is_written_again(
    name: str, record: Record
) -> None:
    text = file_of(name, record)[0]
    again = [one for one in read_file(name, text) if isinstance(one, Record)]
    assert file_of(name, *again)[0] == text


@pytest.mark.parametrize("name", NAMES)
@given(record=records())
def test_a_file_that_is_read_and_written_again_is_the_same(name: str, record: Record) -> None:
    text, _ = file_of(name, record._replace(id="r1"))
    again, _ = file_of(name, read_record(name, text)._replace(id="r1"))
    assert again == text


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "person",
    [
        {"given": "Anna Maria"}, {"given": "Plato"}, {"family": "van Berg"}, {"literal": "UN DESA"},
        {"family": "Berg", "non-dropping-particle": "van"}, {"literal": "Foo, Bar Inc."},
        {"family": "Ng", "suffix": "Jr."}, {"literal": "Roe J"}, {"literal": "A. Roe"},
    ],
)  # fmt: skip
def test_a_name_stays_what_it_became(name: str, person: dict[str, str]) -> None:
    fields = {"title": "A", "author": [person]}
    record = Record("r1", "report", fields, read_record("ris", "TY  - GEN\nER  - ").place)  # type: ignore[arg-type]
    text, _ = file_of(name, record)
    assert file_of(name, read_record(name, text)._replace(id="r1"))[0] == text


def loaded(record: Record) -> Record:
    """`record` as it is read from a file of this project, with the key it gets as its id."""
    keyed = record._replace(id=base_key(record))
    return read_record("jsonl", file_of("jsonl", keyed)[0])


@pytest.mark.parametrize("name", ["bibtex", "biblatex", "csl-json", "jsonl", "hayagriva"])
@settings(max_examples=40)
@given(record=records().map(loaded))
def test_a_file_of_keyed_entries_is_the_same_when_it_is_written_again(
    name: str, record: Record
) -> None:
    first = file_of(name, record)[0]
    assert file_of(name, read_record(name, first))[0] == first
