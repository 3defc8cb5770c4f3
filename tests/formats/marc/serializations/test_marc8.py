"""MARC-8 is decoded as the Library of Congress's tables say."""

from __future__ import annotations

import unicodedata

import pytest
from pymarc.marc8_mapping import CODESETS

from reportcite.formats.marc.serializations.marc8 import decode_marc8


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"plain (text)", "plain (text)"),
        (b"M\xe8unchen", "München"),
        (b"\xf0c\xe2a", "çá"),
        (b"\xe3\xf2a", "ậ"),  # two marks on one letter
        (b"\xa5\xb5\xa6\xb6\xa1\xb1\xa2\xb2\xa3\xb3\xa4\xb4", "ÆæŒœŁłØøĐđÞþ"),
        (b"\xc3 1990 \xc2 \xc0 \xc7 \xc8", "© 1990 ℗ ° ß €"),
        (b"\xae \xb0 \xa7 \xb7 \xb8 \xba", "ʼ ʻ ʹ ʺ ı ð"),
        (b"\xacu \xadd \xbco \xbdu", "Ơu Ưd ơo ưu"),
        (b"H\x1bb2\x1bsO", "H₂O"),
        (b"10\x1bp+3\x1bs m", "10⁺³ m"),
        (b"\x1b)!E\x1b(Ba", "a"),
        (b"\xebi\xeca", "i\ufe20a\ufe21"),
    ],
)
def test_letters_and_marks(data: bytes, text: str) -> None:
    assert decode_marc8(data) == (text, ())


def test_a_mark_at_the_end_is_kept() -> None:
    assert decode_marc8(b"a\xe2").text == "á"


def test_a_byte_that_stands_for_nothing_is_replaced() -> None:
    assert decode_marc8(b"a\xaf").text == "a\ufffd"


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"\x1b(NmOSKWA\x1b(B, 1980", "Москва, 1980"),
        (b"\x1b(N\xc1\x1b)N\xc1\x1b(B.", "ℓа."),  # above 0x80 the second set counts
        (b"\x1b-Na\xc1", "aа"),
        (b"\x1b(2ylem\x1b(B.", "שלום."),
        (b"\x1b(2ax-rm", "בר־עם"),  # the hyphen is no mark
        (b"\x1b(3GdcJ\x1b(B", "الكت"),
        (b"\x1b)4\xa1\x1b(4!", "۽۽"),
        (b"\x1b(Sabd\x1b(B \x1bgab\x1bs", "αβγ αβ"),
        (b'\x1b(S"a', "ά"),  # a mark stands before its letter there, too
        (b"\x1b$1!0!!0&\x1b(B x", "一上 x"),
        (b"\x1b$1!0! !0&\x1b(B", "一 上"),
        (b"\x1b$)1\xa1\xb0\xa1 a", "一 a"),
        (b"\x1b$,1!0!\x1b(B.", "一."),
        (b"\x1b$1!0", "\ufffd"),
        (b"\x1b(Na\x1faa\x1ea", "А\x1faa\x1ea"),  # each subfield begins with Latin
    ],
)
def test_other_scripts(data: bytes, text: str) -> None:
    assert decode_marc8(data) == (text, ())


def test_sets_that_there_are_not_are_named() -> None:
    assert decode_marc8(b"\x1b(Xab \x1e C\x1b(B") == ("\ufffd\ufffd \x1e C", ("X",))


def test_all_characters_are_those_of_pymarc() -> None:
    for final, table in CODESETS.items():
        name = chr(final)
        for code, (character, is_mark) in table.items():
            if code <= 0x20 or code in (0x88, 0x89):  # structure; what is not sorted by
                continue
            escape = b"\x1b$1" if name == "1" else b"\x1b(" + name.encode()
            escape = b"\x1b" + name.encode() if name in "gbp" else escape
            escape = escape if code < 0x80 or code > 0xFFFF else b"\x1b)" + name.encode()
            written = code.to_bytes(3 if code > 0xFFFF else 1, "big")
            # A mark goes behind what it stands on, here a sign that nothing is composed with.
            read = decode_marc8(escape + written + b"\x1b(B|").text
            want = f"|{chr(character)}" if is_mark else f"{chr(character)}|"
            assert read == unicodedata.normalize("NFC", want), (name, hex(code))
