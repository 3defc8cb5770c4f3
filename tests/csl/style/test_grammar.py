"""What each CSL element may carry and contain, held to the schema's own names."""

from __future__ import annotations

import pytest

from reportcite.csl.style.grammar import (
    CONDITION_NAMES,
    CONDITIONALS,
    NO_RULE,
    RULES,
    VALUES,
    VARIABLES_OF,
    WHOLE_NUMBER,
    WHOLE_NUMBERS,
)


def test_every_child_has_a_rule_of_its_own() -> None:
    children = {child for rule in RULES.values() for child in rule.children}

    assert children <= RULES.keys()
    assert RULES.keys() - children == {"style"}


def test_attributes_with_a_fixed_set_of_values_are_all_carried_by_something() -> None:
    carried = {attribute for rule in RULES.values() for attribute in rule.attributes}

    assert set(VALUES) <= carried
    assert carried >= WHOLE_NUMBERS


def test_what_has_a_set_of_values_is_checked_and_the_rest_is_not() -> None:
    text = RULES["text"]

    assert "font-style" in text.attributes
    assert "font-style" not in text.unchecked
    assert "prefix" in text.unchecked
    assert not RULES["bibliography"].unchecked & WHOLE_NUMBERS
    assert (frozenset(), frozenset(), frozenset()) == NO_RULE


@pytest.mark.parametrize(
    ("text", "whole"),
    [("3", True), (" 12 ", True), ("0", True), ("-1", False), ("1.5", False), ("", False),
     ("1234567", False), ("٣", False)],
)  # fmt: skip
def test_whole_numbers_are_digits(text: str, whole: bool) -> None:
    assert (WHOLE_NUMBER.fullmatch(text) is not None) is whole


def test_elements_take_the_variables_of_their_kind() -> None:
    assert "title" in VARIABLES_OF["text"]
    assert "author" not in VARIABLES_OF["text"]
    assert "author" in VARIABLES_OF["names"]
    assert "issued" in VARIABLES_OF["date"]
    assert "volume" in VARIABLES_OF["number"]
    assert VARIABLES_OF["label"] == VARIABLES_OF["number"]


def test_conditions_name_what_they_test() -> None:
    named = {attribute: names for attribute, _, names in CONDITION_NAMES}

    assert "report" in named["type"]
    assert {"sub verbo", "page"} <= named["locator"]
    assert "issued" in named["is-uncertain-date"]
    assert set(named) <= set(RULES["if"].attributes)
    assert CONDITIONALS == ("if", "else-if")
