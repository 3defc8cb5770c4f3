"""Years to come are told; this year and years of which the end is open are not."""

from __future__ import annotations

from datetime import date

import pytest

from reportcite.values.dates.future import future_problems
from reportcite.values.shapes import Date


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ({"date-parts": [[2024]]}, False),
        ({"date-parts": [[2025]]}, True),
        ({"date-parts": [[2023], [2025]]}, False),
        ({"date-parts": [[2023], []]}, False),
        ({"literal": "2099"}, False),
        ({"date-parts": [[-44]]}, False),
    ],
)
def test_years(value: Date, told: bool) -> None:
    assert bool(list(future_problems(value, date(2024, 12, 31)))) == told
