"""The members of JSON are found by its beginning alone."""

from __future__ import annotations

from reportcite.formats.recognition.json_paths import json_paths


def test_members_and_their_values_are_named_by_paths_in_which_lists_do_not_count() -> None:
    text = '{"message": {"items": [{"DOI": "10.1/a", "n": 1}], "x": null}, "y": [[true]]}'
    assert json_paths(text).signs == [
        *("message", "message/items", "message/items/DOI", "message/items/DOI=10.1/a"),
        *("message/items/n", "message/items/n=1", "message/x", "message/x=null", "y", "y=true"),
    ]


def test_the_names_are_those_of_the_first_mapping() -> None:
    assert json_paths('[{"a": {"b": 1}, "c": []}, {"d": 1}]').names == ["a", "c"]
    assert json_paths("[1]").names == []


def test_texts_with_escapes_and_marks_are_texts() -> None:
    assert json_paths(r'{"a\"{": "}]\\", "b": ":,"}').names == [r"a\"{", "b"]


def test_what_is_cut_off_ends_the_list() -> None:
    assert json_paths('{"a": 1, "b').signs == ["a", "a=1"]
    assert json_paths("}]{").signs == json_paths("").signs == []


def test_long_texts_and_many_members_are_cut_short() -> None:
    assert len(json_paths('{"a": "' + "x" * 999 + '"}').signs[1]) == len("a=") + 200
    assert len(json_paths('["a",' * 9000).signs) == 1000
