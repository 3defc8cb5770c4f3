"""Tables on the command line: read, and written again whole or not at all."""

from __future__ import annotations

import gzip
from pathlib import Path

import openpyxl
import pytest

from tests.conftest import Run

LIST = "Titel;ISBN\r\nBöden;3948289824\r\nSand;=1+1\r\n"


def test_a_list_comes_back_with_columns_added(run: Run, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_bytes(LIST.encode("cp1252"))
    done = run("isbn", "list.csv", "-o", "clean.csv")
    assert done.returncode == 1 and done.stdout == ""
    assert "2 rows: 1 valid, 1 invalid, 0 empty, 0 duplicates" in done.stderr
    head, soil, sand = (tmp_path / "clean.csv").read_bytes().decode("utf-8-sig").splitlines()
    assert head.startswith("Titel;ISBN;valid;isbn13;")
    assert soil == "Böden;3948289824;yes;9783948289829;3948289824;978-3-948289-82-9;;;;2"
    assert sand.startswith("Sand;'=1+1;no;")


def test_a_workbook_has_texts_where_zeros_lead(run: Run, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("isbn\n0306406152\n")
    assert run("isbn", "list.csv", "-o", "clean.xlsx").returncode == 0
    sheet = openpyxl.load_workbook(tmp_path / "clean.xlsx").worksheets[0]
    assert [cell.value for cell in sheet[2]][:4] == [
        "0306406152",
        "yes",
        "9780306406157",
        "0306406152",
    ]
    assert {cell.data_type for cell in sheet[2][:4]} == {"s"}


@pytest.mark.parametrize("middle", ["clean.xlsx", "clean.ods", "clean.tsv", "clean.csv.gz"])
def test_every_kind_of_table_is_read_again(run: Run, tmp_path: Path, middle: str) -> None:
    (tmp_path / "list.csv").write_text(LIST)
    run("isbn", "list.csv", "-o", middle)
    done = run("isbn", middle, "--column", "isbn", "-o", "again.csv", "--invalid-only")
    assert "2 rows: 1 valid, 1 invalid" in done.stderr
    assert "Sand" in (tmp_path / "again.csv").read_text() and "Böden" not in done.stdout


def test_standard_input_is_a_table_where_a_column_or_a_target_is_named(
    run: Run, tmp_path: Path
) -> None:
    assert run("isbn", "-", "-o", "a.csv", stdin=LIST).returncode == 1
    assert (tmp_path / "a.csv").read_text().startswith("Titel;ISBN;valid")
    assert "row 2: 3948289824: valid" in run("isbn", "-", "--column", "2", stdin=LIST).stdout
    packed = gzip.compress(LIST.encode())
    assert "row 2: 3948289824: valid" in run("isbn", "-", "--column", "ISBN", stdin=packed).stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["list.csv", "-o", "x.pdf"], "is no table by its name"),
        (["list.csv", "list.csv", "-o", "x.csv"], "-o needs one list"),
        (["3948289824", "-o", "x.csv"], "-o needs one list"),
        (["list.csv", "--column", "nothing", "-o", "x.csv"], "no column is called nothing"),
        (["list.csv", "--column", "ISNB", "-o", "x.csv"], "did you mean ISBN? There are: "),
    ],
)
def test_what_cannot_be_is_wrong_usage(
    run: Run, tmp_path: Path, arguments: list[str], said: str
) -> None:
    (tmp_path / "list.csv").write_text(LIST)
    done = run("isbn", *arguments)
    assert done.returncode == 2 and said in done.stderr
    assert {path.name for path in tmp_path.iterdir()} == {"list.csv"}


@pytest.mark.parametrize("content", ["", "\n\n", "\ufeff"])
def test_a_list_that_holds_nothing_is_said(run: Run, tmp_path: Path, content: str) -> None:
    (tmp_path / "list.csv").write_text(content)
    for arguments in ([], ["-o", "clean.csv"]):
        done = run("isbn", "list.csv", *arguments)
        assert done.returncode == 3 and "list.csv: holds no rows" in done.stderr
    assert not (tmp_path / "clean.csv").exists()


