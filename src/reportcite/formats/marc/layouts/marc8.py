"""MARC-8: ASCII and ANSEL, of which most older records in it are written.

Source: MARC 21 Specifications for Record Structure, Character Sets, and Exchange Media (Library of
Congress), "Character Sets and Encoding Options", part 2, and its code table "Extended Latin".
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from reportcite.tuples import NamedTuple

_LETTERS: Final = {
    0x88: "\x98", 0x89: "\x9c", 0x8D: "\u200d", 0x8E: "\u200c",
    **dict(zip(range(0xA1, 0xAF), "ŁØĐÞÆŒʹ·♭®±ƠƯʼ", strict=True)),
    **dict(zip(range(0xB0, 0xBB), "ʻłøđþæœʺı£ð", strict=True)),
    0xBC: "ơ", 0xBD: "ư",
    **dict(zip(range(0xC0, 0xC9), "°ℓ℗©♯¿¡ß€", strict=True)),
}  # fmt: skip
# Written before the letter that they stand on, 0xE0 to 0xFE.
_MARKS: Final = dict(
    zip(
        range(0xE0, 0xFF),
        "\u0309\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u030c\u030a\ufe20\ufe21\u0315"
        "\u030b\u0310\u0327\u0328\u0323\u0324\u0325\u0333\u0332\u0326\u031c\u032e\ufe22\ufe23"
        "\u2060\u2060\u0313",
        strict=True,
    )
)
_SETS: Final = {
    "N": "Cyrillic", "Q": "Cyrillic", "2": "Hebrew", "3": "Arabic", "4": "Arabic", "S": "Greek",
    "1": "Chinese, Japanese and Korean", "g": "Greek symbols",
}  # fmt: skip
_ESCAPE: Final = re.compile(rb"\x1b(?:[(,)\-$]*!?([A-Z0-9])|([gbps]))")
_KNOWN: Final = frozenset({"B", "E", "s"})
_SMALL: Final = {"b": "₀₁₂₃₄₅₆₇₈₉₊₋₍₎", "p": "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾"}
_BASE: Final = "0123456789+-()"


class Decoded(NamedTuple):
    """The text, and the names of sets whose characters are U+FFFD in it."""

    text: str
    unknown: tuple[str, ...]


def decode_marc8(data: bytes) -> Decoded:
    """The text of `data`, composed (NFC).

    >>> decode_marc8(b"M\\xe8unchen, \\xb2re"), decode_marc8(b"\\x1b(N@\\x1b(B a")
    (Decoded(text='München, øre', unknown=()), Decoded(text='� a', unknown=('Cyrillic',)))
    """
    pieces: list[str] = []
    unknown: list[str] = []
    set_ = "B"
    end = 0
    for match in _ESCAPE.finditer(data):
        pieces.append(_in_set(data[end : match.start()], set_))
        set_ = (match[1] or match[2]).decode("ascii")
        if set_ not in _KNOWN and set_ not in _SMALL:
            unknown.append(_SETS.get(set_, set_))
        end = match.end()
    pieces.append(_in_set(data[end:], set_))
    text = unicodedata.normalize("NFC", "".join(pieces))
    return Decoded(text, tuple(dict.fromkeys(unknown)))


def _in_set(data: bytes, set_: str) -> str:
    if set_ in _SMALL:
        return _latin(data).translate(str.maketrans(_BASE, _SMALL[set_]))
    if set_ in _KNOWN:
        return _latin(data)
    width = 3 if set_ == "1" else 1
    # Structure and spaces are the same in all sets.
    pieces = []
    run = 0
    for byte in data:
        if byte > 0x20:
            run += 1
            continue
        pieces.append("\ufffd" * -(-run // width) + chr(byte))
        run = 0
    return "".join(pieces) + "\ufffd" * -(-run // width)


def _latin(data: bytes) -> str:
    if data.isascii():
        return data.decode("ascii")
    pieces: list[str] = []
    marks: list[str] = []
    for byte in data:
        if byte in _MARKS:
            marks.append(_MARKS[byte])
            continue
        pieces.append(chr(byte) if byte < 0x80 else _LETTERS.get(byte, "\ufffd"))
        pieces += marks
        marks.clear()
    return "".join(pieces + marks)
