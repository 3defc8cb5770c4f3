"""MARC-in-JSON, whoever wrote it."""

from __future__ import annotations

import json

import pytest

from reportcite.problems import Problem
from tests.formats.files import read_file, read_record

TITLE = {"245": {"ind1": "1", "ind2": "0", "subfields": [{"a": "A\u0308pfel :"}, {"b": "sorts"}]}}
RECORD = {"leader": "00000nam a2200000 a 4500", "fields": [{"001": "a1"}, TITLE]}


@pytest.mark.parametrize(
    "data", [RECORD, [RECORD], {"collection": [RECORD]}, {"records": [RECORD]}], ids=str
)
def test_records_stand_alone_or_in_lists(data: object) -> None:
    record = read_record("marc-json", json.dumps(data))
    assert record.id == "a1"
    assert (record.fields["title"], record.fields["subtitle"]) == ("Äpfel", "sorts")


def test_records_stand_on_lines() -> None:
    assert len(read_file("marc-json", f"{json.dumps(RECORD)}\n{json.dumps(RECORD)}\n")) == 2


@pytest.mark.parametrize(
    "fields",
    [None, [], [1], [{"245": 1}], {"245": {"subfields": 3}}, [{"245": {"subfields": [{"a": 1}]}}]],
)
def test_what_is_no_field_does_no_harm(fields: object) -> None:
    [found] = read_file("marc-json", json.dumps({"leader": 1, "fields": fields}))
    assert not isinstance(found, Problem) or found.rule.name == "marc-structure"


def test_a_text_cannot_break_the_field_it_stands_in() -> None:
    field = {"245": {"subfields": [{"a": "A\x1fbB"}]}}
    record = read_record("marc-json", json.dumps({"fields": [field]}))
    assert record.fields["title"] == "A bB"
