"""Separated values are read whatever program wrote them."""

from __future__ import annotations

import codecs
import io

import pytest

from reportcite.errors import InputError
from reportcite.tables.delimited import read_delimited
from reportcite.tables.table import Cell, Dialect, Table

ROWS = [["title", "isbn"], ["Böden", "3948289824"], ["Sand", "9783948289829"]]


def read(data: bytes | str, name: str = "list.csv") -> Table:
    return read_delimited(io.BytesIO(data.encode() if isinstance(data, str) else data), name)


def cells(data: bytes | str, name: str = "list.csv") -> list[list[Cell]]:
    return [row.cells for row in read(data, name).rows]


def dialect(data: bytes | str, name: str = "list.csv") -> Dialect:
    found = read(data, name).dialect
    assert found is not None
    return found


def lines(delimiter: str = ",", end: str = "\r\n") -> str:
    return "".join(f"{delimiter.join(row)}{end}" for row in ROWS)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
def test_separators_and_ends_of_lines_are_found(delimiter: str, end: str) -> None:
    assert cells(lines(delimiter, end)) == ROWS
    assert dialect(lines(delimiter, end)).delimiter == delimiter


@pytest.mark.parametrize(
    ("data", "encoding", "bom"),
    [
        (lines().encode(), "utf-8", False),
        (codecs.BOM_UTF8 + lines().encode(), "utf-8-sig", True),
        (lines().encode("utf-16"), "utf-16", True),
        (codecs.BOM_UTF16_BE + lines().encode("utf-16-be"), "utf-16", True),
        (lines().encode("utf-16-le"), "utf-16-le", True),
        (lines().encode("utf-16-be"), "utf-16-be", True),
        (lines().encode("cp1252"), "cp1252", True),
    ],
)
def test_encodings_are_found(data: bytes, encoding: str, bom: bool) -> None:
    assert cells(data) == ROWS
    assert (dialect(data).encoding, dialect(data).bom) == (encoding, bom)


def test_an_encoding_that_shows_late_is_found() -> None:
    data = b"isbn,title\n" + b"3948289824,Soil\n" * 100_000 + b"3948289824,B\xf6den\n"
    assert cells(data)[-1] == ["3948289824", "Böden"]
    assert dialect(data + b"3948289824,\x81\n").encoding == "latin-1"


def test_a_comma_in_numbers_is_no_separator() -> None:
    assert cells("978-3-948289-82-9;12,50\n3-948289-82-4;9,00\n")[0] == [
        "978-3-948289-82-9",
        "12,50",
    ]
    assert cells("isbn;title;price\n3948289824;Soil, sand;9,00\n")[1] == [
        "3948289824",
        "Soil, sand",
        "9,00",
    ]


def test_quoted_cells_hold_separators_quotes_and_ends_of_lines() -> None:
    table = read('isbn,title\n3948289824,"Soil, ""sand""\nand clay"\n3948289824,Peat\n')
    rows = [*table.rows]
    assert rows[1].cells == ["3948289824", 'Soil, "sand"\nand clay']
    assert [(row.number, row.line) for row in rows] == [(1, 1), (2, 2), (3, 4)]


def test_single_quotation_marks_round_all_cells_are_marks() -> None:
    assert cells("'isbn','title'\n'3948289824','Soil, sand'\n")[1] == ["3948289824", "Soil, sand"]
    assert cells("isbn,title\n'3948289824,Soil\n3948289824,Bee's\n")[1] == ["'3948289824", "Soil"]


def test_a_line_that_names_the_separator_is_obeyed_and_counts_as_a_row() -> None:
    rows = [*read("sep=;\r\nisbn;a,b,c\r\n3948289824;1,2,3\r\n").rows]
    assert rows[0].cells == ["isbn", "a,b,c"]
    assert [(row.number, row.line) for row in rows] == [(2, 2), (3, 3)]


def test_a_list_of_one_column_is_not_split() -> None:
    assert cells("isbn\n3948289824\n9783948289829\n") == [
        ["isbn"],
        ["3948289824"],
        ["9783948289829"],
    ]
    text = "3948289824 (pbk.)\n9783948289829, geb.\n3948289824\n3948289824\n"
    assert [len(row) for row in cells(text, "<stdin>")] == [1, 1, 1, 1]
    assert cells("3948289824\n9783948289829, 0306406152\n", "list.txt")[1][1:] == []
    assert cells("isbn;title\n3948289824\n") == [["isbn", "title"], ["3948289824"]]


def test_a_tsv_file_has_tabs() -> None:
    assert cells("isbn\ta;b\n1\t2;3\n", "list.tsv")[0] == ["isbn", "a;b"]


def test_the_width_is_that_of_the_longest_row() -> None:
    assert read("isbn,title\n1,2\n1,2,3\n").width == 3
    assert read("").width == 0


def test_blank_lines_are_rows() -> None:
    assert [row.number for row in read("isbn,a\n\n3948289824,b\n").rows] == [1, 2, 3]


def test_a_line_that_is_too_long_is_reported_with_its_number() -> None:
    for soil in ('"Soil', "Soil"):
        with pytest.raises(InputError) as caught:
            read(f"isbn,title\n3948289824,{soil}\n" + "x" * 200_000)
        assert caught.value.place is not None and caught.value.place.line == 3


def test_ends_of_lines_are_kept() -> None:
    assert dialect("a,b\n1,2\n").line_end == "\n"
    assert dialect("a,b\r\n1,2\r\n").line_end == "\r\n"


def test_rows_may_be_left_when_the_file_is_closed() -> None:
    file = io.BytesIO(lines().encode())
    rows = read_delimited(file, "list.csv").rows
    next(rows)
    file.close()
    rows.close()  # type: ignore[attr-defined]  # a generator
