"""The options of cs:citation: what each attribute means, and what holds without it."""

from __future__ import annotations

import pytest

from reportcite.csl.compile.options import (
    DisambiguationOptions,
    collapse_options,
    disambiguation_options,
)
from reportcite.csl.context import GIVEN_FULL, GIVEN_INITIALS
from reportcite.csl.style.xml import Element
from tests.csl.compile.elements.element import element


def cs_citation(attributes: str = "", content: str = "") -> Element:
    """A cs:citation with "; " between its cites."""
    return element(f'<citation {attributes}>{content}<layout delimiter="; "/></citation>')


def test_without_options_cites_take_the_delimiter_of_the_layout() -> None:
    options = collapse_options(cs_citation(), note=False)

    assert options.collapse == ""
    assert options.delimiter == options.year_suffix_delimiter == "; "
    assert options.after_collapse_delimiter == "; "
    assert options.cite_group_delimiter == options.after_locator_delimiter == ", "
    assert options.before_prefix_delimiter == ", "
    assert not options.groups
    assert not options.gathers


def test_in_notes_a_group_takes_the_delimiter_of_the_layout_too() -> None:
    assert collapse_options(cs_citation(), note=True).cite_group_delimiter == "; "


def test_each_delimiter_may_be_set() -> None:
    options = collapse_options(
        cs_citation(
            'cite-group-delimiter="/" year-suffix-delimiter="+" after-collapse-delimiter="|"'
        ),
        note=False,
    )

    assert options.cite_group_delimiter == "/"
    assert options.year_suffix_delimiter == "+"
    assert options.after_collapse_delimiter == options.after_locator_delimiter == "|"
    assert options.before_prefix_delimiter == "; "


def test_letters_take_the_delimiter_of_the_group_before_that_of_the_layout() -> None:
    options = collapse_options(cs_citation('cite-group-delimiter="/"'), note=False)

    assert options.year_suffix_delimiter == "/"


@pytest.mark.parametrize(
    ("attributes", "groups"),
    [
        ('collapse="year"', True),
        ('collapse="year-suffix-ranged"', True),
        ('collapse="citation-number"', False),
        ('cite-group-delimiter=""', True),
    ],
)
def test_cites_are_grouped_by_names_where_the_style_says_so(attributes: str, groups: bool) -> None:
    assert collapse_options(cs_citation(attributes), note=False).groups is groups


def test_cites_are_brought_together_where_they_are_sorted() -> None:
    key = '<sort><key variable="issued"/></sort>'

    assert collapse_options(cs_citation("", key), note=False).gathers
    assert not collapse_options(cs_citation("", "<sort/>"), note=False).gathers


def test_disambiguation_is_off_unless_asked_for() -> None:
    assert disambiguation_options(cs_citation(), conditions=0) == (
        False, False, "by-cite", 0, False,
    )  # fmt: skip
    everything = (
        'disambiguate-add-names="true" disambiguate-add-givenname="true" '
        'disambiguate-add-year-suffix="true" givenname-disambiguation-rule="all-names"'
    )
    assert disambiguation_options(cs_citation(everything), conditions=2) == (
        True, True, "all-names", 2, True,
    )  # fmt: skip


NOTHING = DisambiguationOptions(False, False, "by-cite", 0, False)


@pytest.mark.parametrize(
    "options",
    [
        NOTHING._replace(add_names=True),
        NOTHING._replace(add_givenname=True),
        NOTHING._replace(conditions=1),
        NOTHING._replace(year_suffix=True),
    ],
)
def test_each_option_concerns_several_items(options: DisambiguationOptions) -> None:
    assert not NOTHING.concerns(2)
    assert options.concerns(2)
    assert not options.concerns(1)


@pytest.mark.parametrize(
    ("rule", "alone", "spells_out", "highest"),
    [
        ("by-cite", False, False, GIVEN_FULL),
        ("all-names", True, True, GIVEN_FULL),
        ("all-names-with-initials", True, False, GIVEN_INITIALS),
        ("primary-name", False, True, GIVEN_FULL),
        ("primary-name-with-initials", False, False, GIVEN_INITIALS),
    ],
)
def test_how_far_given_names_go_by_each_rule(
    rule: str, alone: bool, spells_out: bool, highest: int
) -> None:
    options = NOTHING._replace(add_givenname=True, rule=rule)

    assert options.concerns(1) is alone
    assert options.spells_out is spells_out
    assert options.highest_level == highest
    assert not options._replace(add_givenname=False).spells_out
    assert not options._replace(add_givenname=False).concerns(1)
