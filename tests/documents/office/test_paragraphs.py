"""The text of documents of Word and LibreOffice."""

from __future__ import annotations

import io
import zipfile

import pytest

from reportcite.documents.office.paragraphs import paragraphs_in
from reportcite.errors import InputError

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"


def packed(name: str, content: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(name, content)
    return file.getvalue()


def word(*paragraphs: str) -> bytes:
    body = "".join(f"<p>{one}</p>" for one in paragraphs)
    return packed("word/document.xml", f'<document xmlns="{WORD}"><body>{body}</body></document>')


def odf(*paragraphs: str) -> bytes:
    body = f'<x xmlns:text="{TEXT}">{"".join(paragraphs)}</x>'
    return packed("content.xml", body)


def styled(style: str, text: str) -> str:
    return f'<pPr><pStyle xmlns:w="{WORD}" w:val="{style}"/></pPr><r><t>{text}</t></r>'


def test_the_runs_of_a_paragraph_are_one_line() -> None:
    text = "<r><t>Beck, </t></r><r><t>U.</t><tab/><t>1986</t><br/><t>x</t></r>"
    deleted = "<del><r><delText>gone</delText></r></del>"
    assert paragraphs_in(word(text, "", deleted), "a.docx") == ["Beck, U. 1986 x", "", ""]


@pytest.mark.parametrize("style", ["Bibliography", "Literaturverzeichnis", "bibliography 1"])
def test_where_a_list_is_styled_as_one_nothing_else_counts(style: str) -> None:
    document = word(styled("Heading1", "Text"), styled(style, "A"), "<r><t>B</t></r>")
    assert paragraphs_in(document, "a.docx") == ["", "A", ""]


def test_paragraphs_of_libreoffice() -> None:
    document = odf(
        "<text:h>Text</text:h>",
        '<text:p text:style-name="Bibliography_20_1">Beck,<text:s/>U. <text:span>1986</text:span>.'
        "</text:p> ",
    )
    assert paragraphs_in(document, "a.odt") == ["", "Beck, U. 1986."]
    assert paragraphs_in(odf("<text:p>A</text:p>"), "a.odt") == ["A"]


@pytest.mark.parametrize(
    "content",
    [b"PK\x03\x04", packed("x.xml", "<x/>"), packed("word/document.xml", "<x>")],
)
def test_what_is_no_document_is_said(content: bytes) -> None:
    with pytest.raises(InputError, match="is no document"):
        paragraphs_in(content, "a.docx")
