"""Lists of names: how many show, what stands between, "et al."."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pytest

from reportcite.csl.compile.elements.name import name_options
from reportcite.csl.compile.elements.name_list import compile_name_list
from reportcite.csl.compile.scope import Scope
from reportcite.csl.context import (
    GIVEN_FULL,
    GIVEN_INITIALS,
    NOT_DISAMBIGUATED,
    Context,
    PrintedNames,
)
from reportcite.csl.items.names import Name
from reportcite.csl.tokens import CLOSE, Open, Tokens, text_of
from tests.csl.compile.elements.element import context_of, element, scope_of

PEOPLE = tuple(
    Name(family=family, given=given)
    for family, given in (("Doe", "Ann"), ("Roe", "Bob"), ("Poe", "Cy"), ("Foe", "Di"))
)
BANK = Name(literal="World Bank")


def tokens_of(  # noqa: PLR0913 - what a list of names depends on
    people: Sequence[Name],
    attributes: str = "",
    *,
    scope: Scope | None = None,
    context: Context | None = None,
    span: Open | None = None,
    et_al: str = "et al.",
) -> Tokens:
    """The tokens of a list of names by a cs:name of these attributes."""
    scope = scope or scope_of()
    name = element(f"<name {attributes}/>")
    options = name_options(name.attributes, scope)
    render = compile_name_list(name, span, [et_al] if et_al else [], options, scope)
    out: Tokens = []
    render(context or context_of(), tuple(people), out)
    return out


def listed(people: Sequence[Name], attributes: str = "", **given: Any) -> str:
    """The text of a list of names in their short form."""
    return text_of(tokens_of(people, f'form="short" {attributes}', **given))


@pytest.mark.parametrize(
    ("attributes", "one", "two", "three"),
    [
        ("", "Doe", "Doe, Roe", "Doe, Roe, Poe"),
        ('delimiter="; "', "Doe", "Doe; Roe", "Doe; Roe; Poe"),
        ('and="text"', "Doe", "Doe and Roe", "Doe, Roe, and Poe"),
        ('and="symbol"', "Doe", "Doe & Roe", "Doe, Roe, & Poe"),
        (
            'and="text" delimiter-precedes-last="always"',
            "Doe",
            "Doe, and Roe",
            "Doe, Roe, and Poe",
        ),
        ('and="text" delimiter-precedes-last="never"', "Doe", "Doe and Roe", "Doe, Roe and Poe"),
        (
            'and="text" delimiter-precedes-last="after-inverted-name" name-as-sort-order="first"',
            "Doe",
            "Doe, and Roe",
            "Doe, Roe and Poe",
        ),
    ],
)
def test_delimiters_and_the_last_name(attributes: str, one: str, two: str, three: str) -> None:
    assert [listed(PEOPLE[:count], attributes) for count in (1, 2, 3)] == [one, two, three]


def test_the_delimiter_between_two_institutions_is_what_the_whole_style_has() -> None:
    """What cs:name has is for persons; the last two names decide."""
    always = 'and="text" delimiter-precedes-last="always"'
    never = 'and="text" delimiter-precedes-last="never"'

    assert listed([BANK, BANK], always) == "World Bank and World Bank"
    assert listed([PEOPLE[0], BANK, BANK], never) == "Doe, World Bank, and World Bank"
    assert listed([PEOPLE[0], BANK], always) == "Doe, and World Bank"
    assert listed([BANK, PEOPLE[0]], always) == "World Bank, and Doe"
    assert listed([*PEOPLE[:2], BANK], never) == "Doe, Roe and World Bank"


def test_an_institution_is_not_inverted_but_passes_for_it_before_et_al() -> None:
    """As other engines have it."""
    first = 'name-as-sort-order="first" and="text"'

    last = 'delimiter-precedes-last="after-inverted-name"'
    assert listed([BANK, PEOPLE[0]], f"{first} {last}") == "World Bank and Doe"
    assert listed([*PEOPLE[:2]], f"{first} {last}") == "Doe, and Roe"
    et_al = 'delimiter-precedes-et-al="after-inverted-name" et-al-min="2" et-al-use-first="1"'
    assert listed([BANK, PEOPLE[0]], f"{first} {et_al}") == "World Bank, et al."
    assert listed([BANK, PEOPLE[0]], et_al) == "World Bank et al."


def test_separators_leave_one_space() -> None:
    people = [Name(family="Doe", given="Jane Kay"), Name(family="Roe", given="Max")]
    wide = 'delimiter=";  " initialize-with=".  " sort-separator=",  " name-as-sort-order="all"'

    assert text_of(tokens_of(people, wide)) == "Doe, J. K.; Roe, M."


def test_a_mark_for_and_stands_by_itself() -> None:
    assert listed(PEOPLE[:2], 'and="text"', scope=scope_of(language="zh-CN")) == "Doe和Roe"


@pytest.mark.parametrize(
    ("attributes", "text"),
    [
        ('et-al-min="3" et-al-use-first="1"', "Doe et al."),
        ('et-al-min="3" et-al-use-first="2"', "Doe, Roe, et al."),
        ('et-al-min="5" et-al-use-first="1"', "Doe, Roe, Poe, Foe"),
        ('et-al-min="3" et-al-use-first="1" delimiter-precedes-et-al="always"', "Doe, et al."),
        ('et-al-min="3" et-al-use-first="2" delimiter-precedes-et-al="never"', "Doe, Roe et al."),
        ('et-al-min="3" et-al-use-first="1" et-al-use-last="true"', "Doe … Foe"),
        ('et-al-min="3" et-al-use-first="2" et-al-use-last="true"', "Doe, Roe, … Foe"),
        ('et-al-min="3" et-al-use-first="3" et-al-use-last="true"', "Doe, Roe, Poe, et al."),
        ('et-al-min="3" et-al-use-first="1" prefix="[" suffix="]"', "[[Doe] et al.]"),
        ('et-al-min="3" et-al-use-first="0"', ""),
    ],
)
def test_long_lists_are_abridged(attributes: str, text: str) -> None:
    assert listed(PEOPLE, attributes) == text


@pytest.mark.parametrize(
    ("count", "attributes", "text"),
    [
        (1, "", "Doe et al."),
        (2, 'and="text"', "Doe, Roe, et al."),
        (2, 'et-al-min="3" et-al-use-first="1"', "Doe et al."),
        (2, 'et-al-min="4" et-al-use-first="1"', "Doe, Roe, et al."),
        (4, 'et-al-min="3" et-al-use-first="1" et-al-use-last="true"', "Doe et al."),
    ],
)
def test_a_list_that_goes_on_is_never_complete(count: int, attributes: str, text: str) -> None:
    people = [*PEOPLE[:count], Name(others=True)]

    assert listed(people, attributes) == text
    every = context_of(disambiguation=NOT_DISAMBIGUATED._replace(shown=(9,)))
    assert listed(people, "", context=every).endswith("et al.")


def test_without_a_term_an_abridged_list_just_ends() -> None:
    assert listed(PEOPLE, 'et-al-min="3" et-al-use-first="1"', et_al="") == "Doe"


def test_et_al_in_a_script_without_spaces_adjoins() -> None:
    assert listed(PEOPLE, 'et-al-min="3" et-al-use-first="1"', et_al="等") == "Doe等"


def test_later_cites_may_show_fewer() -> None:
    attributes = 'et-al-subsequent-min="3" et-al-subsequent-use-first="1"'

    assert listed(PEOPLE, attributes) == "Doe, Roe, Poe, Foe"
    assert listed(PEOPLE, attributes, context=context_of(subsequent=True)) == "Doe et al."


def test_disambiguation_shows_more_names_and_writes_given_names_out() -> None:
    abridged = 'et-al-min="3" et-al-use-first="1" initialize-with="."'

    def shown(**state: Any) -> str:
        context = context_of(disambiguation=NOT_DISAMBIGUATED._replace(**state))
        return text_of(tokens_of(PEOPLE, abridged, context=context))

    assert shown() == "A. Doe et al."
    assert shown(shown=(2,)) == "A. Doe, B. Roe, et al."
    assert shown(shown=(9,)) == "A. Doe, B. Roe, C. Poe, D. Foe"
    assert shown(shown=(0,)) == "A. Doe et al."
    assert shown(shown=(2,), givens=((0, GIVEN_FULL),)) == "A. Doe, Bob Roe, et al."
    assert shown(givens=((), (GIVEN_FULL,))) == "A. Doe et al."


def test_disambiguation_learns_what_was_printed() -> None:
    printed: list[PrintedNames] = []
    context = context_of(printed_names=printed)

    tokens_of(PEOPLE, 'et-al-min="3" et-al-use-first="1" initialize-with="."', context=context)
    tokens_of(PEOPLE[:1], 'name-as-sort-order="all"', context=context)

    assert [(each.names, each.shown) for each in printed] == [(PEOPLE, 1), (PEOPLE[:1], 1)]
    assert [(each.base, each.abbreviates, each.inverted) for each in printed] == [
        (GIVEN_INITIALS, True, False), (GIVEN_FULL, False, True),
    ]  # fmt: skip
    assert context.names_count == 2


def test_names_are_tagged_where_they_may_be_replaced_later() -> None:
    name = Open(tag="name")

    assert tokens_of(PEOPLE[:2], 'form="short"', scope=scope_of(tag_names=True)) == [
        name, "Doe", CLOSE, ", ", name, "Roe", CLOSE,
    ]  # fmt: skip


def test_with_et_al_the_formatting_of_a_name_spans_the_list() -> None:
    bold = Open(font_weight="bold")
    attributes = 'form="short" et-al-min="3" et-al-use-first="1"'

    assert tokens_of(PEOPLE, attributes, span=bold) == [
        bold, bold, "Doe", CLOSE, " ", "et al.", CLOSE,
    ]  # fmt: skip
    assert tokens_of(PEOPLE[:1], attributes, span=bold) == [bold, "Doe", CLOSE]
