"""Parts the locator from what else stands behind a key (pandoc's manual, "Citation syntax")."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final, NamedTuple, TypeAlias

from reportcite.patterns import pattern

LabelOf: TypeAlias = Callable[[str], str | None]
"""Gives the CSL label that a word without a full stop at its end stands for; None for others."""

_START: Final = pattern(r"[\s\xa0]*,?[\s\xa0]*")
_LABEL: Final = pattern(
    r"(?P<word>[§¶]{1,2}|[^\W\d_]+(?:[ .]{1,2}[^\W\d_]+){0,2}?)(?P<stop>\.?)[\s\xa0]*(?=[^\s.])"
)
# A number, a Roman numeral, or letters and digits together; marks may stand within it.
_WORD: Final = r"(?:[^\s,;{}\[\]()]*\d[^\s,;{}\[\]()]*|[ivxlcdmIVXLCDM]+(?:[-–][ivxlcdmIVXLCDM]+)?)"
_PARENTHESIS: Final = r"(?:\([^\s()]*\)(?:[-–]\([^\s()]*\))?|\[[^\s\[\]]*\])"
_UNIT: Final = rf"(?:{_WORD}|{_PARENTHESIS})+(?:\s*[-–]\s*{_WORD})?"
_WORDS: Final = pattern(rf"{_UNIT}(?:(?:\s*[,;&]\s*|\s+(?=\d)){_UNIT}(?![^\W\d_]))*")
_MARK_AT_END: Final = pattern(r"[.,;:!?]+$")


class Behind(NamedTuple):
    """What stands behind a key: the locator with its CSL label, and the suffix."""

    label: str
    locator: str
    suffix: str


def behind_key(text: str, label_of: LabelOf) -> Behind:
    """The locator and the suffix in the text behind a key.

    A locator begins with a label and goes on as long as there are numbers; without a label it is a
    page. Braces say what is the locator, and that of `{}` is none.

    >>> label_of = {"p": "page", "pp": "page", "chap": "chapter"}.get
    >>> behind_key(", pp. 33-35, 38 and *passim*", label_of)
    Behind(label='page', locator='33-35, 38', suffix=' and *passim*')
    >>> behind_key(", {}99 years later", label_of)
    Behind(label='page', locator='', suffix=', 99 years later')
    >>> behind_key(" and others", label_of)
    Behind(label='page', locator='', suffix=' and others')
    """
    match = _START.match(text)
    start = match.end() if match else 0
    if text[start : start + 1] == "{":
        end = _closing(text, start)
        if end:
            inner = text[start + 1 : end]
            label, value = _labelled(inner, label_of)
            rest = text[end + 1 :]
            return Behind(label, value.strip(), rest if inner.strip() else text[:start] + rest)
    label, value = _labelled(text[start:], label_of)
    words = _WORDS.match(value)
    locator = _MARK_AT_END.sub("", words[0]) if words else ""
    if not locator or not _is_locator(locator, value, labelled=value != text[start:]):
        return Behind("page", "", text)
    return Behind(label, locator, value[len(locator) :])


def _labelled(text: str, label_of: LabelOf) -> tuple[str, str]:
    """The label that `text` begins with, `page` without one, and what is behind it."""
    match = _LABEL.match(text)
    while match:
        label = label_of(match["word"].casefold()) or label_of(match["word"])
        if label:
            return label, text[match.end() :]
        longer = re.compile(_LABEL_OF_MORE_WORDS).match(text)
        match = longer if longer and longer.end() > match.end() else None
    return "page", text


_LABEL_OF_MORE_WORDS: Final = (
    r"(?P<word>[^\W\d_]+(?:[ .]{1,2}[^\W\d_]+){1,2})(?P<stop>\.?)[\s\xa0]*(?=[^\s.])"
)


def _is_locator(locator: str, value: str, *, labelled: bool) -> bool:
    """Whether what looks like numbers is one: letters alone are none without a label."""
    behind = value[len(locator) : len(locator) + 1]
    if behind.isalnum():
        return False
    return labelled or any(map(str.isdigit, locator))


def _closing(text: str, start: int) -> int:
    """Where the brace that opens at `start` is closed; 0 if it is not."""
    depth = 0
    for index in range(start, len(text)):
        depth += (text[index] == "{") - (text[index] == "}")
        if not depth:
            return index
    return 0
