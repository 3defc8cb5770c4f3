"""Org mode."""

from __future__ import annotations

import pytest

from reportcite.csl.tokens import CLOSE, Open
from reportcite.csl.write.org import WRITER
from reportcite.csl.write.writer import BibliographySpacing

SPACE = "\u200b"


@pytest.mark.parametrize(
    ("span", "written"),
    [
        (Open(font_style="italic"), f"{SPACE}/a/{SPACE}"),
        (Open(font_weight="bold"), f"{SPACE}*a*{SPACE}"),
        (Open(text_decoration="underline"), f"{SPACE}_a_{SPACE}"),
        (Open(font_style="italic", font_weight="bold"), f"{SPACE}/*a*/{SPACE}"),
        (Open(font_weight="light"), "a"),
        (Open(font_variant="small-caps"), "a"),
        (Open(vertical_align="sup"), "^{a}"),
        (Open(vertical_align="sub"), "_{a}"),
    ],
)
def test_each_format_has_its_marks(span: Open, written: str) -> None:
    assert WRITER.tokens([span, "a", CLOSE]) == written


def test_spaces_stand_outside_the_marks() -> None:
    italic = Open(font_style="italic")

    assert WRITER.tokens(["x", italic, " a", CLOSE]) == f"x {SPACE}/a/{SPACE}"
    assert WRITER.tokens(["x", italic, " ", CLOSE, "y"]) == "x y"


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("a*b", "a\\ast{}b"),
        ("a/b", "a\\slash{}b"),
        ("a--b", f"a-{SPACE}-b"),
        ("a-b", "a-b"),
        ("\\", "\\backslash{}"),
    ],
)
def test_letters_that_could_be_markup_are_entities(text: str, escaped: str) -> None:
    assert WRITER.escape(text) == escaped


@pytest.mark.parametrize("text", ["- a", "1. a", "a) b"])
def test_no_line_begins_a_list(text: str) -> None:
    assert WRITER.tokens([text]) == f"{SPACE}{text}"
    assert WRITER.tokens(["x", Open(display="block"), text, CLOSE]) == f"x \\\\\n{SPACE}{text}"


def test_entries_are_paragraphs() -> None:
    assert WRITER.bibliography(["a", "b"], BibliographySpacing()) == "a\n\nb"
