"""Mappings of a stream of JSON, one at a time, also where they stand within other data."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest

from reportcite.errors import Place
from reportcite.formats.reading.json_items import Found, Make, Making, Wrapping, read_items
from reportcite.formats.reading.source import CHUNK
from reportcite.limits import Limits
from reportcite.problems import Problem
from reportcite.record.assemble.notations import CSL
from reportcite.record.assemble.record import assemble
from reportcite.record.model import Record
from reportcite.record.untyped import UntypedRecord


def make(item: Any, found: Found) -> Record:
    return assemble(UntypedRecord(item, found.place, CSL, found.fallback_id, (), (), found.places))


WRAPPING = Wrapping(("message", "message/items", "results"), "attributes")


def read(text: str, size: int = 10_000, make: Make = make) -> list[str]:
    """The title and line of each record, the rule of each problem."""
    stream = io.BytesIO(text.encode())
    return [
        one.rule.name
        if isinstance(one, Problem)
        else f"{one.fields['title']}:{one.place.line} {one.id}"
        for one in read_items(stream, "refs.json", Limits(size), Making(make), WRAPPING)
    ]


ITEMS = [{"title": "A"}, {"title": "B"}]


@pytest.mark.parametrize(
    "around",
    [
        "{}",
        '{{"message": {{"items": {}}}}}',
        '{{"status": "ok", "message": {{"n": [1, {{"items": 1}}], "items": {}}}, "z": 1}}',
        '{{"results": {}, "meta": {{}}}} ',
        '{{"a": "\\"results\\": {{", "results": {}}}',
    ],
)
def test_a_list_may_stand_within_other_data(around: str) -> None:
    assert read(around.format(json.dumps(ITEMS))) == ["A:1 refs", "B:1 refs-2"]


def test_several_lists_within_other_data_may_follow_each_other() -> None:
    text = json.dumps({"a": 1, "message": {"items": ITEMS, "b": []}, "c": {}})
    assert [one.partition(":")[0] for one in read(f"{text}\n{text}")] == ["A", "B", "A", "B"]
    text = json.dumps({"message": ITEMS[0], "c": {}})
    assert [one.partition(":")[0] for one in read(f"{text}{text}\n")] == ["A", "A"]


def test_so_may_one_alone_and_it_has_its_place() -> None:
    assert read('{"status": 1,\n "message": {"title": "A"},\n "z": 1}') == ["A:2 refs"]
    assert read('{"title": "A"}\n{"title": "B"}') == ["A:1 refs", "B:2 refs-2"]
    assert read("[]") == [] and read(" ") == ["empty-file"]


def test_a_list_of_any_length_takes_no_more_than_one_of_its_members() -> None:
    items = json.dumps([{"title": str(number), "note": "x" * 500} for number in range(200)])
    found = read(f'{{"meta": {{}}, "results": {items}}}', size=1000)
    assert len(found) == 200 and found[-1] == "199:1 refs-200"


@pytest.mark.parametrize(
    "text",
    [
        '{"a": , "results": [{"title": "A"}]}',
        '{"a" 1, "results": [{"title": "A"}]}',
        '{"a": [1, "results": []',
    ],
)
def test_damage_before_the_records_is_a_problem(text: str) -> None:
    assert read(text) == ["json-syntax"]


def test_damage_among_the_records_costs_one() -> None:
    text = '{"results": [\n{"title": "A"},\n{"title" "B"},\n{"title": "C"}\n]}'
    assert read(text) == ["A:2 refs", "json-syntax", "C:4 refs-3"]


@pytest.mark.parametrize("items", ['[{"title": "A"}, {"title": ', '[{"title": '])
def test_a_file_that_is_cut_off_is_read_as_far_as_it_goes(items: str) -> None:
    whole = ["A:1 refs"] if '"A"' in items else []
    assert read(f'{{"meta": {{}}, "results": {items}') == [*whole, "json-syntax"]


def test_places_are_those_of_the_members() -> None:
    found: list[Found] = []

    def keep(item: Any, where: Found) -> Record:
        found.append(where)
        return make(item, where)

    read('{"results": [\n {"title": "A",\n  "DOI": "x"}]}', make=keep)
    assert found[0].places == {"title": (2, 3), "DOI": (3, 3)}


def test_what_a_record_is_made_of_may_stand_within_it() -> None:
    found: list[Found] = []

    def keep(item: Any, where: Found) -> Record:
        found.append(where)
        return make(item, where)

    text = '[{"id": "x",\n "attributes": {"title": "A",\n"DOI": "y"}}, {"attributes": 1,'
    text += ' "title": "B"}]'
    assert read(text, make=keep) == ["A:1 refs", "B:3 refs-2"]
    assert found[0].places == {"title": (2, 17), "DOI": (3, 1)}
    assert read('[{"attributes": {"title": "A"}}]') == ["A:1 refs"]


@pytest.mark.parametrize("padding", [CHUNK - 60, CHUNK - 40, CHUNK - 20, CHUNK - 1, CHUNK])
@pytest.mark.parametrize("comma", [",", " ,\n", ",\n\n  "])
def test_what_programs_write_is_taken_at_once_also_where_a_chunk_ends(
    padding: int, comma: str
) -> None:
    """Wherever the end of what is read at once falls, in a record or between two."""
    at_once: list[str] = []

    def take(item: dict[str, Any], place: Place, strings: int, places: object) -> Record:
        at_once.append(f"{item['title']}:{place.line}")
        return Record("a", "book", item, place)

    first = json.dumps({"title": "A", "note": "x" * padding})
    text = f"[{first}{comma}" + comma.join(f'{{"title": "{title}"}}' for title in "BCD") + "]"
    lines = [1 + number * comma.count("\n") for number in range(4)]
    stream = io.BytesIO(text.encode())
    making = Making(make, take)
    assert len([*read_items(stream, "refs.json", Limits(100_000), making)]) == 4
    # One that is longer than what is read at once is looked at closely.
    rest = [f"{title}:{line}" for title, line in zip("ABCD", lines, strict=True)]
    assert at_once in (rest, rest[1:])


def test_two_commas_between_records_are_a_mistake_and_none_after_the_last_is_needed() -> None:
    assert read('[{"title": "A"},\n, {"title": "B"},\n{"title": "C"}]')[0] == "A:1 refs"
    assert "json-syntax" in read('[{"title": "A"},\n, {"title": "B"}]')
    assert read('[{"title": "A"}, {"title": "B"},]') == ["A:1 refs", "B:1 refs-2"]
