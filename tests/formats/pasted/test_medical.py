"""References as Vancouver and AMA print them."""

from __future__ import annotations

from typing import Any

import pytest

from reportcite.formats.pasted.medical import add_medical

KALT = {"given": "A. B.", "family": "Kalt"}


def read(text: str) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    assert add_medical(text, fields) == ""
    return fields


@pytest.mark.parametrize("journal", ["J Soils", "J Soils [Internet]"])
def test_an_article_has_a_semicolon_behind_its_date(journal: str) -> None:
    assert read(
        f"Kalt AB, van der Berg L. Do soils move? A review. {journal}. 2018 May 3;47(3):1–9."
    ) == {
        "author": [KALT, {"given": "L.", "family": "van der Berg"}],
        "title": "Do soils move? A review",
        "container-title": "J Soils",
        "issued": "2018 May 3",
        "volume": "47",
        "issue": "3",
        "page": "1–9",
        "type": "article-journal",
    }


@pytest.mark.parametrize(
    ("head", "names"),
    [
        ("Kalt AB, et al", [KALT, "et al."]),
        ("Haas H de", [{"given": "H.", "family": "Haas", "dropping-particle": "de"}]),
        ("García Márquez A", [{"given": "A.", "family": "García Márquez"}]),
        ("O’Neill S Jr", [{"given": "S.", "family": "O’Neill", "suffix": "Jr"}]),
        ("World Soil Organization", ["{World Soil Organization}"]),
    ],
)
def test_names_have_initials_without_stops(head: str, names: list[object]) -> None:
    assert read(f"{head}. Soil. Bonn: Acker; 1986.")["author"] == names


def test_brackets_behind_a_title_hold_its_genre() -> None:
    found = read("Kalt AB. Soil [Bericht]. Bonn: Acker; 2015.")
    assert (found["title"], found["genre"]) == ("Soil", "Bericht")


@pytest.mark.parametrize("role", ["editors", "eds"])
def test_a_book_has_a_semicolon_before_its_year(role: str) -> None:
    assert read(f"Kalt AB, {role}. Soil. 2nd ed. Bonn: Acker; 1986.") == {
        "editor": [KALT],
        "title": "Soil",
        "edition": "2",
        "publisher-place": "Bonn",
        "publisher": "Acker",
        "issued": "1986",
    }


@pytest.mark.parametrize(
    "end", ["Bonn: Acker; 2006. p. 3–9.", "[Bonn]: Acker; 2006. p. 3–9", "Bonn: Acker; 2006:3–9."]
)
def test_a_chapter_is_in_a_book(end: str) -> None:
    assert read(f"Kalt AB. On soil. In: Roe T, editor. Soils. {end}") == {
        "author": [KALT],
        "title": "On soil",
        "editor": [{"given": "T.", "family": "Roe"}],
        "container-title": "Soils",
        "publisher-place": "Bonn",
        "publisher": "Acker",
        "issued": "2006",
        "page": "3–9",
        "type": "chapter",
    }


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        ("On soil. In: Proceedings of Soils. Bonn: Acker; 2006.", ("paper-conference", "2006")),
        ("Soil [PhD thesis]. Bonn: Acker; 2015.", ("thesis", "2015")),
        ("Soil. PhD thesis. Acker; 2015.", ("thesis", "2015")),
        ("On soil. Die Zeit. 2019 Nov 5:12.", ("article-newspaper", "2019 Nov 5")),
        ("On soil. taz. 2019 Nov 5:12.", ("article-newspaper", "2019 Nov 5")),
        ("On soil. Die Zeit. November 5, 2019:12.", ("article-newspaper", "November 5, 2019")),
        ("On soil. Acker. 2014 Jun;54–71.", ("article-magazine", "2014 Jun")),
        ("On soil. arXiv; 2022.", ("article", "2022")),
        ("On soil. arXiv. Preprint posted online 2022.", ("article", "2022")),
        ("Soil. Bonn: Acker; 2020. Report COM(2020) 758.", ("report", "2020")),
    ],
)
def test_other_works(rest: str, expected: tuple[str, str]) -> None:
    found = read(f"Kalt AB. {rest}")
    assert (found["type"], found["issued"]) == expected
    assert found["title"] in {"Soil", "On soil"}


def test_a_page_may_be_part_of_a_site() -> None:
    assert read("Acker. News [Internet]. 2021. On soil.") == {
        "author": ["{Acker}"],
        "title": "On soil",
        "container-title": "News",
        "issued": "2021",
        "type": "webpage",
    }
    assert read("Kalt AB. On soil [internet]. 2024 [cited 2024 Jan 21].")["title"] == "On soil"


@pytest.mark.parametrize(
    "text",
    [
        "Kalt, A., & Roe, T. (2018). Risk. Journal of X, 47(3), 182–199.",
        "Kalt, Anna. 2018. Risk. Acker.",
        "Kalt, Anna: Risk. Bonn : Acker, 1986",
        "A. Kalt, Risk. Bonn: Acker, 1986.",
        "OECD. 2019. Risk. Acker.",
        "words",
    ],
)
def test_other_forms_are_left_to_others(text: str) -> None:
    fields: dict[str, Any] = {}
    assert add_medical(text, fields) is None
    assert fields == {}
