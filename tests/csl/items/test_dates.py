"""Dates: what CSL-JSON may say, and how a date prints."""

from __future__ import annotations

from typing import Any

import pytest

from reportcite.csl.items.dates import Date, Moment, parse_date
from tests.csl.references import report
from tests.csl.style_xml import bibliography, entries, macro, printed, style_xml

TEXT = '<date variable="issued" form="text"/>'
TITLE = '<text variable="title"/>'
NUMERIC = '<date variable="issued" form="numeric"/>'
OWN = (
    '<date variable="issued" delimiter=" "><date-part name="day"/><date-part name="month"/>'
    '<date-part name="year"/></date>'
)


def date(value: Any, layout: str = TEXT, *, language: str = "en-US") -> str:
    """`value` as the date of issue, printed by `layout`; no-break spaces count as spaces."""
    return printed(layout, issued=value, language=language).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("source", "parsed"),
    [
        ({"date-parts": [[2024]]}, Date(Moment(2024))),
        ({"date-parts": [["2024", "5", "7"]]}, Date(Moment(2024, 5, 7))),
        ({"date-parts": [[2023], [2024, 2]]}, Date(Moment(2023), Moment(2024, 2))),
        ({"date-parts": [[2024], [0]]}, Date(Moment(2024), open=True)),
        ({"date-parts": [2016, 12, 6]}, Date(Moment(2016, 12, 6))),
        ({"date-parts": ["2016", "12"]}, Date(Moment(2016, 12))),
        ({"date-parts": [[2024, 13]]}, Date(Moment(2024, season=1))),
        ({"date-parts": [[2024, 24]]}, Date(Moment(2024, season=4))),
        ({"date-parts": [[2024]], "season": "2"}, Date(Moment(2024, season=2))),
        ({"date-parts": [[2024]], "circa": True}, Date(Moment(2024), circa=True)),
        ({"date-parts": [[2024]], "circa": "0"}, Date(Moment(2024))),
        ({"raw": "2024-05/2024-06"}, Date(Moment(2024, 5), Moment(2024, 6))),
        ({"raw": "2024/"}, Date(Moment(2024), open=True)),
        ({"raw": "2024~"}, Date(Moment(2024), circa=True)),
        ({"raw": "-0043"}, Date(Moment(-43))),
        ({"raw": "Autumn 2024"}, Date(Moment(2024, season=3))),
        ({"raw": "5. März 2021"}, Date(Moment(2021, 3, 5))),
        ({"raw": "in press"}, Date(None, literal="in press")),
        ({"edtf": "2024-05-07"}, Date(Moment(2024, 5, 7))),
        ({"edtf": "2024-05~/2024-06"}, Date(Moment(2024, 5), Moment(2024, 6), circa=True)),
        ({"edtf": "2024-21"}, Date(Moment(2024, season=1))),
        ({"edtf": "2024/.."}, Date(Moment(2024), open=True)),
        ({"edtf": "-0043"}, Date(Moment(-44))),  # EDTF has a year 0
        ({"edtf": "soon"}, Date(None, literal="soon")),
        ({"date-parts": [[2024]], "season": "Fall"}, Date(Moment(2024, season=3))),
        ({"date-parts": [[2024]], "season": "Hilary"}, Date(Moment(2024, season_name="Hilary"))),
        ({"date-parts": [[2024]], "circa": "no"}, Date(Moment(2024))),
        ({"literal": "n.d."}, Date(None, literal="n.d.")),
        ("2024-05-07", Date(Moment(2024, 5, 7))),
        (2024, Date(Moment(2024))),
    ],
)
def test_a_date_may_be_written_in_many_ways(source: Any, parsed: Date) -> None:
    assert parse_date(source) == parsed


@pytest.mark.parametrize(
    "source",
    [None, {}, [], {"date-parts": []}, {"date-parts": [[]]}, {"date-parts": [[None]]},
     {"date-parts": "soon"}, {"date-parts": [["soon"]]}, {"date-parts": [[0]]},
     {"date-parts": [[float("inf")]]}, {"raw": 7}],
)  # fmt: skip
def test_what_says_no_date_is_no_date(source: Any) -> None:
    assert parse_date(source) is None


@pytest.mark.parametrize(
    ("parts", "english", "german", "numeric"),
    [
        ([2024], "2024", "2024", "2024"),
        ([2024, 5], "May 2024", "Mai 2024", "05/2024"),
        ([2024, 5, 7], "May 7, 2024", "7. Mai 2024", "05/07/2024"),
        ([2024, 21], "Spring 2024", "Frühjahr 2024", "Spring/2024"),
        ([-43], "43 BC", "43 v. Chr.", "43 BC"),
        ([79], "79 AD", "79 n. Chr.", "79 AD"),
    ],
)
def test_a_date_prints_as_its_language_does(
    parts: list[int], english: str, german: str, numeric: str
) -> None:
    value = {"date-parts": [parts]}

    assert date(value) == english
    assert date(value, language="de-DE") == german
    assert date(value, NUMERIC) == numeric


