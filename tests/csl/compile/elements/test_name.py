"""cs:name: one name, its parts in the order and form the style asks for."""

from __future__ import annotations

from typing import Any

import pytest

from reportcite.csl.compile.elements.name import compile_name, name_options, name_span
from reportcite.csl.compile.scope import Scope
from reportcite.csl.context import GIVEN_AS_STYLED, GIVEN_FULL, GIVEN_INITIALS
from reportcite.csl.items.names import Name
from reportcite.csl.tokens import CLOSE, Open, text_of
from tests.csl.compile.elements.element import element, scope_of

VLIST = Name(family="Vlist", given="Eddy Jo", non_dropping="van der", suffix="III")
HUMBOLDT = Name(family="Humboldt", given="Alexander", dropping="von")
BANK = Name(literal="World Bank")
MAO = Name(family="毛", given="泽东", closed_up=True)


def formatted(
    name: Name,
    source: str = "<name/>",
    *,
    level: int | None = None,
    inverted: bool = False,
    scope: Scope | None = None,
) -> str:
    """One name by a cs:name, at the given-name level that the style starts from."""
    scope = scope or scope_of()
    element_ = element(source)
    options = name_options(element_.attributes, scope)
    print_name = compile_name(element_, None, options, scope)
    tokens = print_name(name, options.base_level if level is None else level, inverted)
    return text_of(list(tokens))


@pytest.mark.parametrize(
    ("name", "long", "inverted", "short"),
    [
        (VLIST, "Eddy Jo van der Vlist III", "Vlist, Eddy Jo van der, III", "van der Vlist"),
        (HUMBOLDT, "Alexander von Humboldt", "Humboldt, Alexander von", "Humboldt"),
        (BANK, "World Bank", "World Bank", "World Bank"),
        (MAO, "毛泽东", "毛泽东", "毛"),
        (Name(family="Doe"), "Doe", "Doe", "Doe"),
    ],
)
def test_a_name_in_each_form(name: Name, long: str, inverted: str, short: str) -> None:
    assert formatted(name) == long
    assert formatted(name, inverted=True) == inverted
    assert formatted(name, '<name form="short"/>') == short


def test_initials_go_as_far_as_the_level_says() -> None:
    source = '<name initialize-with=". "/>'

    assert formatted(HUMBOLDT, source) == "A. von Humboldt"
    assert formatted(HUMBOLDT, source, level=GIVEN_INITIALS) == "A. von Humboldt"
    assert formatted(HUMBOLDT, source, level=GIVEN_FULL) == "Alexander von Humboldt"
    assert formatted(HUMBOLDT, source, level=GIVEN_AS_STYLED) == "Humboldt"


def test_where_initials_have_no_full_stop_neither_has_a_suffix() -> None:
    junior = Name(family="King", given="Martin", suffix="Jr.")

    assert formatted(junior, '<name initialize-with=""/>') == "M King Jr"
    assert formatted(junior, '<name initialize-with="."/>') == "M. King Jr."


def test_a_suffix_may_have_a_comma_before_it() -> None:
    assert formatted(Name(family="King", given="Martin", suffix="Jr.", comma_suffix=True)) == (
        "Martin King, Jr."
    )


def test_an_elided_particle_adjoins_the_family_name() -> None:
    assert formatted(Name(family="Aubignac", given="François", non_dropping="d'")) == (
        "François d’Aubignac"
    )
    assert formatted(Name(family="Rossi", given="Gio", non_dropping="de' ")) == "Gio de’ Rossi"


@pytest.mark.parametrize(
    ("demote", "shown", "sorted_"),
    [
        ("display-and-sort", "Vlist, Eddy Jo van der, III", "Vlist, Eddy Jo van der, III"),
        ("sort-only", "van der Vlist, Eddy Jo, III", "Vlist, Eddy Jo van der, III"),
        ("never", "van der Vlist, Eddy Jo, III", "van der Vlist, Eddy Jo, III"),
    ],
)
def test_a_style_says_where_the_particle_counts(demote: str, shown: str, sorted_: str) -> None:
    scope = scope_of(options={"demote-non-dropping-particle": demote})

    assert formatted(VLIST, inverted=True, scope=scope) == shown
    assert formatted(VLIST, inverted=True, scope=scope._replace(sorting=True)) == sorted_


def test_a_static_order_is_kept() -> None:
    name = Name(family="Nguyễn", given="Văn", static_ordering=True)

    assert formatted(name) == formatted(name, inverted=True) == "Nguyễn Văn"


def test_parts_have_affixes_a_case_and_formatting() -> None:
    source = (
        '<name><name-part name="family" text-case="uppercase" font-weight="bold" prefix="("/>'
        '<name-part name="given" suffix=")"/></name>'
    )
    scope = scope_of()
    options = name_options({}, scope)
    print_name = compile_name(element(source), None, options, scope)

    assert print_name(Name(family="Doe", given="Jane"), GIVEN_FULL, False) == (
        "Jane) (", Open(font_weight="bold"), "DOE", CLOSE,
    )  # fmt: skip


