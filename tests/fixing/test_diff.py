"""Diffs are what `patch` takes: those of difflib, sooner."""

from __future__ import annotations

from difflib import unified_diff

from hypothesis import given
from hypothesis import strategies as st

from reportcite.fixing.diff import diff


def lines_of(text: str) -> list[str]:
    return [f"{line}\n" for line in text.split("\n")[:-1]]


@given(st.lists(st.tuples(st.integers(0, 99), st.sampled_from("...x")), max_size=40))
def test_it_is_that_of_difflib(lines: list[tuple[int, str]]) -> None:
    # Each line is another, so that there is one shortest diff.
    before = "".join(f"{at} {number}\n" for at, (number, _) in enumerate(lines))
    after = "".join(f"{at} {number}{mark}\n" for at, (number, mark) in enumerate(lines))
    after = after.replace(".", "")
    expected = unified_diff(lines_of(before), lines_of(after), "f", "f")
    assert "".join(diff(before, after, "f")) == "".join(expected)


def test_a_line_without_an_end_is_named() -> None:
    assert "".join(diff("a", "b", "f")).endswith(
        "@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+b\n\\ No newline at end of file\n"
    )


def test_lines_that_move_are_shown_too() -> None:
    assert "".join(diff("a\nc\n", "a\nb\nc\n", "f")) == (
        "--- f\n+++ f\n@@ -1,2 +1,3 @@\n a\n+b\n c\n"
    )


def test_returns_stay_and_nothing_is_no_diff() -> None:
    assert "-a\r\n+b\r\n" in "".join(diff("a\r\n", "b\r\n", "f"))
    assert list(diff("a", "a", "f")) == []
