"""A spreadsheet of OpenDocument: three files in a ZIP archive, written row by row (OpenDocument
1.3, part 3, 9: tables, and part 2: packages)."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from datetime import date, datetime
from typing import BinaryIO, Final
from xml.sax.saxutils import escape, quoteattr

from reportcite.patterns import pattern
from reportcite.tables.archive import lines_of, member, printable
from reportcite.tables.table import Cell, text_of

_TYPE: Final = "application/vnd.oasis.opendocument.spreadsheet"
_MANIFEST: Final = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<manifest:manifest manifest:version="1.3" '
    'xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{_TYPE}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
    "</manifest:manifest>"
)
_NAMESPACE: Final = "urn:oasis:names:tc:opendocument:xmlns:"
_HEAD: Final = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<office:document-content office:version="1.3" '
    f'xmlns:office="{_NAMESPACE}office:1.0" xmlns:table="{_NAMESPACE}table:1.0" '
    f'xmlns:text="{_NAMESPACE}text:1.0"><office:body><office:spreadsheet>'
    '<table:table table:name="list">'
)
_TAIL: Final = "</table:table></office:spreadsheet></office:body></office:document-content>"
_SPACES: Final = pattern("^ |  +")


def write_ods(file: BinaryIO, rows: Iterable[list[Cell]]) -> None:
    """`rows` as the one sheet of a spreadsheet; what XML cannot hold becomes U+FFFD."""
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr(member("mimetype"), _TYPE, zipfile.ZIP_STORED)  # first, and not packed
        archive.writestr(member("META-INF/manifest.xml"), _MANIFEST)
        with archive.open(member("content.xml"), "w", force_zip64=True) as content:
            content.write(_HEAD.encode())
            for cells in rows:
                row = "".join(map(_cell, cells)) or "<table:table-cell/>"
                content.write(f"<table:table-row>{row}</table:table-row>".encode())
            content.write(_TAIL.encode())


def _cell(cell: Cell) -> str:
    if cell == "":
        return "<table:table-cell/>"
    kind = 'office:value-type="string"'
    if isinstance(cell, bool):
        kind = f'office:value-type="boolean" office:boolean-value="{str(cell).lower()}"'
    elif isinstance(cell, int | float):
        kind = f'office:value-type="float" office:value={quoteattr(text_of(cell))}'
    elif isinstance(cell, datetime | date):
        kind = f'office:value-type="date" office:date-value="{cell.isoformat()}"'
    return f"<table:table-cell {kind}>{_paragraphs(text_of(cell))}</table:table-cell>"


def _paragraphs(text: str) -> str:
    return "".join(f"<text:p>{_line(line)}</text:p>" for line in lines_of(printable(text)))


def _line(line: str) -> str:
    """Spaces that follow each other, or begin a line, are elements: they would become one."""
    spaced = _SPACES.sub(lambda match: f'<text:s text:c="{len(match[0])}"/>', escape(line))
    return spaced.replace("\t", "<text:tab/>")
