"""The keys cited in Markdown, as pandoc, Quarto and MyST write citations."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from reportcite.documents.keys import next_key
from reportcite.documents.lines import line_counter, without
from reportcite.patterns import pattern

_HEADER: Final = pattern(r"\A---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*$", re.DOTALL | re.MULTILINE)
_NOCITE: Final = pattern(r"^nocite:.*(?:\n(?:[ \t]+|- ).*|\n(?=\n[ \t]+))*", re.MULTILINE)
_ROLE: Final = pattern(r"\{cite(?::\w+)?\}`([^`\n]+)`")
_SILENT: Final = pattern(
    r"<!--.*?-->"
    r"|^(?P<fence>[ ]{0,3}(?:`{3,}|~{3,})).*?(?:^(?P=fence)[`~]*[ \t]*$|\Z)"
    r"|(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)",
    re.DOTALL | re.MULTILINE,
)
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
    yield from _written(without(_SILENT, body), 0, len(body), line_of)
    for start, names in roles:
        for name in names.split(","):
            yield name.strip(), line_of(start)


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
