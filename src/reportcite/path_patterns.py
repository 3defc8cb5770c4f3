"""Patterns of paths, written as in .gitignore (gitignore(5), "PATTERN FORMAT")."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from functools import lru_cache
from typing import TYPE_CHECKING

from reportcite.tuples import NamedTuple

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

_PLAIN = re.compile(r"/?\w[\w.-]*(?:/\w[\w.-]*)*/?|\*\.\w+")
"""Patterns that mean what they say, as most do: that is seen without compiling them."""


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


def wrong_pattern(patterns: Iterable[str]) -> str | None:
    """The first of `patterns` that means nothing, such as a bare `!`; None where there is none.

    >>> wrong_pattern(["*.bib", "[z-a]"])
    '[z-a]'
    """
    odd = (one for one in patterns if not _PLAIN.fullmatch(one))
    return next((one for one in odd if _compiled((one,)) is None), None)


@lru_cache(maxsize=256)  # most files of a folder are asked about the same few sets of patterns
def _spec(patterns: tuple[str, ...]) -> GitIgnoreSpec:
    """Like git, without the patterns that mean nothing."""
    found = _compiled(patterns)
    if found is None:
        found = _compiled(tuple(one for one in patterns if _compiled((one,)) is not None))
    assert found is not None, "patterns that mean something alone do so together"
    return found


def _compiled(patterns: tuple[str, ...]) -> GitIgnoreSpec | None:
    import warnings

    from pathspec import GitIgnoreSpec  # 18 ms, where there are any patterns

    with warnings.catch_warnings():
        # Of brackets in brackets Python says that they may come to mean something else.
        warnings.simplefilter("ignore", FutureWarning)
        try:
            return GitIgnoreSpec.from_lines(patterns)
        except (ValueError, re.error):
            return None
