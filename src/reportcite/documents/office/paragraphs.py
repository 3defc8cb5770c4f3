"""The text of documents of Word (.docx) and LibreOffice (.odt), paragraph by paragraph."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from reportcite.errors import InputError, Place

if TYPE_CHECKING:
    from lxml.etree import _Element

ZIP: Final = b"PK\x03\x04"
_LARGEST: Final = 1 << 26
_WORD: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_ODF: Final = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_OF_LISTS: Final = ("bibliograph", "literaturverz")
"""How the styles of references begin, in English and in German."""


def paragraphs_in(content: bytes, name: str) -> list[str]:
    """The paragraphs of the document `content`, which is called `name`, each on one line; where
    some have the style of a bibliography, only these, with empty texts for the others.

    Raises InputError for what is no such document.
    """
    from lxml import etree

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            held = {"word/document.xml", "content.xml"}.intersection(archive.namelist())
            part = archive.getinfo(min(held))  # ValueError where there is none
            if part.file_size > _LARGEST:
                raise ValueError
            parser = etree.XMLParser(resolve_entities=False, no_network=True)
            root = etree.fromstring(archive.read(part), parser)
    except (zipfile.BadZipFile, NotImplementedError, ValueError, etree.XMLSyntaxError) as error:
        hint = "save it as .docx, .odt or text"
        raise InputError("is no document", place=Place(name), suggestion=hint) from error
    found = [*(_of_word(root) if part.filename.startswith("word/") else _of_odf(root))]
    listed = any(is_listed for is_listed, _ in found)
    return [text if is_listed or not listed else "" for is_listed, text in found]


def _of_word(root: _Element) -> Iterator[tuple[bool, str]]:
    for paragraph in root.iter(f"{_WORD}p"):
        style = paragraph.find(f"{_WORD}pPr/{_WORD}pStyle")
        texts = {f"{_WORD}tab": " ", f"{_WORD}br": " "}
        pieces = (
            one.text or "" if one.tag == f"{_WORD}t" else texts.get(str(one.tag), "")
            for one in paragraph.iter()
        )
        named = "" if style is None else str(style.get(f"{_WORD}val"))
        yield _is_of_list(named), " ".join("".join(pieces).split())


def _of_odf(root: _Element) -> Iterator[tuple[bool, str]]:
    for paragraph in root.iter(f"{_ODF}p", f"{_ODF}h"):
        pieces = (
            f"{' ' if one.tag == f'{_ODF}s' else one.text or ''}|{one.tail or ''}".replace("|", "")
            for one in paragraph.iter()
        )
        text = "".join(pieces).removesuffix(paragraph.tail or "")
        yield _is_of_list(str(paragraph.get(f"{_ODF}style-name"))), " ".join(text.split())


def _is_of_list(style: str) -> bool:
    return style.lower().startswith(_OF_LISTS)
