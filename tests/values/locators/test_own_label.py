"""Numbers that say what they are."""

from __future__ import annotations

import pytest

from reportcite.values.locators.own_label import (
    has_label,
    has_label_behind,
    is_label,
    without_label,
)


def test_a_number_may_begin_with_its_label() -> None:
    assert has_label("pp. 5-7") and has_label("s. 5") and has_label("kap. 5")
    assert has_label("Vol. 2") and has_label("Kap. 5") and has_label("Chapter 4")
    assert not has_label("5-7") and not has_label("pp5") and not has_label("x. 5")


def test_a_capital_may_be_of_an_identifier() -> None:
    assert not has_label("S. 1234")
    assert not has_label("H.R. 109")


@pytest.mark.parametrize(
    ("number", "before", "printed"),
    [
        ("Nr. 41", "Nr. ", "41"),
        ("Nr. 41", ", No. ", "41"),
        ("No. 3", "Working Paper No.: ", "3"),
        ("no. 3", "(number ", "3"),
        ("№ 5", "№ ", "5"),
        ("Vol. 2", "vol. ", "2"),
        ("Vol. IV", "Bd. ", "IV"),
        ("Jg. 2", "vol. ", "2"),
        ("S. 3-4", "p. ", "3-4"),
        ("pp. 3-4", "S.\u00a0", "3-4"),
        ("H. 3", "no. ", "3"),
        ("Chapter 4", "cap. ", "4"),
        ("Vol. 2", "1998. v. ", "2"),
        ("v. 2", "v. ", "2"),
        ("3 vols.", "Vols. 1-", "3"),
        ("3 Bde.", "Bd. ", "3"),
        ("v. 2", "Vol. ", "2"),
        ("V. 2", "Bd. ", "2"),
        ("Patent No. 123", "(Patent No. ", "123"),
        ("Patent No. US 123 B2", "(Patent No. ", "US 123 B2"),
        ("Patent No. 123", "(patent Nr. ", "123"),
    ],
)
def test_what_stands_before_says_it_already(number: str, before: str, printed: str) -> None:
    assert without_label(number, before) == printed


@pytest.mark.parametrize(
    ("number", "before"),
    [
        ("Nr. 41", ""),
        ("Nr. 41", "vol. "),
        ("Nr. 41", "No. 3, "),
        ("Nr. 41", "Casino. X"),
        ("p. 2", "P, "),  # a publisher
        ("p. 2", "Doe P "),  # an initial
        ("41", "No. "),
        ("Nord 5", "no. "),
        ("S-12", "S. "),
        ("Vol. 2", "1998 v "),
        ("3 vols.", "Vols. 2-"),
        ("3 vols.", "p. "),
        ("Patent No. 123", "Law No. "),
        ("Patent No. 123", "Patent, "),
        ("Patent No. 123", "Patent p. "),
    ],
)
def test_other_words_do_not(number: str, before: str) -> None:
    assert without_label(number, before) == number


@pytest.mark.parametrize(
    ("number", "behind", "printed"),
    [
        ("2nd edition", " ed.", "2nd"),
        ("Rev. ed.", " edn", "Rev."),
        ("Rev. ed..", " edn", "Rev."),
        ("2. Auflage", ". Aufl.", "2."),
        ("3 Bde.", " vols.", "3"),
        ("47 S.", "\u00a0p", "47"),
        ("47 pages", " p.", "47"),
        ("47 pages", " ed.", "47 pages"),
        ("Napoleon S.", " p.", "Napoleon S."),
        ("edition", " ed.", "edition"),
        ("47", " p.", "47"),
        ("2nd edition", "", "2nd edition"),
        ("2nd edition", " edited by", "2nd edition"),
    ],
)
def test_what_stands_behind_says_it_already(number: str, behind: str, printed: str) -> None:
    assert without_label(number, behind=behind) == printed


def test_a_label_behind_a_number_that_has_one_is_superfluous() -> None:
    assert has_label_behind("A survey, 2nd edition", "ed.")
    assert not has_label_behind("A survey, 2nd edition, revised", "ed.")
    assert not has_label_behind("A survey, 2nd", "ed.")
    assert not has_label_behind("2nd edition", "edited by")


def test_a_label_is_one_word() -> None:
    assert is_label("ed.") and is_label(" vol. ") and is_label("(Nr.")
    assert not is_label("ed. by") and not is_label("edited") and not is_label("")
