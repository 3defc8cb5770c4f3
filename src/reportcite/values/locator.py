"""Locators as people write them: `p. 12`, `S. 12-14`, `ch. 3`, `§ 4` (CSL 1.0.2, "Locators").

A label is one of the language that is written, by its terms and usual abbreviations; words that are
none (`Rn. 5`, `vgl. S. 3`) are nothing that could be put in other words, and stay as typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from reportcite.errors import UsageError
from reportcite.patterns import pattern
from reportcite.vocabulary import LOCATOR_SPELLINGS, LOCATORS


class Locator(NamedTuple):
    """A CSL locator: what kind of place it is, and which one."""

    label: str
    value: str


UNLABELLED: Final = "unlabelled"
"""For what needs no label: no term of CSL has that name, so that styles print none."""


def _spellings(language: str) -> Iterator[tuple[str, str]]:
    for label, words in LOCATOR_SPELLINGS.get(language, {}).items():
        for word in words.split():
            yield word, label


_NAMES: Final = {label: label for label in LOCATORS}
_ENGLISH: Final = {**_NAMES, **dict(_spellings("en"))}

LABELS: Final[Mapping[str, str]] = MappingProxyType({**dict(_spellings("de")), **_ENGLISH})
"""Spelling in English or German, in small letters and without a full stop at its end → CSL locator
label."""

# §, n° and words of scripts without spaces.
_SYMBOL: Final = r"[^\w\s.,;()\[\]]+|[^\W\d_]{1,2}[°º]|[\u3040-\u30ff\u3400-\u9fff]+"
_ATTACHED: Final = pattern(
    rf"(?P<symbol>{_SYMBOL})\.?(?P<number>[\w(\[*].*)"
    r"|(?P<word>[^\d\s]*[^\W\d_])\.(?P<value>[(\[*]?(?:\d.*|[ivxlcdm]+))"
    r"|(?P<page>pp?)(?P<pages>\d.*)",
    re.IGNORECASE,
)
_NEXT: Final = pattern(r"\s*[,;]\s*")
_CLOCK: Final = pattern(r"\d{1,2}(?::\d{2}){1,2}(?:\s*[-–]\s*\d{1,2}(?::\d{2}){1,2})?")
_ROMAN: Final = (
    r"(?=[ivxlcdm])m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})"
    r"|(?=[IVXLCDM])M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})"
)
_NUMBER: Final = pattern(
    rf"[^\w\s]*(?:(?:{_ROMAN})(?:[-–/.](?:{_ROMAN}))*|\S*\d\S*)[^\w\s.]*\.?(?:\s.*)?"
    r"|(?:(?=[^\W\d_a-z])\w(?:\s.*)?|[^\W\d_])"
)
"""Begins with a number: roman, a capital, or anything with a digit in it; or is one letter."""
_MOST_WORDS: Final = 3
_LONG: Final = 4

_LABEL: Final = "|".join(re.escape(word) for word in sorted(LABELS, key=len, reverse=True))
_OWN_LABEL: Final = pattern(rf"(?i:{_LABEL})\. ?\S|[§¶]")
_NUMBER_WITH_LABEL: Final = pattern(rf"(?:{_LABEL})\. ?\d")
_NUMBERS_OF_TWO_KINDS: Final = pattern(rf"(.+), ({_LABEL})\. ?(.+)")


def labels_in(
    language: str, terms: Mapping[str, str], kept: Iterable[str] = ()
) -> Mapping[str, str]:
    """The spellings of labels in `language`, a tag: its own `terms` (spelling → label) and its
    abbreviations, then those of English and, where they are longer than a letter, of others. What
    is `kept` is printed as it is typed, in these capitals and with this full stop.

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
        word = _key(term)
        # Where a language has no term, the English one stands in, and its own words go first.
        if word and _ENGLISH.get(word) != label:
            found[word] = label
    return found | {" ".join(spelling.split()): UNLABELLED for spelling in kept}


