"""Journals with volume and pages, and newspapers with a day, in every form."""

from __future__ import annotations

import pytest

from reportcite.formats.pasted.periodicals import add_dated, add_journal, own_title

SEA = {"type": "article-journal", "container-title": "Sea", "volume": "47", "page": "182–199"}


@pytest.mark.parametrize(
    ("text", "more"),
    [
        ("Sea, 47(3), 182–199.", {"issue": "3"}),
        ("Sea, 47, 182–199, 201–205.", {"page": "182–199, 201–205"}),
        ("Sea 47 (3): 182–199.", {"issue": "3"}),
        ("Sea 47, no. 3 (2018): 182–199.", {"issue": "3", "issued": "2018"}),
        ("Sea Bd. 47 (2018), Nr. 3, S. 182–199", {"issue": "3", "issued": "2018"}),
        ("Sea. 2018. Bd. 47, Nr. 3, S. 182–199.", {"issue": "3", "issued": "2018"}),
        ("Sea. Phys. 2018. Vol. 47, p. 182–199.",
         {"issued": "2018", "container-title": "Sea. Phys"}),
        ("In: Sea 47 (3), S. 182–199.", {"issue": "3"}),
        ("In: Sea, 47. Jg., H. 3, S. 182–199.", {"issue": "3"}),
        ("Sea 2018, 47 (3), 182–199.", {"issue": "3", "issued": "2018"}),
    ],
)  # fmt: skip
def test_a_journal_in_every_form(text: str, more: dict[str, object]) -> None:
    fields: dict[str, object] = {"title": "Ebb"}
    assert add_journal(text, fields)
    assert fields == {"title": "Ebb"} | SEA | more


@pytest.mark.parametrize("text", ["Quay Press.", "Kiel: Quay Press.", "Sea 47 (of 2018 tides)"])
def test_what_is_no_journal(text: str) -> None:
    fields: dict[str, object] = {"title": "Ebb"}
    assert not add_journal(text, fields) and not add_dated(text, fields)
    assert fields == {"title": "Ebb"}


@pytest.mark.parametrize(
    ("text", "year", "issued", "page"),
    [
        ("Sea, November 5, 2018, p. 12.", None, "November 5, 2018", "12"),
        ("Sea, 5 November, 12.", "2018", "5 November, 2018", "12"),
        ("Sea, 2018-11-05.", None, "2018-11-05", None),
    ],
)
def test_a_newspaper_has_a_day(text: str, year: str | None, issued: str, page: str | None) -> None:
    fields: dict[str, object] = {"issued": year} if year else {}
    assert add_dated(text, fields)
    assert (fields["container-title"], fields["issued"]) == ("Sea", issued)
    assert (fields["type"], fields.get("page")) == ("article-newspaper", page)


@pytest.mark.parametrize(
    ("text", "title", "own"),
    [
        ("J. Amer. Math. Soc.", "Ebb", "J. Amer. Math. Soc."),
        ("A second whole sentence. Sea", "Ebb. A second whole sentence", "Sea"),
        ("Of two. Sea", "Ebb", "Of two. Sea"),
        ("In: Sea", "Ebb", "Sea"),
    ],
)
def test_a_title_of_several_sentences(text: str, title: str, own: str) -> None:
    fields: dict[str, object] = {"title": "Ebb."}
    assert own_title(text, fields) == own
    assert str(fields["title"]).rstrip(".") == title
