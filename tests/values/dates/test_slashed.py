"""Dates with strokes."""

from __future__ import annotations

import pytest

from reportcite.values.dates.slashed import (
    hyphenated_date,
    read_issued,
    read_slashed,
    write_short_slashed,
    write_slashed,
)
from reportcite.values.shapes import Date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2024/03/07/", {"date-parts": [[2024, 3, 7]]}),
        ("2024/3/", {"date-parts": [[2024, 3]]}),
        ("2024///", {"date-parts": [[2024]]}),
        ("2024//07/", {"date-parts": [[2024]]}),
        ("2024/00/00/", {"date-parts": [[2024]]}),
        ("2024/ 3/ 7", {"date-parts": [[2024, 3, 7]]}),
        ("476/09", {"date-parts": [[476, 9]]}),
        ("2019///Spring", {"date-parts": [[2019]], "season": 1}),
        ("2019/05//Spring", {"date-parts": [[2019, 5]]}),
        ("2019/20", {"date-parts": [[2019], [2020]]}),
        ("2024/12", {"date-parts": [[2024, 12]]}),
        ("2024-05", {"date-parts": [[2024, 5]]}),
        ("47/05/03", {"date-parts": [[47, 5, 3]]}),
        ("2024/3/7/Spring", {"date-parts": [[2024, 3, 7]]}),
        ("2024/02/31", {"literal": "2024/02/31"}),
    ],
)
def test_dates_as_ris_has_them(text: str, date: Date) -> None:
    assert read_slashed(text).date == date


@pytest.mark.parametrize(
    ("year", "date", "issued", "rule"),
    [
        ("2024", "", [[2024]], ""),
        ("", "2024/03", [[2024, 3]], ""),
        ("2024", "2024/03", [[2024, 3]], ""),
        ("2023", "2024/03", [[2024, 3]], ""),
        ("2024", "Mar 7", [[2024, 3, 7]], ""),
        ("2024", "soon", [[2024]], "date-syntax"),
        ("2024/05//", "2024/05/07", [[2024, 5, 7]], ""),
        ("c2024", "2023/03", [[2023, 3]], ""),
        ("2024/05/07", "2024", [[2024, 5, 7]], ""),
        ("2024/05", "2024/03", [[2024, 3]], ""),
        ("2024", "0000/00/00", [[2024]], ""),
        ("0000//", "2024", [[2024]], ""),
        ("0476", "", [[476]], ""),
    ],
)
def test_the_date_counts_unless_the_year_says_more_of_the_same_year(
    year: str, date: str, issued: list[list[int]], rule: str
) -> None:
    reading = read_issued(date, year)
    assert reading.date == {"date-parts": issued}
    assert (reading.problem.rule.name if reading.problem else "") == rule


def test_nothing_says_nothing_and_a_word_alone_is_kept() -> None:
    assert read_issued("", "") == (None, False, None)
    assert read_issued("soon", "").date == {"literal": "soon"}
    assert read_issued("", "0000") == read_issued("0000//", "0000") == (None, False, None)


def test_a_year_says_more_than_a_word_or_no_date() -> None:
    assert read_issued("", "soon", "2024").date == {"date-parts": [[2024]]}
    assert read_issued("", "n.d.", "2024").date == {"date-parts": [[2024]]}
    assert read_issued("2024/03", "n.d.").date == {"date-parts": [[2024, 3]]}


def test_a_date_left_out_says_how_to_write_it() -> None:
    problem = read_issued("soon", "2023").problem
    assert problem is not None and "soon" in problem.message
    assert problem.judged("ris").severity == "notice"
    assert problem.suggestion == "write it as 2024/05/07"


def test_all_three_strokes_are_written() -> None:
    assert write_slashed(2024, 3, 7) == "2024/03/07/"
    assert write_slashed(2024, 3) == "2024/03//"
    assert write_slashed(476) == "0476///"


def test_or_only_those_between_what_is_known() -> None:
    assert write_short_slashed([2024, 3, 7]) == "2024/03/07"
    assert write_short_slashed([476]) == "0476"


def test_of_several_years_the_fullest_counts() -> None:
    assert read_issued("", "2016/10/19", "2016").date == {"date-parts": [[2016, 10, 19]]}
    assert read_issued("", "2016", "2016/10").date == {"date-parts": [[2016, 10]]}
    assert read_issued("", "2016///Spring", "2016").date == {"date-parts": [[2016]], "season": 1}


def test_pages_of_the_web_put_slashes_for_hyphens_and_a_time_behind_a_date() -> None:
    typed = ("2024/3/7", "2024/12", " 2024-03-07 00:00", "2024-03-07T10:00Z", "2024", "7/3/2024")
    assert [hyphenated_date(one) for one in typed] == [
        *("2024-03-07", "2024-12", "2024-03-07", "2024-03-07", "2024", "7/3/2024"),
    ]
    assert hyphenated_date("2024-03-07x") == "2024-03-07x"
