"""ISBNs, ISSNs and other numbers: by checksum and form, where they stand in one field."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final, Literal

from reportcite.patterns import pattern
from reportcite.values.isbn import is_isbn
from reportcite.values.issn import is_issn, looks_like_issn

Kind = Literal["ISBN", "ISSN", "number"]

_SEPARATORS = re.compile(r"[\s‐-―-]")
_DASH: Final = "[-‐-―]"
# One number as it is printed: 13 digits, 10, or the 8 of an ISSN.
_ISBN13: Final = rf"97[89](?:(?:{_DASH}| )?[0-9]){{9}}(?:{_DASH}| )?[0-9Xx]"
_ISBN10: Final = rf"[0-9](?:(?:{_DASH}| )?[0-9]){{8}}(?:{_DASH}| )?[0-9Xx]"
_ISSN: Final = rf"[0-9]{{4}}{_DASH}?[0-9]{{3}}[0-9Xx]"
_END: Final = rf"(?![0-9Xx]|{_DASH})"
_NUMBER: Final = pattern(rf"(?:{_ISBN13}|{_ISBN10}|{_ISSN}){_END}")
_BRACKETED: Final = pattern(r"\s*[(\[][^()\[\]]*[)\]]")
_LABEL: Final = pattern(
    r"\b(?:[ep]-?)?IS[BS]N(?:[- ]?1[03](?=[\s:]))?\s*:?\s*|\b(?:electronic|online|print)\b:?\s*",
    re.IGNORECASE,
)
_KIND: Final = pattern(r"\bIS[BS]N\b")
_LONGEST: Final = 1000
_DIGITS_OF_ISBN10: Final = 10
# As nearly all catalogues write one: its digits, and a remark on the binding.
_ISBN_AND_REMARK: Final = pattern(
    r"([0-9]{9}[0-9Xx]|97[89][0-9]{10})(?:\s*[(\[][^()\[\]]{0,80}[)\]])?[ .:]*"
)


def spaced_numbers(text: str) -> str:
    """`text`, with commas between the numbers where it is several ISBNs or ISSNs, spaces between.

    >>> spaced_numbers("978-3-16-148410-0 3161484100"), spaced_numbers("978 3 16 148410 0")
    ('978-3-16-148410-0, 3161484100', '978 3 16 148410 0')
    """
    if len(text) < 18 or len(text) > _LONGEST:  # one ISBN has 17 characters at most
        return text
    return _spaced(text)


@lru_cache(maxsize=1 << 10)
def _spaced(text: str) -> str:
    found = _NUMBER.findall(text)
    if len(found) < 2 or _NUMBER.sub("", text).strip(" ;,/"):
        return text
    return ", ".join(found)


def isbn_in(text: str) -> str:
    """The ISBN in the field for one, or several with commas between; `text` where there is none.

    >>> isbn_in("3161484101 (pbk.) :"), isbn_in("wrong")
    ('3161484101', 'wrong')
    """
    if plain := _ISBN_AND_REMARK.fullmatch(text):
        return plain[1]
    return read_numbers(text, "ISBN").get("ISBN", text)


@lru_cache(maxsize=1 << 10)
def read_numbers(text: str, expected: Kind) -> Mapping[Kind, str]:
    """What the `text` of a field for numbers holds, several of one kind with commas between.

    `expected` is what such a field holds in an entry of this type. A number that only looks like
    an ISBN or ISSN counts as one, so that a mistyped one can be found, but a report's own number
    counts as one only where it is one, or could be nothing else.

    >>> read_numbers("3-16-148410-1 (Broschur : EUR 10.00)", "ISBN")
    {'ISBN': '3-16-148410-1'}
    >>> read_numbers("2024-0012", "number"), read_numbers("WP 12/2024", "ISSN")
    ({'number': '2024-0012'}, {'number': 'WP 12/2024'})
    """
    if is_isbn(text):
        return {"ISBN": text}
    if is_issn(text):
        return {"ISSN": text}
    parts = _parts(text) if len(text) <= _LONGEST else []
    if not parts or (expected == "number" and _is_number_of_report(text, parts)):
        return {"number": text}
    found: dict[Kind, str] = {}
    for part in parts:
        kind = _kind(part, expected)
        found[kind] = f"{found[kind]}, {part}" if kind in found else part
    return found


def _parts(text: str) -> list[str]:
    """The numbers `text` consists of; none where there is anything else in it."""
    bare = _LABEL.sub("", _BRACKETED.sub(" ", text))
    if not bare.strip(" ;,/"):
        bare = _LABEL.sub("", text.strip("()[] "))
    parts: list[str] = []
    for piece in re.split(r"[;,/|\n]", bare):
        single = piece.strip(" .:")
        if not single:
            continue
        spaced = _spaced(single)
        for part in spaced.split(", ") if spaced != single else (single,):
            if not _looks_like_a_number(part):
                return []
            parts.append(part)
    return list(dict.fromkeys(parts))


def _looks_like_a_number(text: str) -> bool:
    """Whether `text` could be an ISBN or ISSN of which a digit is missing, wrong or too many."""
    digits = _bare(text)
    return 7 <= len(digits) <= 15 and digits.isascii() and digits[:-1].isdecimal()


def _is_number_of_report(text: str, parts: list[str]) -> bool:
    if len(parts) > 1 or _KIND.search(text):
        return False
    digits = _bare(parts[0])
    return not (digits.startswith(("978", "979")) and len(digits) == 13)


def _kind(part: str, expected: Kind) -> Kind:
    digits = _bare(part)
    if is_isbn(part) or (len(digits) == 13 and digits.startswith(("978", "979"))):
        return "ISBN"
    if is_issn(part) or looks_like_issn(part):
        return "ISSN"
    if len(digits) == _DIGITS_OF_ISBN10 and expected == "ISSN":
        return "ISBN"  # with a wrong digit; no ISSN is that long by a slip
    return "ISBN" if expected == "number" else expected


def _bare(text: str) -> str:
    return _SEPARATORS.sub("", text) if len(text) < 40 else ""
