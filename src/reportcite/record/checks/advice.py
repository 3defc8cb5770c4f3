"""What could be better about a record that has no error: the advice that only `check` gives."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Final

from reportcite.problems import Problem, shown
from reportcite.record.checks.identifiers import identifier_doubts
from reportcite.record.model import Record
from reportcite.record.rules import PUBLISHER_AUTHOR, TITLE_CASE, TITLE_LANGUAGE
from reportcite.values.dates.future import future_problems
from reportcite.values.edition import edition_problems
from reportcite.values.isbn import isbn_doubts
from reportcite.values.issn import issn_problems
from reportcite.values.language import language_problems, primary_language
from reportcite.values.names.doubts import name_doubt
from reportcite.values.pages import dash_problems, order_problems, page_problems
from reportcite.values.texts.entities import entity_problems
from reportcite.values.texts.quotes import quote_problems
from reportcite.values.texts.spaces import space_problems
from reportcite.values.title import (
    is_title_case,
    other_language,
    plain_title,
    sentence_case,
)
from reportcite.vocabulary import TITLE_VARIABLES

_QUOTING: Final = (TITLE_VARIABLES - {"container-title-short"}) | {
    "subtitle",
    "event-title",
    "publisher",
    "abstract",
}
_SPELLING: Final[tuple[tuple[str, Callable[[str], Iterator[Problem]]], ...]] = (
    ("edition", edition_problems),
    ("language", language_problems),
    ("number-of-pages", page_problems),
    ("page", page_problems),
    ("page", dash_problems),
    ("page", order_problems),
    ("ISSN", issn_problems),
    ("ISBN", isbn_doubts),
)
"""Field, and what says how else it had better be written."""

_PAST: Final = ("issued", "accessed", "original-date")
_CASED: Final = ("title", "subtitle")
_UNSTATED: Final = (
    "no language is stated, and this title is in title case: if it is English, styles that want "
    "sentence case, such as APA, print it in title case"
)
_OTHER: Final = (
    "no language is stated, so that styles with English title case, such as Chicago and MLA, "
    "capitalize this title as if it were English"
)
_FEWEST_WORDS: Final = 2  # with one word capitalized it may be a name


def advice(record: Record) -> Iterator[tuple[str, Problem]]:
    """Warnings about `record`, each with its field or the member of a list, such as `author/1`.

    Of names some were given while the record was loaded.
    """
    yield from _of_texts(record)
    yield from _of_dates(record)
    yield from identifier_doubts(record)
    yield from _of_titles(record)
    yield from _of_publisher(record)
    yield from _of_names(record)


def _of_texts(record: Record) -> Iterator[tuple[str, Problem]]:
    fields = record.fields
    for name, value in fields.items():
        if isinstance(value, str):
            if name in _QUOTING:
                for problem in quote_problems(name, value):
                    yield name, problem
            if "&" in value or "  " in value:
                for problem in _of_writing(value):
                    yield name, problem
    for name, problems_of in _SPELLING:
        text = fields.get(name)
        if isinstance(text, str):
            for problem in problems_of(text):
                yield name, problem


def _of_writing(text: str) -> Iterator[Problem]:
    """What was left in a text by programs, or by a second stroke of a key; nothing, if it has no
    ampersand and no two spaces, as hardly any has."""
    yield from entity_problems(text)
    yield from space_problems(text)


def _of_dates(record: Record) -> Iterator[tuple[str, Problem]]:
    for name in _PAST:
        value = record.fields.get(name)
        if isinstance(value, dict):
            for problem in future_problems(value, date.today()):
                yield name, problem


def _of_titles(record: Record) -> Iterator[tuple[str, Problem]]:
    language = record.fields.get("language", "")
    whole = record.fields.get("title", "")
    # The project's own formats are asked for the language of each record.
    unstated = not (language or record.own)
    if unstated and isinstance(whole, str):
        if is_title_case(whole, _FEWEST_WORDS):
            yield "title", TITLE_LANGUAGE.found(_UNSTATED, "state the language of the records")
        elif tag := other_language(whole):
            message = f"{_OTHER}: {shown(plain_title(whole))}"
            hint = f"state the language of the records, such as {tag}"
            yield "title", TITLE_LANGUAGE.found(message, hint)
    if not (isinstance(language, str) and primary_language(language).lower() == "en"):
        return
    for name in _CASED:
        title = record.fields.get(name)
        if isinstance(title, str) and is_title_case(title, _FEWEST_WORDS):
            message = f"{name} is in title case: {shown(plain_title(title))}"
            hint = f"write “{sentence_case(title)}”, and names in it with their capitals"
            yield name, TITLE_CASE.found(message, hint)


def _of_publisher(record: Record) -> Iterator[tuple[str, Problem]]:
    publisher, authors = record.fields.get("publisher"), record.fields.get("author")
    if isinstance(authors, list) and authors[0].get("literal", "") == publisher:
        message = f"{shown(authors[0]['literal'])} is the author, too"
        remedy = "write “publisher: none”" if record.own else "leave it out as the publisher"
        hint = f"{remedy} if this is for APA or MLA, which name it once"
        yield "publisher", PUBLISHER_AUTHOR.found(message, hint)


def _of_names(record: Record) -> Iterator[tuple[str, Problem]]:
    for name, value in record.fields.items():
        if isinstance(value, list):
            for index, one in enumerate(value, 1):
                for part in one.values():
                    if isinstance(part, str) and ("&" in part or "  " in part):
                        for problem in _of_writing(part):
                            yield f"{name}/{index}", problem
                if doubt := name_doubt(one):
                    yield f"{name}/{index}", doubt
