"""Numbers without a check digit that are known by what stands before them: VIAF and OCLC."""

from __future__ import annotations

import re
from typing import Final

from reportcite.patterns import pattern
from reportcite.values.identifiers.identifier import Identifier, Kind, never

_VIAF: Final = pattern(r"[1-9][0-9]{0,21}")
_OCLC: Final = pattern(r"0*([1-9][0-9]{0,11})")
_OCLC_MARKED: Final = pattern(r"(?:ocm|ocn|on)[0-9]{8,12}", re.IGNORECASE)


def read_viaf(code: str) -> Identifier:
    """What `code` is as a number of the Virtual International Authority File.

    >>> read_viaf("24602065").link
    'https://viaf.org/viaf/24602065'
    """
    bare = code.strip().rstrip("/")
    if _VIAF.fullmatch(bare) is None:
        return Identifier("VIAF", reason="a number of VIAF has up to 22 digits, and no others")
    return Identifier("VIAF", bare, f"https://viaf.org/viaf/{bare}")


def read_oclc(code: str) -> Identifier:
    """What `code` is as a control number of OCLC; zeros before it, and ocm, do not count.

    >>> read_oclc("ocm00012345")[:3]
    ('OCLC', '12345', 'https://www.worldcat.org/oclc/12345')
    """
    bare = re.sub(r"\A(?:ocm|ocn|on)", "", code.strip(), flags=re.IGNORECASE).rstrip("/")
    match = _OCLC.fullmatch(bare)
    if match is None:
        return Identifier("OCLC", reason="a number of OCLC has up to 12 digits, and no others")
    return Identifier("OCLC", match[1], f"https://www.worldcat.org/oclc/{match[1]}")


def looks_like_oclc(code: str) -> bool:
    """Whether `code` is marked as one, with ocm, ocn or on.

    >>> looks_like_oclc("ocn123456789"), looks_like_oclc("123456789")
    (True, False)
    """
    return _OCLC_MARKED.fullmatch(code) is not None


VIAF: Final = Kind(
    "VIAF",
    pattern(
        r"(?:https?://)?(?:www\.)?viaf\.org/viaf/|VIAF(?:[- ]ID)?[\s:/]\s*|\(VIAF\)\s*",
        re.IGNORECASE,
    ),
    never,
    read_viaf,
)
OCLC: Final = Kind(
    "OCLC",
    pattern(
        r"(?:https?://)?(?:www\.|search\.)?worldcat\.org/(?:oclc|title)/|\(OCoLC\)\s*|info:oclcnum/|"
        r"(?:OCLC|OCoLC)(?:[- ]?(?:number|no\.?|nr\.?))?[\s:/#]\s*",
        re.IGNORECASE,
    ),
    looks_like_oclc,
    read_oclc,
)
