"""What is written to files: whole, and packed where the name says so."""

from __future__ import annotations

import gzip
import os
import subprocess
import sys
from pathlib import Path

import pytest

from reportcite.batch.sink import UNFINISHED, after, appending, holds, replacing
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


def test_what_can_be_made_again_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", lambda descriptor: pytest.fail("it is synced"))
    with replacing(str(tmp_path / "a"), one_of_many=True, synced=False) as write:
        write("x")
    assert (tmp_path / "a").read_text(encoding="utf-8") == "x"


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


OLD = 1_000_000_000
"""A time, in seconds, that no file of a test has by itself."""


def aged(path: Path) -> Path:
    """The file or each file of the folder at `path`, made to look old."""
    for one in path.rglob("*") if path.is_dir() else [path]:
        os.utime(one, (OLD, OLD))
    return path


def is_old(path: Path) -> bool:
    return path.stat().st_mtime == OLD


@pytest.mark.parametrize("name", ["a.txt", "a.gz", "a.zst"])
def test_what_is_the_same_keeps_its_time(tmp_path: Path, name: str) -> None:
    target, kept = tmp_path / name, []
    for content, same in (("one", 0), ("one", 1), ("two", 1), ("two and more", 1)):
        with replacing(str(target), kept=lambda: kept.append(1)) as write:
            write(content)
        assert len(kept) == same
        assert is_old(target) == (content == "one" and same == 1)
        aged(target)
    assert list(tmp_path.iterdir()) == [target]


def test_content_is_compared_to_the_end(tmp_path: Path) -> None:
    target = tmp_path / "a.txt"
    long = "x" * (1 << 20)
    for content in (long + "a", long + "b"):
        with replacing(str(target)) as write:
            write(content)
        assert target.read_text() == content


def test_nothing_appended_leaves_the_file_alone(tmp_path: Path) -> None:
    target = tmp_path / "a.txt"
    target.write_text("line\n")
    aged(target)
    with appending(str(target)):
        pass
    assert is_old(target)
    with appending(str(target)) as write:
        write("more\n")
    assert not is_old(target)


def test_a_file_that_may_only_be_written_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    target = tmp_path / "a.txt"
    target.write_text("same")
    aged(target)
    monkeypatch.setattr(Path, "open", refuse)
    with replacing(str(target)) as write:
        write("same")
    assert not is_old(target)


@pytest.mark.parametrize(
    ("command", "output"),
    [
        ("cite RECORD -o", "a.html"),
        ("cite RECORD -o", "a.docx"),
        ("cite RECORD -o", "a.odt"),
        ("cite RECORD --unsorted -o", "a.md"),
        ("cite RECORD --as cite -o", "a.txt"),
        ("export RECORD -o", "a.bib.gz"),
        ("export RECORD --to ris --output-dir", "folder"),
        ("export RECORD -o", "folder/{id}/a.ris"),
        ("check RECORD -o", "a.html"),
        ("check RECORD -o", "a.xlsx"),
        ("isbn list.csv -o", "a.csv"),
        ("isbn list.csv -o", "a.xlsx"),
        ("isbn list.csv -o", "a.ods"),
    ],
)
def test_a_command_run_again_leaves_what_it_wrote_alone(
    run: Run, record: Path, tmp_path: Path, command: str, output: str
) -> None:
    (tmp_path / "list.csv").write_text("ISBN\n9783948289829\n")
    words = [record if word == "RECORD" else word for word in command.split()]
    assert run(*words, output).returncode == 0
    target = aged(tmp_path / output.partition("/")[0])
    os.utime(target, (OLD, OLD))
    run(*words, output)
    files = [target, *target.rglob("*")]
    assert any(one.is_file() for one in files)
    assert all(map(is_old, files))


def test_how_many_records_are_unchanged_is_said(run: Run, tmp_path: Path) -> None:
    for name in "ab":
        text = f"id: {name}\ntitle: {name}\npublisher: P\nauthor: none\nissued: 2000\n"
        (tmp_path / f"{name}.yaml").write_text(text)
    into_folder = ("export", "a.yaml", "b.yaml", "--to", "ris", "--output-dir", "out")
    into_file = ("export", "a.yaml", "b.yaml", "-o", "all.ris")
    for command in (into_folder, into_file):
        assert run(*command).stderr.startswith("2 read, 2 written, 0 with errors, ")
        assert run(*command).stderr.startswith("2 read, 0 written, 2 unchanged, 0 with errors, ")
    (tmp_path / "b.yaml").write_text((tmp_path / "b.yaml").read_text().replace("P", "Q"))
    assert run(*into_folder).stderr.startswith("2 read, 1 written, 1 unchanged, ")
    assert run(*into_file).stderr.startswith("2 read, 2 written, 0 with errors")


def test_what_a_file_holds_is_compared_byte_for_byte(tmp_path: Path) -> None:
    target = tmp_path / "a.txt"
    assert not holds(str(target), b"")
    assert not holds("nul\0", b"")
    target.write_bytes("é\r\n".encode())
    assert holds(str(target), "é\r\n".encode())
    assert not holds(str(target), "é\n\r".encode())
    assert not holds(str(target), "é\n".encode())
    assert not holds(str(tmp_path), b"")


@pytest.mark.skipif(sys.platform != "linux", reason="extended attributes")
def test_a_file_keeps_its_mode_and_attributes(tmp_path: Path) -> None:
    target = tmp_path / "a.ris"
    target.write_text("old")
    target.chmod(0o640)
    try:
        os.setxattr(target, "user.origin", b"library")
    except OSError:
        pytest.skip("the file system has no extended attributes")
    with replacing(str(target)) as write:
        write("new")
    assert target.read_text() == "new"
    assert target.stat().st_mode & 0o777 == 0o640
    assert os.getxattr(target, "user.origin") == b"library"


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() != 0, reason="only root gives files")
def test_a_file_keeps_its_owner(tmp_path: Path) -> None:
    target = tmp_path / "a.ris"
    target.write_text("old")
    os.chown(target, 4321, 8765)
    with replacing(str(target)) as write:
        write("new")
    assert (target.stat().st_uid, target.stat().st_gid) == (4321, 8765)


def test_the_first_of_many_files_that_fails_says_how_many_were_written() -> None:
    with pytest.raises(OutputError) as failure, after(1):
        raise OutputError("full", suggestion="nothing there was changed")
    assert str(failure.value).startswith("full (1 file was written before it, each whole;")
    with pytest.raises(OutputError, match="2 files were written"), after(2):
        raise OutputError("full")
    with pytest.raises(OutputError, match="nothing there was changed"), after(0):
        raise OutputError("full", suggestion="nothing there was changed")


@pytest.mark.skipif(sys.platform == "win32", reason="locks of a folder")
def test_who_appends_waits_for_others_and_is_told(tmp_path: Path) -> None:
    import fcntl

    said: list[str] = []
    lock = os.open(tmp_path, os.O_RDONLY)
    fcntl.flock(lock, fcntl.LOCK_EX)

    def wait() -> None:
        said.append("waits")
        os.close(lock)  # the other run ends

    with appending(str(tmp_path / "a.txt"), wait) as write:
        write("a")
    assert said == ["waits"]
    with appending(str(tmp_path / "a.txt"), wait) as write:
        write("b")
    assert said == ["waits"]
    assert (tmp_path / "a.txt").read_text() == "a\nb"


def test_a_folder_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(OutputError) as raised, replacing(str(tmp_path / "no" / "a.txt")):
        pass
    assert raised.value.suggestion == (
        f"make the folder {tmp_path / 'no'} first, or choose another target"
    )
