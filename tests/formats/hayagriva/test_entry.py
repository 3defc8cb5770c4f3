"""An entry and its parents are one record."""

from __future__ import annotations

from reportcite.formats.hayagriva.entry import fields_in


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
