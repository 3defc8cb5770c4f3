"""Lines of text with their numbers out of a binary stream, whatever its bytes are."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from typing import Protocol

from reportcite.errors import Place
from reportcite.formats.recognition.binary import UTF16
from reportcite.formats.rules import ENCODING
from reportcite.problems import Problem
from reportcite.tuples import NamedTuple

LONGEST_LINE = 1 << 20
"""Bytes after which a line is taken in pieces; each piece has the line's number."""


class Line(NamedTuple):
    """One line without its ending, or a piece of a very long one (`ended` is then False).

    A line that is not UTF-8 (`utf8` is then False) is read as Windows-1252.
    """

    number: int
    text: str
    ended: bool = True
    utf8: bool = True


def not_utf8(place: Place) -> Problem:
    """What to say of an entry with a line that is not UTF-8."""
    message = "this is not UTF-8; it is read as Windows-1252"
    return ENCODING.of("text").found(message, "save the file as UTF-8", place=place)


class Readable(Protocol):
    """What bytes are read from, by the line or not."""

    def readline(self, size: int, /) -> bytes:
        """The next line, at most `size` bytes of it."""

    def read(self, size: int, /) -> bytes:
        """The next bytes, at most `size`."""


def numbered_lines(stream: Readable, first: int = 1) -> Iterator[Line]:
    r"""The lines of `stream`, counted from `first`; CR, LF and CRLF end a line, a BOM is left out.

    Old bibliographies in Windows-1252 are read too, and UTF-16 by its byte-order mark.
    """
    number = first
    after_return = False
    for text, utf8 in _texts(stream):
        # Nearly all lines are whole and end in LF, and this runs for each.
        if not after_return and "\r" not in text and text.find("\n") == len(text) - 1:
            yield Line(number, text[:-1], True, utf8)
            number += 1
            continue
        whole = text[1:] if after_return and text[0] == "\n" else text
        after_return = whole.endswith("\r")
        pieces = whole.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        rest = pieces.pop()
        for piece in pieces:
            yield Line(number, piece, True, utf8)
            number += 1
        if rest:
            yield Line(number, rest, False, utf8)


def _texts(stream: Readable) -> Iterator[tuple[str, bool]]:
    """The text, and whether it was UTF-8, in pieces: lines, or parts of very long ones."""
    raw = stream.readline(LONGEST_LINE)
    if raw.startswith(UTF16):
        decoder = codecs.getincrementaldecoder("utf-16")(errors="replace")
        while raw:
            if text := decoder.decode(raw):
                yield text, True
            raw = stream.read(LONGEST_LINE)
        return
    raw = raw.removeprefix(codecs.BOM_UTF8)
    while raw:
        # A very long line may be cut inside a character.
        if raw.endswith(b"\n"):
            yield _decoded(raw)
            raw = stream.readline(LONGEST_LINE)
            continue
        carry = _begun_character(raw)
        if whole := raw[: len(raw) - len(carry)]:
            yield _decoded(whole)
        following = stream.readline(LONGEST_LINE)
        if not following and carry:
            yield _decoded(carry)
        raw = carry + following if following else b""


def _decoded(raw: bytes) -> tuple[str, bool]:
    try:
        return raw.decode("utf-8"), True
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace"), False


def _begun_character(raw: bytes) -> bytes:
    """The beginning of a UTF-8 character whose rest is missing at the end of `raw`."""
    for back in range(1, min(3, len(raw)) + 1):
        byte = raw[-back]
        if byte >= 0xC0:
            length = 2 if byte < 0xE0 else 3 if byte < 0xF0 else 4
            return raw[-back:] if back < length else b""
        if byte < 0x80:
            break
    return b""
