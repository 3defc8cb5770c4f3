"""What the system does not allow is an error that names the place, never a bug."""

from __future__ import annotations

import ctypes
import errno
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import Done, Run
from tests.faults.runs import COMMAND, lines

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="sets the limits of Linux")

# Each with a path for {}: what reads a path, what writes one, what compares one.
READING = ("check {}", "cite {}", "export {} --to ris", "list {}", "id {}", "isbn {}")
WRITING = (
    "export a.jsonl -o {}",
    "export a.jsonl -o {} --append",
    "export a.jsonl -o {} --check",
    "check a.jsonl -o {} --format html",
    "cite a.jsonl -o {} --format text",
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.jsonl").write_bytes(lines(1))
    return tmp_path


def limited(
    folder: Path, arguments: list[str], limit: Callable[[], object], stdin: bytes = b""
) -> Done:
    """A run that has called `limit` before its beginning."""
    done = subprocess.run(
        [*COMMAND, *arguments],
        cwd=folder,
        input=stdin,
        capture_output=True,
        preexec_fn=limit,
        timeout=120,
        check=False,
    )
    out, err = done.stdout.decode("utf-8", "replace"), done.stderr.decode("utf-8", "replace")
    return Done(done.returncode, out, err)


@pytest.mark.parametrize("command", [*READING, *WRITING])
def test_links_in_a_circle_are_an_error(run: Run, folder: Path, command: str) -> None:
    (folder / "b.ris").symlink_to("c.ris")
    (folder / "c.ris").symlink_to("b.ris")
    done = run(*command.format("b.ris").split())
    assert done.returncode == 3, done
    assert "b.ris" in done.stdout + done.stderr
    assert (folder / "b.ris").is_symlink()


@pytest.mark.parametrize("command", [*READING, *WRITING])
def test_a_name_that_is_too_long_is_an_error(run: Run, folder: Path, command: str) -> None:
    name = "a" * 300 + ".ris"
    done = run(*command.format(name).split())
    assert done.returncode == 3, done
    assert "name too long" in done.stdout + done.stderr


@pytest.mark.parametrize("option", [[], ["--append"]])
def test_a_name_as_long_as_the_system_takes_is_written(
    run: Run, folder: Path, option: list[str]
) -> None:
    name = "ä" * 125 + ".ris"  # 254 bytes, where 255 are allowed
    assert run("export", "a.jsonl", "-o", name, *option).returncode == 0
    assert (folder / name).read_text().startswith("TY  - RPRT")


@pytest.mark.parametrize("command", [*READING, *WRITING])
def test_a_folder_that_may_not_be_searched_is_an_error(folder: Path, command: str) -> None:
    closed = folder / "closed"
    closed.mkdir()
    (closed / "b.ris").write_text("TY  - BOOK\nTI  - Soil\nER  - \n")
    closed.chmod(0)
    try:
        done = limited(folder, command.format("closed/b.ris").split(), obey_permissions)
    finally:
        closed.chmod(0o700)
    assert done.returncode == 3, done
    assert "closed/b.ris" in done.stdout + done.stderr
    assert "Permission denied" in done.stdout + done.stderr


@pytest.mark.parametrize("path", ["closed/b.bib", "secret.bib", "a" * 300 + ".bib"])
def test_a_bib_file_whose_dialect_is_not_seen_is_an_error(folder: Path, path: str) -> None:
    """`merge` looks into such files before it reads them."""
    (folder / "closed").mkdir(mode=0)
    (folder / "secret.bib").touch(mode=0)
    try:
        done = limited(folder, ["merge", "a.jsonl", path, "-o", "out.bib"], obey_permissions)
    finally:
        (folder / "closed").chmod(0o700)
    assert done.returncode == 3, done
    assert f"{path}: error unreadable" in done.stderr


@pytest.mark.parametrize(
    "command", ["add - --from ris -o closed/b", "export a.jsonl --to yaml -o closed/b.yaml"]
)
def test_a_folder_that_may_not_be_looked_into_is_not_written_to(folder: Path, command: str) -> None:
    (folder / "closed").mkdir(mode=0)
    try:
        done = limited(folder, command.split(), obey_permissions, b"TY  - BOOK\nTI  - T\nER  - \n")
    finally:
        (folder / "closed").chmod(0o700)
    assert done.returncode == 3, done
    assert "closed/b" in done.stderr and "Permission denied" in done.stderr


def obey_permissions() -> None:
    """Have root, as whom containers run tests, be stopped by permissions as everybody is."""
    drop_from_bounding_set, override, read_search = 24, 1, 2  # of linux/prctl.h, capability.h
    for capability in (override, read_search):
        ctypes.CDLL(None).prctl(drop_from_bounding_set, capability, 0, 0, 0)


@pytest.mark.parametrize("most", [8, 10, 12])
@pytest.mark.parametrize(
    "command",
    ["cite a.jsonl", "check . --jobs 1", "export a.jsonl -o b.ris --append", "isbn a.jsonl"],
)
def test_a_run_gets_by_with_few_open_files(folder: Path, most: int, command: str) -> None:
    done = limited(folder, command.split(), lambda: allow_open_files(most))
    assert done.returncode == 0, done


@pytest.mark.parametrize("most", [5, 6, 8, 10])
def test_too_many_open_files_are_an_error(folder: Path, most: int) -> None:
    (folder / "many.jsonl").write_bytes(lines(2000))
    (folder / "out.ris").write_text("old")
    command = "export many.jsonl -o out.ris --jobs 4".split()
    done = limited(folder, command, lambda: allow_open_files(most))
    assert done.returncode == 3, done
    assert "Too many open files" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert (folder / "out.ris").read_text() == "old"


def allow_open_files(most: int) -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))


