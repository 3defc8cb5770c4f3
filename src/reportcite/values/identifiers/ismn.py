"""ISMN, of printed music (ISO 10957); the arithmetic is python-stdnum's."""

from __future__ import annotations

import re
from typing import Final

from reportcite.patterns import pattern
from reportcite.values.identifiers.identifier import Identifier, Kind

_FORM: Final = pattern(r"(?:979[-‐-―\s]?0|M)[-‐-―\s]?(?:[0-9][-‐-―\s]?){8}[0-9]", re.IGNORECASE)


def read_ismn(code: str) -> Identifier:
    """What `code` is as an ISMN; nobody resolves them.

    >>> read_ismn("M-2306-7118-7")
    Identifier(kind='ISMN', normalized='979-0-2306-7118-7', link='', reason='', suggestion='')
    >>> read_ismn("979-0-2600-0043-7").suggestion
    '979-0-2600-0043-8'
    """
    from stdnum import ean, exceptions, ismn

    try:
        ismn.validate(code)
    except exceptions.InvalidChecksum:
        digits = ismn.compact(ismn.to_ismn13(ismn.compact(code)))
        expected = ean.calc_check_digit(digits[:-1])
        reason = f"the check digit is {digits[-1]}, but {expected} was expected"
        right = str(ismn.format(digits[:-1] + expected))
        return Identifier("ISMN", reason=reason, suggestion=right)
    except exceptions.ValidationError:
        return Identifier("ISMN", reason="an ISMN is 979-0 or M and nine digits")
    return Identifier("ISMN", str(ismn.format(ismn.compact(code))))


def looks_like_ismn(code: str) -> bool:
    """Whether `code` is written as an ISMN is.

    >>> looks_like_ismn("9790260000438"), looks_like_ismn("9783948289829")
    (True, False)
    """
    return _FORM.fullmatch(code) is not None


KIND: Final = Kind(
    "ISMN",
    pattern(r"(?:urn:)?ISMN(?:[\s:.-]\s*|(?=[0-9M]))", re.IGNORECASE),
    looks_like_ismn,
    read_ismn,
)
