"""Keywords are one text in a record and lists elsewhere."""

from __future__ import annotations

import pytest

from reportcite.values.keywords import join_keywords, read_keywords, split_keywords


def test_a_text_is_a_list_of_words() -> None:
    assert split_keywords("work, open data,migration, ") == ["work", "open data", "migration"]
    assert split_keywords("") == []
    assert split_keywords("work; open data;,") == ["work", "open data"]
    assert split_keywords("a, b; c") == ["a, b", "c"]
    assert split_keywords(";") == []
    assert join_keywords(["work", "", "open data"]) == "work, open data"
    assert join_keywords(["a, b"]) == "a, b"
    assert join_keywords(["a, b", "c"]) == "a, b; c"
    assert join_keywords(["a; b", "c"]) == "a, b, c"
    assert join_keywords(["a; b, c", "d"]) == "a; b, c; d"
    assert join_keywords([]) == ""


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("migration; integration;work", "migration, integration, work"),
        ("migration;", "migration"),
        ("a, b; c", "a, b; c"),
        ("a, b", "a, b"),
        ("a", "a"),
    ],
)
def test_semicolons_are_delimiters_where_there_is_no_comma(typed: str, read: str) -> None:
    assert read_keywords(typed) == read
