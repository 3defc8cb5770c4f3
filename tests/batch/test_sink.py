"""What is written to files: whole, and packed where the name says so."""

from __future__ import annotations

import gzip
import os
import subprocess
import sys
from pathlib import Path

import pytest

from reportcite.batch.sink import UNFINISHED, appending, replacing
from reportcite.errors import OutputError
from tests.conftest import Run
from tests.zstandard import zstd


@pytest.mark.parametrize("name", ["refs.ris.gz", "refs.ris.zst"])
def test_a_name_of_a_packed_file_has_it_packed(
    run: Run, record: Path, tmp_path: Path, name: str
) -> None:
    plain = run("export", record, "--to", "ris").stdout
    assert run("export", record, "-o", name, "--quiet") == (0, "", "")
    content = (tmp_path / name).read_bytes()
    unpacked = gzip.decompress(content) if name.endswith(".gz") else zstd.decompress(content)
    assert unpacked.decode() == plain
    assert run("export", record, "-o", name, "--check") == (0, "", "")
    assert run("cite", name).stdout == run("cite", record).stdout


def test_the_same_content_gives_the_same_packed_file(tmp_path: Path) -> None:
    for name in ("a.gz", "b.gz"):
        with replacing(str(tmp_path / name)) as write:
            write("same")
    assert (tmp_path / "a.gz").read_bytes() == (tmp_path / "b.gz").read_bytes()


@pytest.mark.parametrize("name", ["a.txt", "a.gz"])
def test_what_is_appended_begins_a_line(tmp_path: Path, name: str) -> None:
    target = tmp_path / name
    target.write_bytes(gzip.compress(b"old") if name.endswith(".gz") else b"old")
    with appending(str(target)) as write:
        write("new")
    content = target.read_bytes()
    assert (gzip.decompress(content) if name.endswith(".gz") else content) == b"old\nnew"


@pytest.mark.parametrize("name", ["a.txt", "a.gz", "a.zst"])
def test_a_failure_leaves_the_old_file(tmp_path: Path, name: str) -> None:
    target = tmp_path / name
    target.write_bytes(b"old")
    with pytest.raises(RuntimeError), replacing(str(target)) as write:
        write("half")
        raise RuntimeError
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_files_of_a_folder_are_flushed_to_disk_together(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    flushed: list[int] = []
    monkeypatch.setattr(os, "fsync", lambda descriptor: flushed.append(os.fstat(descriptor).st_ino))
    lines = [f"- {{title: T, id: {n}, author: none, issued: 2024, publisher: P}}" for n in range(9)]
    run("export", "-", "--to", "ris", "-o", "out/", stdin="\n".join(lines))
    files = {path.stat().st_ino for path in (tmp_path / "out").iterdir()}
    assert len(files) == 9
    assert set(flushed[:-1]) == files
    assert flushed[9:] == [(tmp_path / "out").stat().st_ino]


def test_a_pipe_is_written_to_under_the_names_it_has(record: Path) -> None:
    command = [sys.executable, "-m", "reportcite", "export", str(record), "--to", "ris", "-q"]
    plain = subprocess.run(command, capture_output=True, check=True).stdout
    for name in ("/dev/stdout", "/dev/fd/1", "-"):
        assert (
            subprocess.run([*command, "-o", name], capture_output=True, check=True).stdout == plain
        )


def test_a_stream_that_fails_is_not_said_to_be_unchanged() -> None:
    with pytest.raises(OutputError) as failure, replacing("/dev/full") as write:
        write("x" * 100_000)
    assert "unchanged" not in str(failure.value)
    assert failure.value.suggestion == UNFINISHED


def test_appending_to_a_device_or_a_pipe_is_writing_to_it(record: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("/dev/null")
    os.mkfifo(tmp_path / "pipe")
    command = [sys.executable, "-m", "reportcite", "export", str(record), "--to", "ris", "-q"]
    plain = subprocess.run(command, capture_output=True, check=True).stdout
    append = [*command, "--append", "-o"]

    assert subprocess.run([*append, str(tmp_path / "link")], check=True, timeout=60)
    assert (tmp_path / "link").is_symlink()
    assert Path("/dev/null").is_char_device()

    with subprocess.Popen([*append, str(tmp_path / "pipe")]) as run:
        assert (tmp_path / "pipe").read_bytes() == plain
    assert run.returncode == 0
    assert (tmp_path / "pipe").is_fifo()

    shown = subprocess.run([*append, "/dev/stdout"], capture_output=True, check=True, timeout=60)
    assert shown.stdout == plain


def test_what_is_no_regular_file_is_never_replaced(tmp_path: Path) -> None:
    with appending("/dev/null") as write:
        write("gone")
    assert Path("/dev/null").is_char_device()
    with pytest.raises(OutputError, match="directory"), appending(str(tmp_path)):
        pass
