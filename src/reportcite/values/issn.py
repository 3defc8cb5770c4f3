"""ISSNs: whether one is right (ISO 3297)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from reportcite.patterns import pattern
from reportcite.problems import Problem, shown
from reportcite.values.check_digits import modulus_11
from reportcite.values.rules import ISSN_WRONG

_SEPARATORS: Final = r"[\s‐-―-]*"
_DIGITS: Final = pattern(rf"{_SEPARATORS}(?:[0-9]{_SEPARATORS}){{7}}[0-9Xx]{_SEPARATORS}")
_FORM: Final = pattern(r"[0-9]{4}[-‐-―]?[0-9]{3}[0-9Xx]")
_BETWEEN: Final = pattern(r"[,;/|\n]|(?<=[0-9Xx])\s+(?=[0-9]{4}[-‐-―])")
_BESIDE: Final = pattern(r"\([^()]*\)|(?:[ep]-?)?ISSN(?:-L)?[\s:.]*|(?:print|online)\b[:\s]*", re.I)
_MOST: Final = 1000
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


def issn_problems(text: str) -> Iterator[Problem]:
    """What is wrong with the ISSNs in the field of that name; words beside one do not count.

    >>> [problem.suggestion for problem in issn_problems("0378-5955 (print), 0378-5954")]
    ['write 0378-5955, if only the last digit is wrong']
    """
    for part in _BETWEEN.split(_BESIDE.sub(" ", text[:_MOST])):
        code = part.strip()
        if not code or is_issn(code):
            continue
        if _DIGITS.fullmatch(code) is None:
            message = f"{shown(code)} has not the form of an ISSN"
            yield ISSN_WRONG.found(message, "an ISSN has eight digits, as in 0378-5955")
            continue
        digits = "".join([character for character in code if character.isalnum()])
        expected = modulus_11(digits[:7])
        message = f"{shown(code)}: the check digit is {digits[7]}, but {expected} was expected"
        right = f"{digits[:4]}-{digits[4:7]}{expected}"
        yield ISSN_WRONG.found(message, f"write {right}, if only the last digit is wrong")
