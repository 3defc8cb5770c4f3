"""ISIL, of libraries and archives (ISO 15511; its agencies are python-stdnum's), and ROR, of
research organizations (ror.readme.io, "ROR identifier pattern")."""

from __future__ import annotations

import re
from typing import Final

from reportcite.patterns import pattern
from reportcite.values.identifiers.identifier import Identifier, Kind

_FORM: Final = pattern(r"[A-Z]{2}-[A-Za-z0-9:/-]{1,11}")
_ROR: Final = pattern(r"0([a-hj-km-np-tv-z0-9]{6})([0-9]{2})")
_BASE_32: Final = "0123456789abcdefghjkmnpqrstvwxyz"
"""Crockford's digits: without the letters that look like others."""


def read_isil(code: str) -> Identifier:
    """What `code` is as an ISIL; the German ones lead to the catalogue of sigla.

    >>> read_isil("de-12")[:3]
    ('ISIL', 'DE-12', 'https://ld.zdb-services.de/resource/organisations/DE-12')
    >>> read_isil("WW-RM0267").reason
    'no agency gives numbers that begin with WW'
    """
    from stdnum import exceptions, isil

    agency = code.strip().partition("-")[0].upper()
    try:
        isil.validate(code)
    except exceptions.InvalidComponent:
        return Identifier("ISIL", reason=f"no agency gives numbers that begin with {agency}")
    except exceptions.ValidationError:
        reason = "an ISIL has at most 15 letters, digits, hyphens, colons and slashes"
        return Identifier("ISIL", reason=reason)
    if "-" not in code.strip("- "):
        return Identifier("ISIL", reason="an ISIL is an agency and a number, as in DE-12")
    right = str(isil.format(code))
    german = f"https://ld.zdb-services.de/resource/organisations/{right}"
    return Identifier("ISIL", right, german if agency == "DE" else "")


def looks_like_isil(code: str) -> bool:
    """Whether `code` is two capitals, a hyphen and a few characters, and its agency is known.

    >>> looks_like_isil("DE-12"), looks_like_isil("IT-RM0267"), looks_like_isil("XX-12")
    (True, True, False)
    >>> looks_like_isil("de-DE")  # a language
    False
    """
    return _FORM.fullmatch(code) is not None and read_isil(code).valid


def read_ror(code: str) -> Identifier:
    """What `code` is as an identifier of the Research Organization Registry.

    >>> read_ror("03yrm5c26")[:3]
    ('ROR', '03yrm5c26', 'https://ror.org/03yrm5c26')
    >>> read_ror("03yrm5c27").reason
    'the check digits are 27, but 26 was expected'
    """
    bare = code.strip().rstrip("/").lower()
    match = _ROR.fullmatch(bare)
    if match is None:
        return Identifier("ROR", reason="it is a 0, six letters and digits, and two digits")
    number = 0
    for character in match[1]:
        number = number * 32 + _BASE_32.index(character)
    expected = f"{98 - number * 100 % 97:02}"  # ISO 7064, Mod 97-10
    if match[2] != expected:
        reason = f"the check digits are {match[2]}, but {expected} was expected"
        return Identifier("ROR", reason=reason, suggestion=bare[:-2] + expected)
    return Identifier("ROR", bare, f"https://ror.org/{bare}")


def looks_like_ror(code: str) -> bool:
    """Whether `code` is one, and not digits alone.

    >>> looks_like_ror("03yrm5c26"), looks_like_ror("03yrm5c27"), looks_like_ror("012345678")
    (True, False, False)
    """
    return not code.isdecimal() and code.islower() and read_ror(code).valid


ISIL: Final = Kind(
    "ISIL",
    pattern(
        r"(?:info:)?ISIL[\s:/=]\s*|https?://ld\.zdb-services\.de/resource/organisations/|"
        r"https?://sigel\.staatsbibliothek-berlin\.de/\S*?isil=",
        re.IGNORECASE,
    ),
    looks_like_isil,
    read_isil,
)
ROR: Final = Kind(
    "ROR",
    pattern(r"(?:https?://)?(?:www\.)?ror\.org/|ROR(?:[- ]?ID)?[\s:/=]\s*", re.IGNORECASE),
    looks_like_ror,
    read_ror,
)
