"""ISRC, of recordings (ISO 3901); its countries are python-stdnum's."""

from __future__ import annotations

import re
from typing import Final

from reportcite.patterns import pattern
from reportcite.values.identifiers.identifier import Identifier, Kind

_FORM: Final = pattern(r"[A-Z]{2}-?[A-Z0-9]{3}-?[0-9]{2}-?[0-9]{5}", re.IGNORECASE)


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
    return _FORM.fullmatch(code) is not None


KIND: Final = Kind("ISRC", pattern(r"ISRC(?:[\s:]\s*)", re.IGNORECASE), looks_like_isrc, read_isrc)
