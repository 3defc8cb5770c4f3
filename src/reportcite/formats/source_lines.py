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


def is_utf16(beginning: bytes) -> bool:
    """Whether a file that begins so is UTF-16 or UTF-32, which no format here is written in."""
    return (
        beginning.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
        or beginning[:4] == codecs.BOM_UTF32_BE
    )


def numbered_lines(stream: BinaryIO) -> Iterator[Line]:
    r"""The lines of `stream`, counted from 1; CR, LF and CRLF end a line, a BOM is left out.

    A line that is not UTF-8 is read as Windows-1252, as old bibliographies are.
    """
    number = 1
    carry = b""  # the beginning of a character that a piece of a long line cut in two
    while raw := stream.readline(LONGEST_LINE):
        ended = raw.endswith((b"\n", b"\r"))
        raw, carry = carry + raw, b""
        if number == 1:
            raw = raw.removeprefix(codecs.BOM_UTF8)
        if not ended:
            raw, carry = _whole_characters(raw)
        pieces = _decoded(raw).replace("\r\n", "\n").replace("\r", "\n").split("\n")
        if ended:
            pieces.pop()
        for index, piece in enumerate(pieces):
            last = index == len(pieces) - 1
            yield Line(number, piece, ended or not last)
            number += ended or not last
    if carry:
        yield Line(number, _decoded(carry), False)


def _decoded(raw: bytes) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace")


def _whole_characters(raw: bytes) -> tuple[bytes, bytes]:
    """`raw` without a UTF-8 character begun at its end, and that beginning."""
    for back in range(1, min(4, len(raw)) + 1):
        byte = raw[-back]
        if byte >= 0xC0:
            return (raw[:-back], raw[-back:]) if back < _length(byte) else (raw, b"")
        if byte < 0x80:
            break
    return raw, b""


def _length(lead: int) -> int:
    return 2 if lead < 0xE0 else 3 if lead < 0xF0 else 4
