"""What stands behind the names: titles, journals, books, publishers."""

from __future__ import annotations

import pytest

from reportcite.formats.pasted.work import add_work

JOURNAL = {
    "title": "Risk",
    "container-title": "Journal of X",
    "type": "article-journal",
    "volume": "47",
    "issue": "3",
    "page": "182–99",
}


@pytest.mark.parametrize(
    "rest",
    [
        "Risk. Journal of X, 47(3), 182–99.",
        "“Risk.” Journal of X 47 (3): 182–99.",
        "“Risk.” Journal of X 47, no. 3 (2018): 182–99.",
        "Risk. In: Journal of X Bd. 47 (2018), Nr. 3, S. 182–99",
        "Risk. Journal of X. 2018. Bd. 47, Nr. 3, S. 182–99",
    ],
)
def test_an_article_in_every_form(rest: str) -> None:
    fields: dict[str, object] = {"issued": "2018"}
    assert add_work(rest, fields) == ""
    assert fields == {"issued": "2018", **JOURNAL}


@pytest.mark.parametrize(
    ("rest", "editors"),
    [
        ("Risk. In A. Poe (Ed.), Handbook (pp. 1–9). Press.", ["A. Poe"]),
        ("“Risk.” In Handbook, edited by Ann Poe. Press, 2018.", ["Ann Poe"]),
        ("Risk. In: Poe, A. ; Roe, T. (Hrsg.): Handbook. Ulm : Press, 2018, S. 1–9",
         ["Poe, A.", "Roe, T."]),
        ("Risk. In: Ann POE (Hrsg.), Handbook. Ulm: Press. S. 1–9",
         [{"family": "Poe", "given": "Ann"}]),
    ],
)  # fmt: skip
def test_a_chapter_in_every_form(rest: str, editors: list[object]) -> None:
    fields: dict[str, object] = {"issued": "2018"}
    assert add_work(rest, fields) == ""
    assert fields["editor"] == editors
    assert (fields["type"], fields["container-title"]) == ("chapter", "Handbook")
    assert fields["publisher"] == "Press"
    assert fields.get("page", "1–9") == "1–9"


@pytest.mark.parametrize(
    ("rest", "expected"),
    [
        ("Risk (2nd ed.). Press.", {"title": "Risk", "edition": "2", "publisher": "Press"}),
        ("Risk. 2nd ed. Press, 1986.", {"edition": "2", "publisher": "Press", "issued": "1986"}),
        ("Risk. 2. Aufl. Ulm : Press, 1986", {"edition": "2", "publisher-place": "Ulm"}),
        ("Risk [PhD thesis]. University of X.", {"type": "thesis", "genre": "PhD thesis"}),
        ("“Risk.” PhD thesis, University of X, 1986.", {"publisher": "University of X"}),
        ("Risk. Leeds, University of X, PhD thesis, 1986",
         {"publisher": "University of X", "publisher-place": "Leeds", "type": "thesis"}),
        ("Risk (Working Paper No. 6). Press.", {"number": "6", "genre": "Working Paper"}),
        ("Risk. Working paper 6. Press.", {"number": "6", "publisher": "Press"}),
        ("6: Risk. Working paper. Ulm: Press", {"number": "6", "title": "Risk"}),
        ("1984: Risk. Ulm: Press", {"title": "1984: Risk"}),
        ("Risk (Version 1.0) [Dataset]. Press.", {"version": "1.0", "type": "dataset"}),
        ("“Risk.” Die Zeit, May 3, 2020.",
         {"issued": "May 3, 2020", "container-title": "Die Zeit"}),
        ("Is it a risk? A review. Journal, 4, 1–2.", {"title": "Is it a risk? A review"}),
        ("Is it a risk? Press.", {"title": "Is it a risk?", "publisher": "Press"}),
        ("Risk. A second sentence on it. Journal, 4, 1–2.",
         {"title": "Risk. A second sentence on it", "container-title": "Journal"}),
        ("Risk. Proc. of Conf., 1–2.", {"page": "1–2"}),
    ],
)  # fmt: skip
def test_books_and_others(rest: str, expected: dict[str, object]) -> None:
    fields: dict[str, object] = {}
    add_work(rest, fields)
    assert expected.items() <= fields.items()


def test_what_follows_the_publisher_is_left_over() -> None:
    assert add_work("Risk. Press. And more of it", {}) == "And more of it"
