"""Dates as EDTF, and as people type them."""

from __future__ import annotations

import pytest
from hypothesis import given

from reportcite.values.dates.edtf import read_edtf, says, write_edtf
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
    assert read_date("n.d.").stated_none
    assert read_date("forthcoming").date == {"literal": "forthcoming"}


@given(dates())
def test_a_simple_date_is_what_edtf_says_of_it(date: Date) -> None:
    parts = simple_parts(date)
    if parts is not None:
        assert read_edtf(write_edtf(date) or "") == date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2024-5", {"date-parts": [[2024, 5]]}),
        (" 2024 ", {"date-parts": [[2024]]}),
        ("2024-05-07T10:00:00Z", {"date-parts": [[2024, 5, 7]]}),
        ("2019/20", {"date-parts": [[2019], [2020]]}),
        ("1982/4", {"date-parts": [[1982], [1984]]}),
        ("8/14", {"date-parts": [[8], [14]]}),
        ("1999/00", {"date-parts": [[1999], [2000]]}),
        ("/2024", {"date-parts": [[], [2024]]}),
        ("2024/open", {"date-parts": [[2024], []]}),
        ("unknown/2024", {"date-parts": [[], [2024]]}),
        ("2024~/2025", {"date-parts": [[2024], [2025]], "circa": True}),
        ("2024-24", {"date-parts": [[2024]], "season": 4}),
        ("2024-21/2024-22", {"date-parts": [[2024, 21], [2024, 22]]}),
        ("2024-22?", {"date-parts": [[2024]], "season": 2, "circa": True}),
        ("0000", {"date-parts": [[-1]]}),
        ("0001", {"date-parts": [[1]]}),
    ],
)
def test_other_spellings_of_edtf_are_read(text: str, date: Date) -> None:
    assert read_edtf(text) == date


@pytest.mark.parametrize(
    "text", ["2019/19", "2019/18", "..", "../..", "2024-20", "2024-25", "2024-21-01", "20245"]
)
def test_more_that_is_not_edtf(text: str) -> None:
    assert read_edtf(text) is None


@pytest.mark.parametrize(
    ("date", "text"),
    [
        ({"date-parts": [[], [2024]]}, "/2024"),
        ({"date-parts": [[9999]]}, "9999"),
        ({"date-parts": [[-9999]]}, "-9998"),
        ({"date-parts": [[-2]]}, "-0001"),
        ({"date-parts": [[2024, 21]]}, "2024-21"),
        ({"date-parts": [[2024], []], "circa": True}, "2024~/"),
        ({"date-parts": [[2024]], "season": 4}, "2024-24"),
        ({"date-parts": [[2024]], "season": 5}, "2024"),
        ({"date-parts": [[2024, 5]], "season": 1}, "2024-05"),
        ({"date-parts": [[2024], [2025]], "season": 1}, "2024/2025"),
    ],
)
def test_what_is_written(date: Date, text: str) -> None:
    assert write_edtf(date) == text


@pytest.mark.parametrize(
    "points",
    [[], [[]], [[], []], [[0]], [[10000]], [[-10000]], [[2024, 13]], [[2024, 2, 30]],
     [[2024], [2025], [2026]], [[2024], [0]]],
)  # fmt: skip
def test_what_edtf_cannot_say(points: list[list[int]]) -> None:
    assert write_edtf({"date-parts": points}) is None
    assert write_edtf({"literal": "in press"}) is None


def test_whether_edtf_says_all_of_a_date() -> None:
    assert says("2024", {"date-parts": [[2024]]})
    assert not says("2024", {"date-parts": [[2024]], "season": 5})
    assert not says(None, {"literal": "in press"})
