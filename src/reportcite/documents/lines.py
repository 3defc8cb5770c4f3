"""Passages of a text that say nothing, such as comments and code, and the lines of what does."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable


def without(
    passages: re.Pattern[str],
    text: str,
    end_of: Callable[[re.Match[str]], int] = lambda match: match.end(),
) -> str:
    """`text` with spaces for its `passages`, so that everything else stays where it is.

    Where a pattern finds only what a passage begins with, `end_of` gives its end, -1 for what
    begins none after all. An end that is not there is to be looked for once, not from each
    beginning: a text of thousands of these would take hours.

    >>> without(re.compile("%.*"), "a % b")
    'a    '
    """
    out: list[str] = []
    kept = position = 0
    while match := passages.search(text, position):
        end = end_of(match)
        position = max(end, match.end(), match.start() + 1)
        if end >= 0:
            out += [text[kept : match.start()], re.sub(r"[^\n]", " ", text[match.start() : end])]
            kept = end
    return "".join([*out, text[kept:]])


class Ends:
    """Finds the ends of passages in one text."""

    def __init__(self, text: str) -> None:
        """Nothing is known of `text` yet."""
        self._text = text
        self._missing: set[str] = set()

    def after(self, position: int, pattern: str) -> int:
        """Where the first text that fits `pattern` ends behind `position`, which never goes back
        from one call to the next; -1 where there is none."""
        if pattern in self._missing:
            return -1
        found = re.compile(pattern, re.IGNORECASE | re.MULTILINE).search(self._text, position)
        if found is None:
            self._missing.add(pattern)
            return -1
        return found.end()


def line_counter(text: str) -> Callable[[int], int]:
    """What gives the line, counted from 1, in which a position of `text` is.

    >>> line_of = line_counter("one\\ntwo")
    >>> line_of(0), line_of(4)
    (1, 2)
    """
    starts = [match.end() for match in re.finditer("\n", text)]
    return lambda position: bisect_right(starts, position) + 1
