"""MARC-8: ASCII and ANSEL, of which most older records in it are written, and the sets of other
scripts, whose tables are read when such a set is first designated.

Source: MARC 21 Specifications for Record Structure, Character Sets, and Exchange Media (Library of
Congress), "Character Sets and Encoding Options", part 2, and its code tables.
"""

from __future__ import annotations

import gzip
import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Final

from reportcite.patterns import pattern
from reportcite.tuples import NamedTuple

ANSEL: Final = {
    0x88: "\x98", 0x89: "\x9c", 0x8D: "\u200d", 0x8E: "\u200c",
    **dict(zip(range(0xA1, 0xAF), "ŁØĐÞÆŒʹ·♭®±ƠƯʼ", strict=True)),
    **dict(zip(range(0xB0, 0xBB), "ʻłøđþæœʺı£ð", strict=True)),
    0xBC: "ơ", 0xBD: "ư",
    **dict(zip(range(0xC0, 0xC9), "°ℓ℗©♯¿¡ß€", strict=True)),
    **dict(
        zip(
            range(0xE0, 0xFF),
            "\u0309\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u030c\u030a\ufe20\ufe21\u0315"
            "\u030b\u0310\u0327\u0328\u0323\u0324\u0325\u0333\u0332\u0326\u031c\u032e\ufe22\ufe23"
            "\u2060\u2060\u0313",
            strict=True,
        )
    ),
}  # fmt: skip
_TABLES: Final = Path(__file__).with_name("marc8.txt.gz")
_WIDE: Final = "1"
"""Chinese, Japanese and Korean (EACC): three bytes a character."""
_SCRIPTS: Final = frozenset("NQ234Sg")
_SMALL: Final = {"b": "₀₁₂₃₄₅₆₇₈₉₊₋₍₎", "p": "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾"}
_BASE: Final = b"0123456789+-()"
# Sets are designated for bytes below 0x80 (G0) or above (G1), or in short; all else of an escape
# sequence says how many bytes a character has.
_ESCAPE: Final = re.compile(rb"\x1b(?:\$?([(,)\-]?)!?([A-Z0-9])|([gbps]))")
_FIRST, _SECOND = "B", "E"  # what is designated where a subfield begins
# Marks stand before the letter that they are on; no letter is among structure and spaces.
_MARKS: Final = (
    "\u0300-\u0345\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u064b-\u0655\u2060\ufb1e"
    "\ufe20-\ufe23"
)
_MARKED: Final = pattern(f"([{_MARKS}]+)([^{_MARKS}\x00-\x20])")


class Decoded(NamedTuple):
    """The text, and the names of sets that there are not, whose characters are U+FFFD in it."""

    text: str
    unknown: tuple[str, ...]


def decode_marc8(data: bytes) -> Decoded:
    """The text of `data`, composed (NFC).

    >>> decode_marc8(b"M\\xe8unchen, \\xb2re"), decode_marc8(b"\\x1b(NaNNA\\x1b(B, 1")
    (Decoded(text='München, øre', unknown=()), Decoded(text='Анна, 1', unknown=()))
    """
    unknown: list[str] = []
    if b"\x1b" in data:
        text = "".join([_decoded(part, unknown) for part in re.split(rb"(?=[\x1e\x1f])", data)])
    else:
        text = data.decode("latin-1").translate(_table(_FIRST, _SECOND))
    text = _MARKED.sub(r"\2\1", text)
    return Decoded(unicodedata.normalize("NFC", text), tuple(dict.fromkeys(unknown)))


def _decoded(data: bytes, unknown: list[str]) -> str:
    """The text of a subfield, marks still before their letters."""
    first, second = _FIRST, _SECOND
    pieces: list[str] = []
    end = 0
    for match in _ESCAPE.finditer(data):
        pieces.append(_in_sets(data[end : match.start()], first, second))
        set_ = (match[2] or match[3]).decode("ascii")
        set_ = _FIRST if set_ == "s" else set_
        if set_ not in (_FIRST, _SECOND, _WIDE, *_SMALL, *_SCRIPTS):
            unknown.append(set_)
        if match[1] in (b")", b"-"):
            second = set_
        else:
            first = set_
        end = match.end()
    pieces.append(_in_sets(data[end:], first, second))
    return "".join(pieces)


def _in_sets(data: bytes, first: str, second: str) -> str:
    if _WIDE not in (first, second):
        return data.decode("latin-1").translate(_table(first, second))
    return "".join(_with_wide(data, first, second))


def _with_wide(data: bytes, first: str, second: str) -> Iterator[str]:
    """The characters of `data` where one of the sets has three bytes a character."""
    wide = _set(_WIDE)
    at = 0
    while at < len(data):
        byte = data[at]
        if byte > 0x20 and (second if byte > 0x7F else first) == _WIDE:
            code = int.from_bytes(bytes([one & 0x7F for one in data[at : at + 3]]), "big")
            yield wide.get(code, "\ufffd")
            at += 3
        else:
            yield chr(byte).translate(_table(first, second))
            at += 1


@lru_cache(maxsize=64)  # as many as there are pairs of sets that records have
def _table(first: str, second: str) -> Mapping[int, str]:
    """The character of each byte; structure and spaces are the same in all sets."""
    table = dict.fromkeys(range(0x21, 0x100), "\ufffd")
    for set_, offset in ((first, 0), (second, 0x80)):
        if set_ != _WIDE:
            table |= {code + offset: one for code, one in _set(set_).items()}
    return table


@lru_cache(maxsize=16)  # there are twelve
def _set(name: str) -> Mapping[int, str]:
    """The characters of a set by code, of which no byte is above 0x7F; those of one that there is
    not are none."""
    if name == _FIRST:
        return {code: chr(code) for code in range(0x21, 0x80)}
    if name == _SECOND:
        return {code - 0x80: one for code, one in ANSEL.items()}
    if name in _SMALL:
        return dict(zip(_BASE, _SMALL[name], strict=True))
    table: dict[int, str] = {}
    with gzip.open(_TABLES, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line[:2] == f"{name} ":
                _, code, characters = line.rstrip("\n").split(" ", 2)
                table |= dict(enumerate(characters, int(code, 16)))
    return table