def test_a_list_that_is_not_there_is_said(run: Run) -> None:
    done = run("isbn", "list.csv", "-o", "clean.csv")
    assert done.returncode == 3 and "list.csv: cannot be read: no such file" in done.stderr


def test_an_old_file_stays_when_the_list_is_broken(run: Run, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text('isbn,a\n3948289824,"' + "x" * 200_000)
    (tmp_path / "clean.csv").write_text("old")
    done = run("isbn", "list.csv", "-o", "clean.csv")
    assert done.returncode == 3 and "list.csv:2" in done.stderr
    assert (tmp_path / "clean.csv").read_text() == "old"
    assert {path.name for path in tmp_path.iterdir()} == {"list.csv", "clean.csv"}


@pytest.mark.parametrize("name", ["list.csv", "list.xlsx", "list.ods"])
def test_a_list_is_not_replaced_by_what_is_made_of_it(run: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / "first.csv").write_text("isbn\n3948289824\n")
    assert run("isbn", "first.csv", "-o", name).returncode == 0
    before = (tmp_path / name).read_bytes()
    for output in (name, f"./{name}"):
        done = run("isbn", name, "-o", output)
        assert (done.returncode, done.stderr) == (
            2,
            f"reportcite: {output}: what -o would replace is read (name another file)\n",
        )
    assert (tmp_path / name).read_bytes() == before


def test_records_are_not_replaced_by_what_is_found_in_them(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"type": "book", "ISBN": "3948289824"}\n')
    assert run("isbn", "a.jsonl", "-o", "a.jsonl").returncode == 2
    assert "type" in (tmp_path / "a.jsonl").read_text()


def test_other_columns_with_such_numbers_are_named(run: Run, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text(
        "title,ISBN-10,ISBN-13,pages\nSoil,3948289824,9783948289829,12\nSand,,9780306406157,9\n"
    )
    done = run("isbn", "list.csv", "-o", "clean.csv")
    said = "not read, though such numbers are there, too: column “ISBN-10”\n"
    assert done.returncode == 0 and said in done.stderr
    assert "not read" not in run("isbn", "list.csv", "--column", "ISBN-10").stderr
    assert "“isbn13”" not in run("isbn", "clean.csv").stderr  # is made of what is read


def test_numbers_alone_in_other_columns_are_known_by_the_names_of_these(
    run: Run, tmp_path: Path
) -> None:
    rows = "ROR,PPN,ZDB,pages\n05dxps055,123456789,2003694-0,12\n,,2003694-2,9\n,,2003694-1,\n"
    (tmp_path / "list.csv").write_text(rows)
    done = run("id", "list.csv", "-o", "clean.csv")
    assert "such numbers are there, too: column “PPN”\n" in done.stderr  # of ZDB, a third is right


def test_other_sheets_with_such_numbers_are_named(run: Run, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for title in ("Books", "Notes", "Maps"):
        sheet = book.create_sheet(title)
        sheet.append(["title", "isbn" if title != "Notes" else "note"])
        sheet.append(["Soil", "3948289824" if title != "Notes" else "mine"])
    book.save(tmp_path / "list.xlsx")
    done = run("isbn", "list.xlsx", "-o", "clean.csv")
    assert done.returncode == 0
    assert "not read, though such numbers are there, too: sheet “Maps”\n" in done.stderr
    assert "Maps" not in run("isbn", "clean.csv").stderr


def test_a_quotation_mark_that_is_not_closed_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text('title,isbn\n"Soil,3948289824\nSand,9780306406157\n')
    done = run("isbn", "list.csv", "-o", "clean.csv")
    assert "a quotation mark is opened and not closed: line 2\n2 rows: 2 valid" in done.stderr
