"""Patterns of paths, written as in .gitignore (gitignore(5), "PATTERN FORMAT")."""

from __future__ import annotations

import os
import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


class PathPatterns(NamedTuple):
    """Patterns that hold in `folder`, an absolute path, and below it."""

    patterns: tuple[str, ...]
    folder: str

    def matched(self, path: str, *, is_folder: bool = False) -> bool | None:
        """Whether the patterns name `path`, a file or folder; False where the last of them that
        does takes it back (`!path`), None where they say nothing of it.

        >>> PathPatterns(("*.bib", "!own.bib"), "/lib").matched("/lib/old/a.bib")
        True
        """
        # A path relative to where one works is compared to a folder that may be elsewhere.
        relative = os.path.relpath(path, self.folder)
        if relative == os.curdir or relative.split(os.sep, 1)[0] == os.pardir:
            return None
        name = relative.replace(os.sep, "/")
        return _spec(self.patterns).check_file(f"{name}/" if is_folder else name).include


def literal(path: str) -> str:
    """A pattern that names `path` and no other.

    >>> print(literal("a*b [1]/!c"))
    a\\*b\\ \\[1\\]/\\!c
    """
    return re.sub(r"([\\*?\[\]!# ])", r"\\\1", path)


@lru_cache(maxsize=256)  # most files of a folder are asked about the same few sets of patterns
def _spec(patterns: tuple[str, ...]) -> GitIgnoreSpec:
    from pathspec import GitIgnoreSpec  # 18 ms, where there are any patterns

    return GitIgnoreSpec.from_lines(patterns)
