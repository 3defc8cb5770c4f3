"""`reportcite isbn`: valid or not, and why; forms, group and candidates."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import Run


def test_a_valid_isbn_is_shown_in_all_its_forms(run: Run) -> None:
    done = run("isbn", "978-3-948289-82-9")
    assert done.returncode == 0
    for form in ("valid", "9783948289829", "3948289824", "978-3 (German language)"):
        assert form in done.stdout
    assert done.stderr.startswith("ISBN ranges of 20")


def test_a_mistyped_isbn_is_explained_and_fixed(run: Run) -> None:
    done = run("isbn", "978-3-948289-82-8")
    assert done.returncode == 1
    assert "9 was expected" in done.stdout
    assert "perhaps   978-3-948289-82-9" in done.stdout


@pytest.mark.parametrize(
    "typed",
    [
        "ISBN 978-3-948289-82-9",
        "978–3–948289–82–9",
        "978 3 948289 82 9",
        "978-3-948289-82-9 (e-book)",
        "٩٧٨٣٩٤٨٢٨٩٨٢٩",
    ],
)
def test_an_isbn_is_taken_as_people_write_it(run: Run, typed: str) -> None:
    assert run("isbn", typed).returncode == 0


def test_one_invalid_isbn_among_valid_ones_is_a_finding(run: Run) -> None:
    done = run("isbn", "-", "--json", stdin="978-3-948289-82-9\n\n9783948289828\n")
    assert done.returncode == 1
    first, second = json.loads(done.stdout)
    assert (first["valid"], first["isbn10"]) == (True, "3948289824")
    assert (second["valid"], second["expected-check-digit"]) == (False, "9")


def test_both_forms_are_hyphenated_and_the_range_of_the_publisher_is_named(run: Run) -> None:
    done = run("isbn", "3948289824")
    assert "hyphens   978-3-948289-82-9, 3-948289-82-4" in done.stdout
    assert "publisher in the range 900000-949999" in done.stdout


def test_hyphens_that_are_not_where_parts_end_are_told(run: Run) -> None:
    done = run("isbn", "978-39-4828-982-9 (pbk.)")
    assert done.returncode == 0
    assert "note      write 978-3-948289-82-9: its hyphens are in the wrong places" in done.stdout
    assert "note" not in run("isbn", "978 3 948289 82 9").stdout


def test_the_parts_of_an_isbn_between_which_the_shell_saw_spaces_are_one(run: Run) -> None:
    done = run("isbn", *"ISBN 978 3 948289 82 9 3948289824 ISBN-10: 0-8044-2957-X foo".split())
    heads = [line for line in done.stdout.splitlines() if line[0] != " "]
    assert heads[:3] == [
        "ISBN 978 3 948289 82 9: valid",
        "3948289824: valid",
        "ISBN-10: 0-8044-2957-X: valid",
    ]
    assert heads[3].startswith("foo: invalid")
    done = run("isbn", "978", "3", "948289", "82", "8", "0", "8044", "2957", "X", "12")
    heads = [line.split(":")[0] for line in done.stdout.splitlines() if line[0] != " "]
    assert heads == ["978 3 948289 82 8", "0 8044 2957 X", "12"]
    assert "perhaps   978-3-948289-82-9" in done.stdout


def test_several_isbns_in_a_line_are_each_shown(run: Run) -> None:
    done = run("isbn", "-", stdin="978-3-948289-82-9 (geb.) ; 3948289825 (kart.) : EUR 12.00\n")
    assert [line.split(":")[0] for line in done.stdout.splitlines() if line[0] != " "] == [
        "978-3-948289-82-9",
        "3948289825",
    ]


def test_what_is_typed_is_shown_cut(run: Run) -> None:
    assert len(run("isbn", "x" * 100_000).stdout) < 2000


def test_a_file_without_an_isbn_is_reported_as_an_empty_file_of_records_is(
    run: Run, tmp_path: Path
) -> None:
    (tmp_path / "empty.txt").write_text("\n")
    done = run("isbn", "empty.txt")
    assert done.returncode == 3
    assert "empty.txt: error no-isbn: holds no ISBN" in done.stderr


def test_no_isbn_is_an_empty_array(run: Run) -> None:
    assert json.loads(run("isbn", "-", "--json").stdout) == []


def test_what_is_no_isbn_is_no_crash(run: Run) -> None:
    done = run("isbn", "", "\x1b[31mred", "x" * 100_000)
    assert done.returncode == 1
    assert "\x1b" not in done.stdout


def test_the_isbns_of_records(run: Run, record: Path, tmp_path: Path) -> None:
    (tmp_path / "bad.jsonl").write_text('{"id": "b", "ISBN": "9783948289828"}\n{}}\n')
    done = run("isbn", record, "bad.jsonl")
    assert "978-3-948289-82-9: valid" in done.stdout
    assert "9783948289828: invalid" in done.stdout
    assert "bad.jsonl:2:" in done.stderr
    assert done.returncode == 3
    assert run("isbn", "-", "--from", "yaml", stdin=record.read_bytes()).returncode == 0


def test_a_text_file_holds_one_isbn_to_a_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "isbns.txt").write_text("978-3-948289-82-9\n\n9783948289828\n")
    done = run("isbn", "isbns.txt")
    assert [line.split(": ")[1] for line in done.stdout.splitlines() if ": " in line] == [
        "valid",
        "invalid",
    ]
    assert done.returncode == 1


@pytest.mark.parametrize("name", ["isbns.txt", "no/such/refs.bib"])
def test_a_file_that_is_not_there_is_reported_as_such(run: Run, name: str) -> None:
    done = run("isbn", name)
    assert f"{name}: error unreadable: cannot be read: No such file" in done.stderr
    assert done.returncode == 3


@pytest.mark.parametrize(
    "typed",
    [
        "978-0-306 40615-7",
        "978 0306406157",
        "978-0306-40615 7",
        "ISBN-13: 978 0-306-40615 7",
        "978-0-306- 40615-7",
        "0 306 40615 2",
        "030640615 2",
        "0-8044-2957 X",
    ],
)
def test_parts_between_which_the_shell_saw_spaces_are_one(run: Run, typed: str) -> None:
    done = run("isbn", *typed.split(), "3948289824")
    assert done.returncode == 0 and done.stdout.count(": valid\n") == 2
    assert f"{typed}: valid\n" in done.stdout


@pytest.mark.parametrize("codes", [["0378-5955", "0003-4754"], ["306-40615-2", "306-40615-2"]])
def test_numbers_that_are_whole_stay_apart(run: Run, codes: list[str]) -> None:
    done = run("isbn", *codes)
    assert [line.split(":")[0] for line in done.stdout.splitlines() if "invalid" in line] == codes
