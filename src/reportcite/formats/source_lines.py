"""Lines of text with their numbers out of a binary stream, whatever its bytes are."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

LONGEST_LINE = 1 << 20
"""Bytes after which a line is taken in pieces; each piece bears the line's number."""


class Line(NamedTuple):
    """One line without its ending, or a piece of a very long one (`ended` is then False)."""

    number: int
    text: str
    ended: bool = True


def numbered_lines(stream: BinaryIO) -> Iterator[Line]:
    r"""The lines of `stream`, counted from 1; CR, LF and CRLF end a line, a BOM is left out.

    A line that is not UTF-8 is read as Windows-1252, as old bibliographies are; UTF-16 is known by
    its byte-order mark.
    """
    number = 1
    after_return = False
    for text in _texts(stream):
        whole = text[1:] if after_return and text[0] == "\n" else text
        after_return = whole.endswith("\r")
        pieces = whole.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        rest = pieces.pop()
        for piece in pieces:
            yield Line(number, piece)
            number += 1
        if rest:
            yield Line(number, rest, False)


def _texts(stream: BinaryIO) -> Iterator[str]:
    """The decoded text in pieces that are not empty: lines, or parts of very long ones."""
    raw = stream.readline(LONGEST_LINE)
    if raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        decoder = codecs.getincrementaldecoder("utf-16")(errors="replace")
        while raw:
            if text := decoder.decode(raw):
                yield text
            raw = stream.read(LONGEST_LINE)
        return
    raw = raw.removeprefix(codecs.BOM_UTF8)
    while raw:
        # A very long line may be cut inside a character.
        carry = b"" if raw.endswith(b"\n") else _begun_character(raw)
        if text := _decoded(raw[: len(raw) - len(carry)]):
            yield text
        following = stream.readline(LONGEST_LINE)
        if not following and carry:
            yield _decoded(carry)
        raw = carry + following if following else b""


def _decoded(raw: bytes) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace")


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
