"""Rich Text Format."""

from __future__ import annotations

import pytest

from reportcite.csl.tokens import CLOSE, Open, Tokens
from reportcite.csl.write.rtf import WRITER
from reportcite.csl.write.writer import BibliographySpacing


@pytest.mark.parametrize(
    ("span", "written"),
    [
        (Open(font_style="italic"), "{\\i a}"),
        (Open(font_weight="bold"), "{\\b a}"),
        (Open(font_weight="light"), "a"),
        (Open(font_variant="small-caps"), "{\\scaps a}"),
        (Open(text_decoration="underline"), "{\\ul a}"),
        (Open(vertical_align="sup"), "{\\super a}"),
        (Open(vertical_align="sub"), "{\\sub a}"),
        (Open(font_style="italic", font_weight="bold"), "{\\i\\b a}"),
    ],
)
def test_each_format_has_its_word(span: Open, written: str) -> None:
    assert WRITER.tokens([span, "a", CLOSE]) == written


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("a{b}\\c", "a\\{b\\}\\\\c"),
        ("é", "\\u233\\'3f"),
        ("\u00a0", "\\~"),
        ("\u8000", "\\u-32768\\'3f"),
        ("😀", "\\u-10179\\'3f\\u-8704\\'3f"),
        ("~ -", "~ -"),
    ],
)
def test_what_is_not_ascii_is_a_number(text: str, escaped: str) -> None:
    assert WRITER.escape(text) == escaped


@pytest.mark.parametrize(
    ("spacing", "paragraph"),
    [
        (BibliographySpacing(), "\\pard\\li0\\fi0\\sl240\\slmult1\\sa240 a\\par"),
        (
            BibliographySpacing(hanging_indent=True, entry_spacing=0, line_spacing=2),
            "\\pard\\li720\\fi-720\\sl480\\slmult1\\sa0 a\\par",
        ),
        (
            BibliographySpacing(second_field_align="flush", max_offset=2),
            "\\pard\\li360\\fi-360\\tx360\\sl240\\slmult1\\sa240 a\\par",
        ),
        (
            BibliographySpacing(second_field_align="margin", max_offset=2),
            "\\pard\\li0\\fi-360\\tx0\\sl240\\slmult1\\sa240 a\\par",
        ),
    ],
)
def test_entries_are_paragraphs_with_the_indents_of_the_style(
    spacing: BibliographySpacing, paragraph: str
) -> None:
    assert WRITER.bibliography(["a"], spacing) == f"{{\\rtf1\\ansi\\uc1\n{paragraph}\n}}"


def test_a_left_margin_is_followed_by_a_tab() -> None:
    tokens: Tokens = [
        Open(display="left-margin"),
        "1",
        CLOSE,
        Open(display="right-inline"),
        "a",
        CLOSE,
    ]

    assert WRITER.tokens(tokens) == "1\\tab a"
    assert WRITER.tokens([*tokens, Open(display="indent"), "b", CLOSE]) == (
        "1\\tab a\\line \\tab b"
    )
