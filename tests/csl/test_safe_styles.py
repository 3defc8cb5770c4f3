"""A style from a stranger: an error with a line or a warning, never a crash, a wait or a leak."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from reportcite.csl import Cite, Processor
from reportcite.csl.locale import load_locale
from reportcite.csl.style.style import load_style
from reportcite.csl.style.xml import MAXIMAL_BYTES
from reportcite.errors import StyleError
from reportcite.shipped import styles_folder

NAMESPACE = 'xmlns="http://purl.org/net/xbiblio/csl"'
HEAD = f'<style {NAMESPACE} class="in-text" version="1.0">'


def style(macros: str, layout: str = '<text macro="m0"/>') -> bytes:
    citation = f"<citation><layout>{layout}</layout></citation>"
    return f"{HEAD}\n{macros}\n{citation}</style>".encode()


def macro(name: str, *calls: str) -> str:
    content = "".join(f'<text macro="{call}"/>' for call in calls) or '<text value="x"/>'
    return f'<macro name="{name}">{content}</macro>\n'


def error(source: bytes | str | Path) -> str:
    with pytest.raises(StyleError) as raised:
        load_style(source)
    return str(raised.value)


@pytest.mark.parametrize(
    "declaration",
    [
        '<!DOCTYPE style SYSTEM "http://example.org/style.dtd">',
        '<!DOCTYPE style [<!ENTITY secret SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE style [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;">]>',
        '<!DOCTYPE style [<!ENTITY % remote SYSTEM "http://example.org/"> %remote;]>',
        "<!DOCTYPE style>",
    ],
)
def test_a_document_type_and_its_entities_are_refused(declaration: str) -> None:
    source = f'<?xml version="1.0"?>\n{declaration}\n{HEAD}</style>'.encode()

    assert error(source).startswith("style:2: a document type declaration is not allowed")


def test_an_undeclared_entity_is_not_xml() -> None:
    assert "style:2:" in error(style('<macro name="m0"><text value="&secret;"/></macro>'))


@pytest.mark.parametrize(
    "page",
    [
        "<!DOCTYPE html>\n<html><body>Not found</body></html>",
        '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">',
        '<html xmlns="http://www.w3.org/1999/xhtml"><body/></html>',
        "<html><body><br></body></html>",
    ],
)
def test_a_web_page_is_called_a_web_page(page: str) -> None:
    assert "this is an HTML page, not a CSL style" in error(page.encode())


@pytest.mark.parametrize(
    ("source", "message"),
    [
        (b"", "style: the file is empty"),
        (b" \n ", "style: the file is empty"),
        (b"# A report\n", "style:1:2: not well-formed XML"),
        (b"PK\x03\x04\x00\x00", "style:1:3: not well-formed XML"),
        (HEAD.encode(), "not well-formed XML: no element found"),
        (f"{HEAD}\n</styl>".encode(), "style:2:3: not well-formed XML: mismatched tag"),
        (f"{HEAD}\xff</style>".encode("latin-1"), "style:1:"),
        (b'<?xml version="1.0" encoding="klingon"?><style/>', "style:1"),
        (f"<locale {NAMESPACE}/>".encode(), "style:1: this is a CSL locale, not a style"),
        (b"<rss/>", "style:1: this is no CSL style: its root element is “rss”"),
        (b'<style xmlns="urn:other"/>', "this is no CSL style: its root element"),
    ],
)
def test_what_is_no_style_is_an_error_that_says_what_it_is(source: bytes, message: str) -> None:
    assert message in error(source)


@pytest.mark.parametrize(
    "source",
    [
        f'<style {NAMESPACE} class="in-text" xml:lang="en"><info/></style>',
        f"<style {NAMESPACE}><terms/><citation><layout/></citation></style>",
        f'<style {NAMESPACE}><citation><option name="et-al-min" value="4"/></citation></style>',
    ],
)
def test_csl_0_8_is_an_error_that_says_so(source: str) -> None:
    assert "CSL 0.8, which is not supported (update it to CSL 1.0" in error(source.encode())


def test_csl_m_is_rendered_as_far_as_it_is_standard_csl() -> None:
    source = (
        f'<style {NAMESPACE} class="note" version="1.1mlz1"><citation>'
        '<layout locale="en de"><names variable="authority"><institution/></names></layout>'
        "</citation></style>"
    )
    loaded = load_style(source.encode())

    assert loaded.problems[0].message.startswith("the style is written in CSL-M")
    assert {problem.rule.name for problem in loaded.problems} == {
        "style-version",
        "style-unknown-element",
        "style-unknown-variable",
    }


def test_a_macro_that_calls_itself_is_an_error() -> None:
    message = error(style(macro("m0", "m0")))

    assert message == "style:2: the macro “m0” calls itself: m0 → m0"


def test_a_loop_of_macros_is_an_error_that_shows_the_loop() -> None:
    source = style(macro("m0", "a") + macro("a", "b") + macro("b", "c") + macro("c", "a"))

    assert error(source) == "style:5: the macro “a” calls itself: a → b → c → a"


def test_a_loop_that_nothing_calls_is_an_error_too() -> None:
    source = style(macro("m0") + macro("a", "b") + macro("b", "a"))

    assert error(source) == "style:4: the macro “a” calls itself: a → b → a"


def test_a_loop_through_names_and_conditions_is_found() -> None:
    substitute = '<names variable="author"><substitute><text macro="m0"/></substitute></names>'
    inner = f"<choose><if type='book'><text value='x'/></if><else>{substitute}</else></choose>"

    assert "calls itself: m0 → m0" in error(style(f'<macro name="m0">{inner}</macro>'))


@pytest.mark.parametrize("levels", [150, 10_000])
def test_deep_nesting_is_refused(levels: int) -> None:
    nested = "<group>" * levels + '<text value="x"/>' + "</group>" * levels

    assert "nested more than 100 levels deep" in error(style("", nested))


@pytest.mark.parametrize("length", [200, 20_000])
def test_a_long_chain_of_macros_is_refused(length: int) -> None:
    chain = "".join(macro(f"m{i}", f"m{i + 1}") for i in range(length)) + macro(f"m{length}")

    assert "too deeply nested" in error(style(chain))


def test_a_long_chain_is_refused_in_whatever_order_its_macros_stand() -> None:
    chain = [macro("m200"), *(macro(f"m{i}", f"m{i + 1}") for i in reversed(range(200)))]

    assert "too deeply nested" in error(style("".join(chain)))


def test_macros_that_double_again_and_again_are_refused() -> None:
    doubling = "".join(macro(f"m{i}", f"m{i + 1}", f"m{i + 1}") for i in range(60)) + macro("m60")

    assert "too much, to render" in error(style(doubling))


def test_a_macro_called_often_is_no_fault() -> None:
    assert load_style(style(macro("m0", *["m1"] * 1_000) + macro("m1"))).problems == ()


def test_a_file_that_is_too_large_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "large.csl"
    path.write_bytes(HEAD.encode() + b" " * MAXIMAL_BYTES + b"</style>")

    assert "larger than 8 MB" in error(path)
    assert "larger than 8 MB" in error(path.read_bytes())


def test_what_cannot_be_read_is_an_error(tmp_path: Path) -> None:
    assert "cannot be read: Is a directory" in error(tmp_path)
    assert "cannot be read: No such file" in error(tmp_path / "missing.csl")
    assert "cannot be read: " in error(Path("a\0b.csl"))


@pytest.mark.parametrize("name", ["", " ", "\0", "a" * 5_000, "../" * 50, "/", "*", "\\x", "é"])
def test_an_odd_name_is_an_unknown_style(name: str) -> None:
    error(name)


@pytest.mark.parametrize("language", ["../../../etc/passwd", "\0", "-", "--", "a" * 10_000, "é"])
def test_an_odd_language_falls_back_to_english(language: str) -> None:
    assert load_locale(language).term("and") == "and"


@given(st.binary())
def test_any_bytes_are_an_error(source: bytes) -> None:
    error(source)


REPORT = {
    "id": "a",
    "type": "report",
    "title": "Title",
    "author": [{"family": "Doe", "given": "Jane"}],
    "issued": {"date-parts": [[2024, 5]]},
    "number-of-pages": "47",
    "edition": "2",
}


def maimed_styles() -> list[bytes]:
    """The library card with each attribute emptied or dropped, and each element dropped."""
    maimed = []
    card = etree.parse(styles_folder() / "library-card.csl")
    for element in card.iter("{*}*"):
        for name, value in element.items():
            for other in ("", "nonsense"):
                element.set(name, other)
                maimed.append(etree.tostring(card))
            del element.attrib[name]
            maimed.append(etree.tostring(card))
            element.set(name, value)
        parent = element.getparent()
        if parent is not None:
            position = parent.index(element)
            parent.remove(element)
            maimed.append(etree.tostring(card))
            parent.insert(position, element)
    return maimed


def test_a_maimed_style_renders_or_is_refused() -> None:
    rendered = 0
    for source in maimed_styles():
        try:
            processor = Processor(source)
            processor.bibliography([REPORT])
            processor.citation([Cite("a", locator="3")])
        except StyleError:
            continue
        rendered += 1

    assert rendered


def chain_of_names(length: int) -> bytes:
    """Macros with names that fall back to a group that calls the next macro."""
    links = [
        f'<macro name="m{number}"><names variable="editor"><substitute><group>'
        f'<text macro="m{number + 1}"/></group></substitute></names></macro>\n'
        for number in range(length)
    ]
    return style("".join(links) + macro(f"m{length}"))


def test_the_deepest_style_that_is_not_refused_renders() -> None:
    length = 1
    deepest = chain_of_names(length)
    with pytest.raises(StyleError, match="too deeply nested"):
        while load_style(chain_of_names(length)):
            deepest = chain_of_names(length)
            length += 1

    processor = Processor(deepest)
    processor.register([REPORT])
    assert length > 20
    assert processor.citation([Cite("a")]) == "x"