@pytest.mark.parametrize("spare", [4 << 20, 8 << 20, 12 << 20])
def test_a_run_with_too_little_memory_ends(folder: Path, spare: int) -> None:
    """Whether there is enough depends on the machine; that the run ends, and how, does not."""
    (folder / "many.jsonl").write_bytes(lines(3000))
    most = enough_to_begin() + spare
    command = "export many.jsonl --to ris --jobs 2".split()
    done = limited(folder, command, lambda: allow_memory(most))
    assert done.returncode in {0, 3}, done
    assert len(done.stderr.splitlines()) == 1


def enough_to_begin() -> int:
    """The bytes of addresses that a run without other processes takes."""
    code = (
        "import reportcite.cli.main, reportcite.batch.processes.pool, reportcite.batch.work.export,"
        " reportcite.formats.ris.write, reportcite.batch.processes.forks;"
        "print(open('/proc/self/statm').read().split()[0])"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    return int(shown.stdout) * os.sysconf("SC_PAGE_SIZE")


def allow_memory(most: int) -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (most, most))


@pytest.mark.parametrize(
    "command",
    ["cite ../a.jsonl", "export ../a.jsonl --to ris", "check ../a.jsonl", "merge ../a.jsonl",
     "page ../a.jsonl -o site", "export ../*.jsonl --to ris --parts out", "list ../a.jsonl"],
)  # fmt: skip
def test_a_folder_that_is_deleted_while_one_works_in_it_is_no_bug(
    folder: Path, command: str
) -> None:
    (folder / "gone").mkdir()
    left = ["bash", "-c", f'cd gone && rmdir ../gone && exec "$@" {command}', "bash", *COMMAND]
    done = subprocess.run(left, cwd=folder, capture_output=True, check=False)
    assert done.returncode in {0, 1, 2, 3}, done
    assert b"Traceback" not in done.stderr


def test_references_on_a_device_without_an_end_are_refused(run: Run, folder: Path) -> None:
    done = run("verify", "/dev/zero", "a.jsonl")
    assert (done.returncode, done.stdout) == (3, "")
    assert "/dev/zero: holds more than 100,000,000 bytes" in done.stderr


def test_references_that_cannot_be_read_on_are_an_error(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(path: Path) -> bytes:
        raise OSError(errno.EIO, "Input/output error")

    (folder / "references").write_text("Feld, V. (2024). Soil. Ostmark.\n")
    monkeypatch.setattr(Path, "read_bytes", broken)
    done = run("add", "references", "--print", "--yes")
    assert done.returncode == 3
    assert "references: error unreadable: cannot be read: Input/output error" in done.stderr


def test_where_nothing_unfinished_can_be_kept_the_folders_are_named(folder: Path) -> None:
    arguments = ["merge", "a.jsonl", "--to", "ris"]
    done = limited(folder, arguments, lambda: allow_file_size(0))
    assert done.returncode == 3
    assert "No usable temporary directory found" in done.stderr


@pytest.mark.parametrize("command", ["export a.jsonl --to csv", "isbn - -o b.csv"])
def test_where_what_is_unfinished_has_no_room_its_folder_is_named(
    folder: Path, command: str
) -> None:
    (folder / "a.jsonl").write_bytes(lines(20))
    rows = b"isbn\n" + b"978-3-948289-82-9\n" * 1000
    done = limited(folder, command.split(), lambda: allow_file_size(8192), rows)
    assert done.returncode == 3, done
    assert "File too large (free some room in " in done.stderr and "TMPDIR" in done.stderr
    assert sorted(folder.iterdir()) == [folder / "a.jsonl"]


def allow_file_size(most: int) -> None:
    import resource
    import signal

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
