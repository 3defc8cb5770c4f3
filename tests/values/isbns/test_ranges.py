"""Where the hyphens stand, as python-stdnum finds it with its own search."""

from __future__ import annotations

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


def test_the_table_has_a_day() -> None:
    assert range_date() is not None
