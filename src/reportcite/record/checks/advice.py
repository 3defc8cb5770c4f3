"""What could be better about a record that has no error: the advice that only `check` gives."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from reportcite.problems import Problem, shown
from reportcite.record.model import Record
from reportcite.record.rules import PUBLISHER_AUTHOR
from reportcite.values.edition import edition_number
from reportcite.values.isbn import isbns_in, range_date
from reportcite.values.language import is_tag, language_tag
from reportcite.values.locator import bare_pages
from reportcite.values.names.doubts import name_doubt
from reportcite.values.quotes import unbalanced_mark
from reportcite.values.rules import (
    EDITION_NUMBER,
    ISBN_HYPHENS,
    ISBN_RANGE,
    LANGUAGE_TAG,
    PAGE_LABEL,
    QUOTATION_MARK,
)

_QUOTING: Final = (
    "title",
    "subtitle",
    "title-short",
    "container-title",
    "collection-title",
    "volume-title",
    "part-title",
    "original-title",
    "reviewed-title",
    "event-title",
    "publisher",
    "abstract",
)


def advice(record: Record) -> Iterator[tuple[str, Problem]]:
    """Warnings about `record`, each with its field or the member of a list, such as `author/1`.

    Of names some were given while the record was loaded.
    """
    yield from _of_fields(record)
    yield from _of_names(record)


def _of_fields(record: Record) -> Iterator[tuple[str, Problem]]:
    fields = record.fields
    for name in _QUOTING:
        value = fields.get(name)
        if isinstance(value, str) and (problem := _of_quotes(name, value)):
            yield name, problem
    for name, problem_of in _SPELLING:
        value = fields.get(name)
        if isinstance(value, str) and (problem := problem_of(value)):
            yield name, problem
    value, authors = fields.get("publisher"), fields.get("author")
    if isinstance(authors, list) and authors[0].get("literal", "") == value:
        message = f"{shown(authors[0]['literal'])} is the author, too"
        hint = "write “publisher: none” if this is for APA or MLA, which name it once"
        yield "publisher", PUBLISHER_AUTHOR.found(message, hint)
    value = fields.get("ISBN")
    if isinstance(value, str):
        for problem in _of_isbns(value):
            yield "ISBN", problem


def _of_names(record: Record) -> Iterator[tuple[str, Problem]]:
    for name, value in record.fields.items():
        if isinstance(value, list):
            for index, one in enumerate(value, 1):
                if problem := name_doubt(one):
                    yield f"{name}/{index}", problem


def _of_quotes(name: str, text: str) -> Problem | None:
    found = unbalanced_mark(text)
    if found is None:
        return None
    mark, partner = found
    message = f"the quotation mark {mark} in {name} has no partner"
    hint = f"add {partner}" if partner else "add the opening one"
    return QUOTATION_MARK.found(message, f"{hint}, or delete {mark}")


def _of_isbns(text: str) -> Iterator[Problem]:
    for isbn in isbns_in(text):
        if isbn.valid and not isbn.hyphenated:
            known = f"the group {isbn.group}" if isbn.group else "any group"
            day = range_date()
            table = f" (range table of {day})" if day else ""
            message = f"no publisher of {known} has the range of {shown(isbn.typed)}{table}"
            yield ISBN_RANGE.found(message, "compare it with the printed ISBN")
        elif isbn.valid and isbn.typed.strip() not in (isbn.compact, isbn.hyphenated):
            message = f"{shown(isbn.typed)} is not how this ISBN is written"
            yield ISBN_HYPHENS.found(message, f"write {isbn.hyphenated}")


def _of_pages(text: str) -> Problem | None:
    pages = bare_pages(text)
    if pages == text:
        return None
    message = f"{shown(text)} has a label, which styles add"
    return PAGE_LABEL.found(message, f"write {pages}")


def _of_edition(text: str) -> Problem | None:
    number = edition_number(text)
    if number == text:
        return None
    message = f"{shown(text)} is cited as the number {number}, to which styles add words"
    return EDITION_NUMBER.found(message, f"write {number}")


def _of_language(text: str) -> Problem | None:
    if is_tag(text):
        return None
    tag = language_tag(text)
    message = f"{shown(text)} is no tag of one language"
    hint = f"write {tag}" if is_tag(tag) else "write one tag such as de or en-GB"
    return LANGUAGE_TAG.found(message, hint)


_SPELLING: Final[tuple[tuple[str, Callable[[str], Problem | None]], ...]] = (
    ("edition", _of_edition),
    ("language", _of_language),
    ("number-of-pages", _of_pages),
    ("page", _of_pages),
)
"""Field, and what says how else it had better be written."""
