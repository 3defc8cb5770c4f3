"""Check digits of ISBN and ISSN (ISO 2108, ISO 3297).

They are looked at in every record, so they are reckoned here: python-stdnum, of which the table of
ISBN ranges is used, takes a tenth of a second to import. A test holds both to the same digits.
"""

from __future__ import annotations

from operator import mul


def modulus_10(digits: str) -> str:
    """The check digit behind the first 12 digits of an ISBN-13; `digits` are ASCII.

    >>> modulus_10("978394828982")
    '9'
    """
    # The code of a digit is 48 more than its value; 48 * (6 + 3 * 6) is 2 modulo 10.
    codes = digits.encode()
    return "0123456789"[(2 - sum(codes[::2]) - 3 * sum(codes[1::2])) % 10]


def modulus_11(digits: str) -> str:
    """The check digit behind the first 9 digits of an ISBN-10 or 7 of an ISSN; `digits` are ASCII.

    >>> modulus_11("394828982"), modulus_11("0378595"), modulus_11("080442957")
    ('4', '5', 'X')
    """
    length = len(digits)
    # The code of a digit is 48 more than its value; the weights are those from 2 to length + 1.
    surplus = 48 * ((length + 1) * (length + 2) // 2 - 1)
    total = sum(map(mul, digits.encode(), range(length + 1, 1, -1))) - surplus
    return "0123456789X"[-total % 11]
