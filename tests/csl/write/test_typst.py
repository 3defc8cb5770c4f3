"""Typst markup."""

from __future__ import annotations

import pytest

from reportcite.csl.tokens import CLOSE, Open
from reportcite.csl.write.typst import WRITER
from reportcite.csl.write.writer import BibliographySpacing


@pytest.mark.parametrize(
    ("span", "written"),
    [
        (Open(font_style="italic"), "#emph[a];"),
        (Open(font_style="oblique"), '#text(style: "oblique")[a];'),
        (Open(font_weight="bold"), "#strong[a];"),
        (Open(font_weight="light"), '#text(weight: "light")[a];'),
        (Open(font_variant="small-caps"), "#smallcaps[a];"),
        (Open(text_decoration="underline"), "#underline[a];"),
        (Open(vertical_align="sup"), "#super[a];"),
        (Open(vertical_align="sub"), "#sub[a];"),
        (Open(font_style="italic", font_weight="bold"), "#strong[#emph[a];];"),
    ],
)
def test_each_format_has_its_call(span: Open, written: str) -> None:
    assert WRITER.tokens([span, "a", CLOSE]) == written


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("#a [b] *c*", "\\#a \\[b\\] \\*c\\*"),
        ("1. a", "1\\. a"),
        ("a. b", "a. b"),
        ("a..", "a\\.."),
        ("a//b", "a\\/\\/b"),
    ],
)
def test_letters_that_could_be_markup_are_escaped(text: str, escaped: str) -> None:
    assert WRITER.escape(text) == escaped


@pytest.mark.parametrize(
    ("spacing", "rule"),
    [
        (BibliographySpacing(), "hanging-indent: 0em, leading: 0.65em, spacing: 1.2em"),
        (
            BibliographySpacing(hanging_indent=True, entry_spacing=0),
            "hanging-indent: 2em, leading: 0.65em, spacing: 0.65em",
        ),
        (
            BibliographySpacing(second_field_align="flush", max_offset=2, line_spacing=2),
            "hanging-indent: 1.5em, leading: 1.3em, spacing: 1.85em",
        ),
    ],
)
def test_entries_stand_in_a_block_with_the_spacing_of_the_style(
    spacing: BibliographySpacing, rule: str
) -> None:
    assert WRITER.bibliography(["a", "b"], spacing) == (
        f"#block[\n\n#set par({rule})\n\na\n\nb\n\n]"
    )
