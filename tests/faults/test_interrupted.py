"""A run that is killed, interrupted or cut off: the old file is intact or the new one is whole."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.faults.runs import (
    COMMAND,
    children,
    is_running,
    lines,
    scratch_files,
    start,
    wait_for,
    written,
)

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "out.ris").write_text("old")
    return tmp_path


def half_way(folder: Path, jobs: int) -> subprocess.Popen[bytes]:
    """An export that has written a part and waits for more."""
    process = start(folder, "export", "-", "--from", "jsonl", "-o", "out.ris", "--jobs", str(jobs))
    assert process.stdin is not None
    process.stdin.write(lines(20_000))
    process.stdin.flush()
    wait_for(lambda: written(folder) > 1 << 20)
    return process


@pytest.mark.parametrize("jobs", [1, 3])
def test_a_killed_run_leaves_the_old_file_and_no_process(folder: Path, jobs: int) -> None:
    process = half_way(folder, jobs)
    helpers = children(process.pid)
    assert len(helpers) == jobs - 1
    process.kill()
    process.communicate()
    assert (folder / "out.ris").read_text() == "old"
    wait_for(lambda: not any(map(is_running, helpers)))
    # What is left does not disturb the next run.
    assert len(scratch_files(folder)) == 1
    (folder / "in.jsonl").write_bytes(lines(3))
    subprocess.run([*COMMAND, "export", "in.jsonl", "-o", "out.ris"], cwd=folder, check=True)
    assert (folder / "out.ris").read_text().count("TY  - ") == 3


@pytest.mark.parametrize("jobs", [1, 3])
def test_an_interrupted_run_cleans_up(folder: Path, jobs: int) -> None:
    process = half_way(folder, jobs)
    helpers = children(process.pid)
    process.send_signal(signal.SIGINT)
    _, messages = process.communicate(timeout=60)
    assert process.returncode == 130
    assert messages == b""
    assert [(path.name, path.read_text()) for path in folder.iterdir()] == [("out.ris", "old")]
    wait_for(lambda: not any(map(is_running, helpers)))


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_run_that_is_asked_to_end_cleans_up(folder: Path, number: signal.Signals) -> None:
    process = half_way(folder, 2)
    helpers = children(process.pid)
    process.send_signal(number)
    _, messages = process.communicate(timeout=60)
    assert process.returncode == 128 + number
    assert messages == b""
    assert [(path.name, path.read_text()) for path in folder.iterdir()] == [("out.ris", "old")]
    wait_for(lambda: not any(map(is_running, helpers)))


@pytest.mark.slow
def test_what_a_lost_helper_had_another_one_does(folder: Path) -> None:
    process = half_way(folder, 2)
    os.kill(children(process.pid)[0], signal.SIGKILL)
    _, messages = process.communicate(lines(5000, first=20_000), timeout=60)
    assert process.returncode == 0
    assert b"25000 read, 25000 written" in messages
    (folder / "in.jsonl").write_bytes(lines(25_000))
    one = [*COMMAND, "export", "in.jsonl", "-o", "one.ris", "--jobs", "1", "-q"]
    subprocess.run(one, cwd=folder, check=True)
    assert (folder / "out.ris").read_bytes() == (folder / "one.ris").read_bytes()
    assert scratch_files(folder) == []


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_full_disk_leaves_the_old_file(folder: Path, jobs: str) -> None:
    (folder / "in.jsonl").write_bytes(lines(5000))
    limit = 1 << 20
    done = subprocess.run(
        [*COMMAND, "export", "in.jsonl", "-o", "out.ris", "--jobs", jobs],
        cwd=folder,
        capture_output=True,
        preexec_fn=lambda: _limit_files(limit),
        check=False,
    )
    assert done.returncode == 3
    assert b"out.ris: cannot be written: File too large" in done.stderr
    assert b"Traceback" not in done.stderr
    (folder / "in.jsonl").unlink()
    assert [(path.name, path.read_text()) for path in folder.iterdir()] == [("out.ris", "old")]


@pytest.mark.skipif(os.geteuid() != 0, reason="only root mounts a file system")
def test_a_disk_that_fills_up_between_files_says_how_many_there_are(tmp_path: Path) -> None:
    """A disk of one megabyte, which only this run and what it starts see."""
    (tmp_path / "in.jsonl").write_bytes(lines(3000))
    (tmp_path / "disk").mkdir()
    script = (
        "mount -t tmpfs -o size=1m none disk && "
        f"{sys.executable} -m reportcite export in.jsonl --to ris -o disk/; echo $?; "
        "ls disk | wc -l; tail -qn 1 disk/*.ris | sort -u; find disk -name '.*' -type f"
    )
    done = subprocess.run(
        ["unshare", "-m", "sh", "-c", script], cwd=tmp_path, capture_output=True, check=False
    )
    if b"unshare" in done.stderr or b"mount" in done.stderr:
        pytest.skip("this system lets nobody mount")
    code, files, end = done.stdout.decode().splitlines()
    assert code == "3"
    assert int(files) > 100
    assert end == "ER  - "
    assert f"({files} files were written before it, each whole;" in done.stderr.decode()


def _limit_files(size: int) -> None:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


@pytest.mark.parametrize("command", ["export in.jsonl --to ris", "check in.jsonl"])
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_reader_that_goes_away_ends_the_run_quietly(
    tmp_path: Path, command: str, jobs: str
) -> None:
    (tmp_path / "in.jsonl").write_bytes(lines(5000))
    done = subprocess.run(
        f"{sys.executable} -m reportcite {command} --jobs {jobs} | head -n 1; "
        "echo ${PIPESTATUS[0]}",
        shell=True,
        executable="/bin/bash",
        cwd=tmp_path,
        capture_output=True,
        check=False,
    )
    first, code = done.stdout.splitlines()
    assert first
    assert (code, done.stderr) == (b"0", b"")


@pytest.mark.parametrize(
    ("command", "code"),
    [("--help", "0"), ("cite --help", "0"), ("--version", "0"), ("check in.jsonl", "1")],
)
def test_the_exit_code_says_what_was_found_before_the_reader_went_away(
    tmp_path: Path, command: str, code: str
) -> None:
    (tmp_path / "in.jsonl").write_bytes(lines(5000).replace(b'"title"', b'"titel"'))
    done = subprocess.run(
        f"{sys.executable} -m reportcite {command} | true; echo ${{PIPESTATUS[0]}}",
        shell=True,
        executable="/bin/bash",
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.stdout, done.stderr) == (f"{code}\n", "")


@pytest.mark.slow
def test_two_runs_on_one_target_leave_one_whole_result(tmp_path: Path) -> None:
    whole = []
    runs = []
    for number in range(4):
        name = f"in{number}.jsonl"
        (tmp_path / name).write_bytes(lines(1500, first=10_000 * number))
        alone = subprocess.run(
            [*COMMAND, "export", name, "--to", "ris", "-q"],
            cwd=tmp_path,
            stdout=subprocess.PIPE,
            check=True,
        )
        whole.append(alone.stdout)
    for number in range(4):
        runs.append(start(tmp_path, "export", f"in{number}.jsonl", "-o", "out.ris", "-j", "1"))
    assert [(run.communicate() and run.returncode) for run in runs] == [0] * 4
    assert (tmp_path / "out.ris").read_bytes() in whole
    assert scratch_files(tmp_path) == []


@pytest.mark.slow
def test_runs_that_append_to_one_file_lose_nothing(tmp_path: Path) -> None:
    runs = []
    for number in range(4):
        (tmp_path / f"in{number}.jsonl").write_bytes(lines(500, first=1000 * number))
        runs.append(start(tmp_path, "export", f"in{number}.jsonl", "-o", "out.ris", "--append"))
    assert [(run.communicate() and run.returncode) for run in runs] == [0] * 4
    text = (tmp_path / "out.ris").read_text()
    assert text.count("TY  - ") == text.count("ER  - ") == 2000
    keys = [line for line in text.splitlines() if line.startswith("ID  - ")]
    assert len(set(keys)) == 2000


def test_a_run_that_waits_for_another_says_so(tmp_path: Path) -> None:
    import fcntl

    (tmp_path / "in.jsonl").write_bytes(lines(1))
    lock = os.open(tmp_path, os.O_RDONLY)
    fcntl.flock(lock, fcntl.LOCK_EX)
    process = start(tmp_path, "export", "in.jsonl", "-o", "out.ris", "--append")
    assert process.stderr is not None
    said = process.stderr.readline()
    os.close(lock)
    process.communicate(timeout=60)
    assert said == b"out.ris: waiting for another run that appends in its folder\n"
    assert process.returncode == 0


def test_files_that_vanish_while_the_folder_is_read_are_named(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    os.mkfifo(tmp_path / "a.jsonl")
    for name in "bcd":
        (folder / f"{name}.jsonl").write_bytes(lines(2, first=ord(name)))
    process = start(
        tmp_path, "export", "a.jsonl", "in", "--from", "jsonl", "-o", "out.ris", "--jobs", "1"
    )
    # The run waits for the pipe, which it was given first, before it looks into the folder.
    with (tmp_path / "a.jsonl").open("wb") as pipe:
        (folder / "c.jsonl").unlink()
        (folder / "c.jsonl").symlink_to("nowhere")
        (folder / "d.jsonl").chmod(0)
        pipe.write(lines(1))
    _, messages = process.communicate(timeout=60)
    assert b"in/c.jsonl: notice passed-over" in messages
    assert (tmp_path / "out.ris").read_text().count("TY  - ") >= 3


@pytest.mark.parametrize("to", ["jsonl", "bibtex", "marc", "mods", "csl-json"])
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_input_that_ends_within_a_record_is_told_and_the_others_are_written(
    tmp_path: Path, to: str, jobs: str
) -> None:
    (tmp_path / "in.jsonl").write_bytes(lines(3))
    command = [*COMMAND, "export", "-q", "--jobs", jobs]
    whole = subprocess.run(
        [*command, "in.jsonl", "--to", to], cwd=tmp_path, capture_output=True, check=True
    ).stdout
    begin = whole.rindex(b"Report 2") - 5
    done = subprocess.run(
        [*command, "-", "--from", to, "--to", "ris"],
        input=whole[:begin],
        capture_output=True,
        check=False,
    )
    assert done.returncode in {1, 3}, done
    assert b"<stdin>:" in done.stderr
    assert b"Traceback" not in done.stderr
    assert done.stdout.count(b"TI  - Report") >= 2


@pytest.mark.parametrize("name", ["out.ris", "out/", "out.docx", "site"])
def test_a_read_only_folder_is_an_error_and_keeps_what_it_has(tmp_path: Path, name: str) -> None:
    """A disk that is mounted so, which holds for root, too."""
    (tmp_path / "in.jsonl").write_bytes(lines(3))
    (tmp_path / "disk").mkdir()
    (tmp_path / "disk" / "out.ris").write_text("old")
    command = {
        "out.docx": "cite in.jsonl -o disk/out.docx",
        "site": "page in.jsonl -o disk/site --style apa",
    }.get(name, f"export in.jsonl --to ris -o disk/{name}")
    script = (
        "mount --bind disk disk && mount -o remount,ro,bind disk && "
        f"{sys.executable} -m reportcite {command}; echo $?; ls -A disk; cat disk/out.ris"
    )
    done = subprocess.run(
        ["unshare", "-m", "sh", "-c", script],
        cwd=tmp_path, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    if "unshare" in done.stderr or "mount" in done.stderr:
        pytest.skip("this system lets nobody mount")
    assert done.stdout == "3\nout.ris\nold"
    assert "Read-only file system" in done.stderr or "write-protected" in done.stderr
