"""Passages that say nothing, and the lines of the others."""

from __future__ import annotations

import re

from reportcite.documents.lines import line_counter, without


def test_what_is_left_stays_where_it_was() -> None:
    text = "one /* two\nthree */ four"
    silent = without(re.compile(r"/\*.*?\*/", re.DOTALL), text)
    assert silent.index("four") == text.index("four")
    assert silent.count("\n") == 1
    assert "three" not in silent


def test_lines_are_counted_from_1() -> None:
    line_of = line_counter("a\nb\n")
    assert [line_of(0), line_of(1), line_of(2), line_of(4)] == [1, 1, 2, 3]
