"""Work spread over processes: the same results in the same order, whatever happens on the way."""

from __future__ import annotations

import errno
import multiprocessing.connection
import os
import signal
import time
from collections.abc import Iterator
from itertools import islice
from multiprocessing.connection import Connection

import pytest

from reportcite.batch.pool import WorkerLost, ordered


def square_late(number: int) -> int:
    time.sleep(0.02 * (number % 3))  # so that later tasks are done before earlier ones
    return number * number


def echo(data: bytes) -> bytes:
    return data


def fail(number: int) -> int:
    if number == 7:
        raise ValueError(number)
    return number


def end_at_five(number: int) -> int:
    if number == 5:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


@pytest.mark.parametrize("jobs", [1, 2, 5])
@pytest.mark.parametrize("count", [0, 1, 2, 23])
def test_results_come_in_the_order_of_the_tasks(jobs: int, count: int) -> None:
    assert list(ordered(square_late, range(count), jobs)) == [n * n for n in range(count)]


def test_large_tasks_and_results_do_not_block_each_other() -> None:
    tasks = [bytes([number]) * (1 << 21) for number in range(12)]
    assert list(ordered(echo, tasks, 2)) == tasks


@pytest.mark.parametrize("jobs", [1, 2])
def test_tasks_are_taken_only_as_results_are_asked_for(jobs: int) -> None:
    taken = []

    def tasks() -> Iterator[int]:
        for number in range(1000):
            taken.append(number)
            yield number

    assert list(islice(ordered(echo_number, tasks(), jobs), 10)) == list(range(10))
    assert len(taken) < 10 + 3 * jobs + 2


def echo_number(number: int) -> int:
    return number


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_the_work_raises_is_raised_in_its_place(jobs: int) -> None:
    results = ordered(fail, range(20), jobs)
    assert list(islice(results, 7)) == list(range(7))
    with pytest.raises(ValueError, match="7"):
        next(results)


def test_a_process_that_is_ended_from_outside_is_an_error() -> None:
    with pytest.raises(WorkerLost):
        list(ordered(end_at_five, range(20), 2))


def test_a_process_without_memory_for_a_task_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """The forked processes have the connection that fails to receive; this one does not."""
    parent, receive = os.getpid(), Connection.recv

    def without_memory(connection: Connection) -> object:
        if os.getpid() != parent:
            raise MemoryError
        return receive(connection)

    monkeypatch.setattr(Connection, "recv", without_memory)
    with pytest.raises(WorkerLost, match="memory"):
        list(ordered(echo_number, range(20), 2))


def test_a_process_that_is_stopped_does_not_hold_up_the_end() -> None:
    results = ordered(stop_at_nine, range(20), 2)
    assert next(results) == 0
    time.sleep(0.2)
    results.close()  # type: ignore[attr-defined]  # it is a generator


def stop_at_nine(number: int) -> int:
    if number:
        os.kill(os.getpid(), signal.SIGSTOP)
    return number


def test_processes_that_cannot_be_started_are_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EMFILE, os.strerror(errno.EMFILE))

    monkeypatch.setattr(multiprocessing.connection, "Pipe", refuse)
    with pytest.raises(WorkerLost, match="Too many open files"):
        list(ordered(echo_number, range(20), 2))


@pytest.mark.parametrize(("tasks", "started"), [(1, 0), (2, 0), (3, 2), (4, 3), (40, 5)])
def test_no_more_processes_are_started_than_there_are_tasks(tasks: int, started: int) -> None:
    """The first task is worked on here, and so is a second that is the last."""
    results = ordered(echo_number, range(tasks), 5)
    next(results)
    if tasks > 1:
        next(results)
    assert len(multiprocessing.active_children()) == started
    assert len(list(results)) == max(0, tasks - 2)


@pytest.mark.parametrize("jobs", [1, 2, 3])
@pytest.mark.parametrize("every", [1, 2, 5, 20])
def test_all_results_are_given_before_a_pause_ends(jobs: int, every: int) -> None:
    given: list[int] = []

    def tasks() -> Iterator[int]:
        for number in range(60):
            if number and (number - 1) % every == 0:
                assert given == [*range(number)]
            yield number

    for result in ordered(echo_number, tasks(), jobs, lambda number: number % every == 0):
        given.append(result)
    assert given == [*range(60)]
