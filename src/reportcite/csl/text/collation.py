"""Language-aware comparison of texts: keys that sort as a reader of the language expects.

The order is that of the Unicode Collation Algorithm (UTS 10) with CLDR's tailorings: symbols,
spaces, digits, letters; accents count only between words that are else the same, capitals after
that. Punctuation does not count at all ("De-Mella" is sorted as "DeMella"): what it parts decides,
not the mark. A language may have letters of its own, and its own script before all others.

The tables for Han and Kana are large, so that these are left to ICU where PyICU is installed;
without it they are ordered by their code points, and `is_without_order` says so.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from typing import Any, Final, Literal, TypeAlias

from reportcite.csl.text.tailorings import (
    ALPHABETS,
    BACKWARDS,
    CAPITALS_FIRST,
    FIRST_SCRIPTS,
    MARKS,
    MARKS_OF,
    ROOT,
    STROKED,
    TAILORINGS,
    WITHOUT_SPACES,
)
from reportcite.patterns import pattern
from reportcite.tuples import NamedTuple

CollationKey: TypeAlias = tuple[str, str, str]
"""Letters alone, then accents, then case."""

_Weights: TypeAlias = tuple[str, str]
"""What a letter adds to the first and to the second part of a key."""

_PUNCTUATION: Final = pattern(r"[!\"#%&'()*,\-./:;?@\[\\\]_{}‘’‚‛“”„«»‹›‐‑–—―…·¡¿§¶ʼʻʿʾ׳״־،؛؟]+")
_SYMBOLS: Final = pattern(r"[$+<=>^`|~]")
_BEFORE_SPACES: Final = "\x01"
_RANGES_OF_HAN_AND_KANA: Final = (
    "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3031-\u303c\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf"
    "\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U0001aff0-\U0001b16f\U00020000-\U0003ffff"
)
_HAN_OR_KANA: Final = pattern(f"([{_RANGES_OF_HAN_AND_KANA}]+)")
# In Korean, Han are among the Hangul that are read like them.
_HAN_KANA_OR_HANGUL: Final = pattern(f"([{_RANGES_OF_HAN_AND_KANA}\uac00-\ud7a3]+)")
_HANGUL: Final = pattern("[\uac00-\ud7a3]")
_NEVER_PLAIN: Final = WITHOUT_SPACES | CAPITALS_FIRST | {"tr"}
_THAI_PREPOSED: Final = pattern("([\u0e40-\u0e44])([\u0e01-\u0e2e])")

_LETTER: Final = "\x02"
"""In the second part of a key: a letter, behind which its accents follow."""
_FIRST_VARIANT: Final = 0x03
_FIRST_MARK: Final = 0x10
_JOINED: Final = "\uf8ff"
"""The accent of two letters written as one (æ), which weighs more than others."""

_BEFORE_LETTERS: Final = ":"
"""A character behind the digits and before all letters, which no key has otherwise."""
_FIRST_BYTE: Final = 0x10000

_BEHIND: Final = "\U0010fffc"
_BEHIND_IN_ROOT: Final = "\U0010fffd"
_FIRST_OF_ALPHABETS: Final = 0x0370
_FIRST_DIGRAPH: Final = 0xE000
_COUNTING_MARKS: Final = frozenset({0, 9, 103})
"""The combining classes of letters, viramas and Thai vowels, which count as letters do."""


def collation_key(text: str, language: str = "") -> CollationKey:
    """The key of `text` in the order of `language`, a tag such as "de-AT".

    >>> sorted(["Zorn", "Åberg", "Ärla", "Aberg"], key=lambda name: collation_key(name, "sv-SE"))
    ['Aberg', 'Zorn', 'Åberg', 'Ärla']
    """
    # Hot: once for each name and title that is sorted by.
    order = _order(language)
    if order.is_plain and text.isascii():
        text = text.translate(_ascii())
        return text.lower(), "", text.swapcase()
    text = _PUNCTUATION.sub("", text).replace("\u00a0", " ")
    text = _SYMBOLS.sub(_BEFORE_SPACES + r"\g<0>", text)
    if order.is_plain and text.isascii():
        return text.lower(), "", text.swapcase()
    return order.key(text)


@cache
def _ascii() -> list[str]:
    """What becomes of each letter of ASCII where punctuation goes and symbols come before all: a
    table for `translate`, which takes a fourth of the time of the patterns."""
    return [
        "" if _PUNCTUATION.match(letter) else _SYMBOLS.sub(_BEFORE_SPACES + r"\g<0>", letter)
        for letter in map(chr, range(128))
    ]


def is_without_order(letters: str) -> bool:
    """Whether Han or Kana in the letters of a key stand by their code points, for want of PyICU."""
    return _HAN_OR_KANA.search(letters) is not None


class _Order(NamedTuple):
    """The order of one language; `is_plain` says that ASCII text has no letters of its own in it.

    `joined` finds several letters that are one, `single` gives each of these a character, `primary`
    and `secondary` are what a character adds to the first two parts of a key; `left_to_icu` finds
    what `icu` orders.
    """

    is_plain: bool
    lower: Callable[[str], str]
    joined: re.Pattern[str]
    single: Mapping[str, str]
    primary: _Table
    secondary: _Table
    left_to_icu: re.Pattern[str]
    icu: Callable[[str], _Weights | None]
    is_backwards: bool
    capitals_first: bool
    without_spaces: bool

    def key(self, text: str) -> CollationKey:
        """The key of `text`, which has no punctuation."""
        if self.without_spaces:
            text = text.replace(" ", "")
        folded = unicodedata.normalize("NFC", self.lower(text))
        folded = _THAI_PREPOSED.sub(r"\2\1", folded)
        if self.single:
            folded = self.joined.sub(lambda match: self.single[match[0]], folded)
        primary = secondary = ""
        for part in self.left_to_icu.split(folded):
            first, second = self._weights(part)
            primary += first
            secondary += second
        if self.is_backwards:
            secondary = _LETTER + _LETTER.join(secondary.split(_LETTER)[:0:-1])
        case = text if self.capitals_first else text.swapcase()
        return primary, secondary.rstrip(_LETTER), case

    def _weights(self, part: str) -> _Weights:
        if self.left_to_icu.match(part) and (weights := self.icu(part)):
            return weights
        return part.translate(self.primary), part.translate(self.secondary)


@lru_cache(maxsize=64)  # more languages than CSL has locales for
def _order(language: str) -> _Order:
    code = language.partition("-")[0]
    tag = "-".join(language.split("-")[:2])
    tailoring = TAILORINGS.get(tag) or TAILORINGS.get(code, "")
    groups = [_units(group) for group in tailoring.split()]
    own = {unit for units in groups for _, unit in units[1:]}
    several = sorted((unit for unit in own if len(unit) > 1), key=lambda unit: (-len(unit), unit))
    single = {unit: chr(_FIRST_DIGRAPH + rank) for rank, unit in enumerate(several)}
    joined = re.compile("|".join(several) or "(?!)")
    letters = _Letters(
        "" if tag == "sr-Latn" else FIRST_SCRIPTS.get(code, ""), MARKS_OF.get(code, "")
    )
    for units in groups:
        letters.add(
            [(sign, joined.sub(lambda match: single[match[0]], unit)) for sign, unit in units]
        )
    return _Order(
        is_plain=not any(map(str.isascii, own)) and code not in _NEVER_PLAIN,
        lower=_turkish_lower if code == "tr" else str.lower,
        joined=joined,
        single=single,
        primary=_Table(letters, 0),
        secondary=_Table(letters, 1),
        left_to_icu=_HAN_KANA_OR_HANGUL if code == "ko" else _HAN_OR_KANA,
        icu=_icu(language, _BEFORE_LETTERS if code in {"zh", "ko"} else ""),
        is_backwards=tag in BACKWARDS,
        capitals_first=code in CAPITALS_FIRST,
        without_spaces=code in WITHOUT_SPACES,
    )


def _turkish_lower(text: str) -> str:
    """`text` in small letters, with ı for I; with marks on it, too: Î is no capital of î."""
    return unicodedata.normalize("NFD", text.replace("İ", "i")).replace("I", "ı").lower()


def _units(group: str) -> list[tuple[str, str]]:
    """The letters of `z<å<ä=æ`, each with the sign before it: [("", "z"), ("<", "å"), …]."""
    return re.findall("([<=]?)([^<=]+)", group)


def _icu(language: str, before: str) -> Callable[[str], _Weights | None]:
    """The weights of Han and Kana by ICU, `before` each byte; None for all where it is missing.

    ICU is loaded when it is first asked for: most texts need none of it.
    """

    @cache
    def collators() -> tuple[Any, Any] | None:
        try:
            import icu
        except ImportError:
            return None
        letters, all_ = (icu.Collator.createInstance(icu.Locale(language)) for _ in range(2))
        letters.setStrength(icu.Collator.PRIMARY)
        return letters, all_

    def weights(text: str) -> _Weights | None:
        found = collators()
        if found is None:
            return None
        first, second = (collator.getSortKey(text).rstrip(b"\0") for collator in found)
        primary = "".join([before + chr(_FIRST_BYTE + byte) for byte in first])
        return primary, _LETTER + "".join([chr(_FIRST_BYTE + byte) for byte in second])

    return weights


class _Table(dict[int, str]):
    """What each character adds to one part of a key, for `str.translate`; found when met."""

    def __init__(self, letters: _Letters, part: Literal[0, 1]) -> None:
        self._letters = letters
        self._part = part

    def __missing__(self, code: int) -> str:
        weight = self[code] = self._letters.of(chr(code))[self._part]
        return weight


class _Letters:
    """What each letter adds to a key; those of the script `first`, ranges of a regular expression,
    come before all others, and `marks` before other marks."""

    def __init__(self, first: str, marks: str) -> None:
        self._known: dict[str, _Weights] = {}
        self._first = re.compile(f"[{first}]") if first else None
        order = marks + "".join([mark for mark in MARKS if mark not in marks])
        self._marks = {mark: chr(_FIRST_MARK + rank) for rank, mark in enumerate(order)}
        self._add_root()

    def _add_root(self) -> None:
        """Gives the letters that are no letters with marks their places."""
        for rank, letter in enumerate(ALPHABETS):
            primary = chr(_FIRST_OF_ALPHABETS + rank)
            self._known[letter] = (self._placed(letter, primary), _LETTER)
        for letter, parts in STROKED.items():
            self._known[letter] = self._of_all(parts)
        for group in ROOT.split():
            (_, first), *others = _units(group)
            primary, secondary = self._of_all(first)
            for rank, (sign, letter) in enumerate(others, _FIRST_VARIANT):
                if sign == "<":
                    self._known[letter] = primary + _BEHIND_IN_ROOT + chr(rank), _LETTER
                else:
                    self._known[letter] = primary, _LETTER + _JOINED + secondary[1:]

    def add(self, units: list[tuple[str, str]]) -> None:
        """Gives the letters of one group of a language their places."""
        anchor = primary, secondary = self._of_all(units[0][1])
        rank = variant = _FIRST_VARIANT
        for sign, letter in units[1:]:
            if sign == "<":
                primary, secondary = anchor[0] + _BEHIND + chr(rank), _LETTER
                rank += 1
                variant = _FIRST_VARIANT
                self._known[letter] = primary, secondary
            else:
                self._known[letter] = primary, secondary + chr(variant)
                variant += 1

    def of(self, letter: str) -> _Weights:
        """The weights of one character, of the small ones."""
        if known := self._known.get(letter):
            return known
        if mark := self._marks.get(letter):
            return "", mark
        if unicodedata.combining(letter) not in _COUNTING_MARKS:
            return "", chr(_FIRST_MARK + len(self._marks) + ord(letter))
        if (digit := unicodedata.digit(letter, -1)) >= 0:
            return str(digit), _LETTER
        if not _HANGUL.match(letter):
            parts = unicodedata.normalize("NFKD" if letter.isalpha() else "NFD", letter)
            if parts != letter:
                return self._of_parts(parts)
        return self._placed(letter, letter), _LETTER

    def _of_parts(self, parts: str) -> _Weights:
        """The weights of a letter and its marks, of which one may make it another letter."""
        letter, marks = parts[0], parts[1:]
        for mark in marks:
            composed = unicodedata.normalize("NFC", letter + mark)
            if composed in self._known:
                letter, marks = composed, marks.replace(mark, "", 1)
                break
        return self._of_all(letter + marks)

    def _of_all(self, letters: str) -> _Weights:
        weights = [self.of(letter) for letter in letters]
        return "".join([one[0] for one in weights]), "".join([one[1] for one in weights])

    def _placed(self, letter: str, primary: str) -> str:
        is_first = self._first is not None and self._first.match(letter)
        return _BEFORE_LETTERS + primary if is_first else primary
