"""cs:date: the parts of a date, ranges, and dates that sort."""

from __future__ import annotations

from typing import Any

import pytest

from reportcite.csl.compile.elements.date import sort_key
from reportcite.csl.context import EMPTY, SOME, render_empty
from reportcite.csl.items.dates import Date, Moment
from reportcite.csl.tokens import CLOSE, Open
from tests.csl.compile.elements.element import element, printed, rendered, scope_of

PARTS = (
    '<date-part name="day" suffix=" "/><date-part name="month" suffix=" "/><date-part name="year"/>'
)
SUFFIX = Open(tag="year-suffix")


def issued(*moments: list[int], **more: Any) -> dict[str, Any]:
    """An item issued then."""
    return {"issued": {"date-parts": list(moments), **more}}


def in_parts(*moments: list[int], **more: Any) -> str:
    """A date in the order day, month, year."""
    return printed(f'<date variable="issued">{PARTS}</date>', issued(*moments, **more))


@pytest.mark.parametrize(
    ("moments", "text"),
    [
        (([2024, 3, 9],), "9 March 2024"),
        (([2024, 3],), "March 2024"),
        (([2024],), "2024"),
        (([2024, 3, 9], [2024, 3, 11]), "9–11 March 2024"),
        (([2024, 3, 9], [2024, 4, 11]), "9 March–11 April 2024"),
        (([2023, 3, 9], [2024, 3, 9]), "9 March 2023–9 March 2024"),
        (([2024, 3, 9], [2024, 3, 9]), "9 March 2024"),
        (([2023], [2024]), "2023–2024"),
        (([2024, 3], [2024]), "March 2024–2024"),
        (([2024, 13],), "Spring 2024"),
        (([2024, 24],), "Winter 2024"),
        (([-50],), "50 BC"),
        (([800],), "800 AD"),
        (([1000],), "1000"),
    ],
)
def test_a_range_prints_once_what_both_ends_share(
    moments: tuple[list[int], ...], text: str
) -> None:
    assert in_parts(*moments) == text


def test_an_early_year_says_its_era_in_two_digits_too() -> None:
    source = '<date variable="issued"><date-part name="year" form="short"/></date>'

    assert rendered(source, issued([99])).text == "99 AD"
    assert rendered(source, issued([1999])).text == "99"


def test_an_open_range_ends_with_its_dash() -> None:
    assert in_parts([2020], [0]) == "2020–"


def test_an_item_without_the_date_prints_nothing() -> None:
    source = '<date variable="issued"><date-part name="year"/></date>'

    assert rendered(source) == (EMPTY, [])
    assert rendered(source, issued([2024])) == (SOME, ["2024"])
    only_day = '<date variable="issued"><date-part name="day"/></date>'
    assert rendered(only_day, issued([2024])) == (EMPTY, [])
    scope = scope_of(present=frozenset())
    assert scope.compile(element(source), scope) is render_empty


@pytest.mark.parametrize(
    ("part", "text"),
    [
        ('name="year" form="short"', "09"),
        ('name="month"', "March"),
        ('name="month" form="short"', "Mar."),
        ('name="month" form="short" strip-periods="true"', "Mar"),
        ('name="month" form="numeric"', "3"),
        ('name="month" form="numeric-leading-zeros"', "03"),
        ('name="month" text-case="uppercase"', "MARCH"),
        ('name="day"', "1"),
        ('name="day" form="numeric-leading-zeros"', "01"),
        ('name="day" form="ordinal"', "1st"),
    ],
)
def test_parts_have_forms(part: str, text: str) -> None:
    source = f'<date variable="issued"><date-part {part}/></date>'

    assert printed(source, issued([2009, 3, 1])) == text


def test_a_language_may_count_only_the_first_day() -> None:
    source = '<date variable="issued"><date-part name="day" form="ordinal"/></date>'
    french = scope_of(language="fr-FR")

    assert printed(source, issued([2009, 3, 1]), french) == "1ᵉʳ"
    assert printed(source, issued([2009, 3, 2]), french) == "2"


@pytest.mark.parametrize(
    ("attributes", "text"),
    [
        ('form="text"', "March 9, 2024"),
        ('form="text" date-parts="year-month"', "March 2024"),
        ('form="text" date-parts="year"', "2024"),
        ('form="numeric"', "03/09/2024"),
    ],
)
def test_a_date_may_be_set_by_the_locale(attributes: str, text: str) -> None:
    assert printed(f'<date variable="issued" {attributes}/>', issued([2024, 3, 9])) == text


