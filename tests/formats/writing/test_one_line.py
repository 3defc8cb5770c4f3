"""One line of clean text: what is folded, what is removed, and what stays."""

from __future__ import annotations

import pytest

from reportcite.errors import Place
from reportcite.formats.loss import Fields
from reportcite.formats.writing.one_line import (
    CONTROL_BYTES,
    FOLDED,
    STRIPPED,
    clean_line,
    need_no_escaping,
    one_line,
)
from reportcite.record.model import Record


def test_the_reasons_are_said_in_plain_words() -> None:
    assert FOLDED == "line breaks and runs of spaces become one space"
    assert STRIPPED == "control characters are removed"


@pytest.mark.parametrize(
    ("text", "line", "altered"),
    [
        ("as it is", "as it is", ""),
        ("two  spaces", "two spaces", FOLDED),
        (" before", "before", FOLDED),
        ("after ", "after", FOLDED),
        ("a\nb", "a b", FOLDED),
        ("a \n\t b", "a b", FOLDED),
        ("a\u2028b\u2029c\x85d\x1ce\x1df\x1eg\x1fh", "a b c d e f g h", FOLDED),
        ("a\x00b", "ab", STRIPPED),
        ("a\x00  b", "a b", STRIPPED),
        ("\x08\x0e\x1b\x7f\x84\x86\x9f", "", STRIPPED),
        ("a\ud800b", "a\ufffdb", STRIPPED),
        ("no-break\u00a0and\u2009thin", "no-break\u00a0and\u2009thin", ""),
        ("\u00ad", "\u00ad", ""),
        ("", "", ""),
        (" ", "", FOLDED),
        ("X\nX  X", "X X X", FOLDED),
    ],
)
def test_one_line(text: str, line: str, altered: str) -> None:
    assert one_line(text) == (line, altered)


def test_texts_are_looked_at_together() -> None:
    assert need_no_escaping(["one", "two words", "drei"], CONTROL_BYTES)
    assert need_no_escaping([], CONTROL_BYTES)
    assert need_no_escaping(["a & b"], CONTROL_BYTES)
    assert not need_no_escaping(["fine", "a & b"], CONTROL_BYTES + b"&")


@pytest.mark.parametrize(
    "text", ["", " a", "a ", "a  b", "a\nb", "a\x00", "\x7f", "a\u2028b", "a\u2029b", "\x80",
             "\x9f", "\ud800"]
)  # fmt: skip
def test_one_text_that_is_no_clean_line_is_enough(text: str) -> None:
    assert not need_no_escaping(["fine", text, "fine too"], CONTROL_BYTES)


@pytest.mark.parametrize("text", ["", " a", "a "])
def test_spaces_count_at_either_end_of_an_entry_too(text: str) -> None:
    assert not need_no_escaping([text, "fine"], CONTROL_BYTES)
    assert not need_no_escaping(["fine", text], CONTROL_BYTES)


@pytest.mark.parametrize("text", ["Straße", "©", "a\u00a0b", "王", "~"])
def test_letters_of_any_script_are_clean(text: str) -> None:
    assert need_no_escaping([text], CONTROL_BYTES)


def fields(one_line: bool = False) -> Fields:
    return Fields(Record("r1", "report", {}, Place("x"), one_line=one_line))


def test_what_is_altered_is_reported() -> None:
    seen = fields()
    assert clean_line(seen, "note", "as it is") == "as it is"
    assert seen.changed == {} and seen.dropped == {}
    assert clean_line(seen, "note", "a\nb") == "a b"
    assert seen.changed == {"note": FOLDED} and seen.dropped == {}
    assert clean_line(seen, "title", "\x00") == ""
    assert seen.dropped == {"title": "it holds nothing that can be written"}


def test_the_texts_of_a_machine_written_line_were_looked_at_before() -> None:
    seen = fields(one_line=True)
    assert clean_line(seen, "note", "a  b") == "a  b"
    assert seen.changed == {}


@pytest.mark.parametrize("text", ["\u00a0", "\u2003", "\u3000"])
def test_spaces_alone_say_nothing_even_if_they_do_not_break(text: str) -> None:
    assert not need_no_escaping([text], CONTROL_BYTES)
    seen = fields()
    assert clean_line(seen, "title", text) == ""
    assert seen.dropped == {"title": "it holds nothing that can be written"}
