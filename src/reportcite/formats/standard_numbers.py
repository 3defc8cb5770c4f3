"""ISBN and ISSN told apart from other numbers by their checksums (ISO 2108, ISO 3297)."""

from __future__ import annotations

import re

_SEPARATORS = re.compile(r"[\s‐-―-]")


def is_isbn(text: str) -> bool:
    """Whether `text` is a valid ISBN-10 or ISBN-13, hyphenated or not.

    >>> is_isbn("978-3-948289-82-9"), is_isbn("2024-12")
    (True, False)
    """
    digits = _bare(text)
    if len(digits) == 13 and digits.isdecimal() and digits.startswith(("978", "979")):
        return sum(int(digit) * (3 if i % 2 else 1) for i, digit in enumerate(digits)) % 10 == 0
    return len(digits) == 10 and _is_modulo_11(digits)


def is_issn(text: str) -> bool:
    """Whether `text` is a valid ISSN.

    >>> is_issn("0378-5955"), is_issn("2024-0012")
    (True, False)
    """
    digits = _bare(text)
    return len(digits) == 8 and _is_modulo_11(digits)


def _bare(text: str) -> str:
    return _SEPARATORS.sub("", text) if len(text) < 40 else ""


def _is_modulo_11(digits: str) -> bool:
    body, check = digits[:-1], digits[-1]
    if not (body.isascii() and body.isdecimal() and check in "0123456789Xx"):
        return False
    total = sum(int(digit) * (len(digits) - i) for i, digit in enumerate(body))
    return (total + (10 if check in "Xx" else int(check))) % 11 == 0
