"""A MARC record before it is understood: its leader, and its fields as ISO 2709 holds them."""

from __future__ import annotations

from operator import itemgetter
from typing import Final

from reportcite.patterns import pattern
from reportcite.record.custom import json_value
from reportcite.tuples import NamedTuple

DELIMITER: Final = "\x1f"
"""Begins a subfield, before its code."""
FIELD_END: Final = "\x1e"
RECORD_END: Final = "\x1d"

LONGEST_CACHED: Final = 400
"""Characters of a field; what is longer is seldom there twice."""

_SHOWN: Final = "‡"
_SHOWN_DELIMITER: Final = pattern("‡(‡?)")
_STRUCTURE: Final = str.maketrans(dict.fromkeys((DELIMITER, FIELD_END, RECORD_END), " "))
# ISO 6630: around an article that is not sorted by.
_NOT_SORTED: Final = str.maketrans(dict.fromkeys("\x88\x89\x98\x9c", ""))


class Marc(NamedTuple):
    """One record: its leader, and tag and content of each field in order.

    The content of a data field is two indicators and its subfields, each U+001F, its code and its
    text; that of a control field (tags below 010) is a text.
    """

    leader: str
    fields: list[tuple[str, str]]


def subfields(content: str) -> list[tuple[str, str]]:
    """Code and text of each subfield that has a text.

    >>> subfields("10\\x1faMain :\\x1fbsub")
    [('a', 'Main :'), ('b', 'sub')]
    """
    # Run for most fields of a catalogue.
    _, *parts = content.split(DELIMITER)
    return [(part[0], text) for part in parts if (text := part[1:].strip())]


def first_texts(content: str) -> dict[str, str]:
    """The first text of each subfield code."""
    # Run for most fields of a catalogue: the first of a code is the last to be put in.
    parts = content.split(DELIMITER)[:0:-1]
    return {part[0]: text for part in parts if (text := part[1:].strip())}


def text_of(content: str, code: str) -> str:
    """The first text of the subfield `code`; "" where there is none.

    >>> text_of("10\\x1faMain :\\x1fbsub", "b")
    'sub'
    """
    # Run for many fields of a catalogue, in which the first of a code has a text.
    at = content.find(DELIMITER + code)
    while at >= 0:
        if text := content[at + 2 :].partition(DELIMITER)[0].strip():
            return text
        at = content.find(DELIMITER + code, at + 2)
    return ""


def has_only(content: str, codes: frozenset[str]) -> bool:
    """Whether all subfields are among these `codes`.

    >>> has_only("10\\x1faMain\\x1fbsub", frozenset("ab")), has_only("10\\x1faMain", frozenset("b"))
    (True, False)
    """
    # Run for most fields of a catalogue, of which half have one subfield.
    _, *parts = content.split(DELIMITER)
    if len(parts) == 1:
        return parts[0][:1] in codes
    return codes.issuperset([part[:1] for part in parts])


def content_of(indicators: str, parts: list[tuple[str, str]]) -> str:
    """The content of a data field; characters that would break it are spaces in it."""
    return indicators + "".join([f"{DELIMITER}{code}{plain(text)}" for code, text in parts])


def plain(text: str) -> str:
    """`text` without the characters that ISO 2709 is built of, and without sorting marks."""
    return text if text.isprintable() else text.translate(_STRUCTURE).translate(_NOT_SORTED)


def shown(content: str) -> str:
    """The content of a field as it is kept for people to read, with ‡ before each code.

    >>> shown("0 \\x1fa1 ‡\\x1fb2"), content_from("0 ‡a1 ‡‡‡b2")
    ('0 ‡a1 ‡‡‡b2', '0 \\x1fa1 ‡\\x1fb2')
    """
    return content.replace(_SHOWN, _SHOWN * 2).replace(DELIMITER, _SHOWN)


def content_from(text: str) -> str:
    """The content that `shown` showed."""
    return _SHOWN_DELIMITER.sub(lambda match: _SHOWN if match[1] else DELIMITER, text)


def kept_by_tag(fields: list[tuple[str, str]]) -> dict[str, list[str]]:
    """The contents of `fields`, as people read them, by tag.

    >>> kept_by_tag([("300", "  \\x1fa2 v."), ("010", "  \\x1fa1")])
    {'010': ['  ‡a1'], '300': ['  ‡a2 v.']}
    """
    by_tag: dict[str, list[str]] = {}
    for tag, content in sorted(fields, key=itemgetter(0)):
        by_tag.setdefault(tag, []).append(json_value(shown(content)))
    return by_tag