@pytest.mark.parametrize(
    ("start", "end", "english", "german"),
    [
        ([2024, 5, 7], [2024, 5, 9], "May 7–9, 2024", "7.–9. Mai 2024"),
        ([2024, 5, 7], [2024, 6, 9], "May 7–June 9, 2024", "7. Mai–9. Juni 2024"),
        ([2024, 5, 7], [2025, 6, 9], "May 7, 2024–June 9, 2025", "7. Mai 2024–9. Juni 2025"),
        ([2024, 5], [2024, 6], "May–June 2024", "Mai–Juni 2024"),
        ([2024], [2025], "2024–2025", "2024–2025"),
        ([2024, 5, 7], [2024, 5, 7], "May 7, 2024", "7. Mai 2024"),
        ([2024, 21], [2024, 22], "Spring–Summer 2024", "Frühjahr–Sommer 2024"),
        ([-100], [50], "100 BC–50 AD", "100 v. Chr.–50 n. Chr."),
        ([2024], [0], "2024–", "2024–"),
    ],
)
def test_a_range_prints_once_what_both_ends_share(
    start: list[int], end: list[int], english: str, german: str
) -> None:
    value = {"date-parts": [start, end]}

    assert date(value) == english
    assert date(value, language="de-DE") == german


def test_each_part_has_a_dash_of_its_own() -> None:
    layout = (
        '<date variable="issued"><date-part name="day" range-delimiter=" to "/>'
        '<date-part name="month" prefix=" " range-delimiter="-"/>'
        '<date-part name="year" prefix=" " range-delimiter="/"/></date>'
    )

    assert date({"raw": "2024-05-07/2024-05-09"}, layout) == "7 to 9 May 2024"
    assert date({"raw": "2024-05-07/2024-06-09"}, layout) == "7 May-9 June 2024"
    assert date({"raw": "2024-05-07/2025-06-09"}, layout) == "7 May 2024/9 June 2025"


@pytest.mark.parametrize(
    ("form", "month", "day"),
    [("long", "March", "7"), ("short", "Mar.", "7"), ("numeric", "3", "7"),
     ("numeric-leading-zeros", "03", "07")],
)  # fmt: skip
def test_months_and_days_have_forms(form: str, month: str, day: str) -> None:
    layout = '<date variable="issued"><date-part name="{}" form="{}"/></date>'

    assert date("2024-03-07", layout.format("month", form)) == month
    assert date("2024-03-07", layout.format("day", form)) == day


def test_a_short_year_has_two_digits() -> None:
    layout = '<date variable="issued"><date-part name="year" form="short" prefix="’"/></date>'

    assert date(2005, layout) == "’05"


def test_a_style_may_limit_a_localized_date() -> None:
    assert date("2024-05-07", f"{TEXT[:-2]} date-parts='year-month'/>") == "May 2024"
    assert date("2024-05-07", f"{TEXT[:-2]} date-parts='year'/>") == "2024"


def test_french_counts_only_the_first_day_of_a_month() -> None:
    ordinal = f'{TEXT[:-2]}><date-part name="day" form="ordinal"/></date>'

    assert date("2024-05-01", ordinal, language="fr-FR") == "1ᵉʳ mai 2024"
    assert date("2024-05-02", ordinal, language="fr-FR") == "2 mai 2024"
    assert date("2024-05-02", ordinal, language="en-US") == "May 2nd, 2024"


def test_an_unknown_part_takes_its_delimiter_with_it() -> None:
    assert date("2024-05-07", OWN) == "7 May 2024"
    assert date("2024-05", OWN) == "May 2024"
    assert date("2024", OWN) == "2024"


def test_text_prints_as_it_stands() -> None:
    assert date({"literal": "in press"}) == "in press"


def test_a_style_can_ask_whether_a_date_is_certain() -> None:
    layout = (
        '<choose><if is-uncertain-date="issued"><text term="circa" form="short" suffix=" "/></if>'
        f"</choose>{TEXT}"
    )

    assert date({"raw": "2024~"}, layout) == "c. 2024"
    assert date({"raw": "2024"}, layout) == "2024"


@pytest.mark.parametrize("key", ['variable="issued"', 'macro="date"'])
def test_dates_sort_by_time(key: str) -> None:
    dates = [
        "-0100", "-0050", "0079", "2024", "2024-05", "2024-05-07", "2024-05-07/2024-05-09",
        "2024-10", "2025",
    ]  # fmt: skip
    style = style_xml(macro("date", TEXT), bibliography(TITLE, sort=f"<key {key}/>"))
    references = [report(value, title=value, issued={"raw": value}) for value in dates]

    assert entries(style, reversed(references)) == dates


def test_a_date_in_words_stands_in_the_place_of_the_year() -> None:
    part = '<date-part name="{}" prefix="(" suffix=")"/>'.format
    in_press = {"literal": "in press"}

    year, month = part("year"), part("month")
    assert date(in_press, f'<date variable="issued">{month}{year}</date>') == "(in press)"
    assert date(in_press, f'{TITLE}<date variable="issued">{month}</date>') != "(in press)"
    assert date(in_press) == "in press"


def test_a_season_may_be_given_in_words() -> None:
    assert date({"date-parts": [[2024]], "season": "Hilary term"}) == "Hilary term 2024"


def test_a_range_always_has_its_dash() -> None:
    layout = '<date variable="issued"><date-part name="year" range-delimiter=""/></date>'
    assert date({"date-parts": [[1987], [1989]]}, layout) == "1987–1989"
