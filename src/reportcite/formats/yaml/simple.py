"""Reads one record in the plainest YAML, without PyYAML: that takes longer to import than a
small file to be read.

What people type and `reportcite new` writes is mostly this: a field a line, lists of names, words
in brackets. Where a file has anything else, or anything doubtful, nothing is read, and the reader
of YAML begins anew. This is a hot path of every cold run.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, TypeAlias

from reportcite.errors import Place
from reportcite.formats.reading.source import DIRECTIVE
from reportcite.limits import LIMITS, Limits
from reportcite.record.assemble.notations import OWN
from reportcite.record.assemble.record import assemble, stem_of
from reportcite.record.model import Record
from reportcite.record.untyped import NONE, Notation, Places, Untyped, UntypedRecord

MOST_BYTES: Final = 1 << 13
"""In a larger file PyYAML is worth its import."""

_LONGEST_KEY: Final = 100
# Those that mean more to the reader of YAML than a field of that name.
_OTHER_KEYS: Final = frozenset({"references", "custom"})
# What begins no plain scalar, or does so only before some characters (YAML 1.2.2, 7.3.3).
_INDICATORS: Final = frozenset("-?:,[]{}#&*!|>'\"%@`")
_WORDS: Final = frozenset({"null", "~", NONE})

_Line: TypeAlias = tuple[int, int, str]  # its number, how far it is indented, and the rest


class _NotSimple(Exception):
    """There is more in the file than this module reads."""


def simple_record(
    data: bytes, name: str, limits: Limits = LIMITS, notation: Notation = OWN
) -> Record | None:
    """The record that is all there is in the file `name`, where it is written plainly; else None.

    It is then the one that `read_yaml` finds, with the same places.
    """
    if len(data) > min(MOST_BYTES, limits.max_record_size) or limits.first_line != 1:
        return None
    try:
        text = data.decode()
        lines = list(_lines(text))
        if not lines:
            return None
        values = _Values()
        values.read(lines)
    except (UnicodeDecodeError, _NotSimple):
        return None
    return assemble(
        UntypedRecord(
            values.fields,
            Place(name, lines[0][0], 1),
            notation,
            stem_of(name),
            values.stated_none if notation.states_none else (),
            (),
            values.places,
        )
    )


def _lines(text: str) -> Iterator[_Line]:
    """The lines in which something stands. Comments may mean something to this program only where
    they stand behind a value, or name it."""
    if " #" in text or DIRECTIVE in text:
        raise _NotSimple
    for number, line in enumerate(text.split("\n"), 1):
        # No tabs, control characters or other line breaks.
        if not line.isprintable():
            raise _NotSimple
        content = line.strip(" ")
        if not content or line[0] == "#":
            continue
        yield number, len(line) - len(line.lstrip(" ")), content


class _Values:
    """The fields of a record as they are found, as the reader of YAML has them."""

    def __init__(self) -> None:
        self.fields: dict[str, Untyped] = {}
        self.places: Places = {}
        self.stated_none: set[str] = set()

    def read(self, lines: list[_Line]) -> None:
        """Raises _NotSimple."""
        at = 0
        while at < len(lines):
            number, indent, content = lines[at]
            name, typed = _key(content)
            if indent or name in self.fields or name in _OTHER_KEYS:
                raise _NotSimple
            at += 1
            if not typed:
                members, at = self._members(name, lines, at)
                self.fields[name] = members
            elif typed[0] == "[":
                column = len(content) - len(typed)
                self.fields[name] = self._words(name, typed, number, column)
            elif typed == NONE:
                self.fields[name] = typed
                self.stated_none.add(name)
            else:
                self.fields[name] = _scalar(typed)
            self.places[name] = (number, 1)

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

    def _members(self, name: str, lines: list[_Line], at: int) -> tuple[list[Untyped], int]:
        """The members of the list that begins in line `at`, and the line behind it."""
        members: list[Untyped] = []
        indent = lines[at][1] if at < len(lines) else 0
        while at < len(lines) and lines[at][1] == indent and lines[at][2].startswith("- "):
            number, _, content = lines[at]
            content = content[2:]
            if content[0] == " ":
                raise _NotSimple
            at += 1
            if ": " not in content and content[-1] != ":":
                members.append(_scalar(content))
            else:
                member = dict([_entry(content)])
                while at < len(lines) and lines[at][1] == indent + 2:
                    key, value = _entry(lines[at][2])
                    if key in member:
                        raise _NotSimple
                    member[key] = value
                    at += 1
                members.append(member)
            self.places[f"{name}/{len(members)}"] = (number, indent + 3)
        if not members:
            raise _NotSimple
        return members, at


def _entry(content: str) -> tuple[str, Untyped]:
    """The key and value of a mapping in a list."""
    key, typed = _key(content)
    if not typed:
        raise _NotSimple
    return key, _scalar(typed)


def _key(content: str) -> tuple[str, str]:
    """What stands before the first colon, and what behind it."""
    key, colon, rest = content.partition(":")
    letters = key.replace("-", "")
    if not (letters.isalnum() and key[0].isalpha() and colon and len(key) < _LONGEST_KEY):
        raise _NotSimple
    if rest and rest[0] != " ":
        raise _NotSimple
    return key, rest.strip(" ")


def _scalar(typed: str) -> str:
    """The text of a scalar on one line, with or without quotes; `typed` is not empty."""
    first = typed[0]
    if first in "'\"":
        text = typed[1:-1]
        if len(typed) < 2 or typed[-1] != first or first in text or "\\" in text:
            raise _NotSimple
        return text
    if first in _INDICATORS or ": " in typed or typed[-1] == ":" or typed in _WORDS:
        raise _NotSimple
    return typed
