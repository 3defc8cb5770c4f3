"""What a reader reads as one record unless it is told otherwise."""

from __future__ import annotations

from reportcite.limits import LIMITS, MAX_RECORD_SIZE, Limits


def test_a_record_may_have_a_mebi_of_characters_and_a_stream_begins_its_file() -> None:
    assert MAX_RECORD_SIZE == 1024 * 1024
    assert LIMITS == Limits() == (MAX_RECORD_SIZE, 1, "")


def test_each_limit_can_be_set_alone() -> None:
    assert Limits(100) == (100, 1, "")
    assert Limits(first_line=7) == (MAX_RECORD_SIZE, 7, "")
