"""Where `merge` writes what is merged: folders, devices, pipes, links, its own input."""

from __future__ import annotations

import os
import stat
from pathlib import Path
from threading import Thread

import pytest

from tests.conftest import Run
from tests.faults.runs import start

RECORD = "id: a\ntitle: A\nauthor: B\nissued: 2001\npublisher: P\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two records about one work, and odd names."""
    for name in ("a.yaml", "b.yaml"):
        (tmp_path / name).write_text(RECORD)
    (tmp_path / "loop").symlink_to("pool")
    (tmp_path / "pool").symlink_to("loop")
    (tmp_path / "there").mkdir()
    return tmp_path


@pytest.mark.parametrize(
    "case",
    [
        ("there", 2, "one file"),
        ("/dev/null", 0, "1 written"),
        ("/dev/full", 3, "No space left"),
        ("loop", 3, "Too many levels of symbolic links"),
        ("loop/x.bib", 3, "Too many levels of symbolic links"),
        ("nowhere/x.bib", 3, "No such file"),
        ("a.yaml/x.bib", 3, "Not a directory"),
        ("x" * 300 + ".bib", 3, "File name too long"),
    ],
)
def test_a_target_is_written_or_named(run: Run, folder: Path, case: tuple[str, int, str]) -> None:
    target, code, reason = case
    before = sorted(folder.iterdir())
    devices = [Path(name).stat().st_mode for name in ("/dev/null", "/dev/full")]
    done = run("merge", "a.yaml", "b.yaml", "-o", target, "--to", "bibtex")
    assert (done.returncode, reason in done.stderr) == (code, True), done.stderr
    assert sorted(folder.iterdir()) == before
    assert [Path(name).stat().st_mode for name in ("/dev/null", "/dev/full")] == devices


def test_an_input_is_no_target(run: Run, folder: Path) -> None:
    before = (folder / "a.yaml").read_bytes()
    for files in (["a.yaml", "b.yaml"], ["a.yaml"]):
        done = run("merge", *files, "-o", "a.yaml")
        assert done.returncode == 2
        assert "a.yaml: what -o would replace is read" in done.stderr
    assert (folder / "a.yaml").read_bytes() == before


def test_a_pipe_is_written_to_and_stays_one(run: Run, folder: Path) -> None:
    pipe = folder / "pipe"
    os.mkfifo(pipe)
    read: list[str] = []
    reader = Thread(target=lambda: read.append(pipe.read_text()), daemon=True)
    reader.start()
    assert run("merge", "a.yaml", "b.yaml", "-o", "pipe", "--to", "ris").returncode == 0
    reader.join(10)
    assert read[0].count("TI  - A") == 1
    assert stat.S_ISFIFO(pipe.stat().st_mode)


def test_what_a_read_only_folder_has_stays(run: Run, folder: Path) -> None:
    (folder / "all.bib").write_text("old")
    (folder / "all.bib").chmod(0o444)
    done = run("merge", "a.yaml", "b.yaml", "-o", "all.bib")
    if os.getuid():
        assert done.returncode == 3
        assert (folder / "all.bib").read_text() == "old"
    assert stat.S_IMODE((folder / "all.bib").stat().st_mode) == 0o444


@pytest.mark.parametrize(
    "command",
    [
        "merge a.yaml b.yaml -o out.bib --key-map b.yaml",
        "merge a.yaml b.yaml -o out.bib --report ./b.yaml",
        "merge a.yaml b.yaml -o out.bib --key-map link.csv",
        "merge a.yaml b.yaml -o out.bib --key-map same.csv",
        "merge a.yaml -o b.yaml --key-map same.csv",
        "merge a.yaml --dry-run --key-map link.csv --report same.csv",
        "check a.yaml b.yaml -o b.yaml --format html",
        "cite a.yaml b.yaml -o link.csv --format html",
    ],
)
def test_records_that_are_read_are_not_replaced_by_what_is_none(
    run: Run, folder: Path, command: str
) -> None:
    (folder / "link.csv").symlink_to("b.yaml")
    (folder / "same.csv").hardlink_to(folder / "b.yaml")
    done = run(*command.split())
    assert done.returncode == 2
    assert "would replace is " in done.stderr
    assert (folder / "b.yaml").read_text() == RECORD
    assert not (folder / "out.bib").exists()


@pytest.mark.parametrize("option", ["--fix", "--diff"])
def test_pipes_and_devices_are_not_fixed(run: Run, folder: Path, option: str) -> None:
    os.mkfifo(folder / "pipe")
    for path in ("pipe", "/dev/null"):
        done = run("check", option, path, "--from", "jsonl")
        assert (done.returncode, f"{option} takes files, not {path}" in done.stderr) == (2, True)


def test_a_second_name_of_a_fixed_file_keeps_what_it_had(run: Run, folder: Path) -> None:
    """As backups have that are made of hard links; a link leads to what is fixed."""
    file, backup = folder / "c.yaml", folder / "backup.yaml"
    file.write_text(f'{RECORD}page: "1--2"\n')
    backup.hardlink_to(file)
    (folder / "link.yaml").symlink_to(file)
    assert run("check", "--fix", "link.yaml").returncode == 0
    assert "1--2" not in file.read_text()
    assert "1--2" in backup.read_text()
    assert (folder / "link.yaml").is_symlink()


def test_two_runs_that_fix_one_file_at_once_leave_it_whole(folder: Path) -> None:
    file = folder / "c.yaml"
    file.write_text(f'{RECORD}page: "1--2"\n')
    runs = [start(folder, "check", "--fix", "c.yaml", "-q") for _ in range(4)]
    assert {run.communicate() and run.returncode for run in runs} <= {0, 3}
    assert file.read_text().replace("'", "").replace('"', "").endswith("page: 1-2\n")
    assert not list(folder.glob(".*"))
