"""A bibliography as a document of Word, read again by python-docx and pandoc."""

from __future__ import annotations

import io
import json
from pathlib import Path

import docx
import pypandoc
import pytest
from docx.document import Document
from docx.shared import Pt

from reportcite.csl.write.runs import Formatting
from reportcite.documents.office.docx import write_docx
from reportcite.documents.office.formatted_lines import Section, Span
from tests.documents.office.entries import parts, processor


def written(style: str = "apa") -> bytes:
    made = processor(style)
    file = io.BytesIO()
    write_docx(file, parts(made), made.spacing, "de-DE")
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
    write_docx(file, parts(made, "Books\x07", "Rest"), made.spacing, "de-DE")
    paragraphs = docx.Document(io.BytesIO(file.getvalue())).paragraphs
    named = [(one.style.name, one.text) for one in paragraphs if one.style]
    assert [name for name, _ in named] == ["Heading 1", "Bibliography"] * 2
    assert [named[0][1], named[2][1]] == ["Books", "Rest"]


def of_spans(*spans: Span) -> Document:
    """A document of one entry."""
    entry = json.dumps([("", [(tuple(one.formatting), one.text) for one in spans])])
    file = io.BytesIO()
    write_docx(file, [Section("", (entry,))], processor().spacing, "en-GB")
    return docx.Document(file)


def test_each_address_is_kept_once_and_leads_from_all_its_words() -> None:
    one, other = Formatting(href="https://a.org/"), Formatting(href="https://b.org/?a&b")
    bold = one._replace(font_weight="bold")
    [paragraph] = of_spans(
        *(Span("a", one), Span("b", bold), Span("c", Formatting())),
        *(Span("d", other), Span("e", one)),
    ).paragraphs
    assert [(link.text, link.address) for link in paragraph.hyperlinks] == [
        ("ab", "https://a.org/"),
        ("d", "https://b.org/?a&b"),
        ("e", "https://a.org/"),
    ]
    targets = [one.reltype for one in paragraph.part.rels.values() if one.is_external]
    assert len(targets) == 2
    assert paragraph.text == "abcde"


def test_what_xml_cannot_hold_is_marked() -> None:
    [paragraph] = of_spans(Span("a\x0bb\ud800", Formatting())).paragraphs
    assert paragraph.text == "a\ufffdb\ufffd"


@pytest.mark.parametrize(
    ("formatting", "name"),
    [
        (Formatting(font_style="oblique"), "italic"),
        (Formatting(font_weight="bold"), "bold"),
        (Formatting(text_decoration="underline"), "underline"),
        (Formatting(font_variant="small-caps"), "small_caps"),
        (Formatting(vertical_align="sup"), "superscript"),
        (Formatting(vertical_align="sub"), "subscript"),
    ],
)
def test_a_run_has_the_one_format_it_is_in(formatting: Formatting, name: str) -> None:
    names = ("italic", "bold", "underline", "small_caps", "superscript", "subscript")
    [run] = of_spans(Span("a", formatting)).paragraphs[0].runs
    assert [one for one in names if getattr(run.font, one)] == [name]


def test_the_document_says_what_it_is_and_nothing_of_who_made_it() -> None:
    properties = opened().core_properties
    assert (properties.title, properties.author) == ("Bibliography", "")


def test_entries_and_lines_are_as_far_apart_as_the_style_wants() -> None:
    file = io.BytesIO()
    spacing = processor().spacing._replace(entry_spacing=2, line_spacing=3, hanging_indent=False)
    write_docx(file, parts(processor()), spacing, "en-GB")
    setting = docx.Document(file).styles["Bibliography"].paragraph_format
    assert (setting.space_before, setting.space_after) == (Pt(0), Pt(24))
    assert setting.line_spacing == 3.0
    assert (setting.left_indent, setting.first_line_indent) == (Pt(0), Pt(0))
