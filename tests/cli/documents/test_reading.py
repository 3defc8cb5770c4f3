"""The records that `cite` is to print, and what is said of the others."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportcite.batch.work.cite import CiteSettings
from reportcite.cli.documents.reading import begin_reading, read_items, read_records
from reportcite.cli.options.input import Input
from reportcite.cli.report import Tally
from reportcite.csl import Processor

RECORDS = """\
- {id: x, title: A, author: 'Alpha, A', issued: 2024, publisher: P}
- {id: y, title: B}
- {id: x, title: C, author: 'Gamma, C', issued: 2024, publisher: P}
"""
SETTINGS = CiteSettings("apa", "", "text")


@pytest.fixture
def source(tmp_path: Path) -> Input:
    """Two records to print, and one that lacks too much."""
    (tmp_path / "a.yaml").write_text(RECORDS)
    return Input((str(tmp_path / "a.yaml"),))


def test_items_have_ids_of_their_own_and_are_registered(source: Input) -> None:
    processor, tally = Processor("apa"), Tally()
    items = read_items(begin_reading(source, SETTINGS, processor, tally), processor, tally, 1)
    assert [item["id"] for item in items] == ["x", "x#2"]
    assert len(processor) == 2
    assert (tally.records_left_out, tally.with_errors) == (1, 1)


def test_records_are_those_to_print(source: Input) -> None:
    tally = Tally()
    records = read_records(source, SETTINGS, Processor("apa"), tally)
    assert [record.fields["title"] for record in records] == ["A", "C"]
    assert tally.records_left_out == 1


def test_nothing_is_read_after_a_bad_record_if_that_is_asked_for(source: Input) -> None:
    tally = Tally()
    settings = SETTINGS._replace(on_error="stop")
    processor = Processor("apa")
    begun = begin_reading(source, settings, processor, tally)
    assert len(read_items(begun, processor, tally, 1)) == 1
    assert tally.stopped
