"""cs:label: the term that goes with a number, in the singular or the plural."""

from __future__ import annotations

import pytest

from reportcite.csl.compile.elements.label import counts_many
from reportcite.csl.context import NONE
from tests.csl.compile.elements.element import printed, rendered, scope_of

LOCATOR = '<label variable="locator" form="short"/>'


def of_volume(value: str, options: str = "") -> str:
    """The label of cs:label for a volume."""
    return printed(f'<label variable="volume" {options}/>', {"volume": value})


@pytest.mark.parametrize(("value", "label"), [("2", "volume"), ("2-3", "volumes")])
def test_several_numbers_take_the_plural(value: str, label: str) -> None:
    assert of_volume(value) == label


@pytest.mark.parametrize(
    ("plural", "of_one", "of_two"),
    [
        ("contextual", "volume", "volumes"),
        ("always", "volumes", "volumes"),
        ("never", "volume", "volume"),
    ],
)
def test_a_style_may_fix_the_number(plural: str, of_one: str, of_two: str) -> None:
    assert of_volume("1", f'plural="{plural}"') == of_one
    assert of_volume("1, 2", f'plural="{plural}"') == of_two


def test_a_label_has_forms_affixes_and_a_case() -> None:
    assert of_volume("1", 'form="short" prefix="(" suffix=")"') == "(vol.)"
    assert of_volume("1", 'form="short" strip-periods="true" text-case="uppercase"') == "VOL"


def test_a_number_with_a_label_of_its_own_gets_no_other() -> None:
    assert of_volume("vol. 3", 'form="short"') == ""
    assert of_volume("supplement", 'form="short"') == "vol."


def test_a_label_alone_never_makes_a_group_print() -> None:
    assert rendered('<label variable="volume"/>') == (NONE, ["volume"])
    assert printed('<group><label variable="volume"/><text variable="volume"/></group>') == ""


def test_what_has_no_term_has_no_label() -> None:
    assert rendered('<label variable="PMID"/>').tokens == []


@pytest.mark.parametrize(
    ("locator", "kind", "label"),
    [
        ("5", "page", "p."),
        ("5-7", "page", "pp."),
        ("3", "chapter", "chap."),
        ("", "page", ""),
        ("fig. 3", "", ""),
    ],
)
def test_a_locator_is_labelled_by_its_kind(locator: str, kind: str, label: str) -> None:
    found = rendered(LOCATOR, locator=locator, label=kind)

    assert (found.verdict, found.text) == (NONE, label)


def test_the_number_of_a_locator_may_be_fixed_too() -> None:
    always = '<label variable="locator" form="short" plural="always"/>'
    never = '<label variable="locator" form="short" plural="never"/>'

    assert printed(always, locator="5", label="page") == "pp."
    assert printed(never, locator="5-7", label="page") == "p."


def test_in_a_bibliography_the_label_of_a_locator_is_that_of_the_pages() -> None:
    scope = scope_of(area="bibliography")

    assert printed(LOCATOR, {"page": "5-7"}, scope, locator="3", label="chapter") == "pp."
    assert rendered(LOCATOR, {}, scope, locator="3", label="chapter") == (NONE, [])


@pytest.mark.parametrize(
    ("variable", "text", "many"),
    [
        ("number-of-pages", "1", False),
        ("number-of-pages", "2", True),
        ("number-of-volumes", "1", False),
        ("number-of-volumes", "3", True),
        ("number-of-pages", "xii, 250", True),
        ("number-of-pages", "", False),
        ("number-of-pages", "9" * 5000, True),
        ("volume", "2", False),
        ("volume", "2, 3", True),
    ],
)
def test_a_count_above_one_is_many_whatever_it_counts(variable: str, text: str, many: bool) -> None:
    assert counts_many(variable, text) is many


@pytest.mark.parametrize("value", ["Vol. 3", "3 vols.", "Bd. 3"])
def test_a_label_in_another_form_is_one_too(value: str) -> None:
    assert of_volume(value, 'form="short"') == ""


def test_a_page_label_behind_a_count_of_pages_is_said_once() -> None:
    """Styles use the label of pages for number-of-pages."""
    source = (
        '<group delimiter=" "><text variable="number-of-pages"/>'
        '<label variable="page" form="short"/></group>'
    )
    assert printed(source, {"number-of-pages": "47"}) == "47 p."
    assert printed(source, {"number-of-pages": "47 S."}) == "47 S."
    assert printed(source, {"number-of-pages": "47 sheets"}) == "47 sheets p."
