"""Texts in ASCII letters: accents and ligatures folded, Cyrillic and Greek romanized."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Letters that Unicode does not take apart, or whose German reading is two letters.
_LETTERS = str.maketrans(
    {
        "ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss", "ẞ": "SS",
        "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D",
        "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "ł": "l", "Ł": "L", "ħ": "h", "Ħ": "H",
        "ı": "i", "ŋ": "n", "Ŋ": "N", "ŧ": "t", "Ŧ": "T", "ĸ": "k", "ſ": "s", "ə": "e", "Ə": "E",
        "’": "", "'": "", "ʼ": "", "‘": "",
    }
)  # fmt: skip
# Cyrillic as the Library of Congress romanizes Russian, without marks, and modern Greek.
_ROMANIZED = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґўјљњћђџαβγδεζηθικλμνξοπρστυφχψως",
        "a b v g d e e zh z i i k l m n o p r s t u f kh ts ch sh shch - y - e iu ia i i ie g u j "
        "lj nj c dj dz a v g d e z i th i k l m n x o p r s t y f ch ps o s".split(),
        strict=True,
    )
)
_LETTERS |= {
    ord(one): latin.strip("-")
    for letter, roman in _ROMANIZED.items()
    for one, latin in ((letter, roman), (letter.upper(), roman.capitalize()))
}
_NOT_KEY = re.compile("[^A-Za-z0-9]+")


@lru_cache(maxsize=1 << 10)  # the same people and publishers stand in many records
def fold(text: str) -> str:
    """`text` in ASCII letters and digits, Cyrillic and Greek romanized; "" where nothing is left.

    >>> fold("Zeković, Straßenbau für Đorđe Ærø")
    'ZekovicStrassenbaufuerDordeAero'
    >>> fold("Щедрин, Чехов"), fold("Καβάφης"), fold("李")
    ('ShchedrinChekhov', 'Kavafis', '')
    """
    if not text.isascii():
        # Composed first, so that a decomposed ä is folded like a composed one.
        composed = unicodedata.normalize("NFC", text).translate(_LETTERS)
        text = unicodedata.normalize("NFKD", composed)
        text = "".join(char for char in text if not unicodedata.combining(char))
        text = text if text.isascii() else text.translate(_LETTERS)  # ά is α without its accent
    return _NOT_KEY.sub("", text)
