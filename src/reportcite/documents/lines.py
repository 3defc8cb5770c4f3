"""Passages of a text that say nothing, such as comments and code, and the lines of what does."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable


def without(passages: re.Pattern[str], text: str) -> str:
    """`text` with spaces for its `passages`, so that everything else stays where it is.

    >>> without(re.compile("%.*"), "a % b")
    'a    '
    """
    return passages.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)


def line_counter(text: str) -> Callable[[int], int]:
    """What gives the line, counted from 1, in which a position of `text` is.

    >>> line_of = line_counter("one\\ntwo")
    >>> line_of(0), line_of(4)
    (1, 2)
    """
    starts = [match.end() for match in re.finditer("\n", text)]
    return lambda position: bisect_right(starts, position) + 1
