"""References as IEEE prints them, and as people type them after it."""

from __future__ import annotations

from typing import Any

import pytest

from reportcite.formats.pasted.engineering import add_engineering, add_parts


def read(text: str) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    assert add_engineering(text, fields) == ""
    return fields


def test_an_article_has_labels() -> None:
    assert read(
        "A. B. Kalt and T. Roe, “On soil,” J. Soils, vol. 47, no. 3, pp. 1–9, Jan. 2018."
    ) == {
        "author": [{"given": "A. B.", "family": "Kalt"}, {"given": "T.", "family": "Roe"}],
        "title": "On soil",
        "container-title": "J. Soils",
        "volume": "47",
        "issue": "3",
        "page": "1–9",
        "issued": "Jan. 2018",
        "type": "article-journal",
    }


@pytest.mark.parametrize(
    ("head", "names"),
    [
        ("L. van der Berg", [{"given": "L.", "family": "van der Berg"}]),
        ("J.-P. García Márquez", [{"given": "J.-P.", "family": "García Márquez"}]),
        ("A. Kalt Jr.", [{"given": "A.", "family": "Kalt", "suffix": "Jr."}]),
        (
            "A. Kalt, Jr., and T. Roe III",
            [
                {"given": "A.", "family": "Kalt", "suffix": "Jr."},
                {"given": "T.", "family": "Roe", "suffix": "III"},
            ],
        ),
        ("A. Kalt et al.", [{"given": "A.", "family": "Kalt"}, "et al."]),
        ("Acker Institute", ["{Acker Institute}"]),
        ("Anna Kalt", ["Anna Kalt"]),
    ],
)
def test_names_have_their_initials_first(head: str, names: list[object]) -> None:
    assert read(f"{head}, “On soil,” Soils, vol. 4, 2018.")["author"] == names


@pytest.mark.parametrize(
    "edition", [", 2nd ed. Bonn: Acker", ", 2nd. ed., Bonn: Acker", " (2nd ed.). Bonn: Acker"]
)
def test_a_book_has_a_place_and_an_edition(edition: str) -> None:
    assert read(f"A. Kalt, Soil: A history{edition}, 2016, pp. 3-9.") == {
        "author": [{"given": "A.", "family": "Kalt"}],
        "title": "Soil: A history",
        "edition": "2",
        "publisher-place": "Bonn",
        "publisher": "Acker",
        "issued": "2016",
        "page": "3-9",
        "type": "book",
    }


def test_a_book_of_editors_may_have_a_state_behind_its_place() -> None:
    found = read("D. Kalt, Ed., Soil, Sand, Silt. Boca Raton, FL: Acker, 1996.")
    assert found["editor"] == [{"given": "D.", "family": "Kalt"}]
    assert (found["title"], found["publisher-place"]) == ("Soil, Sand, Silt", "Boca Raton, FL")


def test_a_chapter_is_in_a_book_of_editors() -> None:
    found = read(
        "A. Kalt, “On soil,” in Soil, Sand, and Silt, 2nd ed., vol. 3, J. Poe and T. Roe, Eds. "
        "Bonn: Acker, 1964, pp. 15–64."
    )
    assert found == {
        "author": [{"given": "A.", "family": "Kalt"}],
        "title": "On soil",
        "container-title": "Soil, Sand, and Silt",
        "edition": "2",
        "volume": "3",
        "editor": [{"given": "J.", "family": "Poe"}, {"given": "T.", "family": "Roe"}],
        "publisher-place": "Bonn",
        "publisher": "Acker",
        "issued": "1964",
        "page": "15–64",
        "type": "chapter",
    }


def test_a_paper_is_of_a_meeting() -> None:
    found = read("A. Kalt, “On soil,” in Proc. Int. Conf. Soils, Bonn, Germany, 1985, pp. 5–9.")
    assert (found["type"], found["container-title"]) == (
        "paper-conference",
        "Proc. Int. Conf. Soils",
    )
    assert found["event-place"] == "Bonn, Germany"


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        (
            "Ph.D. dissertation, Dept. Soils, Acker Univ., Bonn, Germany, 1993.",
            {
                "type": "thesis",
                "genre": "Ph.D. dissertation",
                "publisher": "Dept. Soils, Acker Univ.",
                "publisher-place": "Bonn, Germany",
                "issued": "1993",
            },
        ),
        (
            "Acker Corp., Bonn, Germany, Tech. Rep. TR-02 (4)-3, Nov. 1968.",
            {
                "type": "report",
                "publisher": "Acker Corp.",
                "publisher-place": "Bonn, Germany",
                "number": "TR-02 (4)-3",
                "issued": "Nov. 1968",
            },
        ),
        (
            "U.S. Patent 3 624 125, Jul. 16, 1990.",
            {
                "type": "patent",
                "genre": "U.S. Patent",
                "number": "3 624 125",
                "issued": "Jul. 16, 1990",
            },
        ),
        (
            "Die Zeit, Aug. 20, 2020.",
            {"type": "article-newspaper", "container-title": "Die Zeit", "issued": "Aug. 20, 2020"},
        ),
        (
            "The Acker, pp. 5–7, Jun. 2014.",
            {
                "type": "article-magazine",
                "container-title": "The Acker",
                "page": "5–7",
                "issued": "Jun. 2014",
            },
        ),
        ("2022, arXiv", {"type": "article", "publisher": "arXiv", "issued": "2022"}),
        ("Acker, Bonn, 2020.", {"type": "report", "publisher": "Acker", "publisher-place": "Bonn",
                                "issued": "2020"}),
        ("Soils, 67(2), pp. 4–9", {"type": "article-journal", "container-title": "Soils",
                                   "volume": "67", "issue": "2", "page": "4–9"}),
    ],
)  # fmt: skip
def test_parts_stand_between_commas(rest: str, expected: dict[str, str]) -> None:
    fields: dict[str, Any] = {"type": "thesis"} if "dissertation" in rest else {}
    assert add_parts(rest, fields) == ""
    assert fields == expected


@pytest.mark.parametrize(
    "text",
    [
        "Kalt, A., & Roe, T. (2018). Risk. Journal of X, 47(3), 182–199.",
        "Kalt, Anna, and Tim Roe. “Risk.” Journal of X 47 (2018): 3.",
        "Kalt, Anna: Risk. Bonn : Acker, 1986",
        "Kalt A. Risk. Bonn: Acker; 1986.",
    ],
)
def test_other_forms_are_left_to_others(text: str) -> None:
    fields: dict[str, Any] = {}
    assert add_engineering(text, fields) is None
    assert fields == {}