def test_a_style_may_change_the_form_of_a_part_of_it_but_not_its_affixes() -> None:
    source = (
        '<date variable="issued" form="text">'
        '<date-part name="month" form="short" prefix="x"/></date>'
    )

    assert printed(source, issued([2024, 3, 9])) == "Mar. 9, 2024"


def test_a_date_set_by_the_locale_is_not_set_back_to_normal() -> None:
    year = '<date variable="issued" font-weight="{}" {}<date-part name="year"/></date>'
    item = issued([2024])

    assert rendered(year.format("bold", 'form="text">'), item).tokens[0] == Open(font_weight="bold")
    assert rendered(year.format("normal", 'form="text">'), item).tokens == ["2024"]
    assert rendered(year.format("normal", ">"), item).tokens[0] == Open(font_weight="normal")


def test_a_delimiter_stands_between_parts_and_affixes_round_each() -> None:
    source = (
        '<date variable="issued" delimiter="-" prefix="(" suffix=")"><date-part name="year"/>'
        '<date-part name="month" form="numeric" prefix="[" suffix="]"/></date>'
    )

    assert printed(source, issued([2024, 3])) == "(2024-[3])"
    assert printed(source, issued([2024])) == "(2024)"


def test_the_sides_of_a_range_lack_the_affixes_towards_the_dash() -> None:
    source = (
        '<date variable="issued"><date-part name="year" prefix="[" suffix="]"'
        ' range-delimiter="/"/></date>'
    )

    assert printed(source, issued([2023], [2024])) == "[2023/2024]"


def test_a_year_suffix_follows_the_first_year_printed_once() -> None:
    year = '<date variable="issued"><date-part name="year" font-weight="bold"/></date>'
    twice = f"<group>{year}{year}</group>"
    bold = Open(font_weight="bold")

    assert rendered(twice, issued([2024]), year_suffix="b").tokens == [
        bold, "2024", SUFFIX, "b", CLOSE, CLOSE, bold, "2024", CLOSE,
    ]  # fmt: skip
    assert printed(year, issued([2023], [2024]), year_suffix="b") == "2023–2024b"
    explicit = scope_of(year_suffix_explicit=True)
    assert printed(year, issued([2024]), explicit, year_suffix="b") == "2024"


def test_a_date_in_words_stands_where_the_year_would() -> None:
    source = (
        '<date variable="issued"><date-part name="month" suffix=" "/>'
        '<date-part name="year" prefix="(" suffix=")" font-weight="bold"/></date>'
    )
    words = {"issued": {"literal": "in press"}}

    assert rendered(source, words, year_suffix="b").tokens == [
        "(", Open(font_weight="bold"), "in press", SUFFIX, "b", CLOSE, CLOSE, ")",
    ]  # fmt: skip
    assert printed('<date variable="issued"><date-part name="month"/></date>', words) == ""


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        (Date(Moment(-100)), Date(Moment(-50))),
        (Date(Moment(-50)), Date(Moment(50))),
        (Date(Moment(1)), Date(Moment(999))),
        (Date(Moment(2020)), Date(Moment(2020, 1))),
        (Date(Moment(2020, 2, 9)), Date(Moment(2020, 2, 10))),
        (Date(Moment(2020, 9)), Date(Moment(2020, 10))),
        (Date(Moment(2020)), Date(Moment(2020), Moment(2021))),
        (Date(Moment(2020), Moment(2021)), Date(Moment(2020), Moment(2022))),
    ],
)
def test_keys_sort_by_time(earlier: Date, later: Date) -> None:
    assert sort_key(earlier) < sort_key(later)


def test_a_date_sorts_as_far_as_the_style_prints_it() -> None:
    sorting = scope_of(sorting=True)
    year = '<date variable="issued"><date-part name="year"/></date>'

    assert printed(year, issued([2024, 3, 9]), sorting) == "020240000"
    assert printed(f'<date variable="issued">{PARTS}</date>', issued([2024, 3, 9]), sorting) == (
        "020240309"
    )
    assert rendered(year, {"issued": {"literal": "in press"}}, sorting) == (EMPTY, [])
    assert sort_key(Date(None, literal="in press")) == ""
