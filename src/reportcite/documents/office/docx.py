"""A bibliography as a document of Word: six files in a ZIP archive (ISO/IEC 29500-1, 17:
WordprocessingML; 29500-2: packages)."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import BinaryIO, Final
from xml.sax.saxutils import escape, quoteattr

from reportcite.csl.write.runs import Formatting
from reportcite.csl.write.writer import BibliographySpacing, one_line
from reportcite.documents.office.archive import write_archive
from reportcite.documents.office.formatted_lines import (
    Indent,
    Line,
    Section,
    Span,
    body_of,
    groups,
    printable,
)

STYLE: Final = "Bibliography"
"""Word's own name for the style of such paragraphs, by which one changes them all."""

_DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_WORD: Final = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_CORE: Final = "application/vnd.openxmlformats-package"
_TYPES: Final = (
    f'<Types xmlns="{_PACKAGE}/content-types">'
    f'<Default Extension="rels" ContentType="{_CORE}.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_TYPE}.styles+xml"/>'
    f'<Override PartName="/docProps/core.xml" ContentType="{_CORE}.core-properties+xml"/>'
    "</Types>"
)
_PARTS: Final = (
    f'<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
    f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" '
    'Target="docProps/core.xml"/></Relationships>'
)
_STYLES_ID: Final = "rId1"
_PAGE: Final = (
    '<w:sectPr><w:pgSz w:w="12240" w:h="15840"/><w:pgMar w:top="1440" w:right="1800" '
    'w:bottom="1440" w:left="1800" w:header="720" w:footer="720" w:gutter="0"/></w:sectPr>'
)
_FIXED_STYLES: Final = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
    "<w:qFormat/></w:style>"
    '<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/>'
    '<w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/>'
    '<w:spacing w:before="360" w:after="120"/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/>'
    '<w:bCs/><w:sz w:val="28"/><w:szCs w:val="28"/></w:rPr></w:style>'
)
_ALIGNED: Final = {"sup": "superscript", "sub": "subscript"}


def write_docx(
    file: BinaryIO, sections: Iterable[Section], spacing: BibliographySpacing, language: str
) -> None:
    """The entries of all `sections` as paragraphs of the style "Bibliography", headings as those of
    the first level.

    `language` is a tag such as `de-DE`: what Word checks the spelling by.
    """
    links: dict[str, str] = {}
    body, indent = body_of(spacing, sections, _heading, partial(_paragraph, links=links))
    files = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": _PARTS,
        "docProps/core.xml": _properties(language),
        "word/document.xml": f'<w:document {_WORD} xmlns:r="{_OFFICE}"><w:body>{body}{_PAGE}'
        "</w:body></w:document>",
        "word/_rels/document.xml.rels": _relations(links),
        "word/styles.xml": f"<w:styles {_WORD}>{_defaults(language)}{_FIXED_STYLES}"
        f"{_paragraph_style(spacing, indent)}</w:styles>",
    }
    write_archive(file, [(name, _DECLARATION + content) for name, content in files.items()])


def _properties(language: str) -> str:
    return (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{STYLE}</dc:title>'
        f"<dc:language>{escape(language)}</dc:language></cp:coreProperties>"
    )


def _relations(links: dict[str, str]) -> str:
    external = "".join(
        f'<Relationship Id="{name}" Type="{_OFFICE}/hyperlink" Target={quoteattr(href)} '
        'TargetMode="External"/>'
        for href, name in links.items()
    )
    return (
        f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="{_STYLES_ID}" '
        f'Type="{_OFFICE}/styles" Target="styles.xml"/>{external}</Relationships>'
    )


def _defaults(language: str) -> str:
    return (
        "<w:docDefaults><w:rPrDefault><w:rPr>"
        '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/>'
        f'<w:sz w:val="24"/><w:szCs w:val="24"/><w:lang w:val={quoteattr(language)}/>'
        "</w:rPr></w:rPrDefault></w:docDefaults>"
    )


def _paragraph_style(spacing: BibliographySpacing, indent: Indent) -> str:
    """What the style asks for; lengths are in twentieths of a point, the height of a line in
    parts of 240."""
    first = "hanging" if indent.first < 0 else "firstLine"
    # The left edge of a hanging indent is a tab stop without being one of the style's.
    return (
        f'<w:style w:type="paragraph" w:styleId="{STYLE}"><w:name w:val="{STYLE}"/>'
        '<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>'
        f'<w:spacing w:before="0" w:after="{240 * spacing.entry_spacing}" '
        f'w:line="{240 * spacing.line_spacing}" w:lineRule="auto"/>'
        f'<w:ind w:left="{20 * indent.left}" w:{first}="{20 * abs(indent.first)}"/>'
        "</w:pPr></w:style>"
    )


def _heading(text: str) -> str:
    if not text:
        return ""
    run = _run(Span(one_line(text), Formatting()))
    return f'<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>{run}</w:p>'


def _paragraph(lines: Iterable[Line], links: dict[str, str]) -> str:
    text = "<w:r><w:br/></w:r>".join(_line(line, links) for line in lines)
    return f'<w:p><w:pPr><w:pStyle w:val="{STYLE}"/></w:pPr>{text}</w:p>'


def _line(line: Line, links: dict[str, str]) -> str:
    tab = "<w:r><w:tab/></w:r>"
    start = tab if line.indented else ""
    margin = _spans(line.margin, links) + tab if line.margin else ""
    return start + margin + _spans(line.spans, links)


def _spans(spans: tuple[Span, ...], links: dict[str, str]) -> str:
    """The runs; an address that is not among `links` yet is added, with its name."""
    out = ""
    for href, linked in groups(spans):
        runs = "".join(map(_run, linked))
        if href:
            name = links.setdefault(printable(href), f"rId{len(links) + 2}")
            runs = f'<w:hyperlink r:id="{name}">{runs}</w:hyperlink>'
        out += runs
    return out


def _run(span: Span) -> str:
    # The order of properties is the schema's (29500-1, A.1, EG_RPrBase).
    properties, formatting = "", span.formatting
    if formatting.font_weight == "bold":
        properties += "<w:b/>"
    if formatting.font_style:
        properties += "<w:i/>"
    if formatting.font_variant:
        properties += "<w:smallCaps/>"
    if formatting.text_decoration:
        properties += '<w:u w:val="single"/>'
    if formatting.vertical_align:
        properties += f'<w:vertAlign w:val="{_ALIGNED[formatting.vertical_align]}"/>'
    if properties:
        properties = f"<w:rPr>{properties}</w:rPr>"
    text = escape(printable(span.text))
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'
