"""Files that are no text records, known by the bytes that they begin with."""

from __future__ import annotations

from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from typing import Final

UTF16: Final = (BOM_UTF16_LE, BOM_UTF16_BE)
"""What text in UTF-16 begins with."""

_MAGIC: Final = (
    (b"%PDF-", "a PDF document"),
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"AT&TFORM", "a DjVu document"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\x00\x01\x00\x00Standard ", "an Access database"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word, Excel or other Office document"),
    (b"\x1f\x8b", "a gzip file"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard file"),
    (b"BZh", "a bzip2 file"),
    (b"\xfd7zXZ\x00", "an xz file"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x7fELF", "a program"),
    (b"{\\rtf", "an RTF document"),
    (b"%!PS", "a PostScript document"),
)
_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
# What stands in the first entries of an archive, by which its kind is known.
_IN_ZIP: Final = (
    (b"application/epub+zip", "an EPUB book"),
    (b"application/vnd.oasis.opendocument.text", "an OpenDocument text"),
    (b"application/vnd.oasis.opendocument.spreadsheet", "an OpenDocument spreadsheet"),
    (b"word/", "a Word document (docx)"),
    (b"xl/", "an Excel workbook (xlsx)"),
    (b"ppt/", "a PowerPoint presentation (pptx)"),
)


def binary_kind(beginning: bytes) -> str:
    """What a file that begins so is, if it is none that holds records as text; else "".

    >>> binary_kind(b"%PDF-1.7")
    'a PDF document'
    """
    if beginning.startswith(_ZIP):
        return next((kind for sign, kind in _IN_ZIP if sign in beginning), "a zip archive")
    return next((kind for sign, kind in _MAGIC if beginning.startswith(sign)), "")
