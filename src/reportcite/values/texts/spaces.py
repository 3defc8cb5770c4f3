"""Spaces in texts: two in a row, which nobody means."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from reportcite.patterns import pattern
from reportcite.problems import Fix, Problem, shown
from reportcite.values.rules import DOUBLE_SPACE

_DOUBLED: Final = pattern(r"(?<=\S)  +(?=\S)")
_BESIDE: Final = 12


def single_spaces(text: str) -> str:
    """`text` with one space for several between two words of a line; those that indent stay.

    >>> single_spaces("A  title"), single_spaces("A\\n  title")
    ('A title', 'A\\n  title')
    """
    return _DOUBLED.sub(" ", text)


def space_problems(text: str) -> Iterator[Problem]:
    """Whether two spaces stand in a row in `text`."""
    if "  " not in text:  # as in nearly none
        return
    if found := _DOUBLED.search(text):
        beside = text[max(found.start() - _BESIDE, 0) : found.end() + _BESIDE]
        message = f"{shown(beside)} holds two spaces in a row"
        yield DOUBLE_SPACE.found(message, "delete one", fix=Fix(text, single_spaces(text)))
