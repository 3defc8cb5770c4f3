from __future__ import annotations

import json
import pickle
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportcite.formats.csl.read_json import (
    _record,
    read_csl_json,
    read_jsonl,
    read_jsonl_frames,
)
from reportcite.formats.reading.json_items import Making, read_items
from reportcite.limits import LIMITS, Limits
from reportcite.problems import Problem
from reportcite.record.checks.check import check
from reportcite.record.fields import TEXT_FIELDS
from reportcite.record.frame import in_order
from reportcite.record.model import Record
from tests.record.assemble.test_machine_written import REPORT, mappings
from tests.record.reading import findings, one, read, records

ITEM = {
    "id": 7,
    "type": "report",
    "title": "A",
    "volume": 1.50,
    "issued": {"date-parts": [["2024", 5]]},
    "author": [{"family": "Ng", "comma-suffix": False}],
    "custom": {"a": 1},
}


def test_an_item_an_array_and_items_one_after_another() -> None:
    for text in (json.dumps(ITEM), json.dumps([ITEM], indent=2), json.dumps(ITEM) + "\n"):
        record = one(text, "json")
        assert (record.id, record.type) == ("7", "report")
        assert record.fields["issued"] == {"date-parts": [[2024, 5]]}
        assert record.problems == ()
    assert len(records(read('{"id":"a"}\n{"id":"b"}', "json"))) == 2
    assert read("[]", "json") == []


def test_numbers_stay_as_typed() -> None:
    assert one('{"volume": 1.50, "number": 1e3}', "jsonl").fields == {
        "volume": "1.50",
        "number": "1e3",
    }
    digits = "9" * 5000
    assert one(f'{{"number": {digits}}}', "json").fields["number"] == digits


def test_fields_have_places() -> None:
    text = '[\n {"id": "a",\n  "type": "title",\n  "title" : "b"}]'
    assert one(text, "json").places["title"] == (4, 3)


def test_an_array_larger_than_a_chunk_is_read_whole() -> None:
    items = [{"id": f"r{n}", "title": "x" * (n % 977)} for n in range(1000)]
    found = read(json.dumps(items, indent=1), "json")
    assert [r.id for r in records(found)] == [item["id"] for item in items]
    assert found[999].place.line == 4 * 999 + 2


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('{"title":"a","title":"b"}', ["1:1 duplicate-key"]),
        ('{"volume":NaN}', ["1:1 json-syntax"]),
        (r'{"title":"\ud800"}', ["1:1 encoding"]),
        (b'{"title":"\xff"}', ["1:11 encoding"]),
        ('{"title":b}', ["1:10 json-syntax"]),
        ('{"title":"a', ["1:10 json-syntax"]),
        ('{"author":' + "[" * 100_000, ["1:1 too-deep"]),
        ('{"title":"' + "x" * 2_000_000 + '"}', ["1:1 too-large"]),
        ("[[1]]", ["1:2 not-a-record"]),
        ("7", ["1:1 not-a-record"]),
        ("", ["1:1 empty-file"]),
        ('[{"id":1}', ["1:10 json-syntax"]),
        ('[{"id":1} {"id":2}]', ["1:11 json-syntax"]),
        (b"\0\1\2\3" * 99, ["1:1 encoding"]),
    ],
    ids=range(14),
)
def test_bad_input_is_named_with_its_place(text: str | bytes, found: list[str]) -> None:
    assert findings(read(text, "json")) == found


def test_one_bad_item_does_not_cost_the_others() -> None:
    for bad in ('{"title": b}', '{"title": "b', '{"id": "b"},,', "{" + '"a":[' * 9999):
        text = f'[\n  {{"id": "a"}},\n  {bad},\n  {{"id": "c"}}\n]'
        assert [r.id for r in records(read(text, "json"))][-1] == "c"
        assert len(findings(read(text, "json"))) == 1


