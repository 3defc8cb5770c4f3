"""Editions: those that are spelled out are read as the numbers that styles can decline."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from reportcite.patterns import pattern
from reportcite.problems import Fix, Problem, shown
from reportcite.values.rules import EDITION_NUMBER

_WORDS: Final = (
    "first erste première primera prima",
    "second zweite deuxième segunda seconda",
    "third dritte troisième tercera terza",
    "fourth vierte quatrième cuarta quarta",
    "fifth fünfte cinquième quinta",
    "sixth sechste sixième sexta sesta",
    "seventh siebte septième séptima settima",
    "eighth achte huitième octava ottava",
    "ninth neunte neuvième novena nona",
    "tenth zehnte dixième décima decima",
)
_NUMBERS: Final = {
    word: str(number) for number, words in enumerate(_WORDS, 1) for word in words.split()
}
_EDITION: Final = pattern(
    r"(?:the )?(?:(?P<word>[^\W\d_]{4,9})|"
    r"(?P<number>[0-9]{1,3})(?P<ordinal>\.|st|nd|rd|th|e|ème|ª|a\.)?)"
    r"(?P<unit> ?(?:edition|edn?\.?|auflage|aufl\.?|édition|éd\.?|edición|edizione))?",
    re.IGNORECASE,
)


def edition_number(text: str) -> str:
    """The number of the edition that `text` names, an ordinal in words or figures; else `text`.

    >>> edition_number("Third"), edition_number("zweite Auflage"), edition_number("Revised")
    ('3', '2', 'Revised')
    >>> edition_number("2nd edition"), edition_number("2. Aufl."), edition_number("2")
    ('2', '2', '2')
    """
    match = _EDITION.fullmatch(text.strip())
    if match is None:
        return text
    if match["word"]:
        return _NUMBERS.get(match["word"].lower(), text)
    return match["number"] if match["ordinal"] or match["unit"] else text


def edition_problems(text: str) -> Iterator[Problem]:
    """Whether an edition is more than its number."""
    number = edition_number(text)
    if number != text:
        message = f"{shown(text)} is cited as the number {number}, to which styles add words"
        yield EDITION_NUMBER.found(message, f"write {number}", fix=Fix(text, number))
