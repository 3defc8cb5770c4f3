"""The labels of locators, in English and German, full and short."""

from __future__ import annotations

import pytest

from reportcite.values.locator import LABELS
from reportcite.vocabulary import LOCATORS


@pytest.mark.parametrize("label", sorted(LOCATORS))
def test_every_label_is_a_spelling_of_itself(label: str) -> None:
    assert LABELS[label] == label


@pytest.mark.parametrize(
    ("spelling", "label"),
    [
        ("p", "page"),
        ("pp", "page"),
        ("s", "page"),
        ("kap", "chapter"),
        ("§", "section"),
        ("¶", "paragraph"),
        ("s.v", "sub-verbo"),
        ("no", "issue"),
        ("bd", "volume"),
    ],
)
def test_spellings(spelling: str, label: str) -> None:
    assert LABELS[spelling] == label


def test_there_are_no_others() -> None:
    assert set(LABELS.values()) == LOCATORS
    assert "x" not in LABELS
