"""Dates in numbers with hyphens."""

from __future__ import annotations

import pytest

from reportcite.values.dates.iso import (
    full_range,
    is_short_range,
    read_iso,
    write_iso,
)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("2024", [2024]),
        ("2024-5", [2024, 5]),
        ("2024-05-07", [2024, 5, 7]),
        ("-0043", [-43]),
        ("+2024", [2024]),
        ("202405", [202405]),
        ("2024-13-99", [2024, 13, 99]),
    ],
)
def test_numbers_with_hyphens(text: str, parts: list[int]) -> None:
    assert read_iso(text) == parts


@pytest.mark.parametrize("text", ["", "2024-", "2024-005", "2024-05-07-01", "x2024", "2024~"])
def test_other_texts_are_no_such_date(text: str) -> None:
    assert read_iso(text) is None


@pytest.mark.parametrize(
    ("text", "full"),
    [
        ("2019/20", "2019/2020"),
        ("2019/21", "2019/2021"),
        ("1999/00", "1999/2000"),
        ("0999/00", "0999/1000"),
        ("2019/19", "2019/19"),
        ("2019/18", "2019/18"),
        ("1998/00", "1998/00"),
        ("1967/8", "1967/1968"),
        ("1967/7", "1967/7"),
        ("967/8", "967/8"),
        ("2019/2020", "2019/2020"),
    ],
)
def test_a_short_second_year_is_a_later_one(text: str, full: str) -> None:
    assert full_range(text) == full


def test_short_ranges_are_known_by_their_shape() -> None:
    assert is_short_range("2019/18")
    assert is_short_range("2019/8")
    assert not is_short_range("2019/208")
    assert not is_short_range("2019/2018")
    assert not is_short_range("2019")


@pytest.mark.parametrize(
    ("parts", "text"),
    [([2024], "2024"), ([476, 9], "0476-09"), ([2024, 12, 31], "2024-12-31"), ([], "")],
)
def test_zeros_lead(parts: list[int], text: str) -> None:
    assert write_iso(parts) == text
