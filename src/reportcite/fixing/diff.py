"""What was fixed in a file, as a unified diff, which `patch` and `git apply` take."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import unified_diff
from typing import Final

_AROUND: Final = 3
_NO_LINE_END: Final = "\\ No newline at end of file\n"
_LINE: Final = re.compile(r"[^\n]*\n|[^\n]+")


def diff(before: str, after: str, name: str) -> Iterator[str]:
    r"""The lines of a unified diff of two texts of the file called `name`; none if they are equal.

    >>> print("".join(diff("a\nb\n", "a\nc\n", "x.bib")), end="")
    --- x.bib
    +++ x.bib
    @@ -1,2 +1,2 @@
     a
    -b
    +c
    """
    old, new = _LINE.findall(before), _LINE.findall(after)
    if len(old) != len(new):
        for line in unified_diff(old, new, name, name):
            yield from _ended(line)
        return
    # Hardly a fix moves a line, and so even large files are compared at once.
    changed = [number for number, (one, other) in enumerate(zip(old, new, strict=True))
               if one != other]  # fmt: skip
    if changed:
        yield f"--- {name}\n+++ {name}\n"
    while changed:
        last = 0
        while last + 1 < len(changed) and changed[last + 1] - changed[last] <= 2 * _AROUND + 1:
            last += 1
        start, end = max(changed[0] - _AROUND, 0), min(changed[last] + _AROUND + 1, len(old))
        yield from _hunk(old, new, start, end)
        del changed[: last + 1]


def _hunk(old: list[str], new: list[str], start: int, end: int) -> Iterator[str]:
    where = f"{start + 1},{end - start}" if end - start != 1 else f"{start + 1}"
    yield f"@@ -{where} +{where} @@\n"
    at = start
    while at < end:
        same = at
        while at < end and old[at] != new[at]:
            at += 1
        for sign, lines in (("-", old[same:at]), ("+", new[same:at])):
            for line in lines:
                yield from _ended(sign + line)
        if at < end:
            yield from _ended(" " + old[at])
            at += 1


def _ended(line: str) -> Iterator[str]:
    yield line if line.endswith("\n") else line + "\n"
    if not line.endswith("\n"):
        yield _NO_LINE_END
