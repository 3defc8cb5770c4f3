"""Dates of records: a text, a year as a number, or what CSL-JSON has."""

from __future__ import annotations

import pytest

from reportcite.record.assemble.dates import read_date
from reportcite.record.untyped import Untyped
from reportcite.values.dates.reading import NO_DATE

MAY = {"date-parts": [[2024, 5]]}


@pytest.mark.parametrize(
    ("value", "date"),
    [
        ("2024-05", MAY),
        (2024, {"date-parts": [[2024]]}),
        ({"date-parts": [["2024", 5]]}, MAY),
        ({"raw": "2024-05"}, MAY),
        (["2024-05"], MAY),
        ([{"year": 2024, "month": 5}], MAY),
    ],
)
def test_a_date_is_read_in_each_shape_it_may_have(value: Untyped, date: object) -> None:
    reading = read_date("issued", value)
    assert (reading.date, reading.problem) == (date, None)


def test_nothing_is_no_date_and_nothing_wrong() -> None:
    assert read_date("issued", None) == NO_DATE


def test_no_date_is_stated_in_words() -> None:
    assert read_date("issued", "n.d.").stated_none


def test_a_list_that_is_no_date_is_of_the_wrong_shape() -> None:
    reading = read_date("accessed", [{"a": 1}])
    assert reading.date is None
    assert reading.problem is not None
    assert reading.problem.rule.name == "wrong-shape"
    assert reading.problem.message == "accessed wants a date such as 2024-05, but holds a list"
