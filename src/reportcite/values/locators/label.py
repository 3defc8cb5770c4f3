"""The labels of locators and how they are spelled (CSL 1.0.2, "Locators").

A label is one of the language that is written, by its terms and usual abbreviations.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from reportcite.patterns import pattern
from reportcite.vocabulary import LOCATOR_SPELLINGS, LOCATORS

UNLABELLED: Final = "unlabelled"
"""For what needs no label: no term of CSL has that name, so that styles print none."""
_AS_TYPED: Final = " as typed"


def _spellings(language: str) -> Iterator[tuple[str, str]]:
    for label, words in LOCATOR_SPELLINGS.get(language, {}).items():
        for word in words.split():
            yield word, label


_NAMES: Final = {label: label for label in LOCATORS}
_ENGLISH: Final = {**_NAMES, **dict(_spellings("en"))}

LABELS: Final[Mapping[str, str]] = MappingProxyType({**dict(_spellings("de")), **_ENGLISH})
"""Spelling in English or German, in small letters and without a full stop at its end → CSL locator
label."""

_LABEL: Final = "|".join(re.escape(word) for word in sorted(LABELS, key=len, reverse=True))
_OWN_LABEL: Final = pattern(rf"(?i:{_LABEL})\. ?\S|[§¶]")
_NUMBERS_OF_TWO_KINDS: Final = pattern(rf"(.+), ({_LABEL})\. ?(.+)")


def labels_in(
    language: str,
    terms: Mapping[str, str],
    kept: Iterable[str] = (),
    borrowed: Collection[str] = (),
) -> Mapping[str, str]:
    """The spellings of labels in `language`, a tag: its own `terms` (spelling → label) and its
    abbreviations, then those of English and, where they are longer than a letter, of others. What
    is `kept` is printed as it is typed, in these capitals and with this full stop; its labels are
    those of `as_typed`. So are words of the language for the labels whose terms are `borrowed` from
    English; those that are English, too, if they have a capital ("Art. 3").

    >>> labels = labels_in("es-ES", {"cap.": "chapter"})
    >>> labels["cap"], labels["págs"], labels["p"], labels["kap"]
    ('chapter', 'page', 'page', 'chapter')
    """
    code = language.partition("-")[0]
    found: dict[str, str] = {"S": "page"}  # a German capital, unlike the s. of other languages
    for other in LOCATOR_SPELLINGS:
        for word, label in _spellings(other):
            if len(word) > 1:
                found.setdefault(word, label)
    found |= _ENGLISH | dict(_spellings(code))
    for term, label in terms.items():
        word = key_of(term)
        # Where a language has no term, the English one stands in, and its own words go first.
        if word and _ENGLISH.get(word) != label:
            found[word] = label
    for word, label in _spellings(code):
        if label in borrowed:
            found[word.capitalize()] = as_typed(label)
            if _ENGLISH.get(word) != label:
                found[word] = as_typed(label)
    return found | {
        " ".join(spelling.split()): as_typed(kind_of(found[key_of(spelling)]))
        for spelling in kept
        if key_of(spelling) in found
    }


def as_typed(label: str) -> str:
    """The label of a locator of that kind that names its kind itself: `Kap. 3`.

    No term of CSL has that name, so that styles print none; their conditions take it for `label`.

    >>> kind_of(as_typed("chapter")), names_kind(as_typed("chapter")), names_kind("chapter")
    ('chapter', True, False)
    """
    return label + _AS_TYPED


def names_kind(label: str) -> bool:
    """Whether `label` is one of `as_typed`."""
    return label.endswith(_AS_TYPED)


def kind_of(label: str) -> str:
    """The CSL label that `label` is, as typed or not."""
    return label.removesuffix(_AS_TYPED)


def key_of(spelling: str) -> str:
    """`spelling` as labels have it: in small letters, without a full stop at its end."""
    return " ".join(spelling.split()).rstrip(".").lower()


def locator_label(label: str, locator: str) -> str:
    """The kind of a locator by its CSL name; "" where the locator names its kind itself.

    >>> locator_label("page", "12"), locator_label("", "12"), locator_label("page", "ch. 3")
    ('page', 'page', '')
    """
    if not names_kind(label) and _OWN_LABEL.match(locator):
        return ""
    return "sub-verbo" if label == "sub verbo" else label or "page"


def two_kinds(number: str) -> tuple[str, str, str] | None:
    """The numbers of "7, p. 3-8" apart, and the kind of the later ones: ("7", "page", "3-8")."""
    found = _NUMBERS_OF_TWO_KINDS.fullmatch(number)
    return (found[1], LABELS[found[2]], found[3]) if found else None
