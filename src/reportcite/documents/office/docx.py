"""A bibliography as a document of Word (Office Open XML, ECMA-376), written by python-docx."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, BinaryIO

from reportcite.csl.write.writer import BibliographyLayout, one_line
from reportcite.documents.office.archive import write_archive
from reportcite.documents.office.lines import Indent, Line, Part, Span, groups, indent_of, lines_of

if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph

STYLE = "Bibliography"
"""Word's own name for the style of such paragraphs, by which one changes them all."""


def write_docx(
    file: BinaryIO, parts: Iterable[Part], layout: BibliographyLayout, language: str
) -> None:
    """The entries of all `parts` as paragraphs of the style "Bibliography", headings as those of
    the first level.

    `language` is a tag such as `de-DE`: what Word checks the spelling by.
    """
    import docx

    document = docx.Document()
    read = [(part.heading, [*map(lines_of, part.entries)]) for part in parts]
    _set_language(document, language)
    _add_style(document, layout, indent_of(layout, [one for _, each in read for one in each]))
    for heading, entries in read:
        if heading:
            document.add_heading(one_line(heading), 1)
        for entry in entries:
            _add_entry(document.add_paragraph(style=STYLE), entry)
    document.core_properties.title = STYLE
    document.core_properties.author = ""
    document.core_properties.language = language
    saved = io.BytesIO()
    document.save(saved)
    with zipfile.ZipFile(saved) as archive:  # its members have the time of the day
        write_archive(file, [(name, archive.read(name)) for name in archive.namelist()])


def _add_entry(paragraph: Paragraph, entry: Iterable[Line]) -> None:
    for number, line in enumerate(entry):
        if number:
            paragraph.add_run().add_break()
        _add_line(paragraph, line)


def _set_language(document: Any, language: str) -> None:
    from docx.oxml.ns import qn

    [found] = document.styles.element.xpath("w:docDefaults/w:rPrDefault/w:rPr/w:lang")
    found.set(qn("w:val"), language)


def _add_style(document: Any, layout: BibliographyLayout, indent: Indent) -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Pt

    style = document.styles.add_style(STYLE, WD_STYLE_TYPE.PARAGRAPH, builtin=True)
    style.base_style = document.styles["Normal"]
    setting = style.paragraph_format
    setting.left_indent, setting.first_line_indent = Pt(indent.left), Pt(indent.first)
    setting.space_before, setting.space_after = Pt(0), Pt(12 * layout.entry_spacing)
    setting.line_spacing = float(layout.line_spacing)
    # The left edge of a hanging indent is a tab stop without being one of the style's.


def _add_line(paragraph: Paragraph, line: Line) -> None:
    if line.indented:
        paragraph.add_run("\t")
    _add_spans(paragraph, line.margin)
    if line.margin:
        paragraph.add_run("\t")
    _add_spans(paragraph, line.spans)


def _add_spans(paragraph: Paragraph, spans: tuple[Span, ...]) -> None:
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    for href, linked in groups(spans):
        added = [_add_run(paragraph, span) for span in linked]
        if not href:
            continue
        link = OxmlElement("w:hyperlink")
        link.set(
            qn("r:id"),
            paragraph.part.relate_to(href, RELATIONSHIP_TYPE.HYPERLINK, is_external=True),
        )
        added[0].addprevious(link)
        for run in added:
            link.append(run)


def _add_run(paragraph: Paragraph, span: Span) -> Any:
    """The element of a run at the end of `paragraph`."""
    run, formatting = paragraph.add_run(span.text), span.formatting
    run.italic = bool(formatting.font_style) or None
    run.bold = formatting.font_weight == "bold" or None
    run.underline = bool(formatting.text_decoration) or None
    run.font.small_caps = bool(formatting.font_variant) or None
    # Each of these two takes back what the other has set, if it is set to anything.
    if formatting.vertical_align == "sup":
        run.font.superscript = True
    elif formatting.vertical_align:
        run.font.subscript = True
    return run._element
