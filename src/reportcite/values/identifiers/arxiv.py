"""arXiv, of preprints ("Understanding the arXiv identifier")."""

from __future__ import annotations

import re
from typing import Final

from reportcite.patterns import pattern
from reportcite.values.identifiers.identifier import Identifier, Kind

_NEW: Final = pattern(r"([0-9]{2})([0-9]{2})\.([0-9]{4,5})(v[1-9][0-9]?)?", re.IGNORECASE)
_OLD: Final = pattern(
    r"([a-z-]{2,10}(?:\.[A-Z]{2})?)/([0-9]{2})([0-9]{2})([0-9]{3})(v[1-9][0-9]?)?", re.IGNORECASE
)
_BEHIND: Final = pattern(r"\s*\[[A-Za-z.-]+\]$|\.pdf$")
_FIVE_DIGITS: Final = 1501
"""The month from which on numbers have five digits, not four."""
_FIRST: Final = 704
"""The month from which on numbers are no longer of archives: April 2007."""


def read_arxiv(code: str) -> Identifier:
    """What `code` is as an identifier of arXiv.

    >>> read_arxiv("2101.12345v2 [cs.CL]")[:3]
    ('arXiv', '2101.12345v2', 'https://arxiv.org/abs/2101.12345v2')
    >>> read_arxiv("math.GT/0309136").normalized, read_arxiv("2113.12345").reason
    ('math.GT/0309136', 'there is no month 13')
    """
    bare = _BEHIND.sub("", code.strip())
    if match := _NEW.fullmatch(bare):
        reason = _new_problem(match)
    elif match := _OLD.fullmatch(bare):
        reason = "" if 1 <= int(match[3]) <= 12 else f"there is no month {match[3]}"
    else:
        reason = "it is of the form 2101.12345 or math/0309136"
    if reason:
        return Identifier("arXiv", reason=reason)
    return Identifier("arXiv", bare, f"https://arxiv.org/abs/{bare}")


def _new_problem(match: re.Match[str]) -> str:
    month = int(match[1] + match[2])
    if not 1 <= int(match[2]) <= 12:
        return f"there is no month {match[2]}"
    if month < _FIRST:
        return "there are such numbers only since April 2007 (0704)"
    if len(match[3]) != (5 if month >= _FIVE_DIGITS else 4):
        return "numbers have five digits since January 2015 (1501), and had four before"
    return ""


def looks_like_arxiv(code: str) -> bool:
    """Whether `code` is right, and of the newer form or with the name of an archive.

    >>> looks_like_arxiv("2101.12345"), looks_like_arxiv("1234.5678"), looks_like_arxiv("12.34")
    (True, False, False)
    """
    return read_arxiv(code).valid


KIND: Final = Kind(
    "arXiv",
    pattern(
        r"(?:https?://)?(?:www\.|[a-z]{2}\.)?arxiv\.org/(?:abs|pdf|html)/|arXiv[:\s]\s*|"
        r"(?:https?://doi\.org/|doi:)?10\.48550/arXiv\.",
        re.IGNORECASE,
    ),
    looks_like_arxiv,
    read_arxiv,
)
