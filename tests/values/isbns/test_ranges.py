"""Where the hyphens stand, as python-stdnum finds it with its own search."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path

import pytest
import stdnum.isbn
from hypothesis import given, settings
from hypothesis import strategies as st

from reportcite.values.isbns.digits import check_digit
from reportcite.values.isbns.ranges import UNKNOWN, hyphenated13, range_date, range_of


@settings(deadline=None, max_examples=500)  # the first one reads the table
@given(st.sampled_from(["978", "979"]), st.text("0123456789", min_size=9, max_size=9))
def test_hyphens_stand_where_stdnum_has_them(prefix: str, digits: str) -> None:
    isbn13 = prefix + digits + check_digit(prefix + digits)
    hyphens = hyphenated13(isbn13, range_of(isbn13))
    if hyphens:
        assert hyphens == stdnum.isbn.format(isbn13)
    else:
        assert "" in stdnum.isbn.split(isbn13)


def test_a_range_knows_its_agency_and_its_registrants() -> None:
    found = range_of("9783948289829")
    assert (found.agency, found.first, found.last) == ("German language", "900000", "949999")
    assert found.first <= "9783948289829"[found.group_end : found.registrant_end] <= found.last


def test_a_gap_within_a_group_is_the_groups_and_one_between_groups_is_nobodys() -> None:
    gap = range_of("9786578425568")
    assert gap.agency == "Brazil" and gap.registrant_end == 0
    assert hyphenated13("9786578425568", gap) == ""
    assert range_of("9786640000000") == UNKNOWN
    assert range_of("9780000000000").agency == "English language"
    assert range_of("9799999999999") == UNKNOWN


@pytest.mark.parametrize(
    "isbn13", ["9783948289829", "9780306406157", "9782070408504", "9791090636071", "9786578425568"]
)
def test_a_range_goes_from_its_first_registrant_to_its_last(isbn13: str) -> None:
    found = range_of(isbn13)
    group = isbn13[: found.group_end]
    if not found.registrant_end:  # a gap, between ranges of others
        return
    edges = [f"{group}{found.first:0<9}"[:12] + "0", f"{group}{found.last:9<9}"[:12] + "9"]
    assert [range_of(edge) for edge in edges] == [found, found]
    before, behind = int(edges[0][:12]) - 1, int(edges[1][:12]) + 1
    for beyond in (before, behind):
        if str(beyond).startswith(group):
            assert range_of(f"{beyond}0") != found


def test_every_range_of_a_group_ends_where_the_next_begins() -> None:
    """Walked from end to end, the group of German has its ranges, and gaps between some."""
    start, walked = 978_300_000_000, []
    while str(start).startswith("9783"):
        found = range_of(f"{start}0")
        if not found.registrant_end:
            walked.append("gap")
            break
        walked.append(found.first)
        start = int(f"9783{found.last:9<8}") + 1
    assert walked[:4] == ["00", "030", "0340", "03700"] and len(walked) > 6


def test_the_table_is_of_the_day_that_its_file_states() -> None:
    lines = Path(*stdnum.__path__, "isbn.dat").read_text(encoding="utf-8").splitlines()
    [stated] = [line for line in lines if line.startswith("# file date")]
    day = re.search(r"(\d+ \w+ \d{4})", stated)
    assert day and range_date() == datetime.strptime(day[1], "%d %b %Y").date()


def test_what_no_agency_has_is_split_nowhere() -> None:
    assert UNKNOWN == (0, 0, "", "", "")
    assert hyphenated13("9799999999999", UNKNOWN) == ""
