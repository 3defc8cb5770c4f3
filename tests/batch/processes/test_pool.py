"""Work spread over processes: the same results in the same order, whatever happens on the way."""

from __future__ import annotations

import errno
import multiprocessing
import os
import select
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import partial
from itertools import islice
from pathlib import Path

import pytest

from reportcite.batch.processes import forks
from reportcite.batch.processes.forks import Connection
from reportcite.batch.processes.pool import elsewhere, ordered
from reportcite.batch.processes.workers import WorkerLost
from tests.faults.runs import children, wait_for


def square_late(number: int) -> int:
    time.sleep(0.02 * (number % 3))  # so that later tasks are done before earlier ones
    return number * number


def echo(data: bytes) -> bytes:
    return data


def fail(number: int) -> int:
    if number == 7:
        raise ValueError(number)
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


@pytest.mark.parametrize("losses", [1, 2])
def test_another_process_does_what_one_had_that_was_ended(tmp_path: Path, losses: int) -> None:
    work = partial(end_at_first, tmp_path, os.getpid(), losses)
    assert list(ordered(work, range(20), 2)) == list(range(20))
    assert len(list(tmp_path.iterdir())) == losses


def test_a_task_at_which_three_processes_were_ended_is_an_error(tmp_path: Path) -> None:
    results = ordered(partial(end_at_first, tmp_path, os.getpid(), 99), range(20), 2)
    assert next(results) == 0
    with pytest.raises(WorkerLost, match="ended from outside"):
        list(results)
    assert len(list(tmp_path.iterdir())) == 3
    assert not children(os.getpid())


def end_at_first(folder: Path, parent: int, losses: int, number: int) -> int:
    """Ends processes at the first task that any of them has, as many; `parent` waits for that."""
    if os.getpid() == parent:
        wait_for(lambda: not number or len(list(folder.iterdir())) >= min(losses, 1))
    elif len(list(folder.iterdir())) < losses:
        (folder / str(os.getpid())).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def test_large_tasks_of_a_lost_process_are_given_to_another(tmp_path: Path) -> None:
    tasks = [bytes([number]) * (1 << 21) for number in range(12)]
    assert list(ordered(partial(end_once, tmp_path, os.getpid()), tasks, 2)) == tasks
    assert (tmp_path / "ended").exists()


def end_once(folder: Path, parent: int, data: bytes) -> bytes:
    ended = folder / "ended"
    if os.getpid() == parent:
        wait_for(lambda: not data[0] or ended.exists())
    elif not ended.exists():
        ended.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return data


def test_the_last_tasks_are_done_by_who_has_nothing_else_to_do(tmp_path: Path) -> None:
    """A process that is slow, or stopped, holds up the task it is at, and none behind it."""
    work = partial(wait_at_first, tmp_path, os.getpid())
    found = list(ordered(work, range(7), 2))
    assert [number for number, _ in found] == [*range(7)]
    assert [process for _, process in found].count(os.getpid()) == 6


def wait_at_first(folder: Path, parent: int, number: int) -> tuple[int, int]:
    """Here all is done at once; elsewhere the first task takes until all others are done here."""
    if os.getpid() == parent:
        (folder / str(number)).touch()
    else:
        wait_for(lambda: len(list(folder.iterdir())) == 6)
    return number, os.getpid()


def test_this_process_does_a_share_of_the_work() -> None:
    found = [process for _, process in ordered(late, range(40), 2)]
    assert len({*found}) == 2
    assert 5 < found.count(os.getpid()) < 35


def late(number: int) -> tuple[int, int]:
    time.sleep(0.002)
    return number, os.getpid()


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
    results = ordered(partial(stop_elsewhere, os.getpid()), range(20), 2)
    assert next(results) == 0
    time.sleep(0.2)
    results.close()  # type: ignore[attr-defined]  # it is a generator


def stop_elsewhere(parent: int, number: int) -> int:
    if os.getpid() != parent:
        os.kill(os.getpid(), signal.SIGSTOP)
    return number


