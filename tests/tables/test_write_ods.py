"""Spreadsheets of OpenDocument, judged by calamine and by the rules of their packages."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import python_calamine
from lxml import etree

from reportcite.tables.table import Cell
from reportcite.tables.write_ods import write_ods


def ods(*rows: list[Cell]) -> io.BytesIO:
    file = io.BytesIO()
    write_ods(file, rows)
    return file


def test_cells_come_back() -> None:
    row: list[Cell] = [
        "=1+1",
        "0306406152",
        "",
        "a  b",
        " c",
        '<&>"',
        2,
        1.5,
        True,
        date(2024, 5, 7),
    ]
    file = ods(["a"], row)
    file.seek(0)
    found = python_calamine.load_workbook(file).get_sheet_by_index(0).to_python()
    assert found[0][0] == "a"
    assert found[1] == [*row[:-1], date(2024, 5, 7)]
    content = zipfile.ZipFile(file).read("content.xml").decode()
    assert (
        "table:formula" not in content
        and 'office:value-type="string"><text:p>0306406152' in content
    )


def test_the_package_begins_with_its_type_unpacked() -> None:
    archive = zipfile.ZipFile(ods(["a"]))
    first = archive.infolist()[0]
    assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
    assert archive.read("mimetype") == b"application/vnd.oasis.opendocument.spreadsheet"
    etree.fromstring(archive.read("META-INF/manifest.xml"))


def test_what_xml_cannot_hold_is_replaced_and_lines_are_paragraphs() -> None:
    content = zipfile.ZipFile(ods(["a\x1bb\nc\td\r\ne", "\ud800"], [])).read("content.xml").decode()
    etree.fromstring(content.encode())
    assert "<text:p>a\ufffdb</text:p><text:p>c<text:tab/>d</text:p><text:p>e</text:p>" in content
