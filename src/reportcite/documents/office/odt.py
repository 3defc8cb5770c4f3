"""A bibliography as a text of OpenDocument 1.3, for LibreOffice: four files in a ZIP archive."""

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
from reportcite.patterns import pattern

_TYPE: Final = "application/vnd.oasis.opendocument.text"
_DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8"?>\n'
_URN: Final = "urn:oasis:names:tc:opendocument:xmlns:"
_NAMESPACES: Final = (
    'office:version="1.3" '
    + " ".join(f'xmlns:{name}="{_URN}{name}:1.0"' for name in ("office", "style", "text", "meta"))
    + f' xmlns:fo="{_URN}xsl-fo-compatible:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
)
_MANIFEST: Final = (
    f'{_DECLARATION}<manifest:manifest manifest:version="1.3" '
    f'xmlns:manifest="{_URN}manifest:1.0">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{_TYPE}"/>'
    + "".join(
        f'<manifest:file-entry manifest:full-path="{name}.xml" manifest:media-type="text/xml"/>'
        for name in ("content", "styles", "meta")
    )
    + "</manifest:manifest>"
)
_SPACES: Final = pattern(" {2,}")
_RAISED: Final = {"sup": "super", "sub": "sub"}
STYLE: Final = "Bibliography"
_HEADING_STYLE: Final = (
    '<style:style style:name="Heading_20_1" style:display-name="Heading 1" '
    'style:family="paragraph" style:class="text" style:default-outline-level="1">'
    '<style:paragraph-properties fo:margin-top="18pt" fo:margin-bottom="6pt" '
    'fo:keep-with-next="always"/><style:text-properties fo:font-size="16pt" '
    'fo:font-weight="bold"/></style:style>'
)


def write_odt(
    file: BinaryIO, sections: Iterable[Section], spacing: BibliographySpacing, language: str
) -> None:
    """The entries of all `sections` as paragraphs of the style "Bibliography", headings as those of
    the first level.

    `language` is a tag such as `de-DE`: what the spelling is checked by.
    """
    formats: dict[Formatting, str] = {}
    paragraph = partial(_paragraph, formats=formats)
    paragraphs, indent = body_of(spacing, sections, _heading, paragraph)
    styles = "".join(_text_style(name, one) for one, name in formats.items())
    files = {
        "content.xml": f"<office:document-content {_NAMESPACES}><office:automatic-styles>{styles}"
        f"</office:automatic-styles><office:body><office:text>{paragraphs}</office:text>"
        "</office:body></office:document-content>",
        "styles.xml": f"<office:document-styles {_NAMESPACES}><office:styles>"
        f"{_default_style(language)}{_HEADING_STYLE}"
        f"{_paragraph_style(spacing, indent)}"
        "</office:styles></office:document-styles>",
        "meta.xml": f"<office:document-meta {_NAMESPACES}><office:meta><dc:title>{STYLE}</dc:title>"
        f"<dc:language>{escape(language)}</dc:language></office:meta></office:document-meta>",
    }
    first = [("mimetype", _TYPE), ("META-INF/manifest.xml", _MANIFEST)]
    written = [(name, _DECLARATION + content) for name, content in files.items()]
    write_archive(file, [*first, *written])


def _heading(text: str) -> str:
    if not text:
        return ""
    shown = escape(printable(one_line(text)))
    return f'<text:h text:style-name="Heading_20_1" text:outline-level="1">{shown}</text:h>'


def _default_style(language: str) -> str:
    tag, _, country = language.partition("-")
    return (
        '<style:default-style style:family="paragraph"><style:text-properties '
        f'fo:font-size="12pt" fo:language={quoteattr(tag)} fo:country={quoteattr(country)}/>'
        "</style:default-style>"
    )


def _paragraph_style(spacing: BibliographySpacing, indent: Indent) -> str:
    stop = (
        f'<style:tab-stops><style:tab-stop style:position="{-indent.first}pt"/></style:tab-stops>'
        if spacing.second_field_align
        else ""
    )
    return (
        f'<style:style style:name="{STYLE}" style:family="paragraph" style:class="index">'
        f'<style:paragraph-properties fo:margin-left="{indent.left}pt" '
        f'fo:text-indent="{indent.first}pt" fo:margin-bottom="{12 * spacing.entry_spacing}pt" '
        f'fo:line-height="{100 * spacing.line_spacing}%">{stop}</style:paragraph-properties>'
        "</style:style>"
    )


def _text_style(name: str, formatting: Formatting) -> str:
    properties = ""
    if formatting.font_style:
        properties += f' fo:font-style="{formatting.font_style}"'
    if formatting.font_weight == "bold":
        properties += ' fo:font-weight="bold"'
    if formatting.font_variant:
        properties += ' fo:font-variant="small-caps"'
    if formatting.text_decoration:
        properties += ' style:text-underline-style="solid"'
    if formatting.vertical_align:
        properties += f' style:text-position="{_RAISED[formatting.vertical_align]} 58%"'
    return (
        f'<style:style style:name="{name}" style:family="text">'
        f"<style:text-properties{properties}/></style:style>"
    )


def _paragraph(lines: Iterable[Line], formats: dict[Formatting, str]) -> str:
    text = "<text:line-break/>".join(_line(line, formats) for line in lines)
    return f'<text:p text:style-name="{STYLE}">{text}</text:p>'


def _line(line: Line, formats: dict[Formatting, str]) -> str:
    start = "<text:tab/>" if line.indented else ""
    margin = f"{_spans(line.margin, formats)}<text:tab/>" if line.margin else ""
    return start + margin + _spans(line.spans, formats)


def _spans(spans: tuple[Span, ...], formats: dict[Formatting, str]) -> str:
    out = ""
    for href, linked in groups(spans):
        text = "".join(_span(span, formats) for span in linked)
        if href:
            text = f'<text:a xlink:type="simple" xlink:href={quoteattr(href)}>{text}</text:a>'
        out += text
    return out


def _span(span: Span, formats: dict[Formatting, str]) -> str:
    text = _SPACES.sub(
        lambda match: f'<text:s text:c="{len(match[0])}"/>',
        escape(printable(span.text)),
    )
    formatting = span.formatting._replace(href="")
    if not any(formatting):
        return text
    name = formats.setdefault(formatting, f"T{len(formats) + 1}")
    return f'<text:span text:style-name="{name}">{text}</text:span>'
