"""Regular expressions of modules, compiled when first used: most runs need few of them."""

from __future__ import annotations

import re
from typing import Any, Final, cast

_METHODS: Final = ("findall", "finditer", "fullmatch", "match", "search", "split", "sub", "subn")


def pattern(source: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile(source, flags)` gives, without the time that takes before it is used."""
    return cast("re.Pattern[str]", _Pattern(source, flags))


class _Pattern:
    """Has the methods of a compiled pattern as attributes, once one of them has been asked for."""

    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        compiled = re.compile(self._source, self._flags)
        for method in _METHODS:
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)
