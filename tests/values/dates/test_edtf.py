"""Dates as EDTF, and as people type them."""

from __future__ import annotations

import pytest
from hypothesis import given

from reportcite.values.dates.edtf import read_edtf, write_edtf
from reportcite.values.dates.exchanged import read_date
from reportcite.values.dates.questions import simple_parts
from reportcite.values.shapes import Date
from tests.formats.strategies import dates


@pytest.mark.parametrize(
    ("date", "text"),
    [
        ({"date-parts": [[2024]]}, "2024"),
        ({"date-parts": [[2024, 3, 7]]}, "2024-03-07"),
        ({"date-parts": [[2024, 5], [2024, 6]]}, "2024-05/2024-06"),
        ({"date-parts": [[2024], []]}, "2024/"),
        ({"date-parts": [[1890]], "circa": True}, "1890~"),
        ({"date-parts": [[2024]], "season": 1}, "2024-21"),
        ({"date-parts": [[-44, 3, 15]]}, "-0043-03-15"),
        ({"date-parts": [[-1]]}, "0000"),
        ({"date-parts": [[476]]}, "0476"),
    ],
)
def test_dates_go_to_edtf_and_back(date: Date, text: str) -> None:
    assert write_edtf(date) == text
    assert read_edtf(text) == date


@pytest.mark.parametrize("text", ["", "/", "2024-13", "2024-02-30", "March 2024", "2024/2025/2026"])
def test_what_is_not_edtf(text: str) -> None:
    assert read_edtf(text) is None


def test_other_spellings_are_dates_too() -> None:
    assert read_date("2020–2021").date == {"date-parts": [[2020], [2021]]}
    assert read_date("n.d.").absent
    assert read_date("forthcoming").date == {"literal": "forthcoming"}


@given(dates())
def test_a_simple_date_is_what_edtf_says_of_it(date: Date) -> None:
    parts = simple_parts(date)
    if parts is not None:
        assert read_edtf(write_edtf(date) or "") == date
