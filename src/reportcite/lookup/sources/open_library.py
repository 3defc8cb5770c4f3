"""Open Library, by its Books API with `jscmd=data` (openlibrary.org/dev/docs/api/books)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any, BinaryIO, Final

from reportcite.errors import Place
from reportcite.formats.format import Read
from reportcite.formats.rules import JSON_SYNTAX
from reportcite.limits import LIMITS, Limits
from reportcite.lookup.source import Source
from reportcite.problems import Problem
from reportcite.record.assemble.notations import CSL
from reportcite.record.assemble.record import assemble
from reportcite.record.model import Record
from reportcite.record.untyped import UntypedRecord


def _path(isbn: str) -> str:
    return f"api/books?bibkeys=ISBN:{isbn}&jscmd=data&format=json"


def read(stream: BinaryIO, name: str, limits: Limits = LIMITS) -> Iterable[Record | Problem]:
    """The records of an answer, a mapping of the ISBN asked for to what is known of the book."""
    place = Place(name)
    try:
        answer = json.loads(stream.read())
    except (ValueError, RecursionError):
        return [JSON_SYNTAX.found("is no JSON", "fetch the answer anew", place)]
    books = answer.items() if isinstance(answer, dict) else ()
    return [_record(key, book, place) for key, book in books if isinstance(book, dict)]


def _record(key: str, book: Mapping[str, Any], place: Place) -> Record:
    isbn = key.removeprefix("ISBN:")
    pages = book.get("number_of_pages")
    fields = {
        "id": isbn,
        "type": "book",
        "title": _text(book.get("title")),
        "subtitle": _text(book.get("subtitle")),
        "author": _names(book.get("authors")),
        "publisher": "; ".join(_names(book.get("publishers"))),
        "publisher-place": "; ".join(_names(book.get("publish_places"))),
        "issued": _text(book.get("publish_date")),
        "number-of-pages": str(pages) if isinstance(pages, int) and pages > 0 else "",
        "ISBN": isbn,
    }
    found = {name: value for name, value in fields.items() if value}
    return assemble(UntypedRecord(found, place, CSL, isbn))


def _names(value: object) -> list[str]:
    """The names in a list of mappings; what is none of these has no name."""
    several = value if isinstance(value, list) else []
    names = [_text(one.get("name")) for one in several if isinstance(one, dict)]
    return [name for name in names if name]


def _text(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""


def _reader() -> Read:
    return read


SOURCE: Final = Source(
    "OPEN_LIBRARY",
    "Open Library",
    "https://openlibrary.org/",
    _path,
    "application/json",
    b"{[",
    _reader,
)
