"""What is known of an identifier, and what a kind of identifiers is."""

from __future__ import annotations

from collections.abc import Callable
from re import Pattern

from reportcite.tuples import NamedTuple


class Identifier(NamedTuple):
    """One identifier: its kind, how it is to be written, the page it leads to ("" where nobody
    resolves its kind). `reason` says what is wrong, `suggestion` what it may have been.

    >>> import reportcite
    >>> reportcite.identify("ISSN 0378-5956")
    Identifier(kind='ISSN', normalized='', link='', reason='the check digit is 6, but 5 was \
expected', suggestion='0378-5955')
    """

    kind: str
    normalized: str = ""
    link: str = ""
    reason: str = ""
    suggestion: str = ""

    @property
    def valid(self) -> bool:
        """Whether nothing is wrong with it."""
        return not self.reason


class Kind(NamedTuple):
    """A kind of identifiers: what may stand `before` one, a label or the address of who resolves
    it; whether a text without that can be one by its form; and what is found in one."""

    name: str
    before: Pattern[str]
    looks_like: Callable[[str], bool]
    read: Callable[[str], Identifier]


def never(code: str) -> bool:
    """For kinds that are known by what stands before them alone, as their digits could be any."""
    return False
