"""HTML as citeproc-js prints it."""

from __future__ import annotations

import pytest

from reportcite.csl.text.punctuation import MARKUP
from reportcite.csl.tokens import CLOSE, Open, Tokens
from reportcite.csl.write.html import WRITER
from reportcite.csl.write.writer import BibliographySpacing


def inside(*spans: Open) -> str:
    """The letter a within these spans, the first outermost."""
    return WRITER.tokens([*spans, "a", *[CLOSE for _ in spans]])


@pytest.mark.parametrize(
    ("span", "html"),
    [
        (Open(font_style="italic"), "<i>a</i>"),
        (Open(font_style="oblique"), "<em>a</em>"),
        (Open(font_weight="bold"), "<b>a</b>"),
        (Open(font_weight="light"), '<span style="font-weight:lighter;">a</span>'),
        (Open(font_variant="small-caps"), '<span style="font-variant:small-caps;">a</span>'),
        (Open(text_decoration="underline"), '<span style="text-decoration:underline;">a</span>'),
        (Open(vertical_align="sup"), "<sup>a</sup>"),
        (Open(vertical_align="sub"), "<sub>a</sub>"),
        (Open(display="block"), '\n\n    <div class="csl-block">a</div>\n'),
        (Open(tag="title"), "a"),
        (Open(font_style="normal"), "a"),
        (Open(font_weight="normal"), "a"),
        (Open(font_variant="normal"), "a"),
        # citeproc-js writes these two wherever a style asks for them.
        (Open(text_decoration="none"), '<span style="text-decoration:none;">a</span>'),
        (Open(vertical_align="baseline"), '<span style="baseline">a</span>'),
        (Open(text_decoration="none", tag=MARKUP), "a"),
    ],
)
def test_each_format_has_its_element(span: Open, html: str) -> None:
    assert inside(span) == html


@pytest.mark.parametrize(
    ("outer", "inner", "html"),
    [
        ("italic", "normal", '<i><span style="font-style:normal;">a</span></i>'),
        ("italic", "italic", "<i><i>a</i></i>"),
        ("italic", "oblique", "<i><em>a</em></i>"),
        ("normal", "normal", "a"),
    ],
)
def test_what_is_set_within_its_like(outer: str, inner: str, html: str) -> None:
    assert inside(Open(font_style=outer), Open(font_style=inner)) == html


@pytest.mark.parametrize(
    ("outer", "inner"),
    [
        (Open(font_style="italic"), Open(font_style="italic", tag=MARKUP)),
        (Open(font_weight="bold"), Open(font_weight="bold", tag=MARKUP)),
        (Open(font_variant="small-caps"), Open(font_variant="small-caps", tag=MARKUP)),
    ],
)
def test_markup_within_its_like_is_set_back_to_normal(outer: Open, inner: Open) -> None:
    assert ":normal;" in inside(outer, inner)
    assert ":normal;" not in inside(outer, inner._replace(tag=""))


def test_superscripts_in_superscripts_are_not_set_back() -> None:
    raised = Open(vertical_align="sup", tag=MARKUP)

    assert inside(raised, raised) == "<sup><sup>a</sup></sup>"


def test_a_format_ends_with_its_span() -> None:
    italic, normal = Open(font_style="italic"), Open(font_style="normal")
    tokens: Tokens = [italic, "a", CLOSE, normal, "b", CLOSE]

    assert WRITER.tokens(tokens) == "<i>a</i>b"


def test_an_element_with_nothing_in_it_is_left_out() -> None:
    italic, bold = Open(font_style="italic"), Open(font_weight="bold")

    assert WRITER.tokens(["a", italic, bold, CLOSE, CLOSE, "b"]) == "ab"
    assert WRITER.tokens([italic, bold, CLOSE, "a", CLOSE]) == "<i>a</i>"
    assert WRITER.tokens([italic, "", CLOSE]) == ""


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("a & b", "a &#38; b"),
        ("a < b > c", "a &#60; b &#62; c"),
        ("&lt;", "&#38;lt;"),
        ("x² ªº", "x<sup>2</sup> <sup>a</sup><sup>o</sup>"),
        ("\u02c0", "<sup>ʔ</sup>"),
        ("a\x00b\nc", "ab\nc"),
    ],
)
def test_letters_are_escaped(text: str, html: str) -> None:
    assert WRITER.escape(text) == html
    assert WRITER.tokens(["-", text]) == f"-{html}"


def test_entries_are_divs_in_a_div() -> None:
    entries = [WRITER.entry("a", ""), WRITER.entry("b", 'x "y"')]

    assert WRITER.bibliography(entries, BibliographySpacing()) == (
        '<div class="csl-bib-body">\n  <div class="csl-entry">a</div>\n'
        '  <div class="csl-entry" id="ref-x_&#34;y&#34;">b</div>\n</div>'
    )