def parse_locator(text: str, labels: Mapping[str, str] = LABELS) -> Locator:
    """What `text` points to; a number without a label is a page, a time one of a recording.

    `labels` gives the label of a spelling. Words that are none of these have no label, and neither
    have several numbers of different kinds: they stay as typed. Raises UsageError for an empty
    text.

    >>> parse_locator("pp. 12-14")
    Locator(label='page', value='12-14')
    >>> parse_locator("§ 4")
    Locator(label='section', value='4')
    >>> parse_locator("xii"), parse_locator("A 12")
    (Locator(label='page', value='xii'), Locator(label='page', value='A 12'))
    >>> parse_locator("Bd. 2, S. 5"), parse_locator("Rn. 5")
    (Locator(label='unlabelled', value='Bd. 2, S. 5'), Locator(label='unlabelled', value='Rn. 5'))
    """
    text = " ".join(text.split())
    if not text:
        raise UsageError("the locator is empty", suggestion="write it like 'p. 12' or 'ch. 3'")
    if _CLOCK.fullmatch(text):
        return Locator("timestamp", text)
    first, *others = [_one(part, labels) for part in _NEXT.split(text)]
    found = {label for label, _ in others if label}
    if UNLABELLED in {first[0], *found}:
        return Locator(UNLABELLED, text)
    if not found:
        label, value = _one(text, labels)
        return Locator(label or _label_of(value, labels), value)
    if found != {first[0] or _label_of(first[1], labels)}:
        return Locator(UNLABELLED, text)
    values = [value for _, value in (first, *others) if value]
    return Locator(found.pop(), ", ".join(values))


def _one(text: str, labels: Mapping[str, str]) -> tuple[str, str]:
    """Label, or "" without one, and what is behind it."""
    words = text.split(" ")
    for count in range(min(len(words) - 1, _MOST_WORDS), 0, -1):
        head, rest = " ".join(words[:count]), " ".join(words[count:])
        label = _label_named(head, labels)
        if label and _is_place(head, rest, label, labels):
            return label, rest
    if match := _ATTACHED.fullmatch(text):
        head = match["symbol"] or match["word"] or match["page"]
        label = _label_named(head, labels)
        if label:
            return label, match["number"] or match["value"] or match["pages"]
    return "", text


def _label_named(head: str, labels: Mapping[str, str]) -> str:
    return labels.get(head) or labels.get(head.rstrip(".")) or labels.get(_key(head), "")


def _key(spelling: str) -> str:
    return " ".join(spelling.split()).rstrip(".").lower()


def _is_place(head: str, rest: str, label: str, labels: Mapping[str, str]) -> bool:
    """Whether `rest` tells which one of a kind: a number, or one word behind a whole one.

    “Table of contents” and “Title page” are no places in a table or title.
    """
    if label == "sub-verbo" or _NUMBER.fullmatch(rest):
        return True
    return len(_key(head)) >= _LONG and " " not in rest and not _label_named(rest, labels)


def _label_of(text: str, labels: Mapping[str, str]) -> str:
    """The label of a text without one: a page, but for words such as “Preface” or “3. Kapitel”."""
    words = text.split(" ")
    if not _NUMBER.fullmatch(text) and len(text) > 2:
        return UNLABELLED
    named = any(len(word) >= _LONG and _label_named(word, labels) for word in words[1:])
    return UNLABELLED if named else "page"


def locator_label(label: str, locator: str) -> str:
    """The kind of a locator by its CSL name; "" where the locator names its kind itself.

    >>> locator_label("page", "12"), locator_label("", "12"), locator_label("page", "ch. 3")
    ('page', 'page', '')
    """
    if _OWN_LABEL.match(locator):
        return ""
    return "sub-verbo" if label == "sub verbo" else label or "page"


def has_label(number: str) -> bool:
    """Whether the value of a number variable begins with a label of its own: "pp. 5-7"."""
    return _NUMBER_WITH_LABEL.match(number) is not None


def two_kinds(number: str) -> tuple[str, str, str] | None:
    """The numbers of "7, p. 3-8" apart, and the kind of the later ones: ("7", "page", "3-8")."""
    found = _NUMBERS_OF_TWO_KINDS.fullmatch(number)
    return (found[1], LABELS[found[2]], found[3]) if found else None
