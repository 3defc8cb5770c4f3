"""What Open Library knows of a book becomes a record."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest

from reportcite.lookup.sources.open_library import SOURCE, read
from reportcite.problems import Problem
from reportcite.record.model import Record

BOOK = {
    "url": "https://openlibrary.org/books/OL1M/Fields",
    "title": "Fields",
    "subtitle": "a short history",
    "authors": [{"url": "https://openlibrary.org/authors/OL1A", "name": "Vera M. Feld"}],
    "number_of_pages": 208,
    "identifiers": {"isbn_13": ["9783948289829"]},
    "publishers": [{"name": "Acker"}, {"name": "Wiese"}],
    "publish_places": [{"name": "Bonn"}],
    "publish_date": "May 2024",
}


def read_answer(answer: object) -> list[Record | Problem]:
    return list(read(io.BytesIO(json.dumps(answer).encode()), "https://openlibrary.org/api"))


def record_of(book: dict[str, Any]) -> Record:
    (record,) = read_answer({"ISBN:9783948289829": book})
    assert isinstance(record, Record)
    return record


def test_the_book_is_asked_for_by_its_isbn() -> None:
    assert SOURCE.address + SOURCE.path("9783948289829") == (
        "https://openlibrary.org/api/books?bibkeys=ISBN:9783948289829&jscmd=data&format=json"
    )
    assert SOURCE.reader() is read


def test_all_that_is_cited_is_read() -> None:
    record = record_of(BOOK)
    assert (record.type, record.id, record.own) == ("book", "9783948289829", False)
    assert record.fields == {
        "title": "Fields",
        "subtitle": "a short history",
        "author": [{"family": "Feld", "given": "Vera M."}],
        "publisher": "Acker; Wiese",
        "publisher-place": "Bonn",
        "issued": {"date-parts": [[2024, 5]]},
        "number-of-pages": "208",
        "ISBN": "9783948289829",
    }


@pytest.mark.parametrize("pages", [0, -1, None, "viii"])
def test_no_number_of_pages_is_none(pages: object) -> None:
    assert "number-of-pages" not in record_of({**BOOK, "number_of_pages": pages}).fields


def test_what_has_another_shape_than_documented_is_left_out() -> None:
    record = record_of({"title": "Fields", "authors": "Feld", "publishers": [3, {"name": 4}]})
    assert set(record.fields) == {"title", "ISBN"}


@pytest.mark.parametrize("answer", [{}, [], {"ISBN:1": None}])
def test_an_answer_without_books_holds_no_record(answer: object) -> None:
    assert read_answer(answer) == []


@pytest.mark.parametrize("text", [b"{", b"\xff{}", b"[" * 100_000])
def test_what_is_no_json_is_a_problem(text: bytes) -> None:
    (problem,) = read(io.BytesIO(text), "https://openlibrary.org/api")
    assert isinstance(problem, Problem) and problem.rule.name == "json-syntax"
