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
from reportcite.formats.writing.templates import families_and_givens, joined
from reportcite.values.dates.questions import simple_points
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
    points = simple_points(column)
    if points is None:
        return None
    known = {point: year_lines(*point) for point in {*points}}
    return [known[point] for point in points]


def urls(variable: str, field: str, column: Sequence[str]) -> list[str] | None:
    """URLs that need no encoding, if all are such."""
    if variable != "URL" or not needs_no_encoding("".join(column)) or ";" in "".join(column):
        return None
    return [line(field, url) for url in column]


def languages(variable: str, field: str, column: Sequence[str]) -> list[str]:
    """The language, and what babel calls it."""
    return [*map(itemgetter(0), map(language_lines, repeat(field), column))]


def langids(variable: str, field: str, column: Sequence[str]) -> list[str]:
    """The language as biblatex has it."""
    return [language_lines(field, text, beside=False)[0] for text in column]
