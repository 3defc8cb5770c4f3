"""Runs in parts that are killed, starved of room or begun many times at once: what is done is
kept, and what is missing is done again. What they make undisturbed: tests/cli/cluster."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from reportcite.batch.work.check import CheckSettings
from reportcite.batch.work.export import ExportSettings
from reportcite.batch.work.merge import MergeSettings
from reportcite.cluster import check, export, lists, merge
from reportcite.cluster.partitions import Plan, partitions
from reportcite.errors import InputError
from tests.cluster.catalogues import COMMANDS, done, inputs_of, made
from tests.faults.runs import COMMAND, children, is_running, start, wait_for

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")

PARTITIONS = 8
OUT = ("--parts", "out")
OTHERS = [pytest.param(name, marks=pytest.mark.slow) for name in COMMANDS if name != "export"]
STEPS = {
    "export": (ExportSettings("bibtex"), export.STEPS),
    "merge": (MergeSettings("bibtex"), merge.STEPS),
    "check": (CheckSettings(thorough=True), (*check._STEPS, *check._OF_WORKS)),
    "isbn": (lists.ListSettings(), lists.STEPS),
}
each_command = pytest.mark.parametrize("name", ["export", *OTHERS])


def prepared(folder: Path, name: str) -> tuple[tuple[str, ...], subprocess.CompletedProcess[bytes]]:
    """The command, and what an undisturbed run of it prints; its parts are in `clean`."""
    inputs_of(name, folder, PARTITIONS, 300)
    command = COMMANDS[name].arguments
    return command, run_in(folder, *command, "--parts", "clean")


def run_in(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([*COMMAND, *arguments], cwd=folder, capture_output=True, check=False)


def marks(folder: Path, name: str) -> dict[str, int]:
    """Which inputs are done, and when they were."""
    found = (folder / "out/.unfinished").glob(f"{COMMANDS[name].first}-*")
    return {path.name: path.stat().st_mtime_ns for path in found}


@each_command
def test_a_killed_run_goes_on_where_it_was(tmp_path: Path, name: str) -> None:
    command, undisturbed = prepared(tmp_path, name)
    process = (
        start(tmp_path, *command, *OUT, "--jobs", "2")
        if name != "isbn"
        else start(tmp_path, *command, *OUT)
    )
    wait_for(lambda: len(marks(tmp_path, name)) >= 2)
    helpers = children(process.pid)
    process.kill()
    process.communicate()
    wait_for(lambda: not any(map(is_running, helpers)))
    assert not list((tmp_path / "out").glob("part-*"))
    before = marks(tmp_path, name)
    again = run_in(tmp_path, *command, *OUT)
    assert again.returncode == 2  # it is not begun anew by mistake
    assert b"--resume" in again.stderr
    seen: dict[str, int] = {}
    process = subprocess.Popen(
        [*COMMAND, *command, *OUT, "--resume"],
        cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    while process.poll() is None and len(seen) < PARTITIONS:
        seen = marks(tmp_path, name)
    report, messages = process.communicate()
    assert {one: seen[one] for one in before} == before
    assert (process.returncode, report) == (undisturbed.returncode, undisturbed.stdout)
    assert messages == undisturbed.stderr
    assert made(tmp_path / "out") == made(tmp_path / "clean")


@pytest.mark.slow
@pytest.mark.parametrize("name", COMMANDS)
def test_shards_that_are_killed_at_any_moment_and_begun_again(tmp_path: Path, name: str) -> None:
    command, undisturbed = prepared(tmp_path, name)
    dice = random.Random(3)
    for _ in range(8):
        subprocess.run(["rm", "-rf", tmp_path / "out"], check=True)
        for _ in range(dice.choice([1, 2, 3])):
            shards = [start(tmp_path, *command, *OUT, "--shard", f"{n}/3") for n in (1, 2, 3)]
            time.sleep(dice.uniform(0.1, 2))
            for one in dice.sample(shards, 2):
                one.kill()
            for one in shards:
                one.communicate()
        process = start(tmp_path, *command, *OUT, "--resume")
        if dice.random() < 0.5:
            time.sleep(dice.uniform(0.1, 2))
            process.kill()
        process.communicate()
        last = run_in(tmp_path, *command, *OUT, "--resume")
        assert made(tmp_path / "out") == made(tmp_path / "clean")
        assert last.stdout in (undisturbed.stdout, b"")  # who was killed had reported all, perhaps


@each_command
def test_a_full_disk_is_said_and_what_is_done_is_kept(tmp_path: Path, name: str) -> None:
    inputs_of(name, tmp_path, PARTITIONS, 100)
    (large,) = tmp_path.glob("*/p03.*")
    lines = large.read_text().splitlines(keepends=True)
    large.write_text(lines[0] + "".join(lines[1:] * 40))
    command = COMMANDS[name].arguments
    limited = f"trap '' XFSZ; ulimit -f 400; exec {sys.executable} -m reportcite"
    ended = subprocess.run(
        ["bash", "-c", f'{limited} "$@"', "bash", *command, *OUT],
        cwd=tmp_path, capture_output=True, check=False,
    )  # fmt: skip
    assert ended.returncode == 3
    shown = large.relative_to(tmp_path)
    what = "parts" if name == "isbn" else "partitions"  # of wrong ISBNs little is noted
    assert f"1 of 8 {what} are missing ({shown}): ".encode() in ended.stderr
    assert b"cannot be written: File too large (what is done is kept" in ended.stderr
    assert b"--resume does only what is missing" in ended.stderr
    assert len(marks(tmp_path, name)) == PARTITIONS - (name != "isbn")
    run_in(tmp_path, *command, *OUT, "--resume")
    run_in(tmp_path, *command, "--parts", "clean")
    assert made(tmp_path / "out") == made(tmp_path / "clean")


@each_command
def test_a_killed_helper_changes_nothing(tmp_path: Path, name: str) -> None:
    command, undisturbed = prepared(tmp_path, name)
    process = start(tmp_path, *command, *OUT)
    wait_for(lambda: len(marks(tmp_path, name)) >= 2)
    for helper in children(process.pid):
        os.kill(helper, signal.SIGKILL)
    process.communicate()
    assert process.returncode == undisturbed.returncode
    assert made(tmp_path / "out") == made(tmp_path / "clean")


@pytest.mark.parametrize("name", STEPS)
def test_damaged_files_of_a_run_are_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    inputs_of(name, tmp_path, 2, 6)
    settings, steps = STEPS[name]
    inputs = COMMANDS[name].arguments[1]
    plan = done(Plan("out", partitions([inputs]), settings, name), steps)
    kept = {path: path.read_bytes() for path in Path(plan.state).glob("*-00001*")}
    named = set()
    for path, content in kept.items():
        for damaged in (content[: len(content) // 2], b"\xff" * len(content)):
            for step in steps[1:]:
                path.write_bytes(damaged)
                try:
                    step.work(plan, 0)
                except InputError as error:
                    assert "is damaged" in error.message
                    named.add(path.name)
            path.write_bytes(content)
    assert len(named) >= len(steps) - 1
