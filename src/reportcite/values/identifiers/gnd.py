"""GND, of persons, institutions and subjects in the Gemeinsame Normdatei."""

from __future__ import annotations

import re
from typing import Final

from reportcite.patterns import pattern
from reportcite.values.check_digits import modulus_11
from reportcite.values.identifiers.identifier import Identifier, Kind

# Two forms: 8 to 11 digits, and the older numbers of institutions and subjects with a hyphen.
_FORM: Final = pattern(r"(?:1[0-9]{7,9}|3[0-9]{7})[0-9X]|[1-9][0-9]{0,7}-[0-9X]", re.IGNORECASE)


def read_gnd(code: str) -> Identifier:
    """What `code` is as a number of the GND.

    >>> read_gnd("118540238")[:3]
    ('GND', '118540238', 'https://d-nb.info/gnd/118540238')
    >>> read_gnd("4079163-4").valid, read_gnd("118540239").suggestion
    (True, '118540238')
    """
    bare = code.strip().upper()
    if _FORM.fullmatch(bare) is None:
        return Identifier("GND", reason="a number of the GND is like 118540238 or 4079163-4")
    digits, last = bare[:-1].rstrip("-"), bare[-1]
    usual, other = _check_digits(digits)
    allowed = (usual, other) if "-" in bare else (usual,)
    if last not in allowed:
        reason = f"the check digit is {last}, but {' or '.join(allowed)} was expected"
        right = "" if "-" in bare else f"{bare[:-1]}{usual}"
        return Identifier("GND", reason=reason, suggestion=right)
    return Identifier("GND", bare, f"https://d-nb.info/gnd/{bare}")


def _check_digits(digits: str) -> tuple[str, str]:
    """The check digit as PICA reckons it, and as it was in the older numbers of subjects: what is
    left of the weighted sum modulo 11, where the usual one fills it up to a multiple."""
    usual = modulus_11(digits)
    return usual, "0123456789X"[-"0123456789X".index(usual) % 11]


def looks_like_gnd(code: str) -> bool:
    """Whether `code` could be nothing else: it has the hyphen of the older numbers, and holds.

    >>> looks_like_gnd("4079163-4"), looks_like_gnd("118540238"), looks_like_gnd("2024-5")
    (True, False, False)
    """
    return len(code) >= 8 and "-" in code and read_gnd(code).valid


KIND: Final = Kind(
    "GND",
    pattern(
        r"(?:https?://)?(?:www\.)?d-nb\.info/gnd/|\(DE-588\)\s*|https?://lobid\.org/gnd/|"
        r"(?:DNB[- ])?(?:GND|PND|SWD|GKD)(?:[- ](?:ID|Nr\.?|number))?[\s:/]\s*",
        re.IGNORECASE,
    ),
    looks_like_gnd,
    read_gnd,
)
