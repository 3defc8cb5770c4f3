"""JSON Lines: a line a record, with everything reportcite knows of it."""

from __future__ import annotations

import json

from hypothesis import given

from reportcite.record.model import Record
from tests.formats.files import a_report, file_of, read_record
from tests.formats.strategies import records


@given(record=records())
def test_a_record_is_one_line(record: Record) -> None:
    text, _ = file_of("jsonl", record, record)
    first, second = text.removesuffix("\n").split("\n")
    assert first == second and json.loads(first)["id"] == record.id


def test_subtitle_and_stated_absences_are_kept() -> None:
    record = a_report(subtitle="Its subtitle")._replace(stated_none=frozenset({"author", "issued"}))
    text, _ = file_of("jsonl", record)
    assert json.loads(text)["author"] == "none"
    back = read_record("jsonl", text)
    assert back.fields == record.fields and back.stated_none == record.stated_none