def test_each_line_stands_for_itself() -> None:
    text = (
        '{"id":"a"}\n\n{"title":b}\n[1]\n{"id":"c"} x\n' + f'{{"a":"{"x" * 900}"}}\n{{"title":"d"}}'
    )
    results = read(text, "jsonl", limit=100)
    assert findings(results) == [
        "3:10 json-syntax",
        "4:1 not-a-record",
        "5:12 json-syntax",
        "6:1 too-large",
    ]
    assert [r.id for r in records(results)] == ["a", "file-7"]


def test_lone_surrogates_are_replaced_pairs_are_not() -> None:
    [record] = read(r'{"title":"\ud83d\ude00 \ude00","author":[{"family":"\ud800"}]}', "jsonl")
    assert isinstance(record, Record)
    assert record.fields == {"title": "😀 \ufffd", "author": [{"family": "\ufffd"}]}


@pytest.mark.parametrize(
    "text",
    [
        '{"title": "a", "title": "b"}',
        '{"title":"a","title" :"b"}',
        '{"title"\t:"a","title"\t:"b"}',
        '{"title": "a", "author": [{"family": "F", "family": "G"}]}',
        '{"title": "a \\" \\": b", "title": "c"}',
        '{"title": "a", "\\u0074itle": "b"}',
        '{"title": "a", "issued": {"raw": "2024", "raw": "2025"}}',
        '{"title": "a", "custom": {"deep": {"x": 1, "x": 2}}}',
    ],
)
def test_a_name_given_twice_is_found_however_it_is_written(text: str) -> None:
    [record] = records(read(text + "\n", "jsonl"))
    assert "duplicate-key" in {problem.rule.name for problem in record.problems}


def test_a_line_break_in_a_text_is_reported_with_what_to_write() -> None:
    [problem] = read('{"title": "a\nb"}', "json")
    assert not isinstance(problem, Record)
    assert problem.message == "invalid control character"
    assert r"as \n" in problem.suggestion


def test_a_field_of_another_shape_is_reported_once_and_where_it_stands() -> None:
    line = '{"id": "a", "title": [1, {"a": 2}], "issued": 2020, "publisher": "P", "author": "none"}'
    for name in ("json", "jsonl"):
        [record] = records(read(line, name))
        assert [
            str(problem.place) + problem.rule.name for problem in check(record, only_errors=True)
        ] == [f"{record.place.file}:1:13wrong-shape"]


def both_ways(text: str) -> tuple[list[Any], list[Any]]:
    """What is read where plain items are taken at once, and where each is looked at closely."""
    data = text.encode()
    closely = read_items(BytesIO(data), "a.json", LIMITS, Making(_record))
    return [*read_csl_json(BytesIO(data), "a.json")], [*closely]


@given(st.lists(mappings(), max_size=3), st.sampled_from([None, 1]), st.booleans())
def test_a_plain_item_is_the_one_that_a_close_look_finds(
    items: list[dict[str, Any]], indent: int | None, ascii_only: bool
) -> None:
    at_once, closely = both_ways(json.dumps(items, indent=indent, ensure_ascii=ascii_only))
    assert at_once == closely


@pytest.mark.parametrize(
    "change",
    [
        {},
        {"id": "https://doi.org/10.1000/1", "DOI": "10.1000/1", "issued": {"date-parts": [[1]]}},
        {"note": 'says "title": no, \\ yes'},
        {"note": "\ud800"},
        {"custom": {"title": 1}},
        {"volume": 3.50},
        {"issued": {"date-parts": [[float("nan")]]}},
        {"author": []},
    ],
)
def test_nothing_is_taken_at_once_that_wants_a_closer_look(change: dict[str, Any]) -> None:
    halves = change.get("note") == "\ud800"  # no file can hold it but as an escape
    for ascii_only in (True,) if halves else (True, False):
        for item in (REPORT | change, {k: v for k, v in REPORT.items() if k != "author"} | change):
            at_once, closely = both_ways(json.dumps([item], indent=2, ensure_ascii=ascii_only))
            assert at_once == closely


