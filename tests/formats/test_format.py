"""Whole files of a format, and how its streams are cut."""

from __future__ import annotations

import pytest

from reportcite.errors import UsageError
from reportcite.formats.format import Format, all_encoded, write_all
from reportcite.formats.registry import FORMATS, format_named


def test_a_file_is_head_entries_with_separators_and_tail() -> None:
    array = Format("a", "A", head="[", separator=",", tail="]")
    assert ["".join(write_all(array, entries)) for entries in ([], ["1"], ["1", "2"])] == [
        "[]", "[1]", "[1,2]",
    ]  # fmt: skip


def test_only_what_simply_follows_each_other_can_be_appended_to() -> None:
    names = [name for name in FORMATS if format_named(name).appendable]
    assert names == [
        *("bibtex", "biblatex", "ris", "enw", "nbib", "jsonl", "hayagriva", "marc", "coins"),
    ]


def test_a_second_entry_is_refused_where_a_file_holds_one() -> None:
    single = Format("a", "A", single=True)
    assert not single.appendable
    assert "".join(write_all(single, ["1"])) == "1"
    with pytest.raises(UsageError, match="a A holds one record, and there are more"):
        list(write_all(single, ["1", "2"]))


def test_parts_are_joined_to_the_entry_that_a_file_is_about() -> None:
    parted = Format(
        "a", "A", single=True, part_mark="#", join=lambda one, parts: one + "".join(parts)
    )
    assert "".join(write_all(parted, ["1", "#2", "#3"])) == "1#2#3"
    assert "".join(write_all(parted, ["#2"])) == "#2"
    assert "".join(write_all(parted, [])) == ""
    for entries in (["1", "2"], ["#1", "#2"], ["1", "#2", "3"]):
        with pytest.raises(UsageError):
            list(write_all(parted, entries))


def test_streams_of_lines_of_documents_and_of_marc_are_cut() -> None:
    cuts = {name: format_named(name).cut for name in FORMATS}
    assert [name for name, cut in cuts.items() if cut] == ["jsonl", "yaml", "marc"]
    lines, documents = cuts["jsonl"], cuts["yaml"]
    assert lines and documents
    assert [lines.last(data) for data in (b"", b"a", b"a\n", b"a\nb", b"\n")] == [0, 0, 2, 2, 1]
    assert lines.lines(b"a\r\nb\rc\n") == 2
    assert documents.last(b"a\n---\nb") == 2
    assert documents.lines(b"a\r\nb\rc\n") == 3


def test_texts_are_encoded_together_as_alone() -> None:
    assert all_encoded(["a", "ä"]) == [b"a", "ä".encode()]
    assert all_encoded(["a", "ä\ud800"]) == [b"a", "ä?".encode()]
