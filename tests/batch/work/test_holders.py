"""Processes that keep what they are given, whatever happens to them."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from reportcite.batch.processes.workers import AHEAD, WorkerLost
from reportcite.batch.work.holders import Holders, Request

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="forks processes")


class Sum:
    """Adds up what it is given; may end its process as it does so, if a file says so."""

    def __init__(self, folder: Path) -> None:
        self.total = 0
        self.folder = folder

    def __call__(self, request: Request) -> Any:
        (number,) = request.arguments
        if request.method == "fail":
            raise ValueError(number)
        for path in self.folder.glob("end-*"):
            if number == 7:
                path.unlink()
                os._exit(1)
        self.total += number
        return self.total


@contextmanager
def holders(folder: Path, count: int = 2) -> Iterator[Holders]:
    started = Holders(Sum(folder), count)
    try:
        yield started
    finally:
        started.end()


def test_each_keeps_what_it_is_given_and_answers_in_order(tmp_path: Path) -> None:
    with holders(tmp_path) as some:
        waits = [some.ask(number % 2, "add", number) for number in range(1, 20)]
        assert waits[-1]() == sum(range(1, 20, 2))  # before what was asked first
        assert [wait() for wait in waits[1::2]] == [2, 6, 12, 20, 30, 42, 56, 72, 90]


def test_what_one_raises_is_raised_where_it_is_asked_for(tmp_path: Path) -> None:
    with holders(tmp_path) as some:
        failing, adding = some.ask(0, "fail", 5), some.ask(0, "add", 1)
        with pytest.raises(ValueError, match="5"):
            failing()
        assert adding() == 1


@pytest.mark.parametrize("taken", [0, 3])
@pytest.mark.parametrize("losses", [1, 2])
def test_another_one_learns_again_what_a_lost_one_knew(
    tmp_path: Path, taken: int, losses: int
) -> None:
    for number in range(losses):
        (tmp_path / f"end-{number}").touch()
    with holders(tmp_path) as some:
        waits = [some.ask(0, "add", number) for number in range(1, 7)]
        first = [wait() for wait in waits[:taken]]
        waits.append(some.ask(0, "add", 7))
        other = some.ask(1, "add", 100)
        assert [*first, *(wait() for wait in waits[taken:])] == [1, 3, 6, 10, 15, 21, 28]
        assert other() == 100


def test_one_that_is_lost_again_and_again_is_given_up(tmp_path: Path) -> None:
    for number in range(3):
        (tmp_path / f"end-{number}").touch()
    with holders(tmp_path) as some:
        wait = some.ask(0, "add", 7)
        with pytest.raises(WorkerLost):
            wait()


def test_who_has_least_to_do_is_given_more_and_nobody_too_much(tmp_path: Path) -> None:
    with holders(tmp_path) as some:
        given, waits = [], []
        for _ in range(2 * AHEAD + 1):  # for the last it waits for one to have answered
            given.append(some.least_asked())
            waits.append(some.ask(given[-1], "add", 1))
        assert given[:2] == [0, 1]
        assert all(wait() for wait in waits)
