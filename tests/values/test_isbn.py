from __future__ import annotations

import pytest
import stdnum.isbn
from hypothesis import given, settings
from hypothesis import strategies as st

from reportcite.values.isbn import check_digit, checksum_holds, isbns_in, parse_isbn, range_date


@pytest.mark.parametrize(
    "typed",
    [
        "9783948289829",
        "978-3-948289-82-9",
        "ISBN 978-3-948289-82-9",
        "ISBN-13: 978 3 948289 82 9",
        "isbn13: 9783948289829",
        "978–3–948289–82–9",
        "978‑3‑948289‑82‑9",
        "９７８３９４８２８９８２９",
        "٩٧٨٣٩٤٨٢٨٩٨٢٩",
        "3948289824",
    ],
)
def test_one_isbn_typed_in_many_ways(typed: str) -> None:
    isbn = parse_isbn(typed)
    assert isbn.valid
    assert (isbn.isbn13, isbn.isbn10) == ("9783948289829", "3948289824")
    assert (isbn.group, isbn.agency) == ("978-3", "German language")


def test_forms() -> None:
    assert parse_isbn("080442957x").hyphenated == "0-8044-2957-X"
    assert parse_isbn("9791090636071").isbn10 == ""
    assert range_date() is not None


def test_a_wrong_check_digit_names_the_right_one_and_the_likely_slips() -> None:
    isbn = parse_isbn("978-3-948289-82-8")
    assert (isbn.valid, isbn.expected) == (False, "9")
    assert isbn.candidates[0] == "978-3-948289-82-9"
    swapped = parse_isbn("978-3-942889-82-9")
    assert "978-3-948289-82-9" in swapped.candidates[:3]


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("", "nothing"),
        ("97839482898", "11 digits"),
        ("394828982", "put a 0 before"),
        ("9773948289829", "begins with 977"),
        ("978394828982X", "10 digits"),
        ("9790260000438", "printed music"),
        ("978394828982\x1b", "no ISBN does"),
        ("1" * 10**6, "more than 60 digits"),
    ],
)
def test_reasons(typed: str, reason: str) -> None:
    isbn = parse_isbn(typed)
    assert not isbn.valid
    if typed:
        assert reason in isbn.reason
    assert "\x1b" not in isbn.reason


@settings(deadline=None)  # the first one reads the range table
@given(st.sampled_from(["978", "979"]), st.text("0123456789", min_size=9, max_size=9))
def test_agrees_with_stdnum(prefix: str, digits: str) -> None:
    compact = prefix + digits + check_digit(prefix + digits)
    isbn = parse_isbn(compact)
    if compact.startswith("9790"):
        assert not isbn.valid
        return
    assert isbn.valid
    assert stdnum.isbn.is_valid(compact)
    assert isbn.hyphenated in ("", stdnum.isbn.format(compact))
    if prefix == "978":
        assert isbn.isbn10 == stdnum.isbn.to_isbn10(compact)


@settings(deadline=None)  # the first one reads the range table
@given(st.text())
def test_any_text_is_an_isbn_or_has_a_reason(text: str) -> None:
    isbn = parse_isbn(text)
    assert isbn.valid == bool(isbn.isbn13)
    for candidate in isbn.candidates:
        assert parse_isbn(candidate).valid
    if checksum_holds(text):
        assert isbn.valid


@pytest.mark.parametrize(
    "text",
    [
        "978-3-948289-82-9 3948289824",
        "9783948289829, 3948289824",
        "978-3-948289-82-9 (print)\r3948289824 (online)",
        "ISBN-13: 978-3-948289-82-9; ISBN-10: 3-948289-82-4",
        "3948289824 978 3 948289 82 9",
        "978-3-948289-82-9 [Print] / 3-948289-82-4 [E-Book]",
    ],
)
def test_several_isbns_in_a_field_are_each_looked_at(text: str) -> None:
    found = isbns_in(text)
    assert {one.isbn13 for one in found} == {"9783948289829"}
    assert len(found) == 2


def test_a_slip_in_one_of_several_isbns_is_found() -> None:
    good, bad = isbns_in("978-3-948289-82-9 3948289825")
    assert good.valid
    assert bad.expected == "4"
    assert "expected" in bad.reason


def test_what_is_no_isbn_is_not_cut_to_one() -> None:
    assert not isbns_in("3948289824 x")[0].valid
    assert "\ufffd" not in isbns_in("39482\r89 824\x07")[0].reason
