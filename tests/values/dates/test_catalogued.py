"""Dates as library catalogues write them."""

from __future__ import annotations

import pytest

from reportcite.values.dates.catalogued import read_catalogued
from reportcite.values.shapes import Date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("20240307", {"date-parts": [[2024, 3, 7]]}),
        ("18480307", {"date-parts": [[1848, 3, 7]]}),
        ("1848", {"date-parts": [[1848]]}),
        ("2024-03", {"date-parts": [[2024, 3]]}),
        ("[c2019].", {"date-parts": [[2019]]}),
        ("[2019", {"date-parts": [[2019]]}),
        ("©2019", {"date-parts": [[2019]]}),
        ("2024/2025", {"date-parts": [[2024], [2025]]}),
        ("-0043~", {"date-parts": [[-44]], "circa": True}),
        ("２０２４０３０７", {"literal": "２０２４０３０７"}),
        ("winter", {"literal": "winter"}),
    ],
)
def test_dates_of_catalogues(text: str, date: Date) -> None:
    assert read_catalogued(text).date == date


def test_nothing_is_no_date() -> None:
    assert read_catalogued("") == (None, False, None)
