"""What is wrong with the values of a record: control characters, and codes that cannot be right."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from reportcite.patterns import pattern
from reportcite.problems import Problem, shown
from reportcite.record.model import Value
from reportcite.record.rules import CONTROL_CHARACTER
from reportcite.values.doi import doi_faults, is_doi
from reportcite.values.isbn import Isbn, checksum_holds, isbns_in
from reportcite.values.rules import ISBN_CHECKSUM, ISBN_SYNTAX
from reportcite.values.url import is_url, url_faults

_CONTROL: Final = pattern("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]")
_ESCAPES: Final = (0x1B, 0x9B)
_SHOWN_CANDIDATES: Final = 3


def wrong_values(fields: Mapping[str, Value]) -> Iterator[tuple[str, Problem]]:
    """Every error in `fields`, each with its field."""
    for name, value in fields.items():
        text = _text_of(value)
        if _CONTROL.search(text):
            yield name, _control_character(name, text)
    for name, _, problems_of in _CODES:
        value = fields.get(name, "")
        if isinstance(value, str) and value:
            for problem in problems_of(value):
                yield name, problem


def looks_right(fields: Mapping[str, Value]) -> bool:
    """Whether no code in `fields` is wrong, as is known soon of most."""
    for name, is_right, _ in _CODES:
        value = fields.get(name)
        if isinstance(value, str) and not is_right(value):
            return False
    return True


def are_printable(fields: Mapping[str, Value]) -> bool:
    """Whether no text in `fields` holds a control character, or a line break."""
    return "".join([_text_of(value) for value in fields.values()]).isprintable()


def _text_of(value: Value) -> str:
    """All texts in names or a date, for searching."""
    if isinstance(value, list):
        return " ".join([str(part) for name in value for part in name.values()])
    return str(value.get("literal", "")) if isinstance(value, dict) else value


def _control_character(name: str, text: str) -> Problem:
    code = ord(_CONTROL.findall(text)[0])
    what = " (it begins a terminal's escape sequence)" if code in _ESCAPES else ""
    message = f"{name} holds the control character U+{code:04X}{what}"
    return CONTROL_CHARACTER.found(message, "delete it")


def _wrong_isbns(text: str) -> Iterator[Problem]:
    for isbn in isbns_in(text):
        if not isbn.valid:
            yield _wrong_isbn(isbn)


def _wrong_isbn(isbn: Isbn) -> Problem:
    message = f"{shown(isbn.typed)}: {isbn.reason}"
    if not isbn.expected:
        hint = "an ISBN has 13 digits, or 10 before 2007; compare it with the printed one"
        return ISBN_SYNTAX.found(message, hint)
    hint = "compare it with the printed ISBN"
    if isbn.candidates:
        hint += f"; one slip away: {', '.join(isbn.candidates[:_SHOWN_CANDIDATES])}"
    return ISBN_CHECKSUM.found(message, hint)


_CODES: Final[tuple[tuple[str, Callable[[str], bool], Callable[[str], Iterator[Problem]]], ...]] = (
    ("DOI", is_doi, doi_faults),
    ("ISBN", checksum_holds, _wrong_isbns),
    ("URL", is_url, url_faults),
)
"""Field, what knows most sound values of it soon, and what says what is wrong with the others."""
