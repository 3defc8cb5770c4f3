"""reStructuredText."""

from __future__ import annotations

import pytest

from reportcite.csl.tokens import CLOSE, Open
from reportcite.csl.write.rst import WRITER
from reportcite.csl.write.writer import BibliographySpacing


@pytest.mark.parametrize(
    ("span", "written"),
    [
        (Open(font_style="italic"), "*a*"),
        (Open(font_weight="bold"), "**a**"),
        (Open(vertical_align="sup"), ":sup:`a`"),
        (Open(vertical_align="sub"), ":sub:`a`"),
        (Open(font_variant="small-caps"), "a"),
        # Marks do not nest: one is chosen.
        (Open(font_style="italic", font_weight="bold"), "**a**"),
        (Open(font_weight="bold", vertical_align="sup"), ":sup:`a`"),
    ],
)
def test_each_format_has_its_marks(span: Open, written: str) -> None:
    assert WRITER.tokens([span, "a", CLOSE]) == written


def test_marks_that_touch_a_letter_are_parted_from_it_by_nothing() -> None:
    italic = Open(font_style="italic")

    assert WRITER.tokens(["x", italic, "a", CLOSE, "y"]) == "x\\ *a*\\ y"
    assert WRITER.tokens(["x ", italic, "a", CLOSE, " y"]) == "x *a* y"
    assert WRITER.tokens(["x", italic, " a ", CLOSE, "y"]) == "x *a* y"


@pytest.mark.parametrize(
    ("text", "escaped"),
    [("a*b", "a\\*b"), ("a--b", "a\\-\\-b"), ("a-b", "a-b"), ("a..", "a\\.\\."), ("a.", "a.")],
)
def test_letters_that_could_be_markup_are_escaped(text: str, escaped: str) -> None:
    assert WRITER.escape(text) == escaped


@pytest.mark.parametrize("text", ["- a", "1. a", "+", "!!"])
def test_no_line_begins_a_list(text: str) -> None:
    assert WRITER.tokens([text]) == f"\\{text}"


def test_an_entry_of_several_lines_is_a_line_block() -> None:
    assert WRITER.tokens(["- a", Open(display="block"), "b", CLOSE]) == "| - a\n| b"


def test_entries_are_paragraphs() -> None:
    assert WRITER.bibliography(["a", "b"], BibliographySpacing()) == "a\n\nb"
