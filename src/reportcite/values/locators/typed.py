"""Locators as people write them: `p. 12`, `S. 12-14`, `ch. 3`, `§ 4` (CSL 1.0.2, "Locators").

A label is one of the language that is written, by its terms and usual abbreviations; words that are
none (`Rn. 5`, `vgl. S. 3`) are nothing that could be put in other words, and stay as typed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from reportcite.errors import UsageError
from reportcite.patterns import pattern
from reportcite.tuples import NamedTuple
from reportcite.values.locators.label import LABELS, UNLABELLED, key_of, names_kind


class Locator(NamedTuple):
    """A CSL locator: what kind of place it is, and which one."""

    label: str
    value: str


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
    if is_clock_time(text):
        return Locator("timestamp", text)
    first, *others = [_one(part, labels) for part in _NEXT.split(text)]
    found = {label for label, _ in others if label}
    if any(map(names_kind, {first[0], *found})):
        return Locator(first[0] if found <= {first[0]} else UNLABELLED, text)
    if not found:
        label, value = _one(text, labels)
        return Locator(label or _label_of(value, labels), value)
    if found != {first[0] or _label_of(first[1], labels)}:
        return Locator(UNLABELLED, text)
    values = [value for _, value in (first, *others) if value]
    return Locator(found.pop(), ", ".join(values))


def is_clock_time(text: str) -> bool:
    """Whether `text` is a time of a recording, or a range of two: 00:12:30.

    >>> is_clock_time("12:30"), is_clock_time("12")
    (True, False)
    """
    return _CLOCK.fullmatch(text) is not None


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
        label = labels.get(f"{head}.", "") if match["word"] else ""
        label = label or _label_named(head, labels)
        if label:
            return label, match["number"] or match["value"] or match["pages"]
    return "", text


def _label_named(head: str, labels: Mapping[str, str]) -> str:
    return labels.get(head) or labels.get(head.rstrip(".")) or labels.get(key_of(head), "")


def _is_place(head: str, rest: str, label: str, labels: Mapping[str, str]) -> bool:
    """Whether `rest` tells which one of a kind: a number, or one word behind a whole one.

    “Table of contents” and “Title page” are no places in a table or title.
    """
    if label == "sub-verbo" or _NUMBER.fullmatch(rest):
        return True
    return len(key_of(head)) >= _LONG and " " not in rest and not _label_named(rest, labels)


def _label_of(text: str, labels: Mapping[str, str]) -> str:
    """The label of a text without one: a page, but for words such as “Preface” or “3. Kapitel”."""
    words = text.split(" ")
    if not _NUMBER.fullmatch(text) and len(text) > 2:
        return UNLABELLED
    named = any(len(word) >= _LONG and _label_named(word, labels) for word in words[1:])
    return UNLABELLED if named else "page"
