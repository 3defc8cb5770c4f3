"""Numbers in text: what counts as numeric, and as plural (CSL 1.0.2, "Number", "Choose")."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from reportcite.csl.locale import Locale
from reportcite.patterns import pattern

# Numbers with letters before or behind ("D2", "2b", "L2d"), joined by commas, hyphens, ampersands.
_AFFIXED = r"[^\W\d_]*\d+[^\W\d_]*"
_SEPARATOR = pattern(r"\s*([-–,&])\s*")
_NUMERIC = pattern(rf"\s*{_AFFIXED}(?:\s*[-–,&]\s*{_AFFIXED})*\s*")
_ROMAN_NUMERAL = r"\b[ivxlcdm]+\b"
_NUMBER = rf"(?:\d|{_ROMAN_NUMERAL})"
_MULTIPLE = pattern(
    rf"{_NUMBER}[^\W\d_]?(?:\s*[-–—,&]\s*|\s+(?!\d))(?:(?:&|and|et|und|y|e)\s+)?[^\W\d_]?{_NUMBER}",
    re.IGNORECASE,
)
_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)


def is_numeric(text: str) -> bool:
    """Whether `text` is made of numbers only, in the sense of `is-numeric`."""
    return _NUMERIC.fullmatch(text) is not None


def is_plural(text: str) -> bool:
    """Whether `text` names several numbers, so that its label stands in the plural."""
    return _MULTIPLE.search(text) is not None


def number_joints(locale: Locale) -> Mapping[str, str]:
    """What prints between several numbers: dash, comma, the locale's ampersand."""
    dash = locale.term("page-range-delimiter") or "–"
    ampersand = locale.term("and", "symbol") or "&"
    return {"-": dash, "–": dash, ",": ", ", "&": f" {ampersand} "}


def join_numbers(text: str, convert: Callable[[str], str] | None, joints: Mapping[str, str]) -> str:
    """Several numbers ("1-3, 5 & 7"), each converted, with the joints between them."""
    pieces = _SEPARATOR.split(text.strip())
    for index, piece in enumerate(pieces):
        if index % 2:
            pieces[index] = joints[piece]
        elif convert and piece.isdecimal():
            pieces[index] = convert(piece)
    return "".join(pieces)


def roman(number: int) -> str:
    """`number` in lower-case roman numerals; as digits where these cannot say it (0, 5000)."""
    if not 0 < number < 4000:
        return str(number)
    result = []
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        result.append(letters * count)
    return "".join(result)
