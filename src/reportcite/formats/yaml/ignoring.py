"""Reads and writes comments that have rules find nothing: `# reportcite: ignore[rule]`.

Beside a value they are about its line; on a line of their own about the record they stand in, or
above.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from reportcite.patterns import pattern
from reportcite.problems import Ignored
from reportcite.tuples import NamedTuple

_COMMENT: Final = pattern(
    r"(?:^[ \t]*|(?<=[ \t]))(?P<comment>#)[ \t]*reportcite:[ \t]*(?P<said>[^\r\n]*)",
    re.MULTILINE,
)
_AFTER: Final = " \t\"'"
_IGNORE: Final = pattern(r"ignore\[(?P<names>[^\]]*)\]")


class Comment(NamedTuple):
    """A comment at `offset` in a text, as far as it is meant for this program; the names in it,
    none where it is not understood.

    `indent` counts what stands before it on a line of its own; None where a value stands there.
    """

    offset: int
    text: str
    names: tuple[str, ...]
    indent: int | None = None


def comments_in(text: str) -> Iterator[Comment]:
    """The comments in `text` that are meant for this program.

    >>> [(one.names, one.indent) for one in comments_in("ISBN: x # reportcite: ignore[isbn, url]")]
    [(('isbn', 'url'), None)]
    """
    for match in _COMMENT.finditer(text):
        offset = match.start("comment")
        line = text[_line_start(text, offset) : offset]
        found = _IGNORE.match(match["said"])
        names = found["names"].split(",") if found else []
        end = match.start("said") + found.end() if found else match.end()
        yield Comment(
            offset,
            text[offset:end].rstrip(_AFTER),
            tuple(name.strip() for name in names if name.strip()),
            None if line.strip() else len(line),
        )


def value_line(line: int, places: Mapping[str, tuple[int, int]]) -> int:
    """Where the value begins that goes on in `line`."""
    return max((begun for begun, _ in places.values() if begun <= line), default=line)


def with_comments(
    text: str, ignored: Sequence[Ignored], places: Mapping[str, tuple[int, int]]
) -> str:
    """A document of one record, with comments on what is `ignored` in it; they stand behind the
    values that stood in their lines, after `places`, or above the record."""
    lines, above = text.splitlines(keepends=True), ""
    for one in ignored:
        there = [name for name, (line, _) in places.items() if line == one.place.line]
        # The member of a list stands in the line of its field, if it is the first.
        index = None if one.whole or not there else _line_of(max(there, key=len), lines)
        if index is None:
            above += f"{one.text}\n"
        else:
            lines[index] = f"{lines[index].rstrip()}  {one.text}\n"
    return above + "".join(lines)


def _line_of(name: str, lines: Sequence[str]) -> int | None:
    """The line of a field, or of the member of a list (`author/2`)."""
    field, _, number = name.partition("/")
    begun = next((i for i, line in enumerate(lines) if line.startswith(f"{field}:")), None)
    if begun is None or not number:
        return begun
    members = [i for i, line in enumerate(lines) if i > begun and line.startswith("- ")]
    return members[int(number) - 1] if int(number) <= len(members) else None


def _line_start(text: str, offset: int) -> int:
    return max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1
