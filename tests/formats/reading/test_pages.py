"""A range of pages where a number of pages may stand, too."""

from __future__ import annotations

import pytest

from reportcite.formats.reading.pages import PAGE_RANGE


@pytest.mark.parametrize("text", ["1-47", "12 – 34", "A1-A12", "999999-1000"])
def test_a_range_is_no_number_of_pages(text: str) -> None:
    assert PAGE_RANGE.fullmatch(text)


@pytest.mark.parametrize("text", ["47", "1-", "1234567-2", "AB1-2", "1 to 2", "1--2"])
def test_anything_else_is_no_range(text: str) -> None:
    assert not PAGE_RANGE.fullmatch(text)
