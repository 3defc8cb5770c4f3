"""ISMN, of printed music (ISO 10957), and ISRC, of recordings (ISO 3901): arithmetic and countries
are python-stdnum's; nobody resolves them."""

from __future__ import annotations

import re
from typing import Final

from reportcite.patterns import pattern
from reportcite.values.identifiers.identifier import Identifier, Kind

_ISMN: Final = pattern(r"(?:979[-‐-―\s]?0|M)[-‐-―\s]?(?:[0-9][-‐-―\s]?){8}[0-9]", re.IGNORECASE)
_ISRC: Final = pattern(r"[A-Z]{2}-?[A-Z0-9]{3}-?[0-9]{2}-?[0-9]{5}", re.IGNORECASE)


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
    return _ISMN.fullmatch(code) is not None


def read_isrc(code: str) -> Identifier:
    """What `code` is as an ISRC; nobody resolves them.

    >>> read_isrc("ussKG1912345").normalized
    'US-SKG-19-12345'
    >>> read_isrc("XX-SKG-19-12345").reason
    'no agency gives codes that begin with XX'
    """
    from stdnum import exceptions, isrc

    try:
        isrc.validate(code)
    except exceptions.InvalidComponent:
        return Identifier(
            "ISRC", reason=f"no agency gives codes that begin with {code[:2].upper()}"
        )
    except exceptions.ValidationError:
        return Identifier("ISRC", reason="an ISRC has twelve characters, as in US-SKG-19-12345")
    return Identifier("ISRC", str(isrc.format(code)))


def looks_like_isrc(code: str) -> bool:
    """Whether `code` is written as an ISRC is.

    >>> looks_like_isrc("USSKG1912345"), looks_like_isrc("DE-12")
    (True, False)
    """
    return _ISRC.fullmatch(code) is not None


ISMN: Final = Kind(
    "ISMN",
    pattern(r"(?:urn:)?ISMN(?:[\s:.-]\s*|(?=[0-9M]))", re.IGNORECASE),
    looks_like_ismn,
    read_ismn,
)
ISRC: Final = Kind("ISRC", pattern(r"ISRC(?:[\s:]\s*)", re.IGNORECASE), looks_like_isrc, read_isrc)
