"""ISSNs: whether one is right (ISO 3297)."""

from __future__ import annotations

from typing import Final

from reportcite.patterns import pattern
from reportcite.values.check_digits import modulus_11

_SEPARATORS: Final = r"[\s‐-―-]*"
_DIGITS: Final = pattern(rf"{_SEPARATORS}(?:[0-9]{_SEPARATORS}){{7}}[0-9Xx]{_SEPARATORS}")
_FORM: Final = pattern(r"[0-9]{4}[-‐-―]?[0-9]{3}[0-9Xx]")
_MAX_LENGTH: Final = 39


def is_issn(text: str) -> bool:
    """Whether `text` is a valid ISSN, with or without dashes and white space.

    >>> is_issn("0378-5955"), is_issn("2024-0012")
    (True, False)
    """
    if len(text) > _MAX_LENGTH or _DIGITS.fullmatch(text) is None:
        return False
    digits = "".join([character for character in text if character.isalnum()])
    return modulus_11(digits[:7]) == digits[7].upper()


def looks_like_issn(text: str) -> bool:
    """Whether `text` is written as an ISSN is, whatever its check digit.

    >>> looks_like_issn("2024-0012"), looks_like_issn("20240012"), looks_like_issn("2024-001")
    (True, True, False)
    """
    return _FORM.fullmatch(text) is not None
