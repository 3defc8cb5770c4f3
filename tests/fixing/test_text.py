"""The text of a file comes back as the bytes it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportcite.fixing.text import Lines, text_of


@given(st.binary())
def test_bytes_that_are_no_text_come_back(data: bytes) -> None:
    try:
        text = text_of(data)
    except UnicodeDecodeError:
        assert data[:2] in (b"\xff\xfe", b"\xfe\xff")
    else:
        assert text.encoded() == data


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16-le", "utf-16-be", "utf-8"])
def test_a_byte_order_mark_is_no_part_of_the_text(encoding: str) -> None:
    mark = "\ufeff" if encoding.startswith("utf-16") else ""
    data = f"{mark}Größe\r\n".encode(encoding)
    assert text_of(data).text == "Größe\r\n"
    assert text_of(data).encoded() == data


def test_a_place_is_counted_from_one_and_never_lies_behind_the_end() -> None:
    lines = Lines("ab\r\ncd\ne", "\r\n|[\n\r]")
    assert [lines.offset(1, 1), lines.offset(2, 2), lines.offset(3, 1)] == [0, 5, 7]
    assert [lines.offset(0, 0), lines.offset(2, 0)] == [0, 4]
    assert [lines.offset(9, 1), lines.offset(3, 9)] == [8, 8]
