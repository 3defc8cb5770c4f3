"""What both kinds of spreadsheet are packed as."""

from __future__ import annotations

import zipfile

import pytest

from reportcite.tables.archive import lines_of, member, printable


def test_a_member_is_packed_and_has_no_time_of_the_day() -> None:
    found = member("a.xml")
    assert found.filename == "a.xml"
    assert found.compress_type == zipfile.ZIP_DEFLATED
    assert found.date_time == (1980, 1, 1, 0, 0, 0)
    assert found.external_attr == 0o644 << 16


@pytest.mark.parametrize("letter", "\x00\x08\x0b\x0c\x0e\x1f\ud800\udfff\ufffe\uffff")
def test_what_xml_cannot_hold_is_marked(letter: str) -> None:
    assert printable(f"a{letter}b") == "a\ufffdb"


def test_what_xml_can_hold_stays() -> None:
    text = "\t\n\r aé\x7f\ue000\ufffd\U0001f600"
    assert printable(text) == text


def test_lines_end_in_three_ways() -> None:
    assert lines_of("a\nb\rc\r\nd") == ["a", "b", "c", "d"]
    assert lines_of("") == [""]
