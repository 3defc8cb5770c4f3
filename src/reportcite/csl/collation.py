"""Language-aware comparison of texts: keys that sort as a reader of the language expects.

The order is that of the Unicode Collation Algorithm in outline: blanks, punctuation, digits,
letters; accents count only between words that are else the same, capitals after that. A language
may place a letter of its own behind another (CLDR collation tailorings).
"""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import Final, TypeAlias

CollationKey: TypeAlias = tuple[str, str, str]

# Marks between the parts of a name or title: what they part decides, not they.
_IGNORED: Final = ".,;:"

_LAST: Final = "\U0010fffd"

# Letters that are letters of their own, each behind the letter(s) before the blank.
_TAILORINGS: Final = {
    "sv": "z åäö",
    "fi": "z åäö",
    "da": "z æøå",
    "nb": "z æøå",
    "nn": "z æøå",
    "no": "z æøå",
    "is": "d ð,t þ,z æöå",
    "et": "w õäöü",
    "es": "n ñ",
    "pl": "a ą,c ć,e ę,l ł,n ń,o ó,s ś,z źż",
    "cs": "c č,r ř,s š,z ž",
    "sk": "c č,o ô,s š,z ž",
    "hr": "c čć,d đ,s š,z ž",
    "sl": "c čć,d đ,s š,z ž",
    "hu": "o ö,u ü",
    "tr": "c ç,g ğ,o ö,s ş,u ü",
    "ro": "a ăâ,i î,s ș,t ț",
    "lt": "c č,s š,z ž",
    "lv": "c č,g ģ,k ķ,l ļ,n ņ,s š,z ž",
}
_BASE_LETTERS: Final = {
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i",
}  # fmt: skip


def collation_key(text: str, language: str = "") -> CollationKey:
    """The key of `text`: letters alone, then accents, then case."""
    folded = text.casefold() if not text.isascii() else text.lower()
    if folded.isascii():
        return folded.translate(_weights()), "", text.swapcase()
    tailored = _tailoring(language.partition("-")[0])
    folded = unicodedata.normalize("NFC", folded)
    if tailored:
        folded = folded.translate(tailored)
    decomposed = unicodedata.normalize("NFD", folded.translate(_letters()))
    primary = "".join([c for c in decomposed if not unicodedata.combining(c)])
    return primary.translate(_weights()), decomposed, text.swapcase()


@cache
def _weights() -> dict[int, str]:
    """Punctuation before digits before letters; blanks first."""
    weights: dict[int, str] = {}
    for code in range(0x20, 0x7F):
        character = chr(code)
        if not character.isalnum() and character != " ":
            weights[code] = "" if character in _IGNORED else "\x20" + character
    for character in "‘’“”«»„‚–—…·":
        weights[ord(character)] = "" if character in _IGNORED else "\x20" + character
    weights[0xA0] = " "
    return weights


@cache
def _letters() -> dict[int, str]:
    return {ord(letter): base for letter, base in _BASE_LETTERS.items()}


@cache
def _tailoring(language: str) -> dict[int, str]:
    rules: dict[int, str] = {}
    for rule in _TAILORINGS.get(language, "").split(","):
        base, _, letters = rule.partition(" ")
        for rank, letter in enumerate(letters):
            rules[ord(letter)] = f"{base}{_LAST}{rank}"
    return rules
