"""The digits of an ISBN: held to python-stdnum, and told apart from other numbers."""

from __future__ import annotations

import pytest
import stdnum.isbn
from hypothesis import given
from hypothesis import strategies as st

from reportcite.values.isbns.digits import (
    check_digit,
    checksum_holds,
    checksums_hold,
    form_problem,
    holds,
    isbn10_of,
    isbn13_of,
)


@given(st.from_regex(r"(97[89][0-9]{9}|[0-9]{9})[0-9X]", fullmatch=True))
def test_stdnum_holds_the_same_for_isbns(compact: str) -> None:
    music = compact.startswith("9790") and len(compact) == 13
    assert holds(compact) == (stdnum.isbn.is_valid(compact) and not music)


@given(st.text("0123456789", min_size=9, max_size=9))
def test_both_forms_are_those_of_stdnum(digits: str) -> None:
    short = digits + check_digit(digits)
    assert isbn13_of(short) == stdnum.isbn.to_isbn13(short)
    assert isbn10_of(isbn13_of(short)) == short
    assert isbn13_of(isbn13_of(short)) == isbn13_of(short)


@pytest.mark.parametrize(
    ("compact", "problem"),
    [
        ("9783948289829", ""),
        ("9783948289828", ""),
        ("M260000438", "an ISMN"),
        ("9790260000438", "printed music"),
        ("03785955", "an ISSN"),
        ("03785954", "8 digits, as an ISSN"),
        ("B07XJ8C8F5", "an ASIN"),
        ("B17XJ8C8F5", "what no ISBN does"),
        ("9770264359008", "the bar code of a journal: ISSN 0264-3596"),
        ("9770264359009", "begins with 977"),
        ("306406152", "9 digits, as an SBN: put a 0 before it"),
        ("306406153", "9 digits; an ISBN has"),
    ],
)
def test_other_numbers_are_told_apart(compact: str, problem: str) -> None:
    assert problem in form_problem(compact)
    assert bool(problem) == bool(form_problem(compact))


@pytest.mark.parametrize("compact", ["٩٧٨٣٩٤٨٢٨٩٨٢٩", "978394828982X", "X948289824", "", "978"])
def test_what_is_no_isbn_does_not_hold(compact: str) -> None:
    assert not holds(compact)


_numbers = st.from_regex(r"97[89]-?[0-9]{3}-?[0-9]{6}", fullmatch=True).map(
    lambda text: text + check_digit(text.replace("-", ""))
)


@given(
    st.lists(_numbers | st.from_regex(r"97[89][0-9]{10}", fullmatch=True), min_size=1)
    | st.lists(_numbers, min_size=1, max_size=300)
    | st.lists(st.text("09-x٣", max_size=14), min_size=1, max_size=3)
)
def test_many_are_right_together_where_each_is(texts: list[str]) -> None:
    plain = all(text.startswith("978") for text in texts)
    assert checksums_hold(texts) == (plain and all(map(checksum_holds, texts)))


def test_a_number_short_of_a_digit_is_not_made_up_by_another() -> None:
    assert not checksums_hold(["978300000000", "39783000000003"])
    assert not checksums_hold(["978000000000٣"])
    assert not checksums_hold(["97830000000x3"])
    largest = "978399999999" + check_digit("978399999999")
    assert checksums_hold([largest] * 1000)
    assert not checksums_hold([largest] * 999 + ["9783000000004"])
