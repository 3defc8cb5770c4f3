"""`Record.from_fields` takes values as a line of JSON Lines does, and those of Python besides."""

from __future__ import annotations

import datetime
import json
from io import BytesIO
from typing import Any

import pytest

import reportcite
from reportcite.formats.csl.read_json import read_jsonl
from reportcite.record.model import Record

of = Record.from_fields

FULL: dict[str, Any] = {
    "id": "a",
    "type": "Book",
    "title": "none",
    "author": ["Kalt, Anna", {"literal": "DeZIM"}, {"family": "Ng", "comma-suffix": True}],
    "editor": "none",
    "issued": {"date-parts": [[2024, 5]]},
    "accessed": 2024,
    "publisher": "none",
    "DOI": "doi:10.1234/a",
    "volume": 3,
    "ISBN": "12",
    "pages": "1-2",
    "colour": "red",
    "custom": {"mine": {"n": 1, "x": None}},
    "note": None,
}


@pytest.mark.parametrize("fields", [FULL, {}, {"title": ["none"]}, {"author": [[[["x"]]]]}])
def test_the_record_is_that_of_a_line_of_json(fields: dict[str, Any]) -> None:
    [line] = read_jsonl(BytesIO(json.dumps(fields).encode()), "record.jsonl")
    made = of(fields)
    assert isinstance(line, Record)
    for name in ("id", "type", "fields", "stated_none", "custom", "own", "truncated"):
        assert getattr(made, name) == getattr(line, name), name
    assert [str(one.at(made.place)) for one in line.problems] == [*map(str, made.problems)]


def test_keywords_are_fields_and_win() -> None:
    record = of({"title": "A", "id": "a"}, id="b", container_title="C", type="chapter")
    assert (record.id, record.type) == ("b", "chapter")
    assert record.fields == {"title": "A", "container-title": "C"}


def test_dates_numbers_and_tuples_of_python_are_values() -> None:
    day = datetime.date(2024, 5, 31)
    at = datetime.datetime(2024, 5, 31, 12, 30, tzinfo=datetime.UTC)
    record = of(issued=day, accessed=at, volume=2.5, author=("Kalt, A.",))
    assert record.fields["issued"] == record.fields["accessed"] == {"date-parts": [[2024, 5, 31]]}
    assert record.fields["volume"] == "2.5"
    assert record.fields["author"] == [{"family": "Kalt", "given": "A."}]


def test_an_item_of_csl_json_is_taken_as_it_is() -> None:
    item = {
        "id": "x", "type": "book", "title": "T", "author": [{"family": "K", "given": "A"}],
        "issued": {"date-parts": [[2024]]},
    }  # fmt: skip
    assert of(item).item() == item


def test_what_is_given_is_not_changed_later() -> None:
    names = [{"family": "K"}]
    record = of(author=names)
    names[0]["family"] = "L"
    assert record.fields["author"] == [{"family": "K"}]


def test_wrong_values_are_problems_with_a_place() -> None:
    [problem] = of(ISBN="12", DOI={"a": 1}).problems
    assert problem.rule.name == "wrong-shape"
    assert str(problem.place) == "<fields>"
    assert "isbn-syntax" in {one.rule.name for one in reportcite.check(of(ISBN="12"))}


@pytest.mark.parametrize(("value", "what"), [({1}, "set"), (object(), "object"), ([b"x"], "bytes")])
def test_what_no_file_could_hold_is_a_type_error(value: object, what: str) -> None:
    with pytest.raises(TypeError, match=f"title wants texts.*not {what}"):
        of(title=value)


def test_a_list_in_itself_is_a_type_error() -> None:
    endless: list[object] = []
    endless.append(endless)
    with pytest.raises(TypeError, match="nested so deep"):
        of(author=endless)
