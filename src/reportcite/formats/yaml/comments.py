"""Finds what YAML takes for a comment and its author for part of a text: `Study #3 of three`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from reportcite.formats.reading.source import DIRECTIVE
from reportcite.formats.rules import YAML_COMMENT
from reportcite.patterns import pattern
from reportcite.problems import Problem, shown
from reportcite.record.untyped import Untyped

# Behind the # of a comment there is nearly always a space; that of a number or a tag has none.
_SWALLOWED: Final = pattern(r"(?<=[^\s:#-]) (?P<rest>#[^\s#!][^\r\n]*)")

_FIRST: Final = pattern(r"[\s\"']")


def swallowed(text: str, read: Untyped) -> Iterator[tuple[int, Problem]]:
    """What of a record's `text` stands behind a value, after ` #`, and is not in `read`, which was
    made of it; with its offset."""
    found = list(_SWALLOWED.finditer(text))
    if not found:
        return
    texts = "\n".join(_texts(read))
    for match in found:
        line = text[text.rfind("\n", 0, match.start()) + 1 : match.start()]
        rest = match["rest"]
        # In quotes and blocks nothing is a comment, nor is what stands in one already.
        if " #" in line or _FIRST.split(rest, maxsplit=1)[0] in texts:
            continue
        if rest.startswith(f"#{DIRECTIVE}"):
            continue
        message = f"{shown(rest)} is a comment to YAML and no part of the value"
        hint = "put quotes round the whole value; a comment begins with a # and a space"
        yield match.start("rest"), YAML_COMMENT.found(message, hint)


def is_in(text: str, read: Untyped) -> bool:
    """Whether `text` stands in one of the texts of what was read."""
    return any(text in one for one in _texts(read))


def _texts(read: Untyped) -> Iterator[str]:
    if isinstance(read, str):
        yield read
    elif isinstance(read, list):
        for member in read:
            yield from _texts(member)
    elif isinstance(read, dict):
        for member in read.values():
            yield from _texts(member)
