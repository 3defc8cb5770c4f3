"""What tells works of one title apart is compared as the numbers it means."""

from __future__ import annotations

import pytest

from reportcite.record.works.details import (
    contradiction,
    details_of,
    is_volume_of,
    number_in,
    of_edition,
    without_volume,
)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12", "12"),
        ("012", "12"),
        ("0", "0"),
        ("Vol. 12", "12"),
        ("2018-04", "2018.4"),
        ("XIV", "14"),
        ("xl", "40"),
        ("Bd. IV", "4"),
        ("12a", "12a"),
        ("e1023", "e1023"),
        ("WP 3", "3"),
        ("spring", "spring"),
        ("Spring Issue", "springissue"),
    ],
)
def test_numbers_are_one_in_several_forms(text: str, number: str) -> None:
    assert number_in(text) == number


def test_only_the_first_page_of_parts_counts() -> None:
    assert details_of("article-journal", "article", {"page": "132–42"}) == {"page": "132"}
    assert details_of("book", "whole", {"page": "132"}) == {}


def test_the_language_counts_for_wholes() -> None:
    assert details_of("book", "whole", {"language": "German"}) == {"language": "de"}
    assert details_of("article-journal", "article", {"language": "de"}) == {}


def test_the_day_counts_for_what_is_dated() -> None:
    issued = {"issued": {"date-parts": [[2024, 5, 2]]}}
    assert details_of("webpage", "page", issued) == {"day": "5.2"}
    assert details_of("article-journal", "article", issued) == {}
    assert details_of("webpage", "page", {"issued": {"date-parts": [[2024]]}}) == {}
    assert details_of("webpage", "page", {"issued": {"literal": "spring"}}) == {}


def test_a_contradiction_needs_both() -> None:
    assert contradiction({"volume": "1", "issue": "2"}, {"volume": "1", "issue": "3"}) == "issue"
    assert contradiction({"volume": "1"}, {"issue": "3"}) == ""
    assert contradiction({"issue": "1.2"}, {"issue": "1"}) == ""
    assert contradiction({"issue": "12"}, {"issue": "1"}) == "issue"
    assert contradiction({"day": "5"}, {"day": "5.2"}) == ""
    assert contradiction({"number": "1.2"}, {"number": "1"}) == "number"


def test_a_volume_is_not_the_whole() -> None:
    assert is_volume_of({"volume": "1"}, {})
    assert is_volume_of({}, {"part-number": "1"})
    assert not is_volume_of({"issue": "1"}, {})
    assert not is_volume_of({"volume": "1"}, {"volume": "2"})


@pytest.mark.parametrize(
    ("title", "left", "details"),
    [
        ("Soils, vol. 3", "Soils", {"volume": "3"}),
        ("Soils (Part two)", "Soils", {"part-number": "2"}),
        ("Soils – Bd. 3 – A guide", "Soils – A guide", {"volume": "3"}),
        ("Volume 3", "Volume 3", {}),
        ("Soils in part", "Soils in part", {}),
        ("A party of soils", "A party of soils", {}),
    ],
)
def test_the_volume_may_stand_in_the_title(title: str, left: str, details: dict[str, str]) -> None:
    found: dict[str, str] = {}
    assert without_volume(title, found) == left
    assert found == details


def test_a_title_that_contradicts_the_field_is_left_as_it_is() -> None:
    found = {"volume": "4"}
    assert without_volume("Soils, vol. 3", found) == "Soils, vol. 3"
    assert found == {"volume": "4"}


def test_what_tells_editions_apart() -> None:
    details = {"edition": "2", "number": "3", "volume": "1", "page": "7"}
    assert of_edition(details) == {"edition": "2", "volume": "1"}


def test_the_first_translator_tells_translations_apart() -> None:
    def translated(*families: str) -> dict[str, str]:
        names = [{"family": family, "given": "J."} for family in families]
        return details_of("book", "whole", {"translator": names} if names else {})

    assert contradiction(translated("Doe"), translated("Roe")) == "translator"
    assert contradiction(translated("Müller"), translated("Mueller", "Roe")) == ""
    assert contradiction(translated("Doe"), translated()) == ""