def test_the_affixes_of_a_name_are_for_persons() -> None:
    source = '<name prefix="[" suffix="]"/>'

    assert formatted(Name(family="Doe", given="Jane"), source) == "[Jane Doe]"
    assert formatted(BANK, source) == "World Bank"


def test_what_a_name_printed_is_kept_with_the_name() -> None:
    name = Name(family="Doe", given="Jane")
    scope = scope_of()
    options = name_options({}, scope)
    one, other = (compile_name(None, span, options, scope) for span in (None, Open(tag="x")))

    assert one(name, GIVEN_FULL, False) is one(name, GIVEN_FULL, False)
    assert one(name, GIVEN_FULL, True) == ("Doe, Jane",)
    assert other(name, GIVEN_FULL, False) == (Open(tag="x"), "Jane Doe", CLOSE)
    assert len(name.printed) == 3


@pytest.mark.parametrize(
    ("total", "subsequent", "shown"),
    [(2, False, 2), (3, False, 1), (4, False, 1), (2, True, 2), (4, True, 2), (3, True, 3)],
)
def test_lists_are_abridged_from_a_number_on(total: int, subsequent: bool, shown: int) -> None:
    options = name_options(
        {
            "et-al-min": "3",
            "et-al-use-first": "1",
            "et-al-subsequent-min": "4",
            "et-al-subsequent-use-first": "2",
        },
        scope_of(),
    )

    assert options.count_shown(total, subsequent=subsequent) == shown


@pytest.mark.parametrize(
    ("attributes", "shown"),
    [({}, 9), ({"et-al-min": "3"}, 3), ({"et-al-min": "3", "et-al-use-first": "12"}, 9)],
)
def test_a_list_is_abridged_only_as_far_as_the_style_says(
    attributes: dict[str, str], shown: int
) -> None:
    options = name_options(attributes, scope_of())

    assert options.count_shown(9, subsequent=False) == shown
    assert options.count_shown(9, subsequent=True) == shown


@pytest.mark.parametrize(
    ("attributes", "level"),
    [
        ({}, GIVEN_FULL),
        ({"initialize-with": "."}, GIVEN_INITIALS),
        ({"form": "short", "initialize-with": "."}, GIVEN_AS_STYLED),
    ],
)
def test_the_level_a_style_starts_from(attributes: dict[str, str], level: int) -> None:
    assert name_options(attributes, scope_of()).base_level == level


def test_options_of_the_element_win_over_inherited_and_those_of_a_sort_key_over_all() -> None:
    scope = scope_of(name_options={"and": "text", "delimiter": "/"})

    def inherited(**changes: Any) -> tuple[str, str, str]:
        options = name_options({"delimiter": "; "}, scope._replace(**changes))
        return options.and_, options.delimiter, options.name_as_sort_order

    assert inherited() == ("and", "; ", "")
    assert inherited(name_overrides={"delimiter": "+"}) == ("and", "+", "")
    assert inherited(sorting=True) == ("", "; ", "all")


def test_what_cs_names_formats_is_not_set_back_by_cs_name() -> None:
    name = {"font-style": "normal", "font-weight": "bold"}

    assert name_span(name, {"font-style": "italic"}) == Open(font_weight="bold")
    assert name_span(name, {}) == Open(font_style="normal", font_weight="bold")
    assert name_span(name, {"font-weight": "bold"}) == name_span(name, {})
    assert name_span({}, {}) is None


def test_an_institution_is_formatted_once() -> None:
    source = element('<name><name-part name="family" font-weight="bold"/></name>')
    bold, options = Open(font_weight="bold"), name_options({}, scope_of())

    for span, spans in ((None, 1), (bold, 1), (Open(font_style="italic"), 2)):
        tokens = compile_name(source, span, options, scope_of())(BANK, 0, False)
        assert sum(isinstance(token, Open) for token in tokens) == spans
    person = compile_name(source, bold, options, scope_of())(HUMBOLDT, 0, False)
    assert person.count(bold) > 1


def test_an_affix_of_a_part_adds_no_second_full_stop() -> None:
    source = '<name initialize-with="."><name-part name="given" suffix="."/></name>'

    assert formatted(HUMBOLDT, source, inverted=True, level=GIVEN_INITIALS) == "Humboldt, A. von."
    albee = Name(family="Albee", given="Edward")
    assert formatted(albee, source, inverted=True) == "Albee, E."
    assert formatted(albee, source, inverted=True, level=GIVEN_FULL) == "Albee, Edward."


def test_somebody_with_a_given_name_alone_has_it_formatted_as_such() -> None:
    plato, source = (
        Name(literal="Plato", given="Plato"),
        '<name suffix="."><name-part name="family" text-case="uppercase"/>'
        '<name-part name="given" suffix="!"/></name>',
    )

    assert formatted(plato, source) == formatted(plato, source, inverted=True) == "Plato!."
    assert formatted(plato, '<name form="short"/>') == "Plato"
    assert formatted(BANK, source) == "WORLD BANK"
