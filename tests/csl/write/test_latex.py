"""LaTeX."""

from __future__ import annotations

import pytest

from reportcite.csl.tokens import CLOSE, Open
from reportcite.csl.write.latex import WRITER
from reportcite.csl.write.writer import BibliographySpacing


@pytest.mark.parametrize(
    ("span", "written"),
    [
        (Open(font_style="italic"), "\\textit{a}"),
        (Open(font_style="oblique"), "\\textsl{a}"),
        (Open(font_weight="bold"), "\\textbf{a}"),
        (Open(font_weight="light"), "a"),
        (Open(font_variant="small-caps"), "\\textsc{a}"),
        (Open(text_decoration="underline"), "\\underline{a}"),
        (Open(vertical_align="sup"), "\\textsuperscript{a}"),
        (Open(vertical_align="sub"), "\\textsubscript{a}"),
        (Open(font_style="italic", font_weight="bold"), "\\textbf{\\textit{a}}"),
    ],
)
def test_each_format_has_its_command(span: Open, written: str) -> None:
    assert WRITER.tokens([span, "a", CLOSE]) == written


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("50 % & more_$", "50 \\% \\& more\\_\\$"),
        ("a\\b", "a\\textbackslash{}b"),
        ("a--b", "a{-}-b"),
        ("a-b", "a-b"),
        ("[1]", "{[}1{]}"),
        ("a\u00a0b", "a~b"),
        ("a\nb", "a b"),
    ],
)
def test_letters_that_tex_reads_are_escaped(text: str, escaped: str) -> None:
    assert WRITER.escape(text) == escaped


@pytest.mark.parametrize(
    ("spacing", "line"),
    [
        (BibliographySpacing(hanging_indent=True), "\\everypar{\\hangindent=2em\\hangafter=1}"),
        (
            BibliographySpacing(second_field_align="flush", max_offset=2),
            "\\everypar{\\hangindent=1.5em\\hangafter=1}",
        ),
    ],
)
def test_indents_are_set_for_every_paragraph(spacing: BibliographySpacing, line: str) -> None:
    assert line in WRITER.bibliography(["a"], spacing).splitlines()


def test_entries_are_paragraphs_in_a_group() -> None:
    spacing = BibliographySpacing(entry_spacing=2, line_spacing=3)

    assert WRITER.bibliography(["a", "b"], spacing) == (
        "\\begingroup\n\\setlength{\\parindent}{0pt}\\setlength{\\parskip}{2ex}%\n"
        "\\linespread{3}\\selectfont\na\n\nb\n\n\\endgroup"
    )
