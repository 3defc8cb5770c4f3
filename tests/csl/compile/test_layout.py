"""cs:citation and cs:bibliography, compiled."""

from __future__ import annotations

from typing import Any

import pytest

from reportcite.csl.compile.layout import (
    CompiledLayout,
    Setting,
    compile_layout,
    narrative_names,
)
from reportcite.csl.compile.style import quotes_of
from reportcite.csl.compile.usage import usage_of
from reportcite.csl.locale import load_locale
from reportcite.csl.style.style import load_style
from reportcite.csl.tokens import CLOSE, Open, Tokens, text_of
from tests.csl.compile.elements.element import context_of
from tests.csl.style_xml import bibliography, citation, macro, style_xml

TITLE = '<text variable="title"/>'
NUMBER = '<text variable="citation-number"/>'


def compiled(*parts: str) -> CompiledLayout:
    """The bibliography of a style of these parts; its citation where it has none."""
    style, locale = load_style(style_xml(*parts)), load_locale("en-US")
    setting = Setting(style, locale, quotes_of(locale), usage_of(style))
    if style.bibliography is None:
        return compile_layout(style.citation, "citation", setting)
    return compile_layout(style.bibliography, "bibliography", setting)


def names_in_text(layout: CompiledLayout, variables: dict[str, Any]) -> str:
    """The names of a cite in running text."""
    context = context_of(variables)
    out: Tokens = []
    narrative_names(layout).of(context.item)(context, out)
    return text_of(out)


def test_affixes_stand_within_the_formatting_of_the_layout() -> None:
    layout = compiled(
        '<citation><layout prefix="(" suffix=")" font-weight="bold" delimiter="; ">'
        f"{TITLE}</layout></citation>"
    )

    assert layout.before == [Open(font_weight="bold"), "("]
    assert layout.after == [")", CLOSE]
    assert layout.delimiter == "; "


def test_two_fields_are_not_set_on_the_line_that_they_stand_on() -> None:
    source = bibliography(NUMBER + TITLE, second_field_align="flush").replace(
        "<layout", '<layout font-weight="bold" vertical-align="baseline"'
    )
    apart, whole = compiled(source), compiled(source.replace("second-field-align", "id"))

    assert apart.before == [Open(font_weight="bold")]
    assert whole.before == [Open(font_weight="bold", vertical_align="baseline")]


def test_without_attributes_nothing_stands_round_a_layout() -> None:
    layout = compiled(citation(TITLE))

    assert (layout.before, layout.after, layout.delimiter) == ([], [], "")
    assert (layout.fields, layout.sort, layout.sorts_by_initials) == ((), (), False)


def test_the_body_renders_an_item() -> None:
    context = context_of({"title": "Air"})
    out: Tokens = []

    compiled(citation(TITLE)).body.of(context.item)(context, out)

    assert out == ["Air"]


def test_the_first_field_is_apart_where_the_style_aligns_the_second() -> None:
    context = context_of({"title": "Air"})
    layout = compiled(bibliography(NUMBER + TITLE, second_field_align="flush"))
    texts = []
    for field in layout.fields:
        out: Tokens = []
        field.of(context.item)(context, out)
        texts.append(text_of(out))

    assert texts == ["1", "Air"]
    assert compiled(bibliography(TITLE, second_field_align="flush")).fields == ()


def test_a_layout_is_numbered_that_prints_the_number_itself_or_by_a_macro() -> None:
    assert compiled(citation(NUMBER)).numbered
    assert compiled(citation('<text macro="m"/>'), macro("m", NUMBER)).numbered
    assert not compiled(citation(TITLE)).numbered
    assert not compiled(citation(NUMBER), bibliography(TITLE)).numbered


def test_keys_and_whether_they_abbreviate_names() -> None:
    names = '<names variable="author"><name initialize-with="."/></names>'
    layout = compiled(
        macro("m", names),
        bibliography(TITLE, sort='<key macro="m"/><key variable="title" sort="descending"/>'),
    )

    assert [key.descending for key in layout.sort] == [False, True]
    assert layout.sorts_by_initials
    by_title = compiled(macro("m", names), bibliography(TITLE, sort='<key variable="title"/>'))
    assert not by_title.sorts_by_initials


def test_names_for_running_text_fall_back_to_editors_and_the_title() -> None:
    layout = compiled(citation(NUMBER))
    doe, roe, poe = ({"family": family, "given": "X"} for family in ("Doe", "Roe", "Poe"))

    assert names_in_text(layout, {"author": [doe]}) == "Doe"
    assert names_in_text(layout, {"author": [doe, roe]}) == "Doe and Roe"
    assert names_in_text(layout, {"author": [doe, roe, poe]}) == "Doe et al."
    assert names_in_text(layout, {"editor": [roe], "translator": [poe]}) == "Roe"
    assert names_in_text(layout, {"translator": [poe], "title": "Air"}) == "Poe"
    assert names_in_text(layout, {"title": "Air", "title-short": "A"}) == "A"


@pytest.mark.parametrize(
    ("language", "text"),
    [("ru", "и др."), ("ru-RU", "и др."), ("en", "et al."), ("", "et al."), ("de-AT", "u. a. A"),
     ("de", "u. a. D"), ("de-CH", "u. a. A"), ("rue", "et al.")],
)  # fmt: skip
def test_a_layout_for_a_language_prints_items_in_it_with_its_terms(
    language: str, text: str
) -> None:
    et_al = '<text term="et-al"/>'
    layout = compiled(
        f'<citation><layout locale="ru">{et_al}</layout><layout locale="de-AT">{et_al}'
        f'<text value=" A"/></layout><layout locale="de de-DE">{et_al}<text value=" D"/></layout>'
        f"<layout>{et_al}</layout></citation>"
    )
    context = context_of({"language": language} if language else {})
    out: Tokens = []

    layout.of(context.item).body.of(context.item)(context, out)

    assert text_of(out).replace("\u00a0", " ") == text


def test_the_layout_for_all_items_joins_cites_and_brackets_them() -> None:
    layout = compiled(
        f'<citation><layout locale="ru" prefix="[">{TITLE}</layout>'
        f'<layout prefix="(" delimiter="; ">{TITLE}</layout></citation>'
    )

    assert (layout.before, layout.delimiter) == (["("], "; ")
