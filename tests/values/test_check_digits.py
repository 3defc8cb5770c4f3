"""The check digits are those that python-stdnum reckons."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from stdnum import ean, isbn, issn

from reportcite.values.check_digits import modulus_10, modulus_11


@given(st.text("0123456789", min_size=12, max_size=12))
def test_of_an_isbn_13(digits: str) -> None:
    assert modulus_10(digits) == ean.calc_check_digit(digits)


@given(st.text("0123456789", min_size=9, max_size=9))
def test_of_an_isbn_10(digits: str) -> None:
    assert isbn.is_valid(digits + modulus_11(digits))


@given(st.text("0123456789", min_size=7, max_size=7))
def test_of_an_issn(digits: str) -> None:
    assert modulus_11(digits) == issn.calc_check_digit(digits)
