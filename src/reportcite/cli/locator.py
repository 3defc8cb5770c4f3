"""Locators as people write them: `p. 12`, `S. 12-14`, `ch. 3`, `§ 4` (CSL 1.0.2, "Locators")."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from reportcite.errors import UsageError
from reportcite.patterns import pattern
from reportcite.values.locator import LABELS
from reportcite.vocabulary import LOCATORS


class Locator(NamedTuple):
    """A CSL locator: what kind of place it is, and which one."""

    label: str
    value: str


UNLABELLED: Final = "unlabelled"
"""For what needs no label: no term of CSL has that name, so that styles print none."""

_LABELLED: Final = pattern(
    r"(?P<word>[^\W\d_][^\d\s]*?(?=\.?\s|\.\d|\.[ivxlcdm]+$)|[§¶]{1,2})\.?\s*(?P<value>\S.*)"
)
_BARE_PAGE: Final = pattern(r"pp?(?P<value>\d.*)", re.IGNORECASE)
_NEXT: Final = pattern(r"\s*[,;]\s*")
_CLOCK: Final = pattern(r"\d{1,2}(?::\d{2}){1,2}(?:\s*[-–]\s*\d{1,2}(?::\d{2}){1,2})?")
_ROMAN: Final = pattern(r"[ivxlcdm]+(?:\s*[-–,;]\s*[ivxlcdm]+)*", re.IGNORECASE)


def parse_locator(text: str) -> Locator:
    """What `text` points to; a number without a label is a page, a time one of a recording.

    Words alone have no label, and neither have several numbers of different kinds, whose labels
    stay as typed. Raises UsageError for an empty text, or a number after a word that is no label.

    >>> parse_locator("pp. 12-14")
    Locator(label='page', value='12-14')
    >>> parse_locator("§ 4")
    Locator(label='section', value='4')
    >>> parse_locator("xii")
    Locator(label='page', value='xii')
    >>> parse_locator("Bd. 2, S. 5")
    Locator(label='unlabelled', value='Bd. 2, S. 5')
    """
    text = " ".join(text.split())
    if not text:
        raise UsageError("the locator is empty", suggestion="write it like 'p. 12' or 'ch. 3'")
    if _CLOCK.fullmatch(text):
        return Locator("timestamp", text)
    first, *others = [_one(part) for part in _NEXT.split(text)]
    labels = {label for label, _ in others if label}
    if not labels:
        label, value = _one(text)
        return Locator(label or _label_of(value), value)
    if labels != {first[0] or "page"}:
        return Locator(UNLABELLED, text)
    values = [value for _, value in (first, *others) if value]
    return Locator(first[0] or "page", ", ".join(values))


def _one(text: str) -> tuple[str, str]:
    """Label, or "" without one, and what is behind it."""
    if bare := _BARE_PAGE.fullmatch(text):
        return "page", bare["value"]
    labelled = _LABELLED.fullmatch(text)
    if labelled is None:
        return "", text
    label = LABELS.get(labelled["word"].lower())
    if label is not None and not labelled["value"].startswith("of "):  # the table of contents
        return label, labelled["value"]
    if labelled["value"][0].isdigit():
        raise _unknown_label(labelled["word"])
    return "", text


def _label_of(text: str) -> str:
    """That of a text without one: a page, but for words such as “Preface”."""
    wordy = len(text) > 2 and not any(map(str.isdigit, text)) and not _ROMAN.fullmatch(text)
    return UNLABELLED if wordy else "page"


def _unknown_label(word: str) -> UsageError:
    from reportcite.cli.suggest import nearest

    return UsageError(
        f"'{word}' is no label of a locator", suggestion=nearest(word, sorted(LOCATORS))
    )
