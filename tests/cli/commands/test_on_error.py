"""What becomes of records with errors where they are cited or exported: by their format, or as the
user says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.conftest import Run

OWN = 'title: {0}\nauthor: ["Doe, Jane"]\nissued: 1820\npublisher: Alder\nISBN: 978030640615{1}\n'
YAML = OWN.format("Soil", 8) + "---\n" + OWN.format("Air", 7)
BIB = """\
@book{soil, author={Doe, Jane}, title={Soil}, year={soonish}, isbn={9780306406158}}
@misc{nothing,}
@book{air, author={Roe, Max}, title={Air}, year=1999, publisher={Alder}}
"""
COMMANDS = [["cite"], ["cite", "--unsorted"], ["export", "--to", "csl-json"]]


@pytest.fixture
def files(tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text(YAML)
    (tmp_path / "theirs.bib").write_text(BIB)


@pytest.mark.parametrize("command", COMMANDS)
def test_records_of_other_programs_are_kept_with_warnings(
    run: Run, files: None, command: list[str]
) -> None:
    for words in ([], ["--on-error", "keep"]):
        done = run(*command, "theirs.bib", *words)
        assert done.returncode == 0
        assert "Soil" in done.stdout and "Air" in done.stdout and "soonish" in done.stdout
        assert " error " not in done.stderr and "left out: fix" not in done.stderr
        rules = [line.split(": ")[1] for line in done.stderr.splitlines() if ".bib:" in line]
        assert rules == [
            "warning date-syntax",
            "warning required-field",  # the publisher
            "warning isbn-checksum",
            "warning required-field",  # a title
        ]


@pytest.mark.parametrize("command", COMMANDS)
def test_records_of_this_program_are_left_out(run: Run, files: None, command: list[str]) -> None:
    for words in ([], ["--on-error", "skip"]):
        done = run(*command, "own.yaml", *words)
        assert done.returncode == 1
        assert "Soil" not in done.stdout and "Air" in done.stdout
        assert "error isbn-checksum" in done.stderr
        assert "1 record with errors left out: fix what is named above" in done.stderr


@pytest.mark.parametrize("command", COMMANDS)
def test_records_of_this_program_are_kept_on_request_and_stay_wrong(
    run: Run, files: None, command: list[str]
) -> None:
    done = run(*command, "own.yaml", "--on-error", "keep")
    assert done.returncode == 1
    assert "Soil" in done.stdout and "Air" in done.stdout
    assert done.stderr.count("error isbn-checksum") == 1
    assert "left out" not in done.stderr


@pytest.mark.parametrize("command", COMMANDS)
def test_all_with_errors_are_left_out_on_request(run: Run, files: None, command: list[str]) -> None:
    done = run(*command, "theirs.bib", "own.yaml", "--on-error", "skip")
    assert done.returncode == 1
    assert "Soil" not in done.stdout and done.stdout.count("Air") == 2
    assert "3 records with errors left out: fix what is named above" in done.stderr
    assert "error required-field" in done.stderr


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("name", ["own.yaml", "theirs.bib"])
def test_nothing_is_written_when_the_run_stops(
    run: Run, files: None, tmp_path: Path, command: list[str], name: str
) -> None:
    old = tmp_path / "old.txt"
    old.write_text("old")
    for words in (["--on-error", "stop"], ["--fail-fast"], ["--fail-fast", "--on-error", "stop"]):
        done = run(*command, name, *words, "-o", "old.txt")
        assert done.returncode == 1
        assert done.stderr.splitlines()[-1] == "stopped at the first bad record"
        assert old.read_text() == "old"


@pytest.mark.parametrize("name", ["jsonl", "csl-json"])
def test_json_lines_are_this_programs_and_csl_json_is_not(run: Run, name: str) -> None:
    line = '{"id": "a", "title": "Soil"}'
    done = run("cite", "-", "--from", name, stdin=line)
    assert done.returncode == (1 if name == "jsonl" else 0)
    assert ("Soil" in done.stdout) is (name == "csl-json")


def test_check_judges_records_of_all_formats_alike(run: Run, files: None) -> None:
    done = run("check", "theirs.bib")
    assert done.returncode == 1
    assert "error isbn-checksum" in done.stdout and "error required-field" in done.stdout


def test_what_is_no_record_is_an_error_whatever_the_format(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.bib").write_text("@book{a, title={Soil}, title\n@book{b, title={Air}}\n")
    done = run("export", "a.bib", "--to", "csl-json", "--on-error", "keep")
    assert done.returncode == 3
    assert [one["title"] for one in json.loads(done.stdout)] == ["Air"]


@pytest.mark.parametrize("command", COMMANDS)
def test_words_that_mean_nothing_together_are_wrong_usage(run: Run, command: list[str]) -> None:
    for word in ("keep", "skip"):
        done = run(*command, "a.yaml", "--fail-fast", "--on-error", word)
        assert done.returncode == 2
        assert f"--fail-fast and --on-error {word} exclude each other" in done.stderr
    done = run(*command, "a.yaml", "--on-error", "kepe")
    assert done.returncode == 2 and "did you mean 'keep'?" in done.stderr


def test_what_no_terminal_should_see_is_not_cited(run: Run) -> None:
    done = run("cite", "-", "--from", "csl-json", stdin='{"title": "So\\u001b[31mil"}')
    assert done.returncode == 0
    assert "\x1b" not in done.stdout and "control-character" in done.stderr
