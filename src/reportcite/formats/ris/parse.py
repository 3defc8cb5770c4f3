"""The lines of a RIS file made into references with their tagged values, streamed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from reportcite.errors import Place
from reportcite.formats.reading.entities import unescape
from reportcite.formats.reading.lines import Line
from reportcite.formats.reading.source import too_large
from reportcite.formats.rules import NO_ENTRIES, RIS_SYNTAX
from reportcite.formats.writing.one_line import one_line
from reportcite.limits import LIMITS, Limits
from reportcite.problems import Problem

_TAGGED = re.compile(r"([A-Z][A-Z0-9])  -(?: |$)")
# What some programs and many hands write. Within a text that goes on in the next line it could be
# part of the text, so it counts only in a reference that begins so.
_LOOSELY_TAGGED = re.compile(r"([A-Z][A-Z0-9])[ \t]*-(?:[ \t]|$)")
_LOOSE_BEGINNING = re.compile(r"TY[ \t]*-[ \t]*[A-Z]{2,7}[ \t]*")
# Tags of which EndNote writes each value on a line of its own, and the tag before the first only.
_LISTING = frozenset({"KW", "SN", "UR", "AU", "A1", "A2", "A3", "A4", "ED"})
_SCHEME = re.compile(r"(?:https?|ftp)://|www\.", re.IGNORECASE)


class Field(NamedTuple):
    """One tagged value on one line, and the line of its tag."""

    tag: str
    line: int
    text: str


@dataclass(slots=True)
class Reference:
    """The tagged values between TY and ER."""

    line: int
    tags: list[tuple[str, int]] = field(default_factory=list)  # and their lines
    pieces: list[list[str]] = field(default_factory=list)  # of the value behind each tag
    size: int = 0
    closed: bool = False
    loose: bool = False  # its tags are not followed by exactly two spaces
    not_utf8_line: int = 0  # the first line of it that is not UTF-8

    def fields(self) -> list[Field]:
        """The tagged values, each one line of text."""
        return [
            Field(tag, line, _text_of(pieces))
            for (tag, line), pieces in zip(self.tags, self.pieces, strict=True)
        ]


def _text_of(pieces: list[str]) -> str:
    text = pieces[0] if len(pieces) == 1 else "".join(pieces)
    if "&" in text:
        text = unescape(text)
    return one_line(text)[0]


def references(
    lines: Iterator[Line], name: str, limits: Limits = LIMITS
) -> Iterator[Reference | Problem]:
    """The references in order; a Problem stands for a value outside of any, for a reference that
    is larger than `limits` allow, so that a file without ER costs no memory, and for an empty
    file."""
    reference: Reference | None = None
    lost = 0  # the line of a tagged value outside any reference
    anything = False
    beginning = True
    for line in lines:
        at_beginning, beginning = beginning, line.ended
        loose = reference is not None and reference.loose
        match = _tagged(line.text, loose=loose) if at_beginning else None
        tag = match[1] if match else ""
        if tag == "TY":
            if reference:
                yield reference
            reference = Reference(line.number, loose=not _TAGGED.match(line.text))
            anything = True
        elif reference is None:
            # Programs end a file in lines of their own, such as "EF  - ".
            if match and not lost and tag != "ER" and line.text[match.end() :].strip():
                lost = line.number
                yield _problem("a value stands outside any reference", name, lost, "begin with TY")
            continue
        else:
            lost = 0
        if tag == "ER":
            reference.closed = True
            yield reference
            reference = None
            continue
        _add(reference, match, line, beginning=at_beginning)
        if reference.size > limits.max_record_size:
            yield too_large(limits.max_record_size).at(Place(name, reference.line, 1))
            reference = None
            lost = line.number
    if reference:
        yield reference
    elif not anything and not lost:
        hint = "a reference begins like “TY  - BOOK” and ends in “ER  - ”"
        yield NO_ENTRIES.found("there is no RIS reference in it", hint, place=Place(name))


def _tagged(text: str, *, loose: bool) -> re.Match[str] | None:
    """The tag at the beginning of a line; a reference may begin loosely anywhere."""
    match = _TAGGED.match(text)
    if match is None and (loose or _LOOSE_BEGINNING.fullmatch(text)):
        match = _LOOSELY_TAGGED.match(text)
    return match


def _add(reference: Reference, tag: re.Match[str] | None, line: Line, *, beginning: bool) -> None:
    """Take a tagged line, or a line or a piece of one that continues the value before it."""
    if tag:
        reference.tags.append((tag[1], line.number))
        reference.pieces.append([line.text[tag.end() :]])
    elif beginning and reference.tags and _is_further(reference.tags[-1][0], line.text):
        reference.tags.append((reference.tags[-1][0], line.number))
        reference.pieces.append([line.text])
    elif reference.pieces:
        reference.pieces[-1].append(" " + line.text if beginning else line.text)
    reference.size += len(line.text) + 1
    if not line.utf8:
        reference.not_utf8_line = reference.not_utf8_line or line.number


def _is_further(tag: str, text: str) -> bool:
    """Whether a line without a tag is another value of the tag before, not the rest of its value.

    A wrapped line is indented, and a wrapped name of an organization has no comma.
    """
    if tag not in _LISTING or text[:1] in ("", " ", "\t"):
        return False
    if tag == "UR":
        return _SCHEME.match(text) is not None
    return tag in ("KW", "SN") or "," in text


def _problem(message: str, name: str, line: int, suggestion: str) -> Problem:
    return RIS_SYNTAX.found(message, suggestion, place=Place(name, line, 1))
