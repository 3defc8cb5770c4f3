"""An entry and its parents are one record."""

from __future__ import annotations

from typing import Any

import pytest

from reportcite.formats.hayagriva.entry import fields_in, unread_in


def test_an_article_is_in_a_journal_that_has_the_volume() -> None:
    found = fields_in(
        {
            "type": "Article",
            "title": "Soil",
            "page-range": "1-9",
            "doi": "10.1234/soil",
            "parent": {"title": "Field Notes", "volume": "3", "issue": "4", "publisher": "Alder"},
        }
    )
    assert found == {
        "type": "article-journal", "title": "Soil", "page": "1-9", "DOI": "10.1234/soil",
        "container-title": "Field Notes", "volume": "3", "issue": "4", "publisher": "Alder",
    }  # fmt: skip


def test_a_chapter_is_in_a_book_which_is_in_a_series() -> None:
    book = {
        "type": "Book",
        "title": "B",
        "editor": ["Roe, Max"],
        "author": "Poe, Eva",
        "date": "2001",
    }
    found = fields_in(
        {"type": "chapter", "title": "A", "parent": [book | {"parent": {"title": "S"}}]}
    )
    assert found["container-title"] == "B" and found["editor"] == ["Roe, Max"]
    assert found["container-author"] == ["Poe, Eva"] and found["collection-title"] == "S"
    assert found["issued"] == "2001" and found["type"] == "chapter"


def test_a_book_is_in_a_series_and_says_all_else_itself() -> None:
    found = fields_in({"type": "book", "title": "A", "parent": {"title": "S", "volume": "7"}})
    assert found == {"type": "book", "title": "A", "collection-title": "S"}


def test_a_paper_is_of_a_conference() -> None:
    parents = [
        {"type": "Proceedings", "title": "P"},
        {"type": "Conference", "title": "C", "location": "Kiel"},
    ]
    found = fields_in({"type": "article", "title": "A", "parent": parents})
    assert found["type"] == "paper-conference" and found["container-title"] == "P"
    assert (found["event-title"], found["event-place"]) == ("C", "Kiel")
    alone = fields_in({"type": "article", "title": "A", "parent": parents[1]})
    assert alone["type"] == "paper-conference" and alone["event-title"] == "C"
    assert "container-title" not in alone


def test_numbers_links_and_people() -> None:
    found = fields_in(
        {
            "type": "Report",
            "title": {"value": "Soil", "short": "So"},
            "serial-number": {"isbn": "978", "serial": "R 5"},
            "url": {"value": "https://x.org", "date": "2024-03-07"},
            "publisher": {"name": "Alder", "location": "Bern"},
            "affiliated": [
                {"role": "Translator", "names": "Roe, Max"},
                {"role": "odd", "names": "x"},
            ],
        }
    )
    assert found == {
        "type": "report", "title": "Soil", "title-short": "So", "ISBN": "978", "number": "R 5",
        "URL": "https://x.org", "accessed": "2024-03-07", "publisher": "Alder",
        "publisher-place": "Bern", "translator": ["Roe, Max"],
    }  # fmt: skip
    assert fields_in({"serial-number": {"arxiv": "2003.1"}})["number"] == "arXiv:2003.1"
    assert fields_in({"serial-number": "v2.5"})["number"] == "v2.5"


def test_types_of_older_files_and_none() -> None:
    assert fields_in({"type": "Tweet"})["type"] == "post"
    assert fields_in({"type": "unheard"})["type"] == fields_in({})["type"] == "document"
    assert fields_in({"type": "article"})["type"] == "article"


def test_the_editor_of_a_series_a_chapter_and_an_article_of_a_conference() -> None:
    series = fields_in({"type": "Book", "parent": {"type": "Book", "title": "S", "editor": "Ng"}})
    assert (series["collection-title"], series["collection-editor"]) == ("S", ["Ng"])
    assert fields_in({"type": "Book", "chapter": "2A"})["chapter-number"] == "2A"
    talk = {"type": "Conference", "title": "Soil 2020"}
    film = {"type": "Video", "url": "https://example.org"}
    assert fields_in({"type": "Article", "parent": [talk, film]})["type"] == "paper-conference"


JOURNAL: dict[str, Any] = {"type": "Periodical", "title": "Field Notes", "volume": "3"}


@pytest.mark.parametrize(
    ("kind", "parents", "whole"),
    [
        ("Article", [JOURNAL], True),
        ("Article", [JOURNAL | {"runtime": "3"}], False),
        ("Article", [JOURNAL | {"volume": "4"}], False),  # the entry has another
        ("Article", [JOURNAL | {"parent": {"title": "S"}}], True),
        ("Article", [JOURNAL | {"parent": {"title": "S", "date": "2001"}}], False),
        ("Article", [JOURNAL | {"parent": [{"title": "S"}, {"title": "T"}]}], False),
        ("Article", [JOURNAL, JOURNAL], False),
        ("Book", [{"title": "S", "editor": "Ng"}], True),
        ("Book", [{"title": "S", "date": "2001"}], False),
        ("Article", [{"type": "Conference", "title": "C", "location": "Kiel"}], True),
        ("Article", [{"type": "Conference", "title": "C", "organization": "O"}], False),
        ("Article", [], True),
    ],
)
def test_parents_that_say_more_than_is_read_are_kept(
    kind: str, parents: list[dict[str, Any]], whole: bool
) -> None:
    entry = {"type": kind, "title": "Soil", "volume": "3", "parent": parents}
    assert unread_in(entry) == ({} if whole else {"parent": parents})


def test_a_translation_of_the_title_is_kept() -> None:
    title = {"value": "Boden", "short": "B", "verbatim": "true", "translation": "Soil"}
    assert unread_in({"title": title}) == {"title": {"translation": "Soil"}}
    assert unread_in({"title": "Boden"}) == {}
