"""Dates in words, and those with the day first, had better be written in numbers."""

from __future__ import annotations

import pytest

from reportcite.problems import Fix
from reportcite.values.dates.advice import notation_advice
from reportcite.values.dates.typed import date_from_text
from tests.record.reading import one


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("5. März 2021", "2021-03-05"),
        ("March 5, 2021", "2021-03-05"),
        ("mars 2021", "2021-03"),
        ("5.–7. März 2021", "2021-03-05/2021-03-07"),
        ("Dez. 2019/Jan. 2020", "2019-12/2020-01"),
        ("05.03.2021", "2021-03-05"),
        ("5. 3. 2021", "2021-03-05"),
        ("2021/3/5", "2021-03-05"),
        (" 5 March 2021 ", "2021-03-05"),
    ],
)
def test_a_date_that_leaves_no_doubt_is_written_anew(text: str, written: str) -> None:
    date = date_from_text(text).certain
    assert date is not None
    problem = notation_advice(text, date)
    assert problem is not None
    assert problem.fix == Fix(text.strip(), written)
    assert problem.suggestion == f"write {written}"


@pytest.mark.parametrize(
    "text",
    ["2021", "2021-03", "2021-03-05", "2021-03/2021-05", "20210305", "[2021]", "c2021", "-44",
     "2021-03-05T10:00", "circa 2021", "spring 2019", "2021~", "um 2021"],
)  # fmt: skip
def test_other_dates_stay(text: str) -> None:
    date = date_from_text(text).certain
    assert date is not None
    assert notation_advice(text, date) is None


def test_only_check_tells_it_of_a_record() -> None:
    record = one("title: A\nissued: 5. März 2021\naccessed: 2024-13-01\n")
    assert [problem.rule.name for problem in record.advice] == ["date-notation"]
    assert record.advice[0].place[1:] == (2, 1)
    assert "date-notation" not in [problem.rule.name for problem in record.problems]
    raw = one('{"title": "A", "issued": {"raw": "5 March 2021"}}', "json")
    assert [problem.fix for problem in raw.advice] == [Fix("5 March 2021", "2021-03-05", "issued")]