def test_the_places_of_a_plain_item_are_found_when_asked_for_and_go_to_other_processes() -> None:
    text = '[\n {"id": "a", "type": "book", "title": "\\"note\\":",\n  "author": [{"family": "B"}],'
    text += ' "issued": {"date-parts": [[2024]]}, "note" : "title"}]'
    record = one(text, "json")
    again = pickle.loads(pickle.dumps(record))  # made here
    for places in (record.places, again.places):
        assert dict(places) == {
            "id": (2, 3),
            "type": (2, 14),
            "title": (2, 30),
            "author": (3, 3),
            "issued": (3, 32),
            "note": (3, 68),
        }
        assert "volume" not in places
    assert record.place_of("author/1") == record.place_of("author")


def test_an_unknown_member_is_kept_in_custom_and_said() -> None:
    item = {"id": "a", "title": "A", "citekey": "x", "seen": {"by": ["me"]}, "custom": {"b": 1}}
    record = one(json.dumps(item), "json")
    assert record.custom == {"b": 1, "citekey": "x", "seen": {"by": ["me"]}}
    assert [
        problem.message for problem in record.problems if problem.rule.name == "unknown-key"
    ] == [
        "“citekey” is not a field reportcite knows; it is kept in custom",
        "“seen” is not a field reportcite knows; it is kept in custom",
    ]
    taken = one(json.dumps(item | {"custom": {"citekey": "y"}}), "json")
    assert taken.custom == {"citekey": "y", "seen": {"by": ["me"]}}  # custom says it itself


def rows_of(data: bytes, limits: Limits = LIMITS) -> dict[int, Record | Problem] | None:
    """What is read at once, by row."""
    found = read_jsonl_frames(data, "a.jsonl", limits)
    if found is None:
        return None
    rows = [row for row, _ in found.rest] + [row for frame in found.frames for row in frame.rows]
    return dict(zip(sorted(rows), in_order(found), strict=True))


MANY = [json.dumps(REPORT | {"id": f"r{number}"}) for number in range(30)]


def test_lines_read_at_once_are_those_that_are_read_one_by_one() -> None:
    odd = [
        '{"id": "a", "id": "b"}',
        '{"a"',
        "[]",
        "7",
        "null",
        " ",
        '{"title": "\\\\ \\""}',
        "\ufeff{}",
    ]
    for line in odd:
        data = "\n".join([*MANY[:20], line, *MANY[20:], ""]).encode()
        for first in (1, 7):
            limits = LIMITS._replace(first_line=first)
            found = rows_of(data, limits)
            assert found is not None
            assert [*found.values()] == [*read_jsonl(BytesIO(data), "a.jsonl", limits)]
            assert {*range(31)} - found.keys() == ({20} if line == " " else set())


def test_lines_with_and_without_escapes_are_read_at_once() -> None:
    escaped = [line.replace("Chancen", '\\"Chancen\\"') for line in MANY]
    plain = [json.dumps(json.loads(line), ensure_ascii=False) for line in MANY]
    for lines in (escaped, plain):
        found = read_jsonl_frames("\n".join(lines).encode(), "a.jsonl", LIMITS)
        assert found is not None
        assert [len(frame.rows) for frame in found.frames] == [30]
        assert found.rest == []


def test_what_wants_a_look_at_the_whole_is_not_read_at_once() -> None:
    data = "\n".join(["{}", *MANY]).encode()
    assert rows_of(data) is None
    assert rows_of(data, LIMITS._replace(first_line=2)) is not None
    assert rows_of(b"") is None
    every = [json.dumps(REPORT | {name: "a"}) for name in sorted(TEXT_FIELDS - REPORT.keys())]
    assert rows_of("\n".join(every).encode()) is None  # no two have the same fields
    later = LIMITS._replace(first_line=2)
    assert rows_of("\n".join(MANY[:4]).encode(), later) is not None
    assert rows_of("\n".join(MANY[:3]).encode(), later) is None
    longest = max(len(line) + 1 for line in MANY)
    data = "\n".join([*MANY, ""]).encode()
    assert rows_of(data, LIMITS._replace(max_record_size=longest)) is not None
    assert rows_of(data, LIMITS._replace(max_record_size=longest - 1)) is None
