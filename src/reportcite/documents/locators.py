"""Parts the locator from what else stands behind a key (pandoc's manual, "Citation syntax")."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, TypeAlias

from reportcite.patterns import pattern
from reportcite.tuples import NamedTuple
from reportcite.values.locators.label import names_kind
from reportcite.values.locators.typed import is_clock_time

LabelOf: TypeAlias = Callable[[str], str | None]
"""Gives the label that a word stands for, of CSL or of a locator as typed; None for others."""

_START: Final = pattern(r"[\s\xa0]*,?[\s\xa0]*")
_LABELS: Final = tuple(
    pattern(rf"(?P<word>{word})(?P<stop>\.?)[\s\xa0]*(?=[^\s.])")
    for word in (
        r"[^\W\d_]+(?:[ \xa0.]{1,2}[^\W\d_]+){2}",
        r"[^\W\d_]+[ \xa0.]{1,2}[^\W\d_]+",
        r"[§¶]{1,2}|[^\W\d_]+",
    )
)
"""What looks like a label: of three words first, as `s. v.` is none of a page `v`."""
# A number, a Roman numeral, or letters and digits together; marks may stand within it.
_WORD: Final = r"(?:[^\s,;{}\[\]()]*\d[^\s,;{}\[\]()]*|[ivxlcdmIVXLCDM]+(?:[-–][ivxlcdmIVXLCDM]+)?)"
_PARENTHESIS: Final = r"(?:\([^\s()]*\)(?:[-–]\([^\s()]*\))?|\[[^\s\[\]]*\])"
_UNIT: Final = rf"(?:{_WORD}|{_PARENTHESIS})+(?:\s*[-–]\s*{_WORD})?"
_WORDS: Final = pattern(rf"{_UNIT}(?:(?:\s*[,;&]\s*|\s+(?=\d)){_UNIT}(?![^\W\d_]))*")
_FOLLOWING: Final = pattern(r"(?<=\d)[\s\xa0]?ff?(?:\.|(?!\w))")
"""That pages follow: “12 f.”, “12ff.”."""
_MARK_AT_END: Final = pattern(r"[.,;:!?]+$")


class Behind(NamedTuple):
    """What stands behind a key: the locator with its CSL label, and the suffix."""

    label: str
    locator: str
    suffix: str


def behind_key(text: str, label_of: LabelOf) -> Behind:
    """The locator and the suffix in the text behind a key.

    A locator begins with a label and goes on as long as there are numbers; without a label it is a
    page. Braces say what is the locator, and that of `{}` is none. Where a label is one as typed
    (`labels.as_typed`), it is part of the locator.

    >>> label_of = {"p": "page", "pp": "page", "chap": "chapter"}.get
    >>> behind_key(", pp. 33-35, 38 and *passim*", label_of)
    Behind(label='page', locator='33-35, 38', suffix=' and *passim*')
    >>> behind_key(", pp. 12 ff., note", label_of)
    Behind(label='page', locator='12 ff.', suffix=', note')
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
            value = inner if names_kind(label) else value
            rest = text[end + 1 :]
            return Behind(label, value.strip(), rest if inner.strip() else text[:start] + rest)
    label, value = _labelled(text[start:], label_of)
    words = _WORDS.match(value)
    locator = _MARK_AT_END.sub("", words[0]) if words else ""
    if not locator or not _is_locator(locator, value, labelled=value != text[start:]):
        return Behind("page", "", text)
    if following := _FOLLOWING.match(value, len(locator.rstrip("f"))):
        locator = value[: following.end()]
    if label == "page" and is_clock_time(locator):
        label = "timestamp"
    suffix = value[len(locator) :]
    if names_kind(label):
        locator = " ".join(text[start : len(text) - len(suffix)].split())
    return Behind(label, locator, suffix)


def behind_author(text: str, label_of: LabelOf) -> Behind:
    """As `behind_key`, of what stands in brackets behind a key whose author is in the sentence:
    a comma parts words that are no locator from what is printed, as in pandoc.

    >>> behind_author("my italics", lambda word: None).suffix
    ', my italics'
    """
    found = behind_key(text, label_of)
    if found.locator or not found.suffix[:1].isalnum():
        return found
    return found._replace(suffix=f", {found.suffix}")


def _labelled(text: str, label_of: LabelOf) -> tuple[str, str]:
    """The label that `text` begins with, `page` without one, and what is behind it."""
    for each in _LABELS:
        match = each.match(text)
        if not match:
            continue
        word = " ".join(match["word"].split())
        label = label_of(f"{word}{match['stop']}") or label_of(word.casefold()) or label_of(word)
        if label:
            return label, text[match.end() :]
    return "page", text


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
