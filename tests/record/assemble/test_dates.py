"""Dates in all the shapes that records hold them in."""

from __future__ import annotations

import pytest

from reportcite.record.assemble.dates import read_date
from reportcite.record.untyped import Untyped


@pytest.mark.parametrize(
    ("value", "parts"),
    [
        ("2024-05", [[2024, 5]]),
        (2024, [[2024]]),
        ({"date-parts": [["2024", 5]]}, [[2024, 5]]),
        ({"raw": "2024/2025"}, [[2024], [2025]]),
        (["2024"], [[2024]]),
        ([{"year": 2024, "month": 5}], [[2024, 5]]),
    ],
)
def test_a_date_is_read(value: Untyped, parts: list[list[int]]) -> None:
    reading = read_date("issued", value)
    assert reading.date == {"date-parts": parts}
    assert reading.problem is None


def test_nothing_is_no_date_and_a_word_for_it_states_it() -> None:
    assert read_date("issued", None) == read_date("issued", "") == (None, False, None)
    assert read_date("issued", "n.d.").stated_none


def test_a_list_of_something_else_is_a_wrong_shape() -> None:
    reading = read_date("issued", [1, 2])
    assert reading.date is None and not reading.stated_none
    assert reading.problem and reading.problem.message.startswith(
        "issued wants a date such as 2024-05"
    )
