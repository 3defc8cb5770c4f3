"""Dates with a month or season in words."""

from __future__ import annotations

import pytest

from reportcite.values.dates.worded import read_worded


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("5. März 2021", [[2021, 3, 5]]),
        ("May 5, 2024", [[2024, 5, 5]]),
        ("5th of May 2024", [[2024, 5, 5]]),
        ("29 Feb 2023", [[2023, 2, 29]]),
        ("déc. 2024", [[2024, 12]]),
        ("5–7 May 2024", [[2024, 5, 5], [2024, 5, 7]]),
        ("May 5–7, 2024", [[2024, 5, 5], [2024, 5, 7]]),
        ("30 April to 2 May 2024", [[2024, 4, 30], [2024, 5, 2]]),
        ("May/June 2024", [[2024, 5], [2024, 6]]),
        ("Dec 2023–Jan 2024", [[2023, 12], [2024, 1]]),
        ("May–May 2024", [[2024, 5]]),
    ],
)
def test_months_in_words(text: str, points: list[list[int]]) -> None:
    assert read_worded(text) == {"date-parts": points}


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("3", [[2019, 3]]),
        ("12", [[2019, 12]]),
        ("1–3", [[2019, 1], [2019, 3]]),
        ("Dez./Jan.", [[2019, 12], [2020, 1]]),
        ("March 2018", [[2018, 3]]),
        ("May 31", [[2019, 5, 31]]),
    ],
)
def test_a_year_from_elsewhere(text: str, points: list[list[int]]) -> None:
    assert read_worded(text, 2019) == {"date-parts": points}


def test_seasons_in_words() -> None:
    assert read_worded("Frühling 2024") == {"date-parts": [[2024]], "season": 1}
    assert read_worded("winter", 2024) == {"date-parts": [[2024]], "season": 4}
    assert read_worded("Summer") is None
    assert read_worded("spring/summer 2024") is None
    assert read_worded("5 spring 2024") is None
    assert read_worded("May to summer 2024") is None


@pytest.mark.parametrize(
    "text",
    [
        "", "May", "soon", "May 2024 soon", "May June 2024", "32 May 2024", "31 June 2024",
        "0 May 2024", "123 May 2024", "12345 May", "7–5 May 2024", "May–June–July 2024", "May–",
        "June 5 – July 2024", "May 2024 2025", "May 2024" + " " * 53,
    ],
)  # fmt: skip
def test_what_is_no_date_in_words(text: str) -> None:
    assert read_worded(text) is None


def test_a_long_text_is_not_looked_at() -> None:
    assert read_worded("May 2024" + " " * 52) == {"date-parts": [[2024, 5]]}


@pytest.mark.parametrize("text", ["13", "0", "123"])
def test_a_number_alone_is_a_month(text: str) -> None:
    assert read_worded(text, 2019) is None
