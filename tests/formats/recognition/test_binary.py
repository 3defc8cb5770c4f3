"""Binary files are called by their name."""

from __future__ import annotations

import io
import sqlite3
import zipfile
from pathlib import Path

import pytest

from reportcite.formats.recognition.binary import binary_kind


@pytest.mark.parametrize(
    ("beginning", "kind"),
    [
        (b"%PDF-1.7\n", "a PDF document"),
        (b"\x89PNG\r\n\x1a\n\0", "a PNG image"),
        (b"\x1f\x8b\x08", "a gzip file"),
        (b"{\\rtf1 ", "an RTF document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Word, Excel or other Office document"),
    ],
)
def test_a_kind_is_known_by_its_first_bytes(beginning: bytes, kind: str) -> None:
    assert binary_kind(beginning) == kind


@pytest.mark.parametrize(
    "beginning",
    [b"", b"title: A", b"%PD", b"00714cam a2200205 a 4500", b"@book{a,", b"PK", b" %PDF-"],
)
def test_text_is_nothing_of_the_kind(beginning: bytes) -> None:
    assert binary_kind(beginning) == ""


@pytest.mark.parametrize(
    ("member", "content", "kind"),
    [
        ("word/document.xml", "", "a Word document (docx)"),
        ("xl/workbook.xml", "", "an Excel workbook (xlsx)"),
        ("mimetype", "application/epub+zip", "an EPUB book"),
        ("refs.bib", "", "a zip archive"),
    ],
)
def test_an_archive_is_known_by_what_is_in_it(member: str, content: str, kind: str) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(member, content)
    assert binary_kind(packed.getvalue()) == kind


def test_a_database_of_sqlite_is_known(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "a.db") as database:
        database.execute("create table a (b)")
    assert binary_kind((tmp_path / "a.db").read_bytes()) == "an SQLite database"