def test_processes_that_cannot_be_started_are_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EMFILE, os.strerror(errno.EMFILE))

    monkeypatch.setattr(forks, "pipe", refuse)
    with pytest.raises(WorkerLost, match="Too many open files"):
        list(ordered(echo_number, range(20), 2))


@pytest.mark.parametrize(("tasks", "started"), [(1, 0), (2, 0), (3, 1), (4, 2), (40, 4)])
def test_no_more_processes_are_started_than_there_are_tasks(tasks: int, started: int) -> None:
    """The first task is worked on here, and so is a second that is the last; then one of several
    processes is this one."""
    results = ordered(echo_number, range(tasks), 5)
    next(results)
    if tasks > 1:
        next(results)
    assert len(children(os.getpid())) == started
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


# --- results that another process finds one after the other -----------------------------------

forked = pytest.mark.skipif(
    "fork" not in multiprocessing.get_all_start_methods(), reason="processes are not forked here"
)


@forked
@pytest.mark.parametrize("count", [0, 1, 23])
def test_results_found_elsewhere_come_in_their_order(count: int) -> None:
    found = [*elsewhere((number, os.getpid()) for number in range(count))]
    assert [number for number, _ in found] == [*range(count)]
    assert os.getpid() not in {process for _, process in found}


@forked
def test_what_is_raised_elsewhere_is_raised_here_behind_what_was_found_before() -> None:
    found: list[int] = []
    with pytest.raises(ValueError, match="7"):
        for number in elsewhere(map(fail, range(9))):
            found.append(number)
    assert found == [*range(7)]


@forked
def test_who_stops_asking_ends_the_other_process() -> None:
    results = elsewhere(iter(int, 1))
    assert [*islice(results, 3)] == [0, 0, 0]
    assert multiprocessing.active_children()
    results.close()
    assert not multiprocessing.active_children()


@forked
def test_a_process_that_is_ended_from_outside_is_said_to_be_lost() -> None:
    def results() -> Iterator[int]:
        yield 1
        os.kill(os.getpid(), signal.SIGKILL)

    found = elsewhere(results())
    assert next(found) == 1
    with pytest.raises(WorkerLost):
        next(found)


@forked
def test_what_is_found_elsewhere_is_at_most_a_little_ahead(tmp_path: Path) -> None:
    """A large result waits until it is taken, and nothing else is made in the meantime."""
    made = tmp_path / "made"

    def results() -> Iterator[bytes]:
        for _ in range(50):
            with made.open("ab") as file:
                file.write(b".")
            yield bytes(1 << 20)

    found = elsewhere(results())
    next(found)
    time.sleep(0.1)
    assert made.stat().st_size <= 3
    assert len([*found]) == 49


@forked
def test_what_is_found_elsewhere_may_come_from_standard_input() -> None:
    script = "import sys; from reportcite.batch.processes.pool import elsewhere\n"
    script += "lines = elsewhere(line for line in sys.stdin.buffer)\n"
    script += "print([*lines], sys.stdin.closed)"
    done = subprocess.run(
        [sys.executable, "-c", script], input=b"1\n2\n", capture_output=True, check=False
    )
    assert done.stdout == b"[b'1\\n', b'2\\n'] False\n", done.stderr.decode()


@forked
def test_a_process_that_waits_for_its_input_ends_with_the_one_that_asks(tmp_path: Path) -> None:
    script = "import os, sys, time; from reportcite.batch.processes.pool import elsewhere\n"
    script += "def results():\n    yield os.getpid()\n    time.sleep(600)\n"
    script += "found = elsewhere(results()); print(next(found), flush=True); next(found)"
    first = subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE)
    assert first.stdout is not None
    with first.stdout as output:
        assert int(output.readline())
        first.kill()
        first.wait()
        # The other one has standard output open as long as it lives.
        assert select.select([output], [], [], 20)[0], "it is left behind"
        assert output.read() == b""
