"""Text of records read in chunks: cleaned, with places, and bounded by the size of a record."""

from __future__ import annotations

import codecs
import io

import pytest

from reportcite.formats.reading.source import (
    CHUNK,
    NOT_UTF8,
    RecordTooLarge,
    Source,
    Unreadable,
    byte_problem,
    refuse_binary,
    too_large,
)


def source_of(data: bytes, size: int = 10**6) -> Source:
    return Source(io.BytesIO(data), size)


def whole(source: Source) -> str:
    return "".join(iter(source.read, ""))


def test_text_is_read_in_chunks_without_its_bom() -> None:
    text = "ä" * CHUNK  # two bytes each, so that the first chunk ends inside a character
    source = source_of(b"\xef\xbb\xbf" + text.encode())
    assert whole(source) == text
    assert source.read() == ""


def test_what_is_forbidden_is_replaced_and_reported_once_a_line() -> None:
    source = source_of(b"ab\xe4\x00\xe4\nc\x07\n")
    assert whole(source) == "ab\ufffd\ufffd\ufffd\nc\ufffd\n"
    found = source.problems_before(8, 10, 5)
    assert [(line, column, problem.message) for line, column, problem in found] == [
        (10, 7, "the byte 0xE4 is not UTF-8 (in Windows-1252 it is “ä”)"),
        (11, 2, "the character U+0007 may not stand in a record"),
    ]
    assert [problem.rule.name for *_, problem in found] == ["encoding", "control-character"]
    assert source.problems_before(99, 1, 1) == []


def test_whether_a_record_has_problems_is_known_before_they_are_told() -> None:
    source = source_of(b"a\x07\nb\n")
    assert not source.has_problem_before(9)
    whole(source)
    assert not source.has_problem_before(1)
    assert source.has_problem_before(2)
    source.problems_before(2, 1, 1)
    assert not source.has_problem_before(9)


def test_problems_are_those_of_the_record_that_ends_there() -> None:
    source = source_of(b"a\x07\nb\x07\n")
    whole(source)
    assert [place for *place, _ in source.problems_before(1, 1, 1)] == []
    assert [place for *place, _ in source.problems_before(2, 1, 1)] == [[1, 2]]
    source.keep_from(3)
    assert [place for *place, _ in source.problems_before(5, 2, 1)] == [[2, 2]]


def test_of_many_problems_of_a_record_the_first_ten_are_reported() -> None:
    source = source_of(b"abcdefghijk\x07\n" * 12)
    whole(source)
    found = source.problems_before(156, 1, 1)
    assert [line for line, *_ in found] == list(range(1, 11))
    assert source.problems_before(156, 1, 1) == []


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r", "\x85", "\u2028", "\u2029"])
def test_a_line_ends_at_every_break_of_yaml(line_break: str) -> None:
    source = source_of(f"a{line_break}bc".encode())
    whole(source)
    assert source.position(0, 7, 3) == (7, 3)
    assert source.position(1 + len(line_break) + 1, 7, 3) == (8, 2)


def test_a_record_stands_from_where_it_was_said_to_begin() -> None:
    text = "a" * CHUNK + "record" + "b" * CHUNK
    source = source_of(text.encode())
    whole(source)
    source.keep_from(CHUNK)
    assert source.record_before(CHUNK + 6) == "record"
    assert source.position(CHUNK + 3, 5, 2) == (5, 5)
    source.keep_from(CHUNK - 1)  # nothing before the last record is kept
    assert source.record_before(CHUNK + 6) != "arecord"


def test_text_comes_in_pieces_of_8_kib_and_none_twice() -> None:
    source = source_of(b"a" * 8192 + b"b" * 8192 + b"c" * 8192)
    assert source.read() == "a" * 8192
    assert source.read() == "b" * 8192
    source.keep_from(8192)
    assert source.read() == "c" * 8192
    source.keep_from(3 * 8192)
    assert source.read() == ""


def test_places_are_counted_from_the_record_that_is_kept() -> None:
    text = "x" * CHUNK + "a\nb\nc\nd"
    source = source_of(text.encode())
    whole(source)
    source.keep_from(CHUNK)
    assert source.position(CHUNK + 2, 7, 1) == (8, 1)
    assert source.position(CHUNK + 5, 7, 1) == (9, 2)


def test_a_record_may_be_as_large_as_allowed_and_a_chunk_more() -> None:
    size = 3 * CHUNK
    assert len(whole(source_of(b"a" * (size + CHUNK), size))) == size + CHUNK
    source = source_of(b"a" * (size + 2 * CHUNK + 1), size)
    with pytest.raises(RecordTooLarge):
        whole(source)
    source.keep_from(CHUNK + 1)  # a record that begins later may be read on
    assert source.read()


def test_reading_goes_on_at_the_next_line_that_matches() -> None:
    source = source_of(b"- a: [\n  - c\n- b: 1\n- d: 2\n")
    source.read()
    assert source.skip_to("- ", 4) == (13, 6)
    assert source.read() == "- b: 1\n- d: 2\n"
    assert source.skip_to("- ", 6) == (20, 7)
    assert whole(source) == "- d: 2\n"
    assert source.skip_to("- ", 7) is None


@pytest.mark.parametrize("shift", [*range(-3, 4), *range(-262, -252)])
@pytest.mark.parametrize("line_break", ["\n", "\r\n"])
def test_the_next_line_is_found_wherever_chunks_end(shift: int, line_break: str) -> None:
    before = "x" * (2 * CHUNK + shift)
    data = f"a{line_break}{before}{line_break}- b{line_break}"
    source = source_of(data.encode())
    source.read()
    assert source.skip_to("- ", 1) == (data.index("- b"), 3)
    assert whole(source) == f"- b{line_break}"


