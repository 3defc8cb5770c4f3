"""Lines with their numbers, whatever ends them and whatever their bytes are."""

from __future__ import annotations

import io

import pytest

from reportcite.errors import Place
from reportcite.formats.reading.numbered_lines import Line, not_utf8, numbered_lines


def read(data: bytes) -> list[Line]:
    return list(numbered_lines(io.BytesIO(data)))


def texts(data: bytes) -> list[tuple[int, str]]:
    """The lines, each put together from its pieces."""
    whole: dict[int, str] = {}
    for line in read(data):
        whole[line.number] = whole.get(line.number, "") + line.text
    return list(whole.items())


@pytest.mark.parametrize(
    "data", [b"a\n\nb\n", b"a\r\n\r\nb\r\n", b"a\r\rb\r", b"a\r\n\nb\n", b"\xef\xbb\xbfa\n\nb\n"]
)
def test_lf_crlf_and_cr_end_a_line_and_a_bom_is_left_out(data: bytes) -> None:
    assert read(data) == [Line(1, "a"), Line(2, ""), Line(3, "b")]


def test_a_last_line_without_an_ending_is_not_ended() -> None:
    assert read(b"a\nb") == [Line(1, "a"), Line(2, "b", ended=False)]
    assert read(b"") == []
    assert read(b"\na\n") == [Line(1, ""), Line(2, "a")]


def test_a_line_of_a_mebibyte_comes_whole_and_a_longer_one_in_pieces() -> None:
    size = 1 << 20
    assert read(b"a" * (size - 1) + b"\n") == [Line(1, "a" * (size - 1))]
    assert read(b"a" * size + b"\n") == [Line(1, "a" * size, ended=False), Line(1, "")]


def test_a_line_that_is_not_utf8_is_read_as_windows_1252_and_the_others_as_utf8() -> None:
    assert read("ä\n".encode() + b"\xe4\x80\n") == [Line(1, "ä"), Line(2, "ä€", utf8=False)]


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_is_read_by_its_byte_order_mark(encoding: str) -> None:
    data = "\ufeffä\r\nb\nc\r\n".encode(encoding)
    assert texts(data) == [(1, "ä"), (2, "b"), (3, "c")]
    assert all(line.utf8 for line in read(data))


@pytest.mark.parametrize("letter", ["\x80", "\u07ff", "\u0800", "\uffff", "\U00010000"])
@pytest.mark.parametrize("size", range(4, 9))
def test_a_long_line_is_cut_between_characters(
    letter: str, size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reportcite.formats.reading.numbered_lines.LONGEST_LINE", size)
    text = f"a{letter * 6}b"
    pieces = read(f"{text}\nnext\n".encode())
    first = [line for line in pieces if line.number == 1]
    assert "".join(line.text for line in first) == text
    assert all(line.utf8 for line in pieces)
    assert size - len(first[0].text.encode()) < len(letter.encode())  # nothing more is held back
    assert [line.ended for line in first] == [False] * (len(first) - 1) + [True]
    assert "".join(line.text for line in pieces if line.number == 2) == "next"


def test_what_begins_no_character_spoils_no_other_piece(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportcite.formats.reading.numbered_lines.LONGEST_LINE", 4)
    first, second, *_ = read("éa".encode() + b"\xc0bc\n")
    assert (first.text, first.utf8) == ("éa", True)
    assert (second.text[0], second.utf8) == ("À", False)


def test_a_line_ending_cut_in_two_counts_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportcite.formats.reading.numbered_lines.LONGEST_LINE", 4)
    assert texts(b"abc\r\nd\n") == [(1, "abc"), (2, "d")]
    assert texts(b"abc\r\rd\n") == [(1, "abc"), (2, ""), (3, "d")]


@pytest.mark.parametrize("rest", [b"\xc3", b"\xe2\x82", b"\xf0\x9d\x84", b"\xff"])
def test_half_a_character_at_the_end_is_read_as_windows_1252(rest: bytes) -> None:
    assert "".join(line.text for line in read(b"a" + rest)) == "a" + rest.decode(
        "cp1252", "replace"
    )
    assert read(b"a" + rest)[-1].utf8 is False


def test_the_problem_of_such_a_line_is_a_warning_at_its_place() -> None:
    problem = not_utf8(Place("refs.bib", 3, 1))
    assert str(problem) == (
        "refs.bib:3:1: warning encoding: this is not UTF-8; it is read as Windows-1252 "
        "(save the file as UTF-8)"
    )
