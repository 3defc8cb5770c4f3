"""Numbers in text: what counts as numeric, and as plural (CSL 1.0.2, "Number", "Choose")."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from reportcite.patterns import pattern
from reportcite.values.pages import DASHES

# Numbers with letters before or behind ("D2", "2b", "L2d"), of a year ("6/64", "1980/81"), and
# roman ones; joined by commas, hyphens, ampersands. No comma joins what it sets in groups of
# three digits ("US 135,245").
_AND = r"(?:and|et|und|y|e)"
_ROMAN_NUMERAL = r"(?=[ivxlcdm]+\b)m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})"
_AFFIXED = rf"(?:\d+/\d+|[^\W\d_]*\d+[^\W\d_]*|{_ROMAN_NUMERAL})"
_COMMA = r",(?!(?<=\d,)\d{3}(?!\d))"
_BETWEEN = rf"(?:\s*(?:[-–&]|{_COMMA})\s*|\s+{_AND}\s+)"
_SEPARATOR = pattern(rf"\s*([-–,&])\s*|(\s+{_AND}\s+)")
_HYPHENATED = pattern(r"\w-\w+-\w")
_NUMERIC = pattern(rf"\s*{_AFFIXED}(?:{_BETWEEN}{_AFFIXED})*\s*")


def _several(number: str) -> str:
    """A pattern of two numbers that follow each other."""
    return (
        rf"{number}(?:\s*(?:--|[{DASHES}&]|{_COMMA})\s*|\s+(?!\d))(?:(?:&|{_AND})\s+)?"
        rf"[^\W\d_]?{number}"
    )


# A capital is a numeral only beside others: "II, III", but "C-4" is one number.
_ARABIC_OR_ROMAN = rf"(?:\d[^\W\d_]*|\b{_ROMAN_NUMERAL}\b)"
_CAPITALS = r"\b[IVXLCDM]+\b"
_MULTIPLE = pattern(f"{_several(_ARABIC_OR_ROMAN)}|{_several(_CAPITALS)}")
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


_MOST_DIGITS: Final = 18


def whole_number(text: str) -> int | None:
    """The number that `text` is in digits; None for other text, and for so many digits that nobody
    counts so far: such text is printed as it stands."""
    return int(text) if len(text) <= _MOST_DIGITS and text.isdecimal() else None


def is_numeric(text: str) -> bool:
    """Whether `text` is made of numbers only, in the sense of `is-numeric`."""
    # Most are digits or empty, for which no pattern needs to be compiled.
    return text.isdecimal() or (text != "" and _NUMERIC.fullmatch(text) is not None)


def is_plural(text: str) -> bool:
    """Whether `text` names several numbers, so that its label stands in the plural."""
    return text != "" and not text.isdecimal() and _MULTIPLE.search(text) is not None


def number_delimiters(dash: str, ampersand: str) -> Mapping[str, str]:
    """What prints for each delimiter of several numbers, by a locale's dash and ampersand; an en
    dash is what was meant."""
    return {"-": dash, "–": "–", ",": ", ", "&": f" {ampersand} "}


def join_numbers(
    text: str, convert: Callable[[int], str] | None, delimiters: Mapping[str, str]
) -> str:
    """Several numbers ("1-3, 5 & 7"), each converted, with the delimiters between them.

    A hyphen beside another is no range: it belongs to what something is known by ("AS08-14-2383").
    """
    pieces: list[str] = []
    end = 0
    text = text.strip()
    if "-" in text and _HYPHENATED.search(text) is not None:
        delimiters = {**delimiters, "-": "-"}
    for match in _SEPARATOR.finditer(text):
        pieces += (
            _converted(text[end : match.start()], convert),
            delimiters[match[1]] if match[1] else match[2],
        )
        end = match.end()
    pieces.append(_converted(text[end:], convert))
    return "".join(pieces)


def _converted(piece: str, convert: Callable[[int], str] | None) -> str:
    number = whole_number(piece) if convert else None
    return convert(number) if convert and number is not None else piece


def roman(number: int) -> str:
    """`number` in lower-case roman numerals; as digits where these cannot say it (0, 5000)."""
    if not 0 < number < 4000:
        return str(number)
    result = []
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        result.append(letters * count)
    return "".join(result)