def test_problems_of_what_is_skipped_are_forgotten() -> None:
    source = source_of(b"a\x07\n- b\x07\n")
    source.read()
    source.skip_to("- ", 1)
    assert [place for *place, _ in source.problems_before(8, 2, 1)] == [[2, 4]]


def test_a_problem_of_the_first_character_behind_what_is_skipped_is_not_forgotten() -> None:
    source = source_of(b"a\n\xe4- b\n")
    source.read()
    assert source.skip_to("\ufffd", 1) == (2, 2)
    assert [place for *place, _ in source.problems_before(8, 2, 1)] == [[2, 1]]


def test_what_decides_may_stand_in_the_next_piece() -> None:
    head = "a\n" + "x" * (CHUNK - 5) + "\n- "
    source = source_of(f"{head}not\n- b\n".encode())
    assert source.read() == head
    assert source.skip_to("- (?!not)", 1) == (CHUNK + 4, 4)


def test_the_next_line_is_found_where_pieces_are_small() -> None:
    class Trickle(io.BytesIO):
        def read(self, size: int | None = -1) -> bytes:
            return super().read(1)

    source = Source(Trickle(b"\n- a\n\n- b\n"), 100)
    assert source.skip_to("- ", 1) == (1, 2)
    assert source.skip_to("- ", 2) == (6, 4)
    assert whole(source) == "- b\n"


def test_a_search_begins_with_the_record_whatever_was_read_before() -> None:
    source = source_of(b"- x\n- a: [\n- b\n")
    source.read()
    source.keep_from(4)
    assert source.skip_to("- ", 2) == (11, 3)
    unread = source_of(b"a\n- b\n")
    assert unread.skip_to("- ", 1) == (2, 2)


def test_behind_a_search_in_vain_is_the_end() -> None:
    source = source_of(b"a\nb\n")
    assert source.skip_to("- ", 1) is None
    assert source.read() == ""


def test_a_number_sign_behind_a_space_is_noticed() -> None:
    for data, found in ((b"a#b # c", True), (b"a#b", False), (b"# a", False)):
        source = source_of(data)
        whole(source)
        assert source.hashes is found


def test_what_is_meant_for_this_program_is_noticed_wherever_pieces_end() -> None:
    for text, found in (("# report: x", False), ("# reportcite: x", True)):
        for before in (0, 10, CHUNK - 8, CHUNK - 4, CHUNK):
            source = source_of(("y" * before + text).encode())
            assert source.directed is False
            whole(source)
            assert source.directed is found


def test_another_set_of_characters_may_be_forbidden() -> None:
    assert whole(Source(io.BytesIO(b"\x07\xe4"), 100, NOT_UTF8)) == "\x07\ufffd"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"\x00" * 9, "this is a binary file, not a text file of records"),
        (b"\x00" * 9 + b"a" * 80, "this is a binary file, not a text file of records"),
    ],
)
def test_what_is_no_text_is_unreadable(data: bytes, message: str) -> None:
    with pytest.raises(Unreadable) as raised:
        source_of(data).read()
    assert raised.value.problem.message == message
    assert raised.value.problem.rule.exit == 3


@pytest.mark.parametrize("data", [b"\x00" * 8, b"\x00" * 9 + b"a" * 81, b"\t\n\r a", b""])
def test_a_few_odd_bytes_make_no_binary_file(data: bytes) -> None:
    refuse_binary(data)


def test_only_the_first_4_kib_say_whether_a_file_is_binary() -> None:
    refuse_binary(b"\x00" * 409 + b"a" * (4096 - 409) + b"\x00" * 1000)
    with pytest.raises(Unreadable):
        refuse_binary(b"\x00" * 409 + b"a" * (4095 - 409) + b"\x00")


@pytest.mark.parametrize("byte", [0x80, 0xFF])
def test_every_byte_that_is_not_utf8_is_reported_as_such(byte: int) -> None:
    source = source_of(b"a" + bytes([byte]))
    whole(source)
    [(_, column, problem)] = source.problems_before(2, 1, 1)
    assert column == 2
    assert problem.message.startswith(f"the byte 0x{byte:02X} is not UTF-8")


@pytest.mark.parametrize("byte", [0, 8, 11, 14, 31, 127])
def test_odd_bytes(byte: int) -> None:
    with pytest.raises(Unreadable):
        refuse_binary(bytes([byte]) * 9)


@pytest.mark.parametrize("byte", [9, 10, 12, 13, 32, 126, 128])
def test_bytes_that_texts_have(byte: int) -> None:
    refuse_binary(bytes([byte]) * 9)


def test_messages() -> None:
    assert too_large(1_000_000).message == "the record has more than 1,000,000 characters"
    assert byte_problem(0x81).message == "the byte 0x81 is not UTF-8"
    assert byte_problem(0x80).message == "the byte 0x80 is not UTF-8"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-be"])
def test_utf_16_is_known_by_its_mark(encoding: str) -> None:
    text = "title: „Ä“\n" * 3000  # more than is read at once
    mark = codecs.BOM_UTF16_BE if encoding == "utf-16-be" else b""
    assert whole(source_of(mark + text.encode(encoding))) == text


@pytest.mark.parametrize("mark", [codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE])
def test_where_bytes_are_cut_utf_16_is_refused(mark: bytes) -> None:
    with pytest.raises(Unreadable, match="UTF-16"):
        refuse_binary(mark + b"a\x00")
