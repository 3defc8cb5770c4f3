"""The values of many entries at once, by variable: what is made of each is what
`formats.bibtex.writing.entry` makes of it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import repeat
from operator import itemgetter
from typing import Any

from reportcite.formats.bibtex.names import unbraced_name
from reportcite.formats.bibtex.writing.dates import year_lines
from reportcite.formats.bibtex.writing.line import language_lines, line
from reportcite.formats.writing.templates import dated, families_and_givens, joined
from reportcite.values.url import needs_no_encoding


def names(variable: str, field: str, column: Sequence[Any]) -> list[str] | None:
    """Names that need no braces, if all are such."""
    parts = families_and_givens(column)
    texts = [*map(unbraced_name, *parts)] if parts else [""]
    if not all(texts):
        return None
    return [line(field, names) for names in joined(texts, column, " and ")]


def years(variable: str, field: str, column: Sequence[Any]) -> list[str] | None:
    """Year, month and day; None where a date is no plain one."""
    return dated(column, year_lines)


def urls(variable: str, field: str, column: Sequence[str]) -> list[str] | None:
    """URLs that need no encoding, if all are such."""
    together = "".join(column)
    if variable != "URL" or not needs_no_encoding(together) or ";" in together:
        return None
    return [line(field, url) for url in column]


def languages(variable: str, field: str, column: Sequence[str]) -> list[str]:
    """The language, and what babel calls it."""
    return [*map(itemgetter(0), map(language_lines, repeat(field), column))]


def langids(variable: str, field: str, column: Sequence[str]) -> list[str]:
    """The language as biblatex has it."""
    return [language_lines(field, text, beside=False)[0] for text in column]
