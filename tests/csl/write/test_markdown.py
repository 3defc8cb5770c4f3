"""Pandoc's Markdown."""

from __future__ import annotations

import pytest

from reportcite.csl.tokens import CLOSE, Open
from reportcite.csl.write.markdown import WRITER
from reportcite.csl.write.writer import BibliographySpacing


@pytest.mark.parametrize(
    ("span", "written"),
    [
        (Open(font_style="italic"), "*a b*"),
        (Open(font_style="oblique"), "*a b*"),
        (Open(font_weight="bold"), "**a b**"),
        (Open(font_weight="light"), "a b"),
        (Open(font_variant="small-caps"), "[a b]{.smallcaps}"),
        (Open(text_decoration="underline"), "[a b]{.underline}"),
        (Open(vertical_align="sup"), "^a\\ b^"),
        (Open(vertical_align="sub"), "~a\\ b~"),
        (Open(font_style="italic", font_weight="bold"), "***a b***"),
    ],
)
def test_each_format_has_its_marks(span: Open, written: str) -> None:
    assert WRITER.tokens([span, "a b", CLOSE]) == written


def test_marks_touch_the_words_they_mark() -> None:
    italic = Open(font_style="italic")

    assert WRITER.tokens(["x", italic, " a ", CLOSE, "y"]) == "x *a* y"
    assert WRITER.tokens(["x", italic, " ", CLOSE, "y"]) == "x y"


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("a*b_c", "a\\*b\\_c"),
        ("a -- b", "a \\-\\- b"),
        ("well-known", "well-known"),
        ("a... b", "a\\.\\.\\. b"),
        ("[1] <b> $x$", "\\[1\\] \\<b\\> \\$x\\$"),
        ("a\nb", "a b"),
    ],
)
def test_letters_that_could_be_markup_are_escaped(text: str, escaped: str) -> None:
    assert WRITER.escape(text) == escaped


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("1. a", "1\\. a"),
        ("(iv) a", "(iv\\) a"),
        ("- a", "\\- a"),
        ("+ a", "\\+ a"),
        ("a - b", "a - b"),
    ],
)
def test_no_entry_begins_a_list(text: str, written: str) -> None:
    assert WRITER.tokens([text]) == written


def test_hanging_entries_stand_in_a_div() -> None:
    assert WRITER.bibliography(["a", "b"], BibliographySpacing()) == "a\n\nb"
    assert WRITER.bibliography(["a", "b"], BibliographySpacing(hanging_indent=True)) == (
        "::: {.references .csl-bib-body .hanging-indent}\na\n\nb\n:::"
    )
