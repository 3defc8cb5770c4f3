"""What is doubtful about dates, and how they are written without doubt."""

from __future__ import annotations

import pytest

from reportcite.values.dates.doubts import how_to_write, typed_doubt, unread_problem
from reportcite.values.shapes import Date


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("5/2024", "write 2024-05"),
        ("12.2024", "write 2024-12"),
        ("13/2024", "write 2024, 2024-05"),
        ("2024.05", "write 2024-05, or a range as 2023/2024"),
        ("2019 - 2021", "write 2019/2021"),
        ("2019–21", "write 2019/2021"),
        ("2019–19", "write 2024, 2024-05"),
        ("2019–18", "write 2024, 2024-05"),
        ("soon", "write 2024, 2024-05"),
    ],
)
def test_how_to_write_a_date(text: str, hint: str) -> None:
    assert how_to_write(text).startswith(hint)
    assert unread_problem(text).suggestion.startswith(hint)


@pytest.mark.parametrize(
    ("text", "date", "rule"),
    [
        ("24", {"date-parts": [[24]]}, "date-early"),
        ("999", {"date-parts": [[999]]}, "date-early"),
        ("0024", {"date-parts": [[24]]}, ""),
        ("1000", {"date-parts": [[1000]]}, ""),
        ("2019-21", {"date-parts": [[2019]], "season": 1}, "date-season"),
        ("2021-21", {"date-parts": [[2021]], "season": 1}, ""),
        ("2024-21", {"date-parts": [[2024]], "season": 1}, ""),
        ("2019-21", {"date-parts": [[2019]]}, ""),
        ("spring 2019", {"date-parts": [[2019]], "season": 1}, ""),
    ],
)
def test_what_a_date_may_have_meant_instead(text: str, date: Date, rule: str) -> None:
    problem = typed_doubt(text, date)
    assert (problem.rule.name if problem else "") == rule


def test_both_readings_are_named() -> None:
    early = typed_doubt("124", {"date-parts": [[124]]})
    assert early is not None
    assert early.message == "“124” is taken for the year 124 AD"
    assert early.suggestion == "write the year in full, such as 2024; 0124 if it is meant"
    season = typed_doubt("2019-24", {"date-parts": [[2019]], "season": 4})
    assert season is not None
    assert season.message == "“2019-24” is taken for winter 2019, as in EDTF"
    assert "write 2019/2024" in season.suggestion
