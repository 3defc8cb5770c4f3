"""A bibliography as a document of Word, read again by python-docx and pandoc."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pypandoc
import pytest
from docx.document import Document
from docx.shared import Pt

from reportcite.documents.office.docx import write_docx
from tests.documents.office.entries import parts, processor


def written(style: str = "apa") -> bytes:
    made = processor(style)
    file = io.BytesIO()
    write_docx(file, parts(made), made.layout, "de-DE")
    return file.getvalue()


def opened(style: str = "apa") -> Document:
    return docx.Document(io.BytesIO(written(style)))


def test_every_entry_is_a_paragraph_of_the_style_bibliography() -> None:
    paragraphs = opened().paragraphs
    assert [one.style.name for one in paragraphs if one.style] == ["Bibliography"] * 2
    assert paragraphs[0].text.startswith("Beck, U. (2002). Zweites <Buch>. Journal, 3.")


def test_the_style_has_the_hanging_indent_of_the_citation_style() -> None:
    setting = opened().styles["Bibliography"].paragraph_format
    assert (setting.left_indent, setting.first_line_indent) == (Pt(36), Pt(-36))


def test_numbers_stand_before_a_tab_in_the_hanging_indent() -> None:
    document = opened("ieee")
    setting = document.styles["Bibliography"].paragraph_format
    assert (setting.left_indent, setting.first_line_indent) == (Pt(24), Pt(-24))
    assert document.paragraphs[0].text.startswith("[1]\tÄ. Öz")


def test_every_format_is_one_of_word() -> None:
    runs = {run.text: run for run in opened().paragraphs[1].runs}
    assert runs["2"].font.superscript
    assert runs["3"].font.subscript
    assert runs["Small"].font.small_caps
    assert runs["bold"].bold
    assert runs["bold"].italic
    assert not runs[". Press. "].italic


def test_links_lead_where_they_say(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(written())
    html = pypandoc.convert_file(str(path), "html", extra_args=["--wrap=none"])
    assert '<a href="https://example.org/a?b=1&amp;c=2"' in html
    assert "<em>Zweites" in html or "Zweites &lt;Buch&gt;" in html


def test_the_language_is_that_of_the_citations() -> None:
    document = opened()
    assert document.core_properties.language == "de-DE"
    [lang] = document.styles.element.xpath("w:docDefaults/w:rPrDefault/w:rPr/w:lang/@w:val")
    assert lang == "de-DE"


@pytest.mark.parametrize("style", ["apa", "ieee", "chicago-notes"])
def test_the_same_bibliography_gives_the_same_words(style: str, tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(written(style))
    plain = pypandoc.convert_file(str(path), "plain", extra_args=["--wrap=none"])
    assert "Press" in plain
    assert "Beck" in plain


def test_sections_have_headings_of_word() -> None:
    made = processor()
    file = io.BytesIO()
    write_docx(file, parts(made, "Books\x07", "Rest"), made.layout, "de-DE")
    paragraphs = docx.Document(io.BytesIO(file.getvalue())).paragraphs
    named = [(one.style.name, one.text) for one in paragraphs if one.style]
    assert [name for name, _ in named] == ["Heading 1", "Bibliography"] * 2
    assert [named[0][1], named[2][1]] == ["Books", "Rest"]
