"""ISBN, of books, beside the other identifiers; all else about it stands in `values.isbn`."""

from __future__ import annotations

import re
from typing import Final

from reportcite.patterns import pattern
from reportcite.values.identifiers.identifier import Identifier, Kind
from reportcite.values.isbn import is_isbn, parse_isbn

_LONGEST: Final = 20
_FORM: Final = pattern(r"(?:97[89][-‐-―\s]?)?(?:[0-9][-‐-―\s]?){9}[0-9Xx]")


def read_isbn(code: str) -> Identifier:
    """What `code` is as an ISBN; its form of 13 digits is the one to write.

    >>> read_isbn("3948289824").normalized, read_isbn("9783948289828").suggestion
    ('978-3-948289-82-9', '978-3-948289-82-9')
    """
    isbn = parse_isbn(code)
    if isbn.valid:
        link = f"https://www.worldcat.org/isbn/{isbn.isbn13}"
        return Identifier("ISBN", isbn.hyphenated13 or isbn.isbn13, link)
    return Identifier("ISBN", reason=isbn.reason, suggestion="".join(isbn.likeliest(1)))


def looks_like_isbn(code: str) -> bool:
    """Whether `code` is an ISBN, or written as one of 13 digits, or of 10 with hyphens.

    >>> looks_like_isbn("978-3-948289-82-8"), looks_like_isbn("1234567890")
    (True, False)
    >>> looks_like_isbn("978-3-948289-82-9"), looks_like_isbn("978-3-9482B9-82-9")
    (True, True)
    """
    if _FORM.fullmatch(code) is None:
        return len(code) < _LONGEST and parse_isbn(code).one_reading
    return is_isbn(code) or code.startswith(("978", "979")) or code.count("-") == 3


KIND: Final = Kind(
    "ISBN",
    pattern(
        r"(?:urn:|info:)?(?:[ep]-?)?ISBN(?:-?1[03](?=[\s:]))?(?:[\s:./-]\s*|(?=[0-9]))|"
        r"https?://(?:www\.)?worldcat\.org/isbn/",
        re.IGNORECASE,
    ),
    looks_like_isbn,
    read_isbn,
)
