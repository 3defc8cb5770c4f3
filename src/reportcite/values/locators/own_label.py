"""Numbers that say what they are: "Nr. 41", "vol. 2", "2nd edition", "47 pages".

A style adds its own word to a number (CSL 1.0.2, "Number", "Label"); the reader needs one of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from types import MappingProxyType
from typing import Final

from reportcite.patterns import pattern
from reportcite.vocabulary import LOCATOR_SPELLINGS

_MORE: Final = {
    "chapter": "cap kap",
    "edition": """
        edition editions ed edn éd édition edición edizione edição aufl auflage auflagen
        ausg ausgabe
    """,
    "issue": "number numbers numero número numéro nummer nummern h №",
    "volume": "jg jahrg jahrgang",
}
"""What stands beside numbers of works besides the labels of locators; a "No." is one of reports,
of series and of issues alike."""


def _spellings() -> Iterator[tuple[str, str]]:
    for kind, words in _MORE.items():
        for word in words.split():
            yield word, kind
    for language, labels in LOCATOR_SPELLINGS.items():
        for kind, words in labels.items():
            if language == "en":
                yield kind, kind
            for word in words.split():
                # A letter is a label in the languages that labels are typed in first.
                if len(word) > 1 or language in {"en", "de"}:
                    yield word, kind


def _first_wins() -> dict[str, str]:
    kinds: dict[str, str] = {}
    for word, kind in _spellings():
        kinds.setdefault(word, kind)
    return kinds


_KINDS: Final = MappingProxyType(_first_wins())
"""Spelling in small letters, without a full stop at its end → kind."""


def _any_of(words: Iterator[str]) -> str:
    longest_first = sorted(words, key=len, reverse=True)
    return f"(?:{'|'.join(map(re.escape, longest_first))})"


_WORD: Final = _any_of(word for word in _KINDS if len(word) > 1 or not word.isalpha())
_LETTER: Final = _any_of(word for word in _KINDS if len(word) == 1 and word.isalpha())
_SPACE: Final = "[ \u00a0]"
# A capital with a full stop may be of an identifier: "S. 1234" is a bill.
_LABELLED: Final = pattern(rf"(?:(?i:{_WORD})(?:\.{_SPACE}?|{_SPACE})|{_LETTER}\. ?)\d")
_LEADING: Final = pattern(
    rf"({_WORD}|{_LETTER}(?=\.))(?:\.{_SPACE}?|{_SPACE})(?=\d|[ivxlc]+\b)", re.IGNORECASE
)
_TRAILING: Final = pattern(
    rf"(?:(?<=[\w.]){_SPACE}({_WORD})|(?<=\d){_SPACE}({_LETTER}))\.?\Z", re.IGNORECASE
)
# What a style says before a number, and behind it; a letter by itself may be somebody's initial.
_LAST: Final = pattern(rf"(?<!\w)({_WORD}|{_LETTER}(?=[.:]))[\s.:(\[]*\Z", re.IGNORECASE)
_FIRST: Final = pattern(rf"[\s.(\[]*({_WORD}|{_LETTER})(?!\w)", re.IGNORECASE)


def has_label(number: str) -> bool:
    """Whether the value of a number variable begins with a label of its own.

    >>> has_label("pp. 5-7"), has_label("Vol. 2"), has_label("S. 1234"), has_label("5-7")
    (True, True, False, False)
    """
    return _LABELLED.match(number) is not None


def without_label(number: str, before: str = "", behind: str = "") -> str:
    """`number` without the label of its own that the text `before` or `behind` it gives, too.

    >>> without_label("Nr. 41", before="Law No. "), without_label("Nr. 41", before="Law, ")
    ('41', 'Nr. 41')
    >>> without_label("2nd edition", behind=" ed."), without_label("3 vols.", behind=" Bde.")
    ('2nd', '3')
    """
    own = _LEADING.match(number)
    if own is not None and _kind(own) == _kind(_LAST.search(before)):
        return number[own.end() :]
    own = _TRAILING.search(number)
    if own is not None and _kind(own) == _kind(_FIRST.match(behind)):
        return number[: own.start()]
    return number


def has_label_behind(number: str, label: str) -> bool:
    """Whether `number` ends with a label of the kind that `label` is.

    >>> has_label_behind("2nd edition", "ed."), has_label_behind("47 S.", "p.")
    (True, True)
    >>> has_label_behind("2nd", "ed."), has_label_behind("2nd edition", "p.")
    (False, False)
    """
    own = _TRAILING.search(number)
    return own is not None and _kind(own) == _kind(_FIRST.match(label))


def is_label(text: str) -> bool:
    """Whether `text` is a label and nothing else: "ed.", " vol. "."""
    found = _FIRST.match(text)
    return found is not None and not text[found.end() :].strip(" .:")


def _kind(found: re.Match[str] | None) -> str | None:
    return _KINDS[found[found.lastindex or 1].lower()] if found is not None else None
