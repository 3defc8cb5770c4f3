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


# Hot: each entry asks for what stands behind a number, which needs no patterns to be compiled.
_MARKS: Final = "°№§¶"
_BETWEEN: Final = " \u00a0.([:"
_LABEL: Final = rf"([^\W\d_]+°?|[{_MARKS}]+)"
_LEADING: Final = pattern(rf"{_LABEL}(\.?[ \u00a0]?)(?:\d|[ivxlc]+\b)", re.IGNORECASE)
_LAST: Final = pattern(rf"(?<!\w){_LABEL}([\s.:(\[]*)(?:1[-–])?\Z")
# "Patent No. 123" or "Patent No. US 123", before which "Patent No." stands.
_WORDED: Final = pattern(rf"([^\W\d_]+ )({_LABEL}\.? ?)(?:[a-z]{{2}} ?)?\d", re.IGNORECASE)
_LONGEST: Final = 40
"""Letters, at the end of a text, of a label and the marks behind it."""


def has_label(number: str) -> bool:
    """Whether the value of a number variable begins with a label of its own.

    >>> has_label("pp. 5-7"), has_label("Vol. 2"), has_label("S. 1234"), has_label("5-7")
    (True, True, False, False)
    """
    own = _LEADING.match(number)
    if own is None or _kind_before(own) is None or not number[own.end() - 1].isdigit():
        return False
    # A capital with a full stop may be of an identifier: "S. 1234" is a bill.
    return len(own[1]) > 1 or not own[1].isupper()


def without_label(number: str, before: str = "", behind: str = "") -> str:
    """`number` without the label of its own that the text `before` or `behind` it gives, too.

    >>> without_label("Nr. 41", before="Law No. "), without_label("Nr. 41", before="Law, ")
    ('41', 'Nr. 41')
    >>> without_label("2nd edition", behind=" ed."), without_label("3 vols.", behind=" Bde.")
    ('2nd', '3')
    >>> without_label("3 vols.", before="Vols. 1-"), without_label("Patent No. 7", "Patent Nr. ")
    ('3', '7')
    """
    own = _LEADING.match(number)
    said = _kinds_said_before(before)
    if own and _kind_before(own) and any(kind in said for kind in _kinds_of(own[1])):
        return number[own.end(2) :]
    if worded := _worded(number, before):
        return number[worded:]
    start, kind = _label_behind(number)
    if kind and (kind == _KINDS.get(_first_word(behind)) or kind in said):
        return number[:start]
    return number


def _worded(number: str, before: str) -> int:
    """Where the number proper begins in "Patent No. 7", if a "Patent No." stands `before` it."""
    own = _WORDED.match(number)
    if own is None or _KINDS.get(own[3].lower()) not in _kinds_said_before(before):
        return 0
    said = _LAST.search(before[-_LONGEST:])
    assert said is not None
    word = before[-_LONGEST:][: said.start()].lower()
    return own.end(2) if word.endswith(own[1].lower()) else 0


def has_label_behind(number: str, label: str) -> bool:
    """Whether `number` ends with a label of the kind that `label` is.

    >>> has_label_behind("2nd edition", "ed."), has_label_behind("47 S.", "p.")
    (True, True)
    >>> has_label_behind("2nd", "ed."), has_label_behind("2nd edition", "p.")
    (False, False)
    """
    _, kind = _label_behind(number)
    return kind != "" and kind == _KINDS.get(_first_word(label))


def is_label(text: str) -> bool:
    """Whether `text` is a label and nothing else: "ed.", " vol. "."""
    return text.strip(_BETWEEN).lower() in _KINDS


def _kind_before(own: re.Match[str]) -> str | None:
    """The kind of a label before a number; a letter needs a full stop, a word that or a space."""
    label, end = own[1], own[2]
    parted = "." in end if len(label) == 1 and label.isalpha() else end or not label.isalpha()
    return _KINDS.get(label.lower()) if parted else None


def _kinds_said_before(text: str) -> tuple[str, ...]:
    said = _LAST.search(text[-_LONGEST:])
    # A letter without a mark may be somebody's initial.
    if said is None or (len(said[1]) == 1 and said[1].isalpha() and said[2][:1] not in {".", ":"}):
        return ()
    return _kinds_of(said[1])


def _kinds_of(label: str) -> tuple[str, ...]:
    # "v. 2" is a verse of the Bible, and a volume in Portuguese and in library cards.
    if label in {"v", "V"}:
        return ("verse", "volume")
    kind = _KINDS.get(label.lower())
    return (kind,) if kind else ()


def _label_behind(number: str) -> tuple[int, str]:
    """Where the label behind a number begins, with the space before it, and its kind; "" for none.

    A letter needs a digit before it: "47 S.".
    """
    text = number.rstrip(".").replace("\u00a0", " ")
    start = text.rfind(" ")
    if start < 1 or not (text[start - 1].isalnum() or text[start - 1] == "."):
        return start, ""
    label = text[start + 1 :]
    if len(label) == 1 and not text[start - 1].isdigit():
        return start, ""
    return start, _KINDS.get(label.lower(), "")


def _first_word(text: str) -> str:
    """The word that `text` begins with, in small letters; "" where a digit follows it at once."""
    text = text.lstrip(_BETWEEN)
    end = next(
        (i for i, letter in enumerate(text) if not (letter.isalpha() or letter in _MARKS)),
        len(text),
    )
    return "" if text[end : end + 1].isdigit() else text[:end].lower()
