"""The values of many references at once, by variable: what is made of each is what
`formats.ris.write` makes of it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import repeat
from operator import itemgetter
from typing import Any

from reportcite.formats.ris.dates import date_line, issued_lines
from reportcite.formats.ris.line import language_line, line
from reportcite.formats.ris.names import person_line
from reportcite.formats.writing.templates import dated, families_and_givens, joined
from reportcite.values.doi import bare_doi

_NEXT = "\0"
"""What stands between the values of a column; no text of one line has it."""
_first = itemgetter(0)


def names(variable: str, tag: str, column: Sequence[Any]) -> list[str] | None:
    """A line for each name, if all have a family and a given name and nothing else."""
    parts = families_and_givens(column)
    if parts is None:
        return None
    return joined(map(_first, map(person_line, repeat(tag), *parts)), column, "")


def keywords(variable: str, tag: str, column: Sequence[str]) -> list[str] | None:
    """A line for each keyword, if commas with a space behind part them."""
    first, last = f"{tag}  - ", "\r\n"
    lines = f"{last}{_NEXT}{first}".join(column).replace(", ", last + first)
    if "," in lines or ";" in lines or " \r" in lines:
        return None
    return f"{first}{lines}{last}".split(_NEXT)


def issued(variable: str, tag: str, column: Sequence[Any]) -> list[str] | None:
    """The year, and the date if it says more; None where a date is no plain one."""
    return dated(column, partial(issued_lines, tag))


def dates(variable: str, tag: str, column: Sequence[Any]) -> list[str] | None:
    """The date between slashes; None where a date is no plain one."""
    return dated(column, partial(date_line, tag))


def dois(variable: str, tag: str, column: Sequence[str]) -> list[str]:
    """The bare DOI."""
    return [line(tag, bare_doi(text)) for text in column]


def languages(variable: str, tag: str, column: Sequence[str]) -> list[str]:
    """The language without its region."""
    return [*map(_first, map(language_line, repeat(tag), column))]
