"""Bad input gets a message with its place and what to do, and the right exit code."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.conftest import Run

BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [*{last}, *{last}, *{last}, *{last}, *{last}, *{last}, *{last}]\n"
    for last, name in zip("abcdefgh", "bcdefghi", strict=True)
)

BAD = {
    "empty file": (b"", "no record"),
    "binary file": (bytes(range(256)) * 20, "binary"),
    "not YAML": (b"title: [A\nissued: 2024\n", "bad.yaml:"),
    "list for a mapping": (b"- [title, A]\n", "bad.yaml:1"),
    "scalar for a mapping": (b"just a text\n", "bad.yaml:1"),
    "5 MB scalar": (b"title: " + b"x" * 5_000_000 + b"\n", "bad.yaml:1"),
    "python tag": (b"title: !!python/object/apply:os.system [echo pwned]\n", "bad.yaml:1"),
    "alias bomb": (BOMB.encode(), "bad.yaml:"),
    "deep nesting": (b"title: " + b"[" * 10_000 + b"]" * 10_000, "bad.yaml:1"),
    "Latin-1": ("title: Für\nauthor: none\nissued: 2024\npublisher: P".encode("latin-1"), ":1:"),
}


def test_a_bad_file_leaves_no_traceback(spawn: Run, tmp_path: Path) -> None:
    for name, (content, _) in BAD.items():
        (tmp_path / f"{name}.yaml").write_bytes(content)
    done = spawn("check", ".")
    assert done.returncode == 3
    assert all(f"{name}.yaml:" in done.stdout for name in BAD)


@pytest.mark.parametrize("command", ["cite", "check", "export"])
@pytest.mark.parametrize("name", BAD)
def test_a_bad_file(run: Run, tmp_path: Path, command: str, name: str) -> None:
    content, expected = BAD[name]
    (tmp_path / "bad.yaml").write_bytes(content)
    options = ["--to", "ris"] if command == "export" else []
    done = run(command, "bad.yaml", *options)
    said = done.stdout if command == "check" else done.stderr
    assert done.returncode in {1, 3}
    assert "bad.yaml" in said
    assert expected in said
    assert "pwned" not in done.stdout
    assert len(said) < 20_000  # nothing of the content is repeated at length


@pytest.mark.parametrize("command", ["cite", "check"])
@pytest.mark.parametrize("name", ["nowhere/", "nowhere.yaml"])
def test_a_file_or_folder_that_is_not_there(run: Run, command: str, name: str) -> None:
    done = run(command, name)
    assert done.returncode == 3
    assert "No such file" in done.stdout + done.stderr


def test_a_name_that_is_not_utf_8_is_shown_by_its_bytes(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a\udcff.yaml").write_text("")
    assert "a\\xff.yaml:1:1: error empty-file" in run("check", "a\udcff.yaml").stdout


def test_an_empty_folder(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    done = run("check", "empty")
    assert "empty-folder" in done.stdout
    assert done.returncode == 3


def test_a_file_of_an_unknown_kind(run: Run, tmp_path: Path) -> None:
    (tmp_path / "report.docx").write_bytes(b"PK")
    done = run("cite", "report.docx")
    assert "--from" in done.stderr
    assert done.returncode == 2


def test_the_good_records_of_a_bad_run_are_cited(run: Run, record: Path, tmp_path: Path) -> None:
    (tmp_path / "bad.yaml").write_text("title: [")
    done = run("cite", "bad.yaml", "nowhere.yaml", record)
    assert done.stdout.startswith("Ratzmann")
    assert "bad.yaml:" in done.stderr
    assert done.returncode == 3


@pytest.mark.parametrize("target", ["no/such/folder/out.txt", "/dev/full", "/proc/out.txt", "."])
def test_an_unwritable_output(run: Run, record: Path, target: str) -> None:
    done = run("cite", record, "-o", target)
    assert done.returncode == 3
    assert "cannot be written" in done.stderr


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_write_protected_output(run: Run, record: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.txt"
    target.write_text("old")
    target.chmod(0o444)
    done = run("cite", record, "-o", target)
    assert done.returncode == 3
    assert target.read_text() == "old"


def test_nothing_to_read_is_wrong_usage(run: Run) -> None:
    done = run("cite")
    assert "name a file" in done.stderr
    assert done.returncode == 2
