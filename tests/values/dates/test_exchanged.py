"""Dates as programs exchange them."""

from __future__ import annotations

import pytest

from reportcite.values.dates.exchanged import read_date, write_date
from reportcite.values.shapes import Date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("-0043", {"date-parts": [[-44]]}),
        ("2020 – 2021", {"date-parts": [[2020], [2021]]}),
        ("2020-2020", {"date-parts": [[2020], [2020]]}),
        ("2019–20", {"date-parts": [[2019], [2020]]}),
        ("1982–4", {"date-parts": [[1982], [1984]]}),
        ("1982 – 84", {"date-parts": [[1982], [1984]]}),
        ("1982—84", {"date-parts": [[1982], [1984]]}),
        ("1982–2", {"literal": "1982–2"}),
        ("1982-84", {"date-parts": [[1982], [1984]]}),
        ("1920-25", {"date-parts": [[1920], [1925]]}),
        ("1920-24", {"date-parts": [[1920]], "season": 4}),
        ("1984-82", {"literal": "1984-82"}),
        ("1982-4", {"date-parts": [[1982, 4]]}),
        ("[c2019].", {"date-parts": [[2019]]}),
        ("(2019)", {"date-parts": [[2019]]}),
        ("2019.", {"date-parts": [[2019]]}),
        ("March\u00a02019", {"date-parts": [[2019, 3]]}),
        ("forthcoming", {"literal": "forthcoming"}),
        ("2021–2020", {"literal": "2021–2020"}),
        ("soon\u00a0enough", {"literal": "soon\u00a0enough"}),
    ],
)
def test_dates_of_other_programs(text: str, date: Date) -> None:
    assert read_date(text).date == date


def test_no_date_is_said_and_doubt_is_kept() -> None:
    assert read_date("n.d.").stated_none
    problem = read_date("soon").problem
    assert problem is not None
    assert problem.rule.name == "date-syntax"


@pytest.mark.parametrize(
    ("date", "text", "whole"),
    [
        ({"date-parts": [[2024, 5]]}, "2024-05", True),
        ({"literal": "in press"}, "in press", False),
        ({"date-parts": [[2024]], "literal": "x"}, "2024", False),
        ({"date-parts": [[2024, 2], [2024]], "season": 1}, "2024-02/2024", False),
        ({}, "", False),
    ],
)
def test_what_the_text_of_a_date_says(date: Date, text: str, whole: bool) -> None:
    assert write_date(date) == (text, whole)


@pytest.mark.parametrize("text", ["c2007.", "p2007.", "©2007.", "2007.", "[c2007]."])
def test_a_year_of_a_catalogue_may_end_in_a_full_stop(text: str) -> None:
    assert read_date(text).date == {"date-parts": [[2007]]}
