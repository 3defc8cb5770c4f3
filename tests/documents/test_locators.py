"""The locator and the suffix behind a key."""

from __future__ import annotations

import pytest

from reportcite.csl import Processor
from reportcite.documents.locators import Behind, behind_key
from reportcite.values.locators.label import LABELS, as_typed


@pytest.mark.parametrize(
    ("text", "label", "locator", "suffix"),
    [
        (", p. 33", "page", "33", ""),
        (" p. 33", "page", "33", ""),
        (",33", "page", "33", ""),
        (", pp. 33-35, 38 and *passim*", "page", "33-35, 38", " and *passim*"),
        (", Kapitel 3", "chapter", "3", ""),
        (", Bd. II", "volume", "II", ""),
        (", § 5", "section", "5", ""),
        (", §§ 5–7", "section", "5–7", ""),
        (", p.\xa033", "page", "33", ""),
        (", p. xii and more", "page", "xii", " and more"),
        (", p. (iv)", "page", "(iv)", ""),
        (", p. [3]", "page", "[3]", ""),
        (", p. 3r-4v", "page", "3r-4v", ""),
        (", p. 5.", "page", "5", "."),
        (", 12; 14", "page", "12; 14", ""),
        ("", "page", "", ""),
        (", and others", "page", "", ", and others"),
        (", xii", "page", "", ", xii"),
        (", p. many", "page", "", ", p. many"),
        (", {p. 3, sq.} tail", "page", "3, sq.", " tail"),
        ("{S. 3}, tail", "page", "3", ", tail"),
        (", {}33 years", "page", "", ", 33 years"),
        (", {3", "page", "", ", {3"),
        (", 33 years", "page", "33", " years"),
    ],
)
def test_numbers_behind_a_label_are_the_locator(
    text: str, label: str, locator: str, suffix: str
) -> None:
    assert behind_key(text, LABELS.get) == Behind(label, locator, suffix)


def test_a_label_may_have_two_words() -> None:
    found = behind_key(", sub verbo 3", {"sub verbo": "sub-verbo"}.get)
    assert found == Behind("sub-verbo", "3", "")


@pytest.mark.parametrize(
    ("text", "label", "locator", "suffix"),
    [
        (", § 5 und mehr", "section", "§ 5", " und mehr"),
        (", §§ 5-7", "section", "§§ 5-7", ""),
        (", Kap.\xa03, 4", "chapter", "Kap. 3, 4", ""),
        (", Kap.3", "chapter", "Kap.3", ""),
        (" {Kap. 3, Anfang}, s. u.", "chapter", "Kap. 3, Anfang", ", s. u."),
    ],
)
def test_the_short_forms_of_a_language_are_part_of_the_locator(
    text: str, label: str, locator: str, suffix: str
) -> None:
    german = Processor("apa", locale="de-DE").locator_labels
    assert behind_key(text, german.get) == Behind(as_typed(label), locator, suffix)
    assert behind_key(", kap. 3", german.get) == Behind("chapter", "3", "")


def test_the_longest_label_counts() -> None:
    german = Processor("apa", locale="de-DE").locator_labels
    assert behind_key(", s. v. 3", german.get).label == as_typed("sub-verbo")
    assert behind_key(", S. v", german.get) == Behind("page", "v", "")
