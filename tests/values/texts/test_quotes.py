"""Quotation marks come in pairs, in every language."""

from __future__ import annotations

import pytest

from reportcite.values.texts.quotes import quote_problems, unbalanced_mark


@pytest.mark.parametrize(
    "text",
    ['„a“ “b” «c» »d« ”e” ‹f› it’s 19" ‘g’', "„a «b» c”", '"a"', "「a」『b』《c》", "»a»", ""],
)
def test_pairs_are_left_alone(text: str) -> None:
    assert unbalanced_mark(text) is None
    assert list(quote_problems("title", text)) == []


@pytest.mark.parametrize(
    ("text", "mark", "fix"),
    [
        ("Chances „and crisis", "„", "add “, or delete „"),
        ('Chances "and crisis', '"', 'add ", or delete "'),
        ("„a «b“", "„", "add “, or delete „"),
        ("a」", "」", "add the opening one, or delete 」"),
        ('„19" a', "„", "add “, or delete „"),
        ('"19" screen"', '"', 'add ", or delete "'),
    ],
)
def test_a_mark_without_its_partner_is_reported(text: str, mark: str, fix: str) -> None:
    [problem] = quote_problems("title", text)
    assert (problem.rule.name, problem.suggestion) == ("quotation-mark", fix)
    assert problem.message == f"the quotation mark {mark} in title has no partner"
