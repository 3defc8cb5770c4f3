"""Checking a style: what is an error, what a warning, and the line each one names."""

from __future__ import annotations

import pytest
from lxml import etree

from reportcite.csl.style.style import Style, load_style
from reportcite.errors import StyleError
from reportcite.shipped import styles_folder
from tests.bench.engines import package_folder

LAYOUT = '<layout><text variable="title"/></layout>'
CITATION = f"<citation>{LAYOUT}</citation>"


def style_with(content: str, attributes: str = 'class="in-text" version="1.0"') -> bytes:
    """A style whose content starts on line 2."""
    head = f'<style xmlns="http://purl.org/net/xbiblio/csl" {attributes}>'
    return f"{head}\n{content}\n</style>".encode()


def citing(element: str) -> bytes:
    """A style whose citation holds one element, on line 3."""
    return style_with(f"<citation><layout>\n{element}\n</layout></citation>")


def warnings(style: Style) -> list[tuple[int, str, str]]:
    return [(problem.place.line, problem.rule.name, problem.message) for problem in style.problems]


def error(source: bytes) -> tuple[int, str]:
    """The line and the message of the error that loading the style ends in."""
    with pytest.raises(StyleError) as raised:
        load_style(source)
    assert raised.value.place is not None
    return raised.value.place.line, str(raised.value)


@pytest.mark.parametrize(
    ("element", "rule", "named"),
    [
        ('<text variable="title" colour="red"/>', "attribute", "“colour” on cs:text"),
        ('<text variable="titel"/>', "variable", "“titel” on cs:text"),
        ('<text variable="author"/>', "variable", "“author” on cs:text"),
        ('<date variable="title"/>', "variable", "“title” on cs:date"),
        ('<names variable="author editr"/>', "variable", "“editr” on cs:names"),
        ('<text term="edtion"/>', "term", "“edtion” on cs:text"),
        ('<text variable="title" font-style="slanted"/>', "value", "“slanted” of font-style"),
        ("<group><institution/></group>", "element", "“institution” in cs:group"),
        ('<choose><if type="book repport"/></choose>', "type", "“repport” on cs:if"),
        ('<choose><if locator="pages"/></choose>', "locator", "“pages” on cs:if"),
        ('<choose><if variable="issed"/></choose>', "variable", "“issed” on cs:if"),
    ],
)
def test_an_unknown_name_is_a_warning(element: str, rule: str, named: str) -> None:
    message = f"CSL 1.0.2 knows no {rule} {named}"

    assert warnings(load_style(citing(element))) == [(3, f"style-unknown-{rule}", message)]


def test_what_is_unknown_is_reported_once() -> None:
    style = load_style(citing('<text variable="titel"/>\n<text variable="titel"/>'))

    assert [line for line, _, _ in warnings(style)] == [3]


def test_a_term_that_the_style_defines_is_known() -> None:
    locale = '<locale><terms><term name="house">our house</term></terms></locale>'
    source = style_with(f'{locale}<citation><layout><text term="house"/></layout></citation>')

    assert load_style(source).problems == ()


def test_attributes_of_other_namespaces_are_nobodys_business() -> None:
    element = '<text variable="title" x:note="mine" xmlns:x="http://example.org/"/>'

    assert load_style(citing(element)).problems == ()


def test_a_text_without_content_is_a_warning() -> None:
    assert warnings(load_style(citing("<text/>")))[0][:2] == (3, "style-nothing-to-print")


def test_of_two_macros_of_one_name_the_later_one_counts() -> None:
    macros = '<macro name="m"><text value="1"/></macro>\n<macro name="m"><text value="2"/></macro>'
    style = load_style(style_with(macros + CITATION))

    assert style.macros["m"].children[0].attributes["value"] == "2"
    assert [line for line, rule, _ in warnings(style) if rule == "style-duplicate-macro"] == [2]


def test_a_macro_without_name_is_left_aside() -> None:
    style = load_style(style_with(f'<macro><text value="x"/></macro>{CITATION}'))

    assert [rule for _, rule, _ in warnings(style)] == ["style-macro-name"]
    assert style.macros == {}


@pytest.mark.parametrize("attributes", ['class="in-text"', 'class="note" version="1.0.5"'])
def test_another_version_is_a_warning(attributes: str) -> None:
    rules = [rule for _, rule, _ in warnings(load_style(style_with(CITATION, attributes)))]

    assert rules == ["style-version"]


def test_a_style_without_class_is_taken_as_in_text() -> None:
    style = load_style(style_with(CITATION, 'version="1.0"'))

    assert [rule for _, rule, _ in warnings(style)] == ["style-class"]


def test_a_missing_macro_is_an_error_that_suggests_the_nearest() -> None:
    macro = '<macro name="title-short"><text variable="title"/></macro>\n'
    citation = '<citation><layout><text macro="title-shrt"/></layout></citation>'

    line, message = error(style_with(macro + citation))
    assert line == 3
    assert "there is no macro “title-shrt” (did you mean “title-short”?)" in message


def test_a_missing_macro_that_nothing_printed_calls_is_a_warning() -> None:
    macros = '<macro name="old"><text macro="gone"/></macro>\n<macro name="m"/>'
    called = '<citation><layout><text macro="{}"/></layout></citation>'

    style = load_style(style_with(macros + called.format("m")))

    assert [(line, rule) for line, rule, _ in warnings(style)] == [(2, "style-unused-macro")]
    assert "no macro “gone”" in error(style_with(macros + called.format("old")))[1]


def test_a_missing_macro_is_found_in_sort_keys_too() -> None:
    sort = '<sort><key macro="gone"/></sort>'

    assert "no macro “gone”" in error(style_with(f"<citation>{sort}{LAYOUT}</citation>"))[1]


def test_a_missing_part_is_an_error() -> None:
    assert error(style_with("<info/>")) == (1, "style:1: the style has no cs:citation")
    assert error(style_with("<citation/>")) == (2, "style:2: cs:citation has no cs:layout")
    assert error(style_with(CITATION + "\n<bibliography/>")) == (
        3,
        "style:3: cs:bibliography has no cs:layout",
    )


@pytest.mark.parametrize("value", ["three", "", "-1", "1.5", "٣", "9" * 5000])
def test_a_number_that_is_none_is_an_error(value: str) -> None:
    line, message = error(citing(f'<names variable="author"><name et-al-min="{value}"/></names>'))

    assert line == 3
    assert "et-al-min must be a whole number" in message


def test_a_number_may_stand_between_blanks() -> None:
    element = '<names variable="author"><name et-al-min=" 3 "/></names>'

    assert load_style(citing(element)).problems == ()


def test_the_official_schema_has_nothing_against_the_projects_own_styles() -> None:
    schemas = package_folder("citeproc") / "data" / "schema" / "schemas"
    schema = etree.RelaxNG(etree.parse(schemas / "styles" / "csl.rng"))
    for path in styles_folder().glob("*.csl"):
        assert schema.validate(etree.parse(path)), schema.error_log
        assert load_style(path).problems == ()
