"""Passages that say nothing, and the lines of the others."""

from __future__ import annotations

import re

import pytest

from reportcite.documents.lines import Ends, line_counter, without


def test_what_is_left_stays_where_it_was() -> None:
    text = "one /* two\nthree */ four"
    silent = without(re.compile(r"/\*.*?\*/", re.DOTALL), text)
    assert silent.index("four") == text.index("four")
    assert silent.count("\n") == 1
    assert "three" not in silent


def test_lines_are_counted_from_1() -> None:
    line_of = line_counter("a\nb\n")
    assert [line_of(0), line_of(1), line_of(2), line_of(4)] == [1, 1, 2, 3]


def test_what_a_passage_begins_with_may_begin_none() -> None:
    text = "a <b> c < d < e <f> g"
    ends = Ends(text)
    opened = re.compile("<")
    assert without(opened, text, lambda match: ends.after(match.end(), ">")) == (
        "a     c             g"
    )
    assert without(opened, "<a <b", lambda match: -1) == "<a <b"


def test_an_end_that_is_not_there_is_looked_for_once(monkeypatch: pytest.MonkeyPatch) -> None:
    ends = Ends("a END b")
    assert ends.after(0, "end") == 5
    assert ends.after(5, "end") == -1
    monkeypatch.setattr(re, "compile", None)
    assert ends.after(6, "end") == -1
