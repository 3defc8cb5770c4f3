"""Two spaces between words are one too many; those that indent a line are meant."""

from __future__ import annotations

import pytest

from reportcite.values.texts.spaces import single_spaces, space_problems


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("a  b   c", "a b c"),
        ("a b", "a b"),
        ("a\n  b", "a\n  b"),
        ("  a", "  a"),
        ("a  ", "a  "),
        ("a  \n  b  c", "a  \n  b c"),
        ("a\u00a0 b", "a\u00a0 b"),
    ],
)
def test_words_of_a_line_have_one_space_between_them(text: str, meant: str) -> None:
    assert single_spaces(text) == meant
    found = list(space_problems(text))
    assert bool(found) == (text != meant)
    assert all(problem.fix and problem.fix[:2] == (text, meant) for problem in found)


def test_the_message_shows_where() -> None:
    [problem] = space_problems(f"{'x' * 50} word  next{'y' * 50}")
    assert problem.message == "“xxxxxxx word  nextyyyyyyyy” holds two spaces in a row"
