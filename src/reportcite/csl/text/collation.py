"""Language-aware comparison of texts: keys that sort as a reader of the language expects.

The order is that of the Unicode Collation Algorithm in outline: symbols, spaces, digits, letters;
accents count only between words that are else the same, capitals after that. Punctuation does not
count at all ("De-Mella" is sorted as "DeMella"): what it parts decides, not the mark. A language
may place a letter of its own behind another, and its own script before all others (CLDR collation
tailorings and reorderings).
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from typing import Final, TypeAlias

from reportcite.patterns import pattern

CollationKey: TypeAlias = tuple[str, str, str]

_PUNCTUATION: Final = pattern(r"[!\"#%&'()*,\-./:;?@\[\\\]_{}‘’‚‛“”„«»‹›‐‑–—―…·¡¿§¶]+")
_SYMBOLS: Final = pattern(r"[$+<=>^`|~]")

_LAST: Final = "\U0010fffd"

# Letters that are letters of their own, each behind the letter(s) before the space.
_TAILORINGS: Final = {
    "sv": "z åäö",
    "fi": "z åäö",
    "da": "z æøå",
    "nb": "z æøå",
    "nn": "z æøå",
    "no": "z æøå",
    "is": "d ð,z þæöå",
    "et": "w õäöü",
    "es": "n ñ",
    "pl": "a ą,c ć,e ę,l ł,n ń,o ó,s ś,z źż",
    "cs": "c č,r ř,s š,z ž",
    "sk": "c č,o ô,s š,z ž",
    "hr": "c čć,d đ,s š,z ž",
    "sl": "c čć,d đ,s š,z ž",
    "hu": "o ö,u ü",
    "tr": "c ç,g ğ,h ı,o ö,s ş,u ü",
    "ro": "a ăâ,i î,s ș,t ț",
    "lt": "c č,s š,z ž",
    "lv": "c č,g ģ,k ķ,l ļ,n ņ,s š,z ž",
}
# Two letters that are one, behind the letter named.
_DIGRAPHS: Final = {"cs": ("ch", "h"), "sk": ("ch", "h")}
# The script that a language sorts before all others.
_FIRST_SCRIPTS: Final = {
    **dict.fromkeys(("ru", "uk", "be", "bg", "mk", "sr", "kk", "mn"), "\u0400-\u052f"),
    **dict.fromkeys(("ar", "fa", "ur"), "\u0600-\u06ff"),
    "el": "\u0370-\u03ff\u1f00-\u1fff",
    "he": "\u0590-\u05ff",
    "hi": "\u0900-\u097f",
    "hy": "\u0530-\u058f",
    "ka": "\u10a0-\u10ff",
    "ko": "\u1100-\u11ff\u3130-\u318f\uac00-\ud7af",
    "th": "\u0e00-\u0e7f",
    "zh": "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff",
}
_BEFORE_SPACES: Final = "\x01"
_BEFORE_LETTERS: Final = ":"
"""A character behind the digits and before all letters, which no key has otherwise."""

_BASE_LETTERS: Final = {
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i",
}  # fmt: skip


def collation_key(text: str, language: str = "") -> CollationKey:
    """The key of `text`: letters alone, then accents, then case."""
    text = _PUNCTUATION.sub("", text).replace("\u00a0", " ")
    text = _SYMBOLS.sub(_BEFORE_SPACES + r"\g<0>", text)
    code = language.partition("-")[0]
    if text.isascii() and code not in _DIGRAPHS:
        return text.lower(), "", text.swapcase()
    folded = text.casefold()
    tailored = _tailoring(code)
    folded = unicodedata.normalize("NFC", folded)
    if tailored:
        folded = folded.translate(tailored)
    if code in _DIGRAPHS:
        digraph, before = _DIGRAPHS[code]
        folded = folded.replace(digraph, before + _LAST)
    decomposed = unicodedata.normalize("NFD", folded.translate(_letters()))
    primary = "".join([c for c in decomposed if not unicodedata.combining(c)])
    if code in _FIRST_SCRIPTS:
        primary = _first_script(code).sub(_BEFORE_LETTERS + r"\g<0>", primary)
    return primary, decomposed, text.swapcase()


@cache  # of the languages named above
def _first_script(code: str) -> re.Pattern[str]:
    return re.compile(f"[{_FIRST_SCRIPTS[code]}]")


@cache
def _letters() -> dict[int, str]:
    return {ord(letter): base for letter, base in _BASE_LETTERS.items()}


@lru_cache(maxsize=64)  # more languages than have letters of their own
def _tailoring(language: str) -> dict[int, str]:
    rules: dict[int, str] = {}
    for rule in _TAILORINGS.get(language, "").split(","):
        base, _, letters = rule.partition(" ")
        for rank, letter in enumerate(letters):
            rules[ord(letter)] = f"{base}{_LAST}{rank}"
    return rules
