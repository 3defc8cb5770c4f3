"""Exports in parts that are killed, starved of room or begun many times at once: what is done is
kept, and what is missing is done again."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cluster.catalogues import in_partitions, records
from tests.faults.runs import COMMAND, children, is_running, start, wait_for

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")

EXPORT = ("export", "in/*.jsonl", "--to", "bibtex", "--parts", "out", "-q")
PARTITIONS = 8


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    lines = records(4000)
    in_partitions(tmp_path / "in", lines, PARTITIONS)
    (tmp_path / "all.jsonl").write_text("".join(lines), "utf-8")
    return tmp_path


def one_run(folder: Path) -> bytes:
    done = subprocess.run(
        [*COMMAND, "export", "all.jsonl", "--to", "bibtex", "-q"],
        cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False,
    )  # fmt: skip
    return done.stdout


def parts(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted((folder / "out").glob("part-*")))


def marks(folder: Path) -> dict[str, int]:
    """What is done, and when it was."""
    found = (folder / "out/.unfinished").glob("converted-*.json")
    return {path.name: path.stat().st_mtime_ns for path in found}


def test_a_killed_run_goes_on_where_it_was(folder: Path) -> None:
    process = start(folder, *EXPORT, "--jobs", "2")
    wait_for(lambda: len(marks(folder)) >= 2)
    helpers = children(process.pid)
    process.kill()
    process.communicate()
    wait_for(lambda: not any(map(is_running, helpers)))
    assert not list((folder / "out").glob("part-*"))
    before = marks(folder)
    again = subprocess.run([*COMMAND, *EXPORT], cwd=folder, capture_output=True, check=False)
    assert again.returncode == 2  # it is not begun anew by mistake
    assert b"--resume" in again.stderr
    process = start(folder, *EXPORT, "--resume", "--jobs", "2")
    wait_for(lambda: len(marks(folder)) == PARTITIONS)
    after = marks(folder)
    assert {name: after[name] for name in before} == before
    process.communicate()
    assert process.returncode == 1  # as one run: some records have errors
    assert parts(folder) == one_run(folder)
    assert not (folder / "out/.unfinished").exists()


@pytest.mark.slow
def test_shards_that_are_killed_at_any_moment_and_begun_again(folder: Path) -> None:
    expected = one_run(folder)
    dice = random.Random(3)
    for _ in range(40):
        if (folder / "out/manifest.json").exists():
            for path in (folder / "out").iterdir():
                path.unlink()
        runs = [start(folder, *EXPORT, "--jobs", "1", "--shard", f"{n}/3") for n in (1, 2, 3)]
        time.sleep(dice.uniform(0.1, 2))
        for run in dice.sample(runs, 2):
            run.kill()
        for run in runs:
            run.communicate()
        process = start(folder, *EXPORT, "--resume", "--jobs", "1")
        if dice.random() < 0.5:
            time.sleep(dice.uniform(0.1, 2))
            process.kill()
            process.communicate()
            process = start(folder, *EXPORT, "--resume", "--jobs", "1")
        process.communicate()
        assert (folder / "out/manifest.json").exists()
        assert parts(folder) == expected


def test_a_full_disk_is_said_and_what_is_done_is_kept(folder: Path) -> None:
    limited = f"ulimit -f 100; exec {sys.executable} -m reportcite"
    with (folder / "in/p03.jsonl").open("a") as file:
        file.writelines(records(2000, seed=8))
    done = subprocess.run(
        ["bash", "-c", f"trap '' XFSZ; {limited} \"$@\"", "bash", *EXPORT, "--jobs", "2"],
        cwd=folder, capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode == 3
    assert b"1 of 8 partitions are missing (in/p03.jsonl): out/.unfinished/" in done.stderr
    assert b"cannot be written: File too large (what is done is kept" in done.stderr
    assert b"--resume does only what is missing" in done.stderr
    assert len(marks(folder)) == PARTITIONS - 1
    resumed = subprocess.run([*COMMAND, *EXPORT, "--resume"], cwd=folder, check=False)
    assert resumed.returncode == 1
    assert not (folder / "out/.unfinished").exists()


def test_a_killed_helper_changes_nothing(folder: Path) -> None:
    process = start(folder, *EXPORT, "--jobs", "2")
    wait_for(lambda: len(marks(folder)) >= 2)
    for helper in children(process.pid):
        os.kill(helper, signal.SIGKILL)
    process.communicate()
    assert process.returncode == 1  # as one run: some records have errors
    assert parts(folder) == one_run(folder)
