"""Titles are one where they differ in how they are written, and not where a word differs."""

from __future__ import annotations

import pytest

from reportcite.record.works.titles import (
    CONTAINED,
    ONE_SLIP,
    OTHER,
    SAME,
    SHORT_WITHOUT_SUBTITLE,
    TWO_SLIPS,
    WITHOUT_SUBTITLE,
    likeness,
    one_slip,
    same_words,
    title_of,
    words_of,
)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Data base systems", "Database systems", SAME),
        ("Don’t panic", "Don't panic", SAME),
        ("<i>E. coli</i> & soil", "E. coli and soil", SAME),
        ("Das Kapital", "Kapital", SAME),
        ("Resilience of cities: a survey of work", "Resilience of cities", WITHOUT_SUBTITLE),
        ("Soils: a survey of work", "Soils", SHORT_WITHOUT_SUBTITLE),
        ("Soils: volume of tables", "Soils", OTHER),
        ("Soils: a reply", "Soils", OTHER),
        ("Resilience of cities", "Resiliense of cities", ONE_SLIP),
        ("Resilience of small cities", "Resiliense of small citeis", TWO_SLIPS),
        ("Resilience cities forest", "Resiliense citeis forets", OTHER),
        ("Resilience", "Resiliense", OTHER),
        ("Cities", "Cities and the forests of Bern", OTHER),
        ("Forests in Bern", "On forests in the old Bern", CONTAINED),
        ("Forests in Bern", "On forests in Bern in 1900", OTHER),
        ("Forests in Bern", "Forests in Basel", OTHER),
        ("Soils 1", "Soils 2", OTHER),
        ("Wälder", "Waelder", SAME),
        ("C++", "C", OTHER),
        ("C++: a guide", "C#: a guide", OTHER),
        ("土壌の科学", "土壌の科学", SAME),
        ("土壌の科学", "森林の科学", OTHER),
    ],
)
def test_how_much_two_titles_say_the_same(one: str, other: str, expected: float) -> None:
    assert likeness(title_of(one, ""), title_of(other, "")) == expected
    assert likeness(title_of(other, ""), title_of(one, "")) == expected


def test_a_title_of_articles_alone_has_words() -> None:
    assert title_of("The", "").words == ("the",)
    assert title_of("", "").words == ()


def test_a_title_without_words_leaves_it_to_its_subtitle() -> None:
    assert title_of(":", "Soil maps") == title_of("Soil maps", ":")
    assert title_of(":", "Soil maps").letters == "soilmaps"
    assert title_of(":", "?").letters == ""


def test_the_main_title_ends_where_the_subtitle_begins() -> None:
    assert title_of("Soils: A guide", "").letters == "soils"
    assert title_of("Soils - A guide", "").letters == "soils"
    assert title_of("Well-known soils", "").letters == "wellknownsoils"
    assert title_of("Soils: what now", "A guide").letters == "soilswhatnow"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Journal of Soil Science", "J. Soil Sci.", True),
        ("Proceedings of the Conference on Soil", "Conference on Soil", True),
        ("DeZIM Institut", "DeZIM-Institut", True),
        ("WHO", "World Health Organization", True),
        ("WH", "World Health Organization", False),
        ("NIPS", "Advances in Neural Information Processing Systems", True),
        ("Natl. Acad. Sci.", "National Academy of Sciences", True),
        ("J. Plant Nutr.", "Journal of Plant Nutrition and Soil Science", False),
        ("Soil", "Soil Biology", False),
        ("Journal of Soil Science", "Journal of Plant Science", False),
        ("Journal of Soil Science", "Journal of Social Science", False),
    ],
)
def test_journals_and_publishers_are_cut_short(one: str, other: str, same: bool) -> None:
    assert same_words(words_of(one), words_of(other)) is same
    assert same_words(words_of(other), words_of(one)) is same


@pytest.mark.parametrize(
    ("one", "other", "slip"),
    [
        ("forest", "forests", True),
        ("forest", "forets", True),
        ("forest", "farest", True),
        ("forest", "farests", False),
        ("vivo1", "vivo2", False),
        ("soils", "soil", False),
        ("forestry", "forest", False),
    ],
)
def test_a_slip_is_one_keystroke_in_a_long_word(one: str, other: str, slip: bool) -> None:
    assert one_slip(one, other) is slip


@pytest.mark.parametrize("more", ["Lösungen", "Arbeitsbuch", "Lehrerband", "Exercises", "Register"])
def test_what_goes_with_a_book_is_not_the_book(more: str) -> None:
    book = title_of("Soziologie der Stadt", "")
    assert likeness(book, title_of(f"Soziologie der Stadt: {more}", "")) == OTHER
    assert likeness(book, title_of("Soziologie der Stadt: Eine Einführung", "")) > CONTAINED
