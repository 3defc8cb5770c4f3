"""MARC-8 is decoded as the Library of Congress's tables say."""

from __future__ import annotations

import pytest

from reportcite.formats.marc.layouts.marc8 import decode_marc8


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
    ("data", "text", "name"),
    [
        (b"a\x1b(NABC\x1b(B b", "a\ufffd\ufffd\ufffd b", "Cyrillic"),
        (b"\x1b(2AB \x1e C\x1b(B", "\ufffd\ufffd \x1e \ufffd", "Hebrew"),
        (b"\x1b$1!0!!0!\x1b(Bx", "\ufffd\ufffdx", "Chinese, Japanese and Korean"),
        (b"\x1bga\x1bs", "\ufffd", "Greek symbols"),
    ],
)
def test_other_sets_are_named(data: bytes, text: str, name: str) -> None:
    assert decode_marc8(data) == (text, (name,))
