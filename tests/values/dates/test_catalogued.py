"""Dates as library catalogues write them."""

from __future__ import annotations

import pytest

from reportcite.values.dates.catalogued import (
    catalogued_range,
    read_catalogued,
    says_no_date,
    says_year,
)
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
        ("2009.04.22", {"date-parts": [[2009, 4, 22]]}),
        ("20.06.2015-22.6.2015", {"date-parts": [[2015, 6, 20], [2015, 6, 22]]}),
        ("20150620-20150622", {"date-parts": [[2015, 6, 20], [2015, 6, 22]]}),
        ("31.02.2001", {"literal": "31.02.2001"}),
        ("Fri, 17 Aug 2018 08:14:38 +0000", {"date-parts": [[2018, 8, 17]]}),
        ("anno 1687", {"date-parts": [[1687]]}),
        ("M.DCC.LXX [1770]", {"date-parts": [[1770]]}),
        ("[2010], ©2010", {"date-parts": [[2010]]}),
        ("[2010], ©2011", {"date-parts": [[2010]]}),
        ("[2010]-", {"date-parts": [[2010], []]}),
        ("5745 [1984 or 1985]", {"literal": "5745 [1984 or 1985]"}),
        ("1985 (c1984).", {"literal": "1985 (c1984)"}),
        ("[1984 or 1985]", {"literal": "1984 or 1985"}),
        ("not before 1900", {"literal": "not before 1900"}),
        ("1991 oder 1992", {"literal": "1991 oder 1992"}),
        ("２０２４０３０７", {"literal": "２０２４０３０７"}),
        ("winter", {"literal": "winter"}),
    ],
)
def test_dates_of_catalogues(text: str, date: Date) -> None:
    assert read_catalogued(text).date == date


@pytest.mark.parametrize("text", ["[n.d.]", "s.a.", "S. d.", "o.J.", "[Jahr nicht ermittelbar]"])
def test_a_catalogue_may_say_that_there_is_no_date(text: str) -> None:
    assert says_no_date(text)


@pytest.mark.parametrize("text", ["1999", "[1999]", "n.d. [1999]"])
def test_a_date_is_not_none(text: str) -> None:
    assert not says_no_date(text)


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
