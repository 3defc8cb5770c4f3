"""Dates as library catalogues write them."""

from __future__ import annotations

import pytest

from reportcite.values.dates.catalogued import catalogued_range, read_catalogued, says_year
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
        ("-1988", {"date-parts": [[1988]]}),
        ("1998-", {"date-parts": [[1998], []]}),
        ("1998-]", {"date-parts": [[1998], []]}),
        ("1980, c1979", {"date-parts": [[1980]]}),
        ("p1980", {"date-parts": [[1980]]}),
        ("cop. 1980", {"date-parts": [[1980]]}),
        ("[1982?]", {"date-parts": [[1982]], "circa": True}),
        ("1945 [i.e. 1954]", {"date-parts": [[1954]]}),
        ("20060131154904.0", {"date-parts": [[2006, 1, 31]]}),
        ("1985-1988", {"date-parts": [[1985], [1988]]}),
        ("c2007.", {"date-parts": [[2007]]}),
        ("198-", {"literal": "198-"}),
        ("２０２４０３０７", {"literal": "２０２４０３０７"}),
        ("winter", {"literal": "winter"}),
    ],
)
def test_dates_of_catalogues(text: str, date: Date) -> None:
    assert read_catalogued(text).date == date


def test_nothing_is_no_date() -> None:
    assert read_catalogued("") == (None, False, None)


@pytest.mark.parametrize(
    ("first", "last", "edtf"),
    [
        ("1985", "1988", "1985/1988"),
        ("1998", "9999", "1998/.."),
        ("1998", "uuuu", "1998"),
        ("1998", "", "1998"),
        ("", "1998", "1998"),
        ("20020702 ", " 20021203", "2002-07-02/2002-12-03"),
        ("", "", ""),
    ],
)
def test_a_range_of_two_fields(first: str, last: str, edtf: str) -> None:
    assert catalogued_range(first, last) == edtf


@pytest.mark.parametrize(
    ("text", "says"),
    [("1999", True), ("19uu", False), ("||||", False), ("", False), ("199u", False)],
)
def test_a_coded_date_may_not_say_the_year(text: str, says: bool) -> None:
    assert says_year(text) is says
