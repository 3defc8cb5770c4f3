"""The keys cited in Markdown, as pandoc, Quarto and MyST write citations."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from typing import Final

from reportcite.documents.keys import next_key
from reportcite.documents.lines import Ends, line_counter, without
from reportcite.patterns import pattern

_HEADER: Final = pattern(r"\A---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*$", re.DOTALL | re.MULTILINE)
_NOCITE: Final = pattern(r"^nocite:.*(?:\n(?:[ \t]+|- ).*|\n(?=\n[ \t]+))*", re.MULTILINE)
_ROLE: Final = pattern(r"\{cite(?::\w+)?\}`([^`\n]+)`")
_SILENT: Final = pattern(
    r"(?P<comment><!--)|^[ ]{0,3}(?P<fence>`{3,}(?=[^`\n]*$)|~{3,})|(?P<ticks>`+)", re.MULTILINE
)
_TICKS: Final = pattern("`+")
_EMPTY_LINES: Final = pattern(r"\n[ \t]*\n")
# What Quarto takes for a cross-reference is no citation.
_REFERENCES: Final = (
    "fig-", "tbl-", "sec-", "eq-", "lst-", "thm-", "lem-", "cor-", "prp-", "cnj-", "def-", "exm-",
    "exr-", "sol-", "rem-", "alg-", "nte-", "tip-", "wrn-", "imp-", "cau-",
)  # fmt: skip


def keys(text: str) -> Iterator[tuple[str, int]]:
    """The keys cited in `text`, each with its line; none in code, comments or the header.

    Of the header only `nocite` counts. Cross-references of Quarto (`@fig-plan`) are no citations.
    """
    line_of = line_counter(text)
    roles = [(match.start(), match[1]) for match in _ROLE.finditer(text)]
    header = _HEADER.match(text)
    body = text
    if header:
        silent = text[: header.end()]
        for passage in _NOCITE.finditer(silent):
            yield from _written(text, passage.start(), passage.end(), line_of)
        body = " " * len(silent) + text[header.end() :]
    yield from _written(without(_SILENT, body, _Silent(body).end), 0, len(body), line_of)
    for start, names in roles:
        for name in names.split(","):
            yield name.strip(), line_of(start)


class _Silent:
    """The comments and the code of one text (CommonMark, "Fenced code blocks", "Code spans")."""

    def __init__(self, text: str) -> None:
        self._size = len(text)
        self._ends = Ends(text)
        self._empty_lines = [match.start() for match in _EMPTY_LINES.finditer(text)]
        self._ticks: dict[int, list[int]] = {}
        for match in _TICKS.finditer(text):
            self._ticks.setdefault(len(match[0]), []).append(match.start())

    def end(self, match: re.Match[str]) -> int:
        """Where the passage that begins with `match` ends: code that is not fenced in its
        paragraph, fenced code with the text if need be; -1 where it begins none."""
        if match["comment"]:
            return self._ends.after(match.end(), "-->")
        if fence := match["fence"]:
            end = self._ends.after(match.end(), rf"^ {{0,3}}{fence[0]}{{{len(fence)},}}[ \t]*$")
            return self._size if end < 0 else end
        size = len(match["ticks"])
        places = self._ticks[size]
        following = bisect_left(places, match.end())
        if following == len(places):
            return -1
        gap = bisect_left(self._empty_lines, match.end())
        paragraph = self._empty_lines[gap] if gap < len(self._empty_lines) else self._size
        return places[following] + size if places[following] < paragraph else -1


def is_cross_reference(key: str) -> bool:
    """Whether Quarto takes `key` for a figure, a table, a section or another part of a document."""
    return key.startswith(_REFERENCES)


def _written(
    text: str, start: int, end: int, line_of: Callable[[int], int]
) -> Iterator[tuple[str, int]]:
    while key := next_key(text, start, end):
        if not is_cross_reference(key.name):
            yield key.name, line_of(key.start)
        start = key.end
