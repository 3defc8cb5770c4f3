"""Citation keys in running text (pandoc's manual, "Citation syntax")."""

from __future__ import annotations

from typing import Final

from reportcite.patterns import pattern
from reportcite.tuples import NamedTuple

EVERYTHING: Final = "*"
"""What stands for all keys: `nocite: '@*'`, `\\nocite{*}`."""

# A letter, digit or underscore, then more of them with single marks in between.
_PLAIN: Final = r"\w(?:[:.#$%&\-+?<>~/]?\w)*"
_KEY: Final = pattern(rf"@(?:\{{(?P<curly>[^{{}}\s]+)\}}|(?P<plain>{_PLAIN}|\*))")


class Key(NamedTuple):
    """A citation key, and where what it is written as begins (with its @) and ends."""

    name: str
    start: int
    end: int


def next_key(text: str, start: int = 0, end: int | None = None) -> Key | None:
    r"""The first `@key` or `@{key}` in `text[start:end]`; an address and `\@` are none.

    >>> next_key("see @doe:2020.")
    Key(name='doe:2020', start=4, end=13)
    >>> next_key("doe@example.org, @{https://a.b/}")
    Key(name='https://a.b/', start=17, end=32)
    """
    limit = len(text) if end is None else end
    for match in _KEY.finditer(text, start, limit):
        before = text[match.start() - 1 : match.start()]
        if not (before.isalnum() or before == "\\"):
            return Key(match["curly"] or match["plain"], match.start(), match.end())
    return None
