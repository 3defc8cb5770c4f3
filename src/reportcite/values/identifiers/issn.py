"""ISSN, of journals and series (ISO 3297)."""

from __future__ import annotations

import re
from typing import Final

from reportcite.patterns import pattern
from reportcite.values.check_digits import modulus_10, modulus_11
from reportcite.values.identifiers.identifier import Identifier, Kind
from reportcite.values.issn import is_issn, looks_like_issn

_FORM: Final = pattern(r"([0-9]{4})[-‐-―\s]*([0-9]{3})([0-9Xx])")


def read_issn(code: str) -> Identifier:
    """What `code` is as an ISSN.

    >>> read_issn("03785955")
    Identifier(kind='ISSN', normalized='0378-5955', \
link='https://portal.issn.org/resource/ISSN/0378-5955', reason='', suggestion='')
    >>> read_issn("9770264359008").normalized  # the bar code of an issue
    '0264-3596'
    >>> read_issn("0378-5954").reason
    'the check digit is 4, but 5 was expected'
    """
    bare = code.strip()
    if _is_bar_code(bare):
        bare = bare[3:10] + modulus_11(bare[3:10])
    match = _FORM.fullmatch(bare)
    if match is None:
        return Identifier("ISSN", reason="an ISSN has eight digits, as in 0378-5955")
    first, second, last = match.groups()
    expected = modulus_11(first + second)
    right = f"{first}-{second}{expected}"
    if last.upper() != expected:
        reason = f"the check digit is {last.upper()}, but {expected} was expected"
        return Identifier("ISSN", reason=reason, suggestion=right)
    return Identifier("ISSN", right, f"https://portal.issn.org/resource/ISSN/{right}")


def _is_bar_code(code: str) -> bool:
    """Whether `code` is the number under the bar code of a journal, in which its ISSN stands."""
    digits = code.isdecimal() and code.isascii() and len(code) == 13
    return digits and code.startswith("977") and modulus_10(code[:12]) == code[12]


def looks_like_code(code: str) -> bool:
    """Whether `code` is an ISSN, or written as one with its hyphen.

    >>> looks_like_code("0378-5954"), looks_like_code("03785955"), looks_like_code("03785954")
    (True, True, False)
    """
    right = is_issn(code) and _FORM.fullmatch(code) is not None
    return right or _is_bar_code(code) or (not code.isalnum() and looks_like_issn(code))


KIND: Final = Kind(
    "ISSN",
    pattern(
        r"(?:[ep]-?)?ISSN(?:-L)?\s*(?:\([^()]*\))?(?:[\s:.=-]\s*|(?=[0-9]))|urn:issn:|"
        r"https?://(?:portal|www|urn)\.issn\.org/(?:resource/ISSN(?:-L)?/|urn:issn:)",
        re.IGNORECASE,
    ),
    looks_like_code,
    read_issn,
)
