"""What CSL has no variable for: kept under the name that a program gave it."""

from __future__ import annotations

import pickle
from typing import Any

import pytest

from reportcite.record.custom import (
    MAX_DEPTH,
    LazyCustom,
    detail_name,
    details,
    entries_in,
    entry_name,
    json_value,
    kept,
    without_details,
)
from tests.record.reading import findings, one, read

ORCID = "https://orcid.org/0000-0002-1825-0097"


def nested(depth: int) -> Any:
    """A list in a list …, `depth` of them."""
    return [nested(depth - 1)] if depth > 1 else []


def test_a_reader_keeps_entries_under_the_name_of_its_format() -> None:
    assert kept("ris", {"AV": "Shelf 3"}) == {"custom": {"ris": {"AV": "Shelf 3"}}}
    assert kept("ris", {}) == {}


def test_values_are_those_of_json_without_halves_of_characters() -> None:
    value = {"a": [1, 0.5, True, None, "x\n"], "b\ud800": "\udc00😀"}
    assert json_value(value) == {"a": [1, 0.5, True, None, "x\n"], "b\ufffd": "\ufffd😀"}


def test_values_are_nested_so_deep_and_no_deeper() -> None:
    assert json_value(nested(MAX_DEPTH)) == nested(MAX_DEPTH)
    with pytest.raises(ValueError):
        json_value(nested(MAX_DEPTH + 1))


def test_what_is_known_of_a_contributor_is_parted_from_the_name() -> None:
    name: Any = {"family": "Ng", "ORCID": ORCID, "comma-suffix": True, "x": "y"}
    assert without_details(name) == ({"family": "Ng", "comma-suffix": True}, {"ORCID": ORCID})


def test_details_are_those_of_as_many_names_as_there_are() -> None:
    custom = {"contributors": {"author": [{"ORCID": ORCID}, {}], "editor": [{"x": "y"}]}}
    assert details(custom, "author", 2) == [{"ORCID": ORCID}, {}]
    assert details(custom, "author", 1) == ()  # somebody has changed the names
    assert details(custom, "editor", 1) == ()  # nobody knows such a detail
    assert details(custom, "translator", 0) == ()
    assert details({"contributors": {"author": [{"ORCID": 7}]}}, "author", 1) == ()
    assert details({"contributors": {"author": ["x"]}}, "author", 1) == ()
    assert details({"contributors": "x"}, "author", 1) == ()


def test_entries_have_names_that_a_terminal_can_show() -> None:
    assert entry_name("bibtex", "file") == "custom/bibtex/file"
    assert entry_name("\x1b[31m") == "custom/“\\x1b[31m”"
    assert entry_name("k" * 40) == "custom/" + "k" * 40
    assert entry_name("k" * 41) == f"custom/“{'k' * 40}…”"
    assert detail_name("author", 2, "ORCID") == "author/2/ORCID"


def test_every_entry_is_named_once() -> None:
    custom = {
        "short_id": "x",
        "empty": {},
        "cff": {"license": "MIT"},
        "contributors": {"author": [{}, {"ORCID": ORCID, "email": "a@b"}], "editor": "odd"},
    }
    assert dict(entries_in(custom)) == {
        "custom/short_id": "x",
        "custom/empty": {},
        "custom/cff/license": "MIT",
        "author/2/ORCID": ORCID,
        "author/2/email": "a@b",
        "custom/contributors/editor": "odd",
    }


YAML = f"""\
title: Soil
author:
- family: Doe
  orcid: {ORCID}
- Roe, Max; Ng, Bo
- family: Poe
  affiliation: [{{name: Institute}}, University]
custom:
  number: 12
  version: 1.10
  bibtex: {{file: a.pdf}}
categories: [x]
"""


def test_all_that_is_kept_is_found_in_the_record() -> None:
    record = one(YAML)
    assert record.fields["author"] == [
        {"family": "Doe"},
        {"family": "Roe", "given": "Max"},
        {"family": "Ng", "given": "Bo"},
        {"family": "Poe"},
    ]
    assert record.custom == {
        "contributors": {
            "author": [{"ORCID": ORCID}, {}, {}, {"affiliation": "Institute; University"}]
        },
        "number": 12,
        "version": "1.10",  # a version is no number
        "bibtex": {"file": "a.pdf"},
        "csl": {"categories": ["x"]},
    }
    assert record.place_of("author/4/affiliation").line == 6
    assert record.place_of("custom/bibtex/file").line == 8
    assert "custom" not in record.item()


def test_a_record_without_anything_to_keep_keeps_nothing() -> None:
    assert one("title: a\ncustom:\ncategories: []").custom == {}
    assert one('{"title": "a", "custom": {}}', "json").custom == {}


def test_what_stands_in_names_and_in_custom_is_one() -> None:
    text = """{"title": "a",
        "custom": {"contributors": {"editor": [{"email": "e"}]}, "csl": {"a": 1}},
        "categories": ["x"], "author": [{"family": "A", "ORCID": "1"}],
        "editor": [{"family": "E"}]}"""
    assert one(text, "json").custom == {
        "contributors": {"editor": [{"email": "e"}], "author": [{"ORCID": "1"}]},
        "csl": {"a": 1, "categories": ["x"]},
    }


@pytest.mark.parametrize(
    ("text", "reader", "found"),
    [
        ("title: a\ncustom: x", "yaml", "2:1 wrong-shape"),
        ("title: a\ncustom: [x]", "yaml", "2:1 wrong-shape"),
        ("title: a\ncategories: x", "yaml", "2:1 wrong-shape"),
        ('{"title": "a", "custom": "x"}', "jsonl", "1:16 wrong-shape"),
    ],
)
def test_what_is_no_mapping_is_told(text: str, reader: str, found: str) -> None:
    assert findings(read(text, reader)) == [found]
    assert one(text, reader).custom == {}


def test_what_is_nested_too_deep_is_told() -> None:
    deep = "[" * (MAX_DEPTH - 1) + "]" * (MAX_DEPTH - 1)
    assert findings(read(f'{{"title": "a", "custom": {{"x": {deep}}}}}', "json")) == []
    [record] = read(f'{{"title": "a", "custom": {{"x": [{deep}]}}}}', "json")
    assert findings([record]) == ["1:16 wrong-shape"]


def test_what_is_kept_is_made_once_and_when_it_is_asked_for() -> None:
    asked: list[str] = []

    def make(source: str) -> dict[str, str]:
        asked.append(source)
        return {"300": source}

    later = LazyCustom("marc", make, "2 v.")
    assert (bool(later), list(later), later.get("ris"), len(later)) == (True, ["marc"], None, 1)
    assert not asked
    assert later == {"marc": {"300": "2 v."}} == later
    assert {**later}["marc"] is later["marc"]
    assert asked == ["2 v."]


def test_what_is_made_later_is_shown_and_sent_as_it_is() -> None:
    later = LazyCustom("marc", dict, {"300": "2 v."})
    assert repr(later) == "{'marc': {'300': '2 v.'}}"
    assert pickle.loads(pickle.dumps(later)) == {"marc": {"300": "2 v."}}
