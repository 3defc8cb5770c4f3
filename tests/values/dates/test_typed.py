"""Dates as people type them."""

from __future__ import annotations

import pytest

from reportcite.values.dates.typed import date_from_text
from reportcite.values.shapes import Date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2024", {"date-parts": [[2024]]}),
        ("2024-05", {"date-parts": [[2024, 5]]}),
        ("2024-5-7", {"date-parts": [[2024, 5, 7]]}),
        ("2024/05/07", {"date-parts": [[2024, 5, 7]]}),
        ("2024-05-07T10:00:00Z", {"date-parts": [[2024, 5, 7]]}),
        ("2023/2024", {"date-parts": [[2023], [2024]]}),
        ("2024-05/2024-06-01", {"date-parts": [[2024, 5], [2024, 6, 1]]}),
        ("2020/", {"date-parts": [[2020], []]}),
        ("2020/..", {"date-parts": [[2020], []]}),
        ("2024~", {"date-parts": [[2024]], "circa": True}),
        ("2024?", {"date-parts": [[2024]], "circa": True}),
        ("ca. 1920", {"date-parts": [[1920]], "circa": True}),
        ("2024-21", {"date-parts": [[2024]], "season": 1}),
        ("-44-03-15", {"date-parts": [[-44, 3, 15]]}),
        ("2024-02-29", {"date-parts": [[2024, 2, 29]]}),
        ("2023/24", {"date-parts": [[2023], [2024]]}),
        ("1999/00", {"date-parts": [[1999], [2000]]}),
        ("Mai 2024", {"date-parts": [[2024, 5]]}),
        ("May 5, 2024", {"date-parts": [[2024, 5, 5]]}),
        ("5. März 2024", {"date-parts": [[2024, 3, 5]]}),
        ("5.3.2024", {"date-parts": [[2024, 3, 5]]}),
        ("05.03.2024", {"date-parts": [[2024, 3, 5]]}),
        ("20190507", {"date-parts": [[2019, 5, 7]]}),
        ("31/12/2019", {"date-parts": [[2019, 12, 31]]}),
        ("12/13/2019", {"date-parts": [[2019, 12, 13]]}),
        ("7-7-2019", {"date-parts": [[2019, 7, 7]]}),
        ("30-Mar-2020", {"date-parts": [[2020, 3, 30]]}),
        ("2019年5月7日", {"date-parts": [[2019, 5, 7]]}),
        ("2019年5月", {"date-parts": [[2019, 5]]}),
        ("2019年", {"date-parts": [[2019]]}),
        ("300 BCE", {"date-parts": [[-300]]}),
        ("44 v. Chr.", {"date-parts": [[-44]]}),
        ("[ca. 1850]", {"date-parts": [[1850]], "circa": True}),
        ("c2019", {"date-parts": [[2019]]}),
        ("©2019", {"date-parts": [[2019]]}),
        ("[2019]", {"date-parts": [[2019]]}),
        ("[2019?]", {"date-parts": [[2019]], "circa": True}),
        ("Winter 2019", {"date-parts": [[2019]], "season": 4}),
        ("in press", {"literal": "in press"}),
        ("Forthcoming", {"literal": "Forthcoming"}),
    ],
)
def test_dates_as_typed(text: str, date: Date) -> None:
    assert date_from_text(text) == (date, False, None)


@pytest.mark.parametrize("text", ["3/4/2020", "12/12-2020", "13/14/2020", "0 BC", "2020-Mar-Apr"])
def test_what_may_be_another_day_stays_text(text: str) -> None:
    reading = date_from_text(text)
    assert reading.date == {"literal": text} and reading.problem


@pytest.mark.parametrize("text", ["n.d.", "N. D.", "none", "o. J.", "s.d.", "n/a", "unknown"])
def test_no_date(text: str) -> None:
    assert date_from_text(text).stated_none


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("2024-13", "no month 13"),
        ("2023-02-29", "not a leap year"),
        ("2024-04-31", "no day 31"),
        ("2024/2023", "ends before it begins"),
        ("2023/22", "ends before it begins"),
        ("31.02.2024", "no day 31"),
        ("0", "no year 0"),
        ("20245", "more than four digits"),
    ],
)
def test_impossible_dates(text: str, why: str) -> None:
    date, _, problem = date_from_text(text)
    assert problem is not None
    assert problem.rule.name == "date-impossible"
    assert why in problem.message
    assert date == {"literal": text}


@pytest.mark.parametrize("text", ["Spring or so 2024", "5/7/2024", "soon", "/2024", "1/2/3/4"])
def test_other_texts_are_kept(text: str) -> None:
    date, _, problem = date_from_text(text)
    assert date == {"literal": text}
    assert problem is not None
    assert (problem.rule.name, problem.severity) == ("date-syntax", "warning")


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("05/2024", "write 2024-05"),
        ("5/2024", "write 2024-05"),
        ("2024/05", "write 2024-05"),
        ("2019-2021", "write 2019/2021"),
        ("2019–2021", "write 2019/2021"),
        ("2019–21", "write 2019/2021"),
        ("2018-19", "write 2018/2019"),
    ],
)
def test_how_to_write_a_date_is_reported_where_it_is_known(text: str, hint: str) -> None:
    date, _, problem = date_from_text(text)
    assert date == {"literal": text}
    assert problem is not None
    assert problem.suggestion.startswith(hint)


def test_a_season_that_looks_like_a_range_of_years_is_reported_with_both_readings() -> None:
    date, _, problem = date_from_text("2019-21")
    assert date == {"date-parts": [[2019]], "season": 1}
    assert problem is not None
    assert (problem.rule.name, problem.severity) == ("date-season", "warning")
    assert "spring 2019" in problem.message
    assert "2019/2021" in problem.suggestion
    assert date_from_text("spring 2019") == (date, False, None)
    assert date_from_text("2024-21").problem is None  # no range ends in 2021


def test_a_year_of_two_digits_is_doubted() -> None:
    date, _, problem = date_from_text("24")
    assert date == {"date-parts": [[24]]}
    assert problem is not None
    assert (problem.rule.name, problem.severity) == ("date-early", "warning")
    assert "2024" in problem.suggestion
    assert date_from_text("0024") == (date, False, None)
    assert date_from_text("-44").problem is None
