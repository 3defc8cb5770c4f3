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


@pytest.mark.parametrize(
    "data",
    [
        {"fields": [
            {"tag": "001", "value": "a1"},
            {"tag": "245", "ind1": "1", "ind2": "0", "subfields": [
                {"code": "a", "value": "Tides :"}, {"code": "b", "value": "a study"}, {"code": "c"},
            ]},
            {"tag": "856", "ind1": "4", "ind2": "2", "subfields": [
                {"code": "u", "value": "https://example.org/toc"}]},
        ]},
        {"controlfield": [{"tag": "001", "data": "a1"}], "datafield": [
            {"tag": "245", "ind": "10", "subfield": [
                {"code": "a", "data": "Tides :"}, {"code": "b", "data": "a study"}]},
            {"tag": "856", "ind": "42", "subfield": [
                {"code": "u", "data": "https://example.org/toc"}]},
        ]},
    ],
)  # fmt: skip
def test_fields_may_have_their_tag_as_a_member(data: dict[str, object]) -> None:
    record = read_record("marc-json", json.dumps({"leader": RECORD["leader"], **data}))
    assert record.id == "a1"
    assert (record.fields["title"], record.fields["subtitle"]) == ("Tides", "a study")
    assert "URL" not in record.fields  # its second indicator says that it is about the work


def test_a_text_cannot_break_the_field_it_stands_in() -> None:
    field = {"245": {"subfields": [{"a": "A\x1fbB"}]}}
    record = read_record("marc-json", json.dumps({"fields": [field]}))
    assert record.fields["title"] == "A bB"
