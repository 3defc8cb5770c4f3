"""An edition is a number, to which styles add the words."""

from __future__ import annotations

import pytest

from reportcite.values.edition import edition_number, edition_problems


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("first", "1"),
        ("Second edition", "2"),
        ("the third edition", "3"),
        ("vierte Auflage", "4"),
        ("tenth", "10"),
        ("zehnte Aufl.", "10"),
        ("2nd", "2"),
        ("3rd ed.", "3"),
        ("1st edn", "1"),
        ("2. Auflage", "2"),
        ("12.", "12"),
        ("5e édition", "5"),
        ("3 ed", "3"),
        (" 21st edition ", "21"),
    ],
)
def test_words_and_ordinals_are_read_as_numbers(typed: str, number: str) -> None:
    assert edition_number(typed) == number
    [problem] = edition_problems(typed)
    assert (problem.rule.name, problem.suggestion) == ("edition-number", f"write {number}")


@pytest.mark.parametrize(
    "text", ["2", " 2 ", "2024", "revised", "revised edition", "2nd revised edition", "1000th", ""]
)
def test_other_editions_stay(text: str) -> None:
    assert edition_number(text) == text
    assert list(edition_problems(text)) == []
