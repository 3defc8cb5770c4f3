"""Runs in parts that are killed at random moments, the runs that go on with them too: in the end
there are the bytes, the report and the exit code of a run that nothing happened to."""

from __future__ import annotations

import os
import random
import shutil
import signal
import time
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.cluster.catalogues import COMMANDS, inputs_of, made
from tests.conftest import Run

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="kills copies of this process")


class Ended(NamedTuple):
    """Whether it was killed before its end, its exit code, what it printed, and the seconds."""

    killed: bool
    code: int
    printed: bytes
    seconds: float


def run_until(folder: Path, arguments: tuple[str, ...], moment: float | None) -> Ended:
    """The command line in a copy of this process, which has loaded all; it is killed after so many
    seconds."""
    printed = folder / "printed"
    begun = time.monotonic()
    child = os.fork()
    if not child:
        _run(folder, arguments, printed)
    if moment is not None:
        time.sleep(moment)
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    code = os.waitstatus_to_exitcode(status)
    return Ended(code < 0, code, printed.read_bytes(), time.monotonic() - begun)


def _run(folder: Path, arguments: tuple[str, ...], printed: Path) -> None:
    code = 99
    try:
        from reportcite.cli.main import main

        os.chdir(folder)
        with (
            printed.open("w", encoding="utf-8") as out,
            Path(os.devnull).open("w", encoding="utf-8") as nowhere,
            redirect_stdout(out),
            redirect_stderr(nowhere),
        ):
            code = main(arguments)
    finally:
        os._exit(code)


def kill_and_go_on(run: Run, folder: Path, name: str, kills: int, size: int) -> None:
    """Kill runs until there were so many `kills`; where one comes to its end before, look at what
    it made, and begin anew."""
    inputs_of(name, folder, 4, size)
    command = (*COMMANDS[name].arguments, "--jobs", "1")[: None if name != "isbn" else -2]
    run(*command, "--parts", "loaded")  # which its copies find in memory
    undisturbed = run_until(folder, (*command, "--parts", "clean"), None)
    assert undisturbed.code in {1, 3}  # it has something to say
    moments = random.Random(name)
    begun_again = (*command, "--parts", "out", "--resume")
    killed = 0
    while killed < kills:
        for _ in range(min(kills, 4)):
            moment = moments.uniform(0, undisturbed.seconds)
            killed += run_until(folder, begun_again, moment).killed
        for _ in range(2):  # the second finds it whole
            last = run_until(folder, begun_again, None)
            assert last.code == undisturbed.code
            assert made(folder / "out") == made(folder / "clean")
            assert last.printed == undisturbed.printed
        shutil.rmtree(folder / "out")


@pytest.fixture(autouse=True)
def unsynced(monkeypatch: pytest.MonkeyPatch) -> None:
    """Kills do not cut the power, and to write all through to the disk takes most of the time."""
    monkeypatch.setattr(os, "fsync", lambda _: None)


@pytest.mark.parametrize(
    "name",
    [pytest.param(one, marks=() if one == "export" else pytest.mark.slow) for one in COMMANDS],
)
def test_a_few_kills_change_nothing(run: Run, tmp_path: Path, name: str) -> None:
    kill_and_go_on(run, tmp_path, name, 2, 3)


@pytest.mark.slow
@pytest.mark.parametrize("name", COMMANDS)
def test_two_hundred_kills_change_nothing(run: Run, tmp_path: Path, name: str) -> None:
    kill_and_go_on(run, tmp_path, name, 50, 20)
