"""What `isbn` and `id` share: where identifiers come from, and how what was found is printed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import Run

LIST = 'title;isbn\n"Soil;\nSand";3948289824\nClay;9783948289828\n\nPeat;\n'


def test_json_lines_have_the_numbers_of_rows_and_lines(run: Run, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text(LIST)
    done = run("isbn", "list.csv", "--jsonl")
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(one["row"], one["line"], one["valid"]) for one in found] == [
        (2, 2, True),
        (3, 4, False),
    ]
    run("isbn", "list.csv", "-o", "out.jsonl")
    assert (tmp_path / "out.jsonl").read_text() == done.stdout


def test_numbers_alone_are_what_their_column_is_called(run: Run, tmp_path: Path) -> None:
    (tmp_path / "names.csv").write_text("Name;GND-Nr.\nGoethe;118540238\nNg;118540239\n")
    done = run("id", "names.csv")
    assert "row 2: 118540238: valid\n  kind      GND\n" in done.stdout
    assert "row 3: 118540239: invalid: the check digit" in done.stdout
    assert "may be of several kinds" in run("id", "118540238").stdout


def test_only_what_is_invalid(run: Run, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text(LIST)
    done = run("isbn", "list.csv", "--invalid-only")
    assert done.stdout.startswith("row 3: 9783948289828: invalid") and "row 2" not in done.stdout
    assert run("isbn", "3948289824", "--invalid-only").stdout == ""


def test_lines_of_a_text_file_have_numbers(run: Run) -> None:
    done = run("isbn", "-", "--jsonl", stdin="\n3948289824\n")
    assert json.loads(done.stdout)["line"] == 2


def test_what_is_no_text_is_no_list(run: Run, tmp_path: Path) -> None:
    (tmp_path / "list.pdf").write_bytes(b"%PDF-1.7\n")
    done = run("isbn", str(tmp_path / "list.pdf"))
    assert (done.returncode, done.stdout) == (3, "")
    assert "list.pdf: is a PDF document (give a table, or a text" in done.stderr


def test_two_forms_of_json_exclude_each_other(run: Run) -> None:
    assert run("isbn", "3948289824", "--json", "--jsonl").returncode == 2


@pytest.mark.parametrize("code", ["https://example.org/a.html", "10.1234/a.html", "urn:x:a.html"])
def test_what_leads_to_a_page_is_no_file(run: Run, code: str) -> None:
    done = run("isbn", code)
    assert done.returncode == 1 and "No such file" not in done.stderr


def test_what_is_wrong_is_a_page_to_mail(run: Run, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text(LIST)
    done = run("isbn", "list.csv", "-o", "report.html", "--language", "de")
    assert done.returncode == 1 and done.stdout == ""
    page = (tmp_path / "report.html").read_text()
    assert "Die letzte Ziffer der ISBN" in page and "list.csv:4" in page and "# 3 (1)" in page
    assert "978-3-948289-82-9" in page and "3948289824" not in page
    run("id", "list.csv", "--column", "isbn", "-o", "report.sarif")
    assert "isbn" not in json.loads((tmp_path / "report.sarif").read_text())["version"]
    assert "identifier-wrong" in (tmp_path / "report.sarif").read_text()
    assert run("isbn", "list.csv", "--language", "fr").returncode == 2


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_list_of_lines_is_in_any_encoding_of_windows(
    run: Run, tmp_path: Path, encoding: str
) -> None:
    (tmp_path / "list.txt").write_bytes("3948289824 (Böden)\r\n\r\n3948289825\r\n".encode(encoding))
    done = run("isbn", "list.txt", "--jsonl")
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(one["line"], one["typed"]) for one in found] == [
        (1, "3948289824 (Böden)"),
        (3, "3948289825"),
    ]


def test_the_name_of_a_column_above_a_list_of_lines_is_no_number(run: Run, tmp_path: Path) -> None:
    (tmp_path / "list.txt").write_text("ISBN\n3948289824\n")
    done = run("isbn", "list.txt")
    assert done.returncode == 0 and done.stdout.startswith("3948289824: valid")
    assert run("isbn", "-", stdin="3948289824\nISBN\n").returncode == 1


@pytest.mark.parametrize("name", ["list.txt", "list.csv"])
def test_a_first_line_with_a_label_and_a_number_is_no_heading(
    run: Run, tmp_path: Path, name: str
) -> None:
    (tmp_path / name).write_text("GND 118540238\nISBN 3948289825\n")
    found = [json.loads(line) for line in run("id", name, "--jsonl").stdout.splitlines()]
    assert [one["typed"] for one in found] == ["GND 118540238", "ISBN 3948289825"]
    (tmp_path / name).write_text("ISBN 3948289825\nISBN 3948289824\n")
    found = [json.loads(line) for line in run("isbn", name, "--jsonl").stdout.splitlines()]
    assert [one["valid"] for one in found] == [False, True]
