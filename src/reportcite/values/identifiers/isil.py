"""ISIL, of libraries and archives (ISO 15511); which agencies there are is python-stdnum's."""

from __future__ import annotations

import re
from typing import Final

from reportcite.patterns import pattern
from reportcite.values.identifiers.identifier import Identifier, Kind

_FORM: Final = pattern(r"[A-Za-z]{2}-[A-Za-z0-9:/-]{1,11}")


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
    """Whether `code` is two letters, a hyphen and a few characters, and its agency is known.

    >>> looks_like_isil("DE-12"), looks_like_isil("IT-RM0267"), looks_like_isil("XX-12")
    (True, True, False)
    """
    return _FORM.fullmatch(code) is not None and read_isil(code).valid


KIND: Final = Kind(
    "ISIL",
    pattern(
        r"(?:info:)?ISIL[\s:/]\s*|https?://ld\.zdb-services\.de/resource/organisations/",
        re.IGNORECASE,
    ),
    looks_like_isil,
    read_isil,
)
