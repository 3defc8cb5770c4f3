"""Editions that a bibliography spells out, as the numbers that citation styles can decline."""

from __future__ import annotations

import re
from typing import Final

from reportcite.patterns import pattern

_WORDS: Final = (
    ("first", "erste"),
    ("second", "zweite"),
    ("third", "dritte"),
    ("fourth", "vierte"),
    ("fifth", "fünfte"),
    ("sixth", "sechste"),
    ("seventh", "siebte"),
    ("eighth", "achte"),
    ("ninth", "neunte"),
    ("tenth", "zehnte"),
)
_NUMBERS: Final = {word: number for number, pair in enumerate(_WORDS, 1) for word in pair}
_SPELLED: Final = pattern(r"(\w{5,8})(?: (?:edition|ed\.?|auflage|aufl\.?))?", re.IGNORECASE)


def edition_number(text: str) -> str:
    """The number that an ordinal from first to tenth, English or German, stands for; else `text`.

    >>> edition_number("Third"), edition_number("zweite Auflage"), edition_number("Revised")
    ('3', '2', 'Revised')
    """
    match = _SPELLED.fullmatch(text)
    number = _NUMBERS.get(match[1].lower()) if match else None
    return str(number) if number else text
