"""Entries with a line for each field are split; all others are left to others."""

from __future__ import annotations

import pytest

from reportcite.formats.bibtex.reading.parse import RawEntry
from reportcite.formats.bibtex.reading.split import split_entry

STRINGS = {"mar": "mar", "nat": "Nature\nof things"}


def split(text: str) -> RawEntry | None:
    """The entry at the begin of `text`, in line 5, and nothing behind it."""
    found = split_entry(text, 0, 5, STRINGS)
    if found is None:
        return None
    entry, end = found
    assert text[:end].endswith("\n}")
    return entry


@pytest.mark.parametrize(
    "text",
    [
        "@misc{k,\n  a = {x},\n  b = {y {z}},\n}",  # this program's own
        "@misc{k,\n\ta = {x},\n\tb = {y {z}}\n}\n\n@misc{l,\n\ta = {x},\n}\n",  # Zotero
        "@Misc{ k ,\n  A            = {x},\n  b            = {y {z}},\n}\n",  # JabRef
        "@misc{k,\n  a={x},\n  b={y {z}}\n} x = {\n}",  # Google Scholar
    ],
)
def test_entries_are_split_as_programs_write_them(text: str) -> None:
    assert split(text) == RawEntry("misc", "k", 5, ("a", "b"), ["x", "y {z}"], (1, 2))


@pytest.mark.parametrize(
    "text",
    [
        "@misc{k, a = {x},\n}",  # the first field beside the key
        "@misc{k,\n  a = {x}, b = {y},\n}",
        '@misc{k,\n  a = "x",\n}',
        "@misc{k,\n  a = {x} # {y},\n}",
        "@misc{k,\n  a = {x}}\n}",
        "@misc{k,\n  a = {{x},\n}",
        "@misc{k,\n  a = {x},\n  A = {y},\n}",
        "@misc{k,\n  a = {x},\n  % b\n  c = {y},\n}",
        "@misc{k,\n  a = {x},\n\n@misc{l,\n  a = {x},\n}",  # not closed
        "@misc{k,\n  a = {x},",
        "@misc{k,\n}",
        "@misc{k,\n  a = mar\n}",
        "@misc{k,\n  m = may,\n  a = {x}\n}",  # no abbreviation
        "@misc{k,\n  m = mar, n = 1,\n  a = {x}\n}",
        "@comment{k,\n  a = {x},\n}",
        "@string{k,\n  a = {x},\n}",
        "@preamble{k,\n  a = {x},\n}",
        "x@misc{k,\n  a = {x},\n}",
    ],
)
def test_what_is_written_otherwise_is_left_to_others(text: str) -> None:
    assert split(text) is None


def test_numbers_and_abbreviations_need_no_braces() -> None:
    text = "@misc{k,\n  year = 2020,\n\n  month = mar,\n  a = {x},\n  j = nat,\n  b = {y},\n}"
    names = ("year", "month", "a", "j", "b")
    texts = ["2020", "mar", "x", "Nature\nof things", "y"]
    assert split(text) == RawEntry("misc", "k", 5, names, texts, (1, 3, 4, 5, 6))


def test_the_lines_of_fields_are_known_whatever_is_in_them() -> None:
    text = "@misc{k,\n  a = {x\ny},\n\n  month = mar,\n  j = nat,\n  b\n = {z},\n  c = {\n a},\n}"
    entry = split(text)
    assert entry is not None and [*entry.below] == [1, 4, 5, 7, 8]
    assert entry.texts[-1] == "\n a"


def test_an_entry_too_long_to_be_looked_through_is_left_to_others() -> None:
    text = "@misc{k,\n  a = {%s},\n}"
    assert split(text % ("x" * (1 << 16)))
    assert split(text % ("x" * (1 << 17))) is None
    assert split("@misc{k,\n %s = {x},\n}" % ("x" * 4000))
    assert split("@misc{k,\n %s = {x},\n}" % ("x" * 5000)) is None
