"""Some processes, what they are given, and what is taken back from them."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import pytest

from reportcite.batch.processes.workers import AHEAD, Workers

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="processes are forked")


class Waiting:
    """Says which process it is done by, but not before a file is there, unless that is this one."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.parent = os.getpid()

    def __call__(self, number: int) -> tuple[int, bool]:
        while os.getpid() != self.parent and not (self.folder / "go").exists():
            time.sleep(0.01)
        return number, os.getpid() == self.parent


def test_what_processes_have_no_room_for_is_done_here(tmp_path: Path) -> None:
    workers = Workers(Waiting(tmp_path), 2, forked=True)
    for number in range(2 * AHEAD + 2):
        workers.give(number, number)
    assert [number for number in range(2 * AHEAD + 2) if workers.has(number)] == [6, 7]
    (tmp_path / "go").touch()
    assert [workers.take(number) for number in range(2 * AHEAD + 2)] == [
        (number, number >= 2 * AHEAD) for number in range(2 * AHEAD + 2)
    ]
    workers.end()


def test_what_is_taken_back_is_done_here_and_not_again(tmp_path: Path) -> None:
    workers = Workers(Waiting(tmp_path), 1, forked=True)
    for number in range(AHEAD):
        workers.give(number, number)
    while workers.take_back():
        pass
    assert [number for number in range(AHEAD) if workers.has(number)] == [1, 2]
    (tmp_path / "go").touch()
    assert [workers.take(number) for number in range(AHEAD)] == [(0, False), (1, True), (2, True)]
    workers.end()


def test_a_process_that_never_comes_to_its_tasks_is_known_to_have_none_of_those_taken_back(
    tmp_path: Path,
) -> None:
    """One is killed while it has tasks that are done here by then: another does the first alone."""
    workers = Workers(Waiting(tmp_path), 1, forked=True)
    for number in range(AHEAD):
        workers.give(number, number)
    while workers.take_back():
        pass
    workers._workers[0].process.kill()
    (tmp_path / "go").touch()
    assert [workers.take(number) for number in range(AHEAD)] == [(0, False), (1, True), (2, True)]
    workers.end()
