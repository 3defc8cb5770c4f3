"""Locators are understood as people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportcite.cli.locator import UNLABELLED, parse_locator
from reportcite.errors import UsageError
from reportcite.values.locator import LABELS


@pytest.mark.parametrize(
    ("text", "label", "value"),
    [
        ("12", "page", "12"),
        ("xii", "page", "xii"),
        ("A-12", "page", "A-12"),
        ("S12", "page", "S12"),  # a page of a supplement
        ("p. 12", "page", "12"),
        ("p.12", "page", "12"),
        ("p.xii", "page", "xii"),
        ("pp12-14", "page", "12-14"),
        ("pp. 12-14, 20", "page", "12-14, 20"),
        ("S. 12 f.", "page", "12 f."),
        ("Page 12", "page", "12"),
        ("Seiten 12–14", "page", "12–14"),
        ("ch. 3", "chapter", "3"),
        ("Kap. 3", "chapter", "3"),
        ("chapter three", "chapter", "three"),
        ("§ 4", "section", "4"),
        ("§4", "section", "4"),
        ("§§ 4-6", "section", "4-6"),
        ("¶ 7", "paragraph", "7"),
        ("vol. 2", "volume", "2"),
        ("Bd. 2", "volume", "2"),
        ("fig. 3a", "figure", "3a"),
        ("Abb. 3", "figure", "3"),
        ("n. 5", "note", "5"),
        ("no. 5", "issue", "5"),
        ("opp. 5-7", "opus", "5-7"),
        ("r. 5", "rule", "5"),
        ("s.v. Krise", "sub-verbo", "Krise"),
        ("p. 12; p. 14", "page", "12, 14"),
        ("12, p. 14", "page", "12, 14"),
        ("ch. 3, ch. 5", "chapter", "3, 5"),
        ("00:12:30", "timestamp", "00:12:30"),
        ("1:05-1:10", "timestamp", "1:05-1:10"),
    ],
)
def test_usual_spellings(text: str, label: str, value: str) -> None:
    assert parse_locator(text) == (label, value)


@pytest.mark.parametrize("text", ["Preface", "Table of contents", "Bd. 2, S. 5", "p. 3, n. 2"])
def test_words_and_several_labels_stay_as_typed(text: str) -> None:
    assert parse_locator(text) == (UNLABELLED, text)


@pytest.mark.parametrize("label", sorted(set(LABELS.values())))
def test_every_label_of_csl_is_understood_by_its_own_name(label: str) -> None:
    assert parse_locator(f"{label} 3") == (label, "3")


@pytest.mark.parametrize("text", ["", "  ", "chpt. 3"])
def test_what_is_no_locator_is_refused(text: str) -> None:
    with pytest.raises(UsageError):
        parse_locator(text)


@given(st.text())
def test_any_text_is_a_locator_or_wrong_usage(text: str) -> None:
    try:
        label, value = parse_locator(text)
    except UsageError:
        return
    assert label in {*LABELS, UNLABELLED}
    assert value
