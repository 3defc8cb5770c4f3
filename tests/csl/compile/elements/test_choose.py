"""cs:choose: the first branch whose condition holds."""

from __future__ import annotations

from typing import Any

import pytest

from reportcite.csl.context import (
    FIRST,
    IBID,
    IBID_WITH_LOCATOR,
    NONE,
    NOT_DISAMBIGUATED,
    SUBSEQUENT,
)
from tests.csl.compile.elements.element import printed, rendered, scope_of

BOOK = {"type": "book", "title": "Air", "volume": "2", "edition": "revised"}


def holds(test: str, variables: dict[str, Any] | None = None, **mention: Any) -> bool:
    """Whether a condition holds, for items of any kind and for those known beforehand."""
    source = f'<choose><if {test}><text value="yes"/></if></choose>'
    variables = variables or {}
    known = scope_of(
        item_type=variables.get("type", "report"),
        present=frozenset(variables) - {"type"},
    )
    answers = {printed(source, variables, scope, **mention) for scope in (scope_of(), known)}
    assert len(answers) == 1, "what is known beforehand decides the same"
    return answers == {"yes"}


def test_the_first_branch_that_holds_is_taken() -> None:
    source = (
        '<choose><if type="book"><text value="book"/></if>'
        '<else-if variable="volume"><text value="volume"/></else-if>'
        '<else-if variable="title"><text value="title"/></else-if>'
        '<else><text value="else"/></else></choose>'
    )

    assert printed(source, BOOK) == "book"
    assert printed(source, {**BOOK, "type": "report"}) == "volume"
    assert printed(source, {"title": "Air"}) == "title"
    assert printed(source) == "else"


def test_where_nothing_holds_nothing_is_printed_and_nothing_decided() -> None:
    source = '<choose><if type="book"><text variable="title"/></if></choose>'

    assert rendered(source, {"title": "Air"}) == (NONE, [])


@pytest.mark.parametrize(
    ("test", "outcome"),
    [
        ('type="book"', True),
        ('type="report"', False),
        ('type="report book"', True),
        ('type="report book" match="none"', False),
        ('type="report thesis" match="none"', True),
        ('variable="title"', True),
        ('variable="title publisher"', False),
        ('variable="title publisher" match="any"', True),
        ('variable="publisher genre" match="any"', False),
        ('variable="publisher genre" match="none"', True),
        ('variable="title genre" match="none"', False),
        ('type="book" variable="title"', True),
        ('type="report" variable="title"', False),
        ('is-numeric="volume"', True),
        ('is-numeric="edition"', False),
        ('is-numeric="number"', False),
        ('is-numeric="volume edition" match="any"', True),
    ],
)
def test_conditions_on_the_item(test: str, outcome: bool) -> None:
    assert holds(test, BOOK) is outcome


@pytest.mark.parametrize(
    ("test", "mention", "outcome"),
    [
        ('variable="locator"', {"locator": "5"}, True),
        ('variable="locator"', {}, False),
        ('variable="citation-number"', {"citation_number": 1}, True),
        ('variable="citation-number"', {"citation_number": 0}, False),
        ('variable="first-reference-note-number"', {"first_note": 1}, True),
        ('variable="first-reference-note-number"', {}, False),
        ('variable="year-suffix"', {"year_suffix": "a"}, True),
        ('variable="year-suffix"', {}, False),
        ('is-numeric="locator"', {"locator": "5"}, True),
        ('is-numeric="locator"', {"locator": "passim"}, False),
        ('is-numeric="citation-number"', {}, True),
        ('locator="page"', {"locator": "5", "label": "page"}, True),
        ('locator="page"', {"locator": "5", "label": "chapter"}, False),
        ('locator="page"', {"label": "page"}, False),
        ('locator="sub verbo"', {"locator": "air", "label": "sub-verbo"}, True),
        ('position="near-note"', {"near_note": True}, True),
        ('position="near-note"', {}, False),
        ('position="no-such"', {"position": IBID}, False),
    ],
)
def test_conditions_on_the_mention(test: str, mention: dict[str, Any], outcome: bool) -> None:
    assert holds(test, {}, **mention) is outcome


@pytest.mark.parametrize(
    ("position", "held"),
    [
        (FIRST, {"first"}),
        (SUBSEQUENT, {"subsequent"}),
        (IBID, {"subsequent", "ibid"}),
        (IBID_WITH_LOCATOR, {"subsequent", "ibid", "ibid-with-locator"}),
    ],
)
def test_narrow_positions_are_wider_ones_too(position: int, held: set[str]) -> None:
    positions = ("first", "subsequent", "ibid", "ibid-with-locator")

    assert {p for p in positions if holds(f'position="{p}"', {}, position=position)} == held


@pytest.mark.parametrize("test", ['locator="page"', 'position="first"'])
def test_a_bibliography_has_neither_locators_nor_positions(test: str) -> None:
    source = f'<choose><if {test}><text value="yes"/></if></choose>'
    scope = scope_of(area="bibliography")

    assert printed(source, {}, scope, locator="5", label="page") == ""


def test_dates_may_be_uncertain() -> None:
    certain = {"issued": {"date-parts": [[2020]]}}
    circa = {"issued": {"date-parts": [[2020]], "circa": True}}

    assert holds('is-uncertain-date="issued"', circa)
    assert not holds('is-uncertain-date="issued"', certain)
    assert not holds('is-uncertain-date="issued"')


def test_tests_for_ambiguity_hold_one_after_the_other() -> None:
    test = '<choose><if disambiguate="true"><text value="x"/></if><else><text value="-"/></else>'
    source = f"<group>{f'{test}</choose>' * 3}</group>"

    for count, text in enumerate(["---", "x--", "xx-", "xxx"]):
        state = NOT_DISAMBIGUATED._replace(conditions=count)
        assert printed(source, disambiguation=state) == text


def test_a_branch_hands_on_the_delimiter_of_its_group() -> None:
    source = (
        '<group delimiter=", "><text variable="title"/>'
        '<choose><if variable="title"><text value="a"/><text value="b"/></if></choose></group>'
    )

    assert printed(source, {"title": "Air"}) == "Air, a, b"


def test_within_a_substitute_a_branch_is_a_list_of_alternatives() -> None:
    source = (
        '<names variable="author"><substitute><choose><if type="report">'
        '<text variable="publisher"/><text variable="title"/></if></choose></substitute></names>'
    )

    assert printed(source, {"title": "Air", "publisher": "FAO"}) == "FAO"
    assert printed(source, {"title": "Air"}) == "Air"
