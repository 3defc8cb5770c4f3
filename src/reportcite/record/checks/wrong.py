"""What is wrong with the values of a record: control characters, and codes that cannot be right."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final

from reportcite.patterns import pattern
from reportcite.problems import Problem
from reportcite.record.fields import Value
from reportcite.record.rules import CONTROL_CHARACTER
from reportcite.values.doi import doi_problems, is_doi
from reportcite.values.isbns.digits import checksum_holds, checksums_hold
from reportcite.values.url import are_urls, is_url, url_problems

_CONTROL: Final = pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]")
_ESCAPES: Final = (0x1B, 0x9B)


def control_characters(fields: Mapping[str, Value]) -> Iterator[tuple[str, Problem]]:
    """An error for each of `fields` that holds a control character, with the field."""
    for name, value in fields.items():
        text = _text_of(value)
        if _CONTROL.search(text):
            yield name, _control_character(name, text)


def wrong_codes(fields: Mapping[str, Value]) -> Iterator[tuple[str, Problem]]:
    """Every error in the codes among `fields`, each with its field."""
    for name, problems_of in _CODES:
        value = fields.get(name, "")
        if isinstance(value, str) and value:
            for problem in problems_of(value):
                yield name, problem


def looks_right(fields: Mapping[str, Value]) -> bool:
    """Whether no code in `fields` is wrong, as is known soon of most."""
    # Run for every record that is written.
    get = fields.get
    doi, isbn, url = get("DOI"), get("ISBN"), get("URL")
    if isinstance(isbn, str) and not checksum_holds(isbn):
        return False
    if isinstance(url, str) and not is_url(url):
        return False
    return not isinstance(doi, str) or is_doi(doi)


def all_look_right(columns: Mapping[str, Sequence[str]]) -> bool:
    """Whether `looks_right` says so of all records with these values by field; it may say no where
    it does."""
    if "ISBN" in columns and not checksums_hold(columns["ISBN"]):
        return False
    if "URL" in columns and not are_urls(columns["URL"]):
        return False
    return "DOI" not in columns or all(map(is_doi, columns["DOI"]))


def are_printable(fields: Mapping[str, Value]) -> bool:
    """Whether no text in `fields` holds a control character, or a line break."""
    return "".join([_text_of(value) for value in fields.values()]).isprintable()


def _text_of(value: Value) -> str:
    """All texts in names or a date, for searching."""
    if isinstance(value, list):
        return " ".join([str(part) for name in value for part in name.values()])
    return str(value.get("literal", "")) if isinstance(value, dict) else value


def _isbn_problems(text: str) -> Iterator[Problem]:
    from reportcite.values.isbn import isbn_problems  # what is cited is most often right

    return isbn_problems(text)


def _control_character(name: str, text: str) -> Problem:
    code = ord(_CONTROL.findall(text)[0])
    what = " (it begins a terminal's escape sequence)" if code in _ESCAPES else ""
    message = f"{name} holds the control character U+{code:04X}{what}"
    return CONTROL_CHARACTER.found(message, "delete it")


_CODES: Final[tuple[tuple[str, Callable[[str], Iterator[Problem]]], ...]] = (
    ("DOI", doi_problems),
    ("ISBN", _isbn_problems),
    ("URL", url_problems),
)
"""Field, and what says what is wrong with it."""
