"""References as programs write them are read at once, and to the same end as line by line."""

from __future__ import annotations

import io

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reportcite.formats.reading.numbered_lines import numbered_lines
from reportcite.formats.reading.tagged import Tagged, tagged_records
from reportcite.formats.ris.machine_written import references
from reportcite.formats.ris.syntax import SYNTAX
from reportcite.limits import LIMITS, Limits
from reportcite.problems import Problem
from tests.formats.files import read_file

CLEAN = "TY  - RPRT\r\nTI  - Ämter\r\nAU  - Ng, A\r\nER  - \r\n"


def seen(found: Tagged | Problem) -> object:
    """What the rest of the reader sees of a reference."""
    if isinstance(found, Problem):
        return str(found)
    return found.line, found.closed, found.not_utf8_line, found.fields()


def both(data: bytes, limits: Limits = LIMITS) -> tuple[list[object], list[object]]:
    fast = [seen(one) for one in references(io.BytesIO(data), "a.ris", limits)]
    lines = numbered_lines(io.BytesIO(data))
    return fast, [seen(one) for one in tagged_records(lines, "a.ris", SYNTAX, limits)]


PIECES = ["TY  - RPRT\n", "ER  - \n", "ER  -\n", "TI  - A\n", "TI  - ", "AU  - \n", "a", "\n",
          "\r\n", " ", "ER", "&amp;", "\r", "ä", "TY - BOOK\n", "1.\n"]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=20).map("".join))
@example("\r\r\nTY  - RPRT\n")
def test_any_text_is_read_as_line_by_line(text: str) -> None:
    fast, slow = both(text.encode())
    assert fast == slow


@given(st.binary(max_size=60), st.integers(0, 3))
def test_any_bytes_behind_clean_references_are_read_as_line_by_line(
    data: bytes, clean: int
) -> None:
    fast, slow = both(CLEAN.encode() * clean + data)
    assert fast == slow


@pytest.mark.parametrize("size", [20, 45, 60, 200])
def test_a_reference_that_is_too_large_is_left_out(size: int) -> None:
    data = (CLEAN + "TY  - BOOK\nTI  - " + "x" * 100 + "\nER  - \n" + CLEAN).encode()
    fast, slow = both(data, LIMITS._replace(max_record_size=size))
    assert fast == slow


def test_clean_references_are_known_to_be_clean() -> None:
    found = list(references(io.BytesIO(CLEAN.encode() * 2), "a.ris", LIMITS))
    assert [isinstance(one, Tagged) and one.clean is not None for one in found] == [True, True]
    [record] = read_file("ris", CLEAN)
    assert not isinstance(record, Problem) and record.one_line


@pytest.mark.parametrize(
    "line",
    ["TI  - A\r\nwrapped", "TI  - A  b", "TI  - A ", "TI  - R&amp;D", "TI  - \x07", "ti  - A",
     "1A  - x", "TY  - BOOK", "TI - A", "PB  - "],
)  # fmt: skip
def test_what_wants_a_closer_look_gets_one(line: str) -> None:
    text = CLEAN.replace("TI  - Ämter", line)
    found = next(references(io.BytesIO(text.encode()), "a.ris", LIMITS))
    assert isinstance(found, Tagged) and found.clean is None


def test_several_notes_are_several_lines() -> None:
    [record] = read_file("ris", CLEAN.replace("TI  - Ämter", "N1  - a\r\nN1  - b"))
    assert not isinstance(record, Problem)
    assert (record.fields["note"], record.one_line) == ("a\nb", False)
