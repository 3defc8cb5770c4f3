"""Which items stand below which heading, and in what order the sections come."""

from __future__ import annotations

from typing import Any

import pytest

from reportcite.csl import Processor
from reportcite.documents.sections import GROUPINGS, sections

ITEMS: list[dict[str, Any]] = [
    {"id": "beck", "type": "book", "title": "Risiko", "language": "de-DE",
     "keyword": "Risiko, Moderne", "issued": {"date-parts": [[1986, 5]]}},
    {"id": "kalt", "type": "report", "title": "Second", "language": "en",
     "keyword": "moderne", "issued": {"date-parts": [[2006], [2008]]}},
    {"id": "plato", "type": "book", "title": "Πολιτεία", "language": "grc",
     "issued": {"date-parts": [[-375]]}},
    {"id": "zed", "type": "book", "title": "1984", "author": [{"family": "Замятин"}],
     "issued": {"literal": "undated"}},
]  # fmt: skip


def grouped(by: str, locale: str = "de-DE") -> list[tuple[str, tuple[str, ...]]]:
    processor = Processor("apa", locale=locale)
    items = processor.register(ITEMS)
    return [(one.heading, one.ids) for one in sections(items, by, processor.locale)]


def test_types_are_in_alphabetical_order() -> None:
    assert grouped("type") == [("Berichte", ("kalt",)), ("Bücher", ("beck", "plato", "zed"))]
    assert [heading for heading, _ in grouped("type", "en-US")] == ["Books", "Reports"]


def test_dialects_are_one_language_and_works_without_one_come_last() -> None:
    assert grouped("language") == [
        ("Deutsch", ("beck",)),
        ("Englisch", ("kalt",)),
        ("Grc", ("plato",)),
        ("Ohne Sprachangabe", ("zed",)),
    ]


def test_a_work_stands_below_each_of_its_keywords_whatever_their_case() -> None:
    assert grouped("keyword") == [
        ("Moderne", ("beck", "kalt")),
        ("Risiko", ("beck",)),
        ("Ohne Schlagwörter", ("plato", "zed")),
    ]


def test_the_newest_year_comes_first_and_a_range_counts_from_its_beginning() -> None:
    assert grouped("year") == [
        ("2006", ("kalt",)),
        ("1986", ("beck",)),
        ("375\u00a0v.\u00a0Chr.", ("plato",)),
        ("Ohne Datum", ("zed",)),
    ]


def test_the_script_is_that_of_the_title_or_else_of_the_names() -> None:
    assert grouped("script", "en-US") == [
        ("Cyrillic script", ("zed",)),
        ("Greek script", ("plato",)),
        ("Latin script", ("beck", "kalt")),
    ]


@pytest.mark.parametrize("by", GROUPINGS)
def test_a_work_of_which_nothing_is_known_has_its_place(by: str) -> None:
    processor = Processor("apa")
    items = processor.register([{"id": "x"}])
    [(heading, ids)] = sections(items, by, processor.locale)
    assert ids == ("x",)
    assert heading in {
        *("Documents", "Language not stated", "Without keywords", "Without a date"),
        "Other scripts",
    }


def test_a_keyword_given_twice_lists_a_work_once() -> None:
    processor = Processor("apa")
    items = processor.register([{"id": "x", "keyword": "Work; work; WORK"}])
    assert sections(items, "keyword", processor.locale) == [("Work", ("x",))]


def test_norwegian_is_one_language() -> None:
    processor = Processor("apa")
    items = processor.register([{"id": tag, "language": tag} for tag in ("nb", "nn-NO", "no")])
    assert sections(items, "language", processor.locale) == [("Norwegian", ("nb", "nn-NO", "no"))]
