"""Reads a record in the plainest YAML, without PyYAML: that takes longer to import than a small
file to be read, and twice as long for a record.

What programs and most people write is this: a field a line, lists of names, words in brackets.
Where a document has anything else, or anything doubtful, nothing is read, and it is for the reader
of YAML. This is a hot path of every cold run, and of every file of many records.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Final, TypeAlias

from reportcite.errors import Place
from reportcite.formats.reading.source import DIRECTIVE
from reportcite.record.assemble.notations import OWN
from reportcite.record.assemble.record import assemble
from reportcite.record.model import Record
from reportcite.record.untyped import NONE, Notation, Places, Untyped, UntypedRecord

_LONGEST_KEY: Final = 100
# Those that mean more to the reader of YAML than a field of that name.
_OTHER_KEYS: Final = frozenset({"references", "custom"})
# What begins no plain scalar, or does so only before some characters (YAML 1.2.2, 7.3.3).
_INDICATORS: Final = frozenset("-?:,[]{}#&*!|>'\"%@`")
_WORDS: Final = frozenset({"", "null", "~", NONE})

_Lines: TypeAlias = Sequence[tuple[int, str]]
"""Lines in which something stands, each with its number."""


class _NotSimple(Exception):
    """There is more in the document than this module reads."""


def simple_record(
    text: str, place: Place, stem: str, *, first: bool, notation: Notation = OWN
) -> Record | None:
    """The record that is all there is in `text`, which begins at `place`, where it is written
    plainly; else None.

    It is then the one that `read_yaml` finds, with the same places; without an id it is named after
    `stem` and, unless it is the `first`, its line.
    """
    # Comments may mean something to this program where they stand behind a value, or name it. There
    # are no tabs, control characters or other line breaks.
    if " #" in text or DIRECTIVE in text or not text.replace("\n", "").isprintable():
        return None
    lines = [
        (number, line)
        for number, line in enumerate(text.split("\n"), place.line)
        if line and line[0] != "#"
    ]
    if not lines:
        return None
    values = _Values()
    try:
        values.read(lines)
    except _NotSimple:
        return None
    line = lines[0][0]
    return assemble(
        UntypedRecord(
            values.fields,
            Place(place.file, line, 1),
            notation,
            stem if first else f"{stem}-{line}",
            values.stated_none if notation.states_none else (),
            (),
            values.places,
        )
    )


class _Values:
    """The fields of a record as they are found, as the reader of YAML has them."""

    __slots__ = ("fields", "places", "stated_none")

    def __init__(self) -> None:
        self.fields: dict[str, Untyped] = {}
        self.places: Places = {}
        self.stated_none: set[str] = set()

    def read(self, lines: _Lines) -> None:
        """Raises _NotSimple."""
        fields, places = self.fields, self.places
        at, end = 0, len(lines)
        while at < end:
            number, line = lines[at]
            name, colon, rest = line.partition(": ")
            typed = rest.strip(" ")
            if not colon:
                name, colon, rest = line.partition(":")
                if not colon or rest:
                    raise _NotSimple
            if not _is_key(name) or name in fields or name in _OTHER_KEYS:
                raise _NotSimple
            at += 1
            if not typed:
                fields[name], at = self._members(name, lines, at)
            elif typed[0] == "[":
                column = len(line) - len(rest.lstrip(" "))
                fields[name] = self._words(name, typed, number, column)
            elif typed == NONE:
                fields[name] = typed
                self.stated_none.add(name)
            else:
                fields[name] = _scalar(typed)
            places[name] = (number, 1)

    def _words(self, name: str, typed: str, number: int, column: int) -> list[Untyped]:
        """The members of a list in brackets, which are words without any punctuation."""
        if typed[-1] != "]":
            raise _NotSimple
        words: list[Untyped] = []
        column += 1
        for word in typed[1:-1].split(","):
            text = word.strip(" ")
            if not text.replace(" ", "").isalnum() or text in _WORDS:
                raise _NotSimple
            words.append(text)
            begin = column + len(word) - len(word.lstrip(" "))
            self.places[f"{name}/{len(words)}"] = (number, begin + 1)
            column += len(word) + 1
        return words

    def _members(self, name: str, lines: _Lines, at: int) -> tuple[list[Untyped], int]:
        """The members of the list that begins in line `at`, and the line behind it."""
        members: list[Untyped] = []
        first = lines[at][1] if at < len(lines) else ""
        indent = len(first) - len(first.lstrip(" "))
        dash, deeper = f"{first[:indent]}- ", f"{first[:indent]}  "
        column, end = indent + 2, len(lines)
        while at < end and (line := lines[at][1]).startswith(dash):
            number, content = lines[at][0], line[column:].rstrip(" ")
            if not content or content[0] == " ":
                raise _NotSimple
            at += 1
            if ": " not in content and content[-1] != ":":
                members.append(_scalar(content))
            else:
                member = dict([_entry(content)])
                while at < end and (line := lines[at][1]).startswith(deeper):
                    key, value = _entry(line[column:])
                    if key in member:
                        raise _NotSimple
                    member[key] = value
                    at += 1
                members.append(member)
            self.places[f"{name}/{len(members)}"] = (number, column + 1)
        if not members:
            raise _NotSimple
        return members, at


def _entry(content: str) -> tuple[str, Untyped]:
    """The key and value of a mapping in a list."""
    key, _, typed = content.partition(": ")
    if not _is_key(key):
        raise _NotSimple
    return key, _scalar(typed.strip(" "))


@lru_cache(maxsize=256)  # the records of a file have the same few
def _is_key(name: str) -> bool:
    letters = name.replace("-", "")
    return letters.isalnum() and name[0].isalpha() and len(name) < _LONGEST_KEY


def _scalar(typed: str) -> str:
    """The text of a scalar on one line, with or without quotes."""
    first = typed[:1]
    if first in _INDICATORS:
        return _quoted(typed, first)
    if ": " in typed or typed in _WORDS or typed[-1] == ":":
        raise _NotSimple
    return typed


def _quoted(typed: str, mark: str) -> str:
    text = typed[1:-1]
    if mark not in "'\"" or len(typed) < 2 or typed[-1] != mark:
        raise _NotSimple
    if mark == "'" and mark in text:
        if mark in text.replace("''", ""):
            raise _NotSimple
        return text.replace("''", "'")
    if mark in text or "\\" in text:
        raise _NotSimple
    return text
