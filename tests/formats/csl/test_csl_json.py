"""CSL-JSON: an array any JSON reader takes, one item for each record."""

from __future__ import annotations

import json
from typing import cast

import pytest
from hypothesis import given

from reportcite.problems import Problem
from reportcite.record.model import Record
from reportcite.values.dates.parts import exchanged_parts
from reportcite.values.shapes import Date
from tests.formats.files import a_report, file_of, read_file, read_record
from tests.formats.strategies import records


@given(record=records())
def test_json_finds_one_item_with_title_and_authors(record: Record) -> None:
    text, [losses] = file_of("csl-json", record)
    [item] = json.loads(text)
    lost = {loss.field for loss in losses}
    if "subtitle" in lost:
        lost.add("title")
    assert item["id"] == record.id and item["type"] == record.type
    for name in {"title", "author"} & record.fields.keys() - lost:
        assert item[name] == record.fields[name]
    for name in {"issued"} & record.fields.keys() - lost:
        assert item[name] == exchanged_parts(cast(Date, record.fields[name]))


def test_no_part_of_a_date_is_empty_because_other_programs_break_at_it() -> None:
    record = a_report(issued={"date-parts": [[1988], []]})
    text, [losses] = file_of("csl-json", record)
    assert json.loads(text)[0]["issued"] == {"date-parts": [[1988], [0]]}
    assert losses == [] and read_record("csl-json", text).fields == record.fields


def test_the_subtitle_is_joined_to_the_title_and_that_is_said() -> None:
    text, [losses] = file_of("csl-json", a_report("Which way?", subtitle="A report"))
    assert json.loads(text)[0]["title"] == "Which way? A report"
    assert [(loss.field, loss.kind) for loss in losses] == [("subtitle", "changed")]


def test_no_records_are_an_empty_array() -> None:
    assert json.loads(file_of("csl-json")[0]) == []


def test_a_lone_surrogate_is_left_out_and_that_is_said() -> None:
    text, [losses] = file_of("csl-json", a_report("a\ud800b"))
    assert read_record("csl-json", text).fields["title"] == "ab"
    assert [loss.field for loss in losses] == ["title"]


@pytest.mark.parametrize("name", ["csl-json", "jsonl"])
def test_a_file_that_is_no_json_is_a_problem(name: str) -> None:
    assert all(isinstance(one, Problem) for one in read_file(name, "{'a': 1}"))
