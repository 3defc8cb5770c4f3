"""The digits of an ISBN: whether they can be one, its check digit, and its two forms (ISO 2108)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from reportcite.values.check_digits import modulus_10, modulus_11
from reportcite.values.issn import is_issn

_DIGITS: Final = frozenset("0123456789")
_LONGEST: Final = 60
_VALUES: Final = bytes.maketrans(b"0123456789", bytes(range(10)))
_THREEFOLD: Final = bytes.maketrans(b"0123456789", bytes(range(0, 30, 3)))
_TENS: Final = bytes(range(0, 256, 10))


def check_digit(digits: str) -> str:
    """The check digit of the first 9 digits of an ISBN-10 or 12 of an ISBN-13."""
    return modulus_11(digits) if len(digits) == 9 else modulus_10(digits)


def holds(compact: str) -> bool:
    """Whether `compact` is an ISBN: length, characters, prefix and check digit are right.

    >>> holds("9783948289829"), holds("3948289824"), holds("9790260000438")
    (True, True, False)
    """
    if len(compact) == 13:
        return (
            compact.isdecimal()
            and compact.isascii()
            and compact.startswith(("978", "979"))
            and not compact.startswith("9790")
            and modulus_10(compact[:12]) == compact[12]
        )
    if len(compact) == 10:
        digits = compact[:9]
        return digits.isdecimal() and digits.isascii() and modulus_11(digits) == compact[9]
    return False


def checksum_holds(text: str) -> bool:
    """Whether `text`, digits with or without hyphens, is an ISBN-13 with the right check digit.

    The short way for the common case; False only means that a closer look is needed.
    """
    digits = text if len(text) == 13 else text.replace("-", "")
    if len(digits) != 13 or not digits.isdecimal() or not digits.isascii():
        return False
    codes = digits.encode()
    # The code of a digit is 48 more than its value; 48 * (7 + 3 * 6) is 0 modulo 10.
    total = sum(codes[::2]) + 3 * sum(codes[1::2])
    return total % 10 == 0 and (digits[:3] == "978" or digits[:4] in ("9791", "9798"))


def checksums_hold(texts: Sequence[str]) -> bool:
    """Whether `checksum_holds` of each of `texts`; it may say no where it does.

    >>> checksums_hold(["978-3-948289-82-9", "9783000000003"]), checksums_hold(["9783000000004"])
    (True, False)
    """
    codes = [text.replace("-", "") for text in texts]
    joined = "".join(codes)
    if {*map(len, codes)} != {13} or not joined.isdecimal() or not joined.isascii():
        return False
    # Numbers with a byte for each text: no sum is more than 9 * (7 + 3 * 6), which is 225.
    total, digits = 0, joined.encode()
    for place in range(13):
        weighted = digits[place::13].translate(_THREEFOLD if place % 2 else _VALUES)
        total += int.from_bytes(weighted, "little")
    sums = total.to_bytes(len(codes), "little")
    return not sums.translate(None, _TENS) and {code[:3] for code in codes} == {"978"}


def isbn13_of(compact: str) -> str:
    """The form of 13 digits of a valid ISBN.

    >>> isbn13_of("3948289824")
    '9783948289829'
    """
    if len(compact) == 13:
        return compact
    digits = f"978{compact[:-1]}"
    return digits + modulus_10(digits)


def isbn10_of(isbn13: str) -> str:
    """The form of 10 digits of a valid ISBN of 13; "" where its prefix is not 978.

    >>> isbn10_of("9783948289829"), isbn10_of("9791090636071")
    ('3948289824', '')
    """
    digits = isbn13[3:12]
    return digits + modulus_11(digits) if isbn13[2] == "8" else ""


def form_problem(compact: str) -> str:
    """Why `compact` cannot be an ISBN whatever its check digit; "" if it can."""
    if len(compact) == 10 and compact[0] == "M" and compact[1:].isdecimal():
        return "it is an ISMN, the number of printed music, not of books"
    if len(compact) == 10 and compact[:2] == "B0" and compact.isalnum():
        return "it is an ASIN, a number that only Amazon gives, not an ISBN"
    odd = {c for c in compact if c not in _DIGITS}
    if len(odd) == len({*compact}):
        return "there are no digits in it"
    if compact.endswith("X") and "X" not in compact[:-1]:
        odd.discard("X")
    if odd:
        listed = " ".join(c if c.isprintable() else f"U+{ord(c):04X}" for c in sorted(odd)[:8])
        return f"it holds what no ISBN does: {listed}"
    if len(compact) == 13:
        return _form_problem13(compact)
    return "" if len(compact) == 10 else _length_problem(compact)


def _length_problem(compact: str) -> str:
    if len(compact) == 9 and holds(f"0{compact}"):
        return "it has 9 digits, as an SBN: put a 0 before it"
    if len(compact) == 8 and is_issn(compact):
        return "it is an ISSN, the number of a journal or series, not of a book"
    if len(compact) == 8:
        return "it has 8 digits, as an ISSN has; an ISBN has 10 or 13"
    length = len(compact) if len(compact) <= _LONGEST else f"more than {_LONGEST}"
    return f"it has {length} digit{'s' * (length != 1)}; an ISBN has 10 or 13"


def _form_problem13(compact: str) -> str:
    if compact.endswith("X"):
        return "the X as check digit belongs to an ISBN of 10 digits"
    if compact.startswith("977") and modulus_10(compact[:12]) == compact[12]:
        issn = compact[3:10]
        return f"it is the bar code of a journal: ISSN {issn[:4]}-{issn[4:]}{modulus_11(issn)}"
    if not compact.startswith(("978", "979")):
        return f"it begins with {compact[:3]}; an ISBN of 13 digits begins with 978 or 979"
    if compact.startswith("9790"):
        return "979-0 is the prefix of printed music (ISMN), not of books"
    return ""
