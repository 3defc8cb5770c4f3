"""Emphasis in affixes."""

from __future__ import annotations

import pytest

from reportcite.documents.markup import to_csl


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("*a* _b_", "<i>a</i> <i>b</i>"),
        ("**a** __b__", "<b>a</b> <b>b</b>"),
        ("x^2^ H~2~O", "x<sup>2</sup> H<sub>2</sub>O"),
        (r"\*a\*", "*a*"),
        ("5 * 3 * 2", "5 * 3 * 2"),
        ("snake_case_word", "snake_case_word"),
        ("~~a~~", "~~a~~"),
        ("", ""),
    ],
)
def test_markdown_becomes_the_markup_of_csl(text: str, expected: str) -> None:
    assert to_csl(text) == expected
