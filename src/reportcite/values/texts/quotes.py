"""Quotation marks: finds those that are opened and not closed, or closed and not opened."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from reportcite.patterns import pattern
from reportcite.problems import Problem
from reportcite.values.rules import QUOTATION_MARK

# Which marks may close an opened one: German „…“, Polish „…”, English “…”, Finnish ”…”,
# French «…», German »…«, Finnish »…». Single ‘ and ’ are apostrophes too often to be counted.
_CLOSED_BY: Final = {
    "„": "“”",
    "“": "”",
    "”": "”",
    "«": "»",
    "»": "«»",
    "‹": "›",
    "›": "‹›",
    "「": "」",
    "『": "』",
    "《": "》",
    '"': '"',
}
_MARKS: Final = pattern(f"[{''.join(_CLOSED_BY)}」』》]")


def unbalanced_mark(text: str) -> tuple[str, str] | None:
    """The first mark that lacks its partner, and the partner ("" where only the reader knows it).

    A straight mark after a digit, outside a quotation, is taken as a sign for inches.
    """
    opened: list[str] = []
    for match in _MARKS.finditer(text):
        mark, index = match.group(), match.start()
        if opened and mark in _CLOSED_BY[opened[-1]]:
            opened.pop()
        elif mark not in _CLOSED_BY:
            return mark, ""
        elif mark != '"' or not text[index - 1 : index].isdigit():
            opened.append(mark)
    return (opened[0], _CLOSED_BY[opened[0]][0]) if opened else None


def quote_problems(name: str, text: str) -> Iterator[Problem]:
    """Whether a quotation mark in `text`, the value of field `name`, has no partner."""
    found = unbalanced_mark(text)
    if found is not None:
        mark, partner = found
        hint = f"add {partner}" if partner else "add the opening one"
        message = f"the quotation mark {mark} in {name} has no partner"
        yield QUOTATION_MARK.found(message, f"{hint}, or delete {mark}")
