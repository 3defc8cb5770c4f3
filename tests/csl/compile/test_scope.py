"""What a compiler is given, and how it changes on the way down."""

from __future__ import annotations

import pytest

from reportcite.csl.compile.scope import DYNAMIC_VARIABLES, inherited_name_options
from reportcite.csl.context import Render, render_nothing
from reportcite.csl.style.xml import Element
from tests.csl.compile.elements.element import element, scope_of


def test_of_items_of_any_kind_nothing_is_known() -> None:
    assert scope_of().has("title") is None


def test_of_known_items_all_is_known_but_what_depends_on_the_mention() -> None:
    scope = scope_of(present=frozenset({"title"}))

    assert scope.has("title") is True
    assert scope.has("volume") is False
    assert {scope.has(variable) for variable in DYNAMIC_VARIABLES} == {None}


def test_a_macro_is_compiled_once() -> None:
    compiled: list[str] = []

    def compiling(source: Element, scope: object) -> Render:
        compiled.append(source.attributes["name"])
        return render_nothing

    scope = scope_of(macros='<macro name="m"/>', compile=compiling)

    assert scope.macro("m") is scope.macro("m") is render_nothing
    assert compiled == ["m"]


def test_a_macro_takes_no_delimiter_from_where_it_is_called() -> None:
    seen: list[tuple[str, bool]] = []
    scope = scope_of(
        macros='<macro name="m"/>',
        compile=lambda source, scope: seen.append((scope.delimiter, scope.first_only)),
        delimiter=", ",
        first_only=True,
    )

    scope.macro("m")

    assert seen == [("", False)]


def test_children_of_a_group_take_its_delimiter() -> None:
    scope = scope_of()

    assert scope.delimited(", ").delimiter == ", "
    assert scope.delimited("") is scope
    assert scope._replace(first_only=True).delimited("").first_only is False


def test_children_of_a_substitute_are_alternatives_with_macros_of_their_own() -> None:
    names = element('<names variable="author"/>')
    scope = scope_of(delimiter=", ")
    scope.macros["m"] = render_nothing
    inner = scope.within_substitute(names)

    assert inner.substituting is names
    assert (inner.delimiter, inner.first_only, inner.macros) == ("", True, {})


def test_options_are_those_of_the_style() -> None:
    scope = scope_of(options={"page-range-format": "minimal"})

    assert scope.option("page-range-format") == "minimal"
    assert scope.option("initialize-with-hyphen") == ""
    assert scope.option("initialize-with-hyphen", "true") == "true"


@pytest.mark.parametrize(
    ("language", "delimiters"),
    [("en-US", ("–", " & ")), ("de-DE", ("–", " & "))],
)
def test_several_numbers_are_joined_as_in_the_locale(
    language: str, delimiters: tuple[str, str]
) -> None:
    found = scope_of(language=language).number_delimiters()

    assert (found["-"], found["&"]) == delimiters
    assert found[","] == ", "


def test_a_locale_without_a_dash_joins_with_that_of_english() -> None:
    locale = '<locale><terms><term name="page-range-delimiter"></term></terms></locale>'
    assert scope_of(locale=locale).number_delimiters()["-"] == "\N{EN DASH}"
    fr = '<locale><terms><term name="page-range-delimiter">/</term></terms></locale>'
    assert scope_of(locale=fr).number_delimiters()["-"] == "/"


@pytest.mark.parametrize(
    ("variable", "item_type", "dash"),
    [
        ("number", "report", "-"),
        ("number", "article-journal", "\N{EN DASH}"),
        ("volume", "report", "\N{EN DASH}"),
        ("number", None, "\N{EN DASH}"),
    ],
)
def test_the_number_that_a_report_is_known_by_keeps_its_hyphen(
    variable: str, item_type: str | None, dash: str
) -> None:
    assert scope_of(item_type=item_type).number_delimiters(variable)["-"] == dash


def test_a_style_that_asks_for_nothing_gets_no_tags_links_or_sort_keys() -> None:
    scope = scope_of()
    assert not (scope.tag_names or scope.links or scope.sorting or scope.year_suffix_explicit)


def test_name_options_are_inherited_and_the_nearest_win() -> None:
    style = {"name-form": "short", "et-al-min": "3", "class": "note"}
    area = {"et-al-min": "4", "name-delimiter": "; ", "names-delimiter": "/"}

    assert inherited_name_options(style, area) == {
        "form": "short",
        "et-al-min": "4",
        "delimiter": "; ",
        "names-delimiter": "/",
    }
