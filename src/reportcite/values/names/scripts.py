"""Names in scripts that have no capitals: what a small letter is, the order of parts, the space.

Without capitals nothing tells a particle or an initial from a name, so that every part is printed
as it is. The order and the space follow Unicode CLDR's data for person names (LDML, part 8,
`nameOrderLocales` and `nativeSpaceReplacement`) of the languages written in a script:

- Han (zh), Kana (ja) and Hangul (ko; also Korean orthography, article 48): family name first, and
  no space between the parts, in lists that are sorted as well;
- Devanagari (hi, mr, ne), Arabic (ar, fa, ur), Hebrew (he), Georgian (ka), Thai (th) and all
  others: given name first with a space; where sorted, family name, comma, given name.
"""

from __future__ import annotations

from typing import Final

from reportcite.patterns import pattern

# Georgian letters are small to Python since Unicode 11 gave them capitals, which no name begins
# with: they are for whole words in headings (The Unicode Standard 7.7).
_GEORGIAN: Final = pattern("[\u10d0-\u10ff\u1c90-\u1cbf]")

# Bopomofo, Hangul, Han and Kana, with the marks that repeat or lengthen one of them.
_FAMILY_FIRST: Final = (
    "\u1100-\u11ff\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3031-\u303c\u3040-\u312f\u3130-\u31bf"
    "\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\ua960-\ua97f\uac00-\ud7ff\uf900-\ufaff\uff66-\uffdc"
    "\U0001aff0-\U0001b16f\U00020000-\U0003ffff"
)
_FIRST_CLOSED: Final = _FAMILY_FIRST[0]
_CLOSED: Final = pattern(rf"(?:[{_FAMILY_FIRST}]|[\W\d_])+")
_ANY_CLOSED: Final = pattern(rf"[{_FAMILY_FIRST}]")


def is_small(word: str) -> bool:
    """Whether the letters of `word` are small ones, of a script that has capitals.

    >>> is_small("van"), is_small("Van"), is_small("नेहरू"), is_small("ნინო")
    (True, False, False, False)
    """
    return word.islower() and (word.isascii() or _GEORGIAN.search(word) is None)


def has_capitals(letter: str) -> bool:
    """Whether `letter` is of a script with capitals, so that it can stand for a word.

    >>> has_capitals("J"), has_capitals("é"), has_capitals("र"), has_capitals("ნ")
    (True, True, False, False)
    """
    return letter.isascii() or (letter.lower() != letter.upper() and not _GEORGIAN.match(letter))


def is_closed_up(name: str) -> bool:
    """Whether the parts of `name` stand family name first and without a space between them.

    >>> is_closed_up("毛泽东"), is_closed_up("강유미"), is_closed_up("Mao 泽东")
    (True, True, False)
    """
    if max(name, default="") < _FIRST_CLOSED:  # most names, for which no pattern is needed
        return False
    return _CLOSED.fullmatch(name) is not None and _ANY_CLOSED.search(name) is not None
