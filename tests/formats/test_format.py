"""A whole file of entries: what stands before, between and after them."""

from __future__ import annotations

import pytest

from reportcite.errors import UsageError
from reportcite.formats.format import Format, write_all

LIST = Format("list", "list", head="[", separator=",", tail="]")


@pytest.mark.parametrize(
    ("entries", "text"), [([], "[]"), (["a"], "[a]"), (["a", "b", "c"], "[a,b,c]")]
)
def test_entries_stand_between_head_and_tail(entries: list[str], text: str) -> None:
    assert "".join(write_all(LIST, entries)) == text


def test_a_file_for_one_record_takes_no_second() -> None:
    single = Format("one", "CITATION.cff", single=True)
    assert "".join(write_all(single, ["a"])) == "a"
    message = "a CITATION.cff holds one record, and there are more"
    with pytest.raises(UsageError, match=message) as raised:
        list(write_all(single, ["a", "b"]))
    assert raised.value.suggestion == "write one file per record with --output-dir"


def test_only_files_without_anything_round_their_entries_can_be_appended_to() -> None:
    assert Format("x", "x").appendable
    assert not Format("x", "x", head="[").appendable
    assert not Format("x", "x", separator=",").appendable
    assert not Format("x", "x", tail="]").appendable
    assert not Format("x", "x", single=True).appendable
