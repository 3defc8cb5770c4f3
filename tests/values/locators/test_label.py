"""The labels of locators, in the language of the text, full and short."""

from __future__ import annotations

import pytest

from reportcite.values.locators.label import (
    LABELS,
    key_of,
    labels_in,
    locator_label,
    two_kinds,
)
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


def test_a_label_is_known_without_its_full_stop_and_capitals() -> None:
    assert key_of("Kap.") == "kap"
    assert key_of("s.\xa0v.") == "s. v"


def test_a_letter_of_another_language_is_no_label() -> None:
    assert "t" in labels_in("fr-FR", {}) and "t" not in labels_in("en-US", {})
    assert labels_in("nl-NL", {"r.": "rule"})["r"] == "line"
    assert labels_in("it-IT", {"r.": "line"})["r"] == "line"


@pytest.mark.parametrize("locator", ["p. 12", "Ch. 3", "§ 3", "s.v. x", "Kap. 3", "no. 4"])
def test_a_locator_that_names_its_kind_needs_no_label(locator: str) -> None:
    assert locator_label("page", locator) == ""


@pytest.mark.parametrize("locator", ["12", "passim", "chorus", "noon 3", "p12"])
def test_the_kind_of_others_is_the_one_given_or_a_page(locator: str) -> None:
    assert locator_label("", locator) == locator_label("page", locator) == "page"
    assert locator_label("sub verbo", locator) == "sub-verbo"


def test_numbers_have_labels_as_locators_have_them() -> None:
    assert two_kinds("7, p. 3-8") == ("7", "page", "3-8")
    assert two_kinds("7, s.v. 3") == ("7", "sub-verbo", "3")
    assert two_kinds("7, 3-8") is None


def test_two_letters_of_another_language_are_a_label() -> None:
    assert labels_in("en-US", {})["bl"] == "folio"
    assert "z" not in labels_in("en-US", {})
