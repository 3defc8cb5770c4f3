"""Spreads work over processes: results in the order of the tasks, never more of them than needed.

The executor of the standard library is not used: until Python 3.12 it waits for ever where a
process is lost while a large task is on its way, and its processes outlive a killed parent.
"""

from __future__ import annotations

import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import chain, islice
from queue import SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, Any, Final, TypeVar

from reportcite.errors import ReportciteError
from reportcite.tuples import NamedTuple

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

_Task = TypeVar("_Task")
_Result = TypeVar("_Result")

_AHEAD: Final = 4
"""Tasks that a worker has at once, so that the next one is there when it has done the first."""


class WorkerLost(ReportciteError):
    """A process that worked for this one could not be started, or was ended from outside, as when
    memory runs out."""


class _Answer(NamedTuple):
    """What became of a task: its result, or what was raised."""

    result: Any
    error: Exception | None


@dataclass(slots=True)
class _Worker:
    """The way to a process, and the numbers of the tasks it has not answered yet."""

    connection: Connection
    tasks: deque[int] = field(default_factory=deque)


def _never(task: object) -> bool:
    return False


def ordered(
    work: Callable[[_Task], _Result],
    tasks: Iterable[_Task],
    jobs: int,
    pauses: Callable[[_Task], bool] = _never,
) -> Iterator[_Result]:
    """`work(task)` for each task, in their order, by `jobs` processes. After a task that `pauses`
    all results are given before the next task is asked for.

    No more processes are started than there are tasks, and only a few tasks a process are taken
    before their results are asked for. The first task, and
    all those of one job, are worked on here. `work`, tasks and results are pickled. Raises
    WorkerLost, and what `work` raises.
    """
    waiting = iter(tasks)
    # What the first task loads and finds out, forked processes have from their beginning.
    yield from map(work, islice(waiting, 1))
    some: list[_Task] = []
    for task in waiting if jobs > 1 else ():
        some.append(task)
        if pauses(task):
            yield from map(work, some)
            some = []
        elif len(some) == jobs:
            break
    if len(some) < 2:
        yield from map(work, chain(some, waiting))
        return
    with _workers(work, len(some)) as workers:
        yield from _spread(workers, chain(some, waiting), pauses)


def _spread(
    workers: list[_Worker], tasks: Iterator[Any], pauses: Callable[[Any], bool]
) -> Iterator[Any]:
    answers: dict[int, _Answer] = {}
    next_answer = 0
    for number, task in enumerate(tasks):
        worker = min(workers, key=lambda worker: len(worker.tasks))
        _send(worker, number, task)
        # As many answers are kept at most as tasks may be on their way.
        most = 0 if pauses(task) else _AHEAD * len(workers) - 1
        while number - next_answer >= most:
            yield _take(workers, answers, next_answer)
            next_answer += 1
    while any(worker.tasks for worker in workers) or answers:
        yield _take(workers, answers, next_answer)
        next_answer += 1


def _send(worker: _Worker, number: int, task: Any) -> None:
    try:
        worker.connection.send(task)
    except OSError as error:
        raise lost() from error
    worker.tasks.append(number)


def _take(workers: list[_Worker], answers: dict[int, _Answer], number: int) -> Any:
    """The answer to task `number`; others that are there sooner are put by in `answers`."""
    from multiprocessing.connection import wait

    busy = {worker.connection: worker for worker in workers if worker.tasks}
    while number not in answers:
        for connection in wait(list(busy)):
            worker = busy[connection]  # type: ignore[index]  # nothing else is waited for
            try:
                answers[worker.tasks[0]] = worker.connection.recv()
            except (EOFError, OSError) as error:
                raise lost() from error
            worker.tasks.popleft()
            if not worker.tasks:
                del busy[worker.connection]
    answer = answers.pop(number)
    if answer.error is not None:
        raise answer.error
    return answer.result


def _not_started(error: OSError) -> WorkerLost:
    return WorkerLost(
        f"no more processes can be started: {error.strerror or error}",
        suggestion="try fewer with --jobs",
    )


def lost() -> WorkerLost:
    """What to raise where a process has ended without an answer."""
    return WorkerLost(
        "a process of this run was ended from outside",
        suggestion="there may be too little memory; try --jobs 1",
    )


@contextmanager
def _workers(work: Callable[[Any], Any], jobs: int) -> Iterator[list[_Worker]]:
    """Processes that end at once when the block is left, even if it is left by a kill."""
    from multiprocessing import get_context

    # A fork starts at once, and nothing runs beside this one; other systems cannot do it safely.
    forked = sys.platform == "linux"
    context: Any = get_context("fork" if forked else "spawn")
    ours: list[Connection] = []
    processes = []
    try:
        for _ in range(jobs):
            try:
                our_end, their_end = context.Pipe()
                ours.append(our_end)
                # A fork has copies of our ends, too; as long as one is open, no end is noticed.
                process = context.Process(
                    target=_serve, args=(their_end, work, ours if forked else []), daemon=True
                )
                process.start()
            except OSError as error:
                raise _not_started(error) from error
            processes.append(process)
            their_end.close()
        yield [_Worker(connection) for connection in ours]
    finally:
        for connection in ours:
            connection.close()
        for process in processes:
            # It has nothing to finish; one that is stopped (SIGSTOP) would not notice our end.
            process.kill()
            process.join()


def _serve(connection: Connection, work: Callable[[Any], Any], inherited: list[Connection]) -> None:
    """Answer tasks until the other end is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interrupt is for the first process to act on
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    for other in inherited:
        other.close()
    tasks: SimpleQueue[Any] = SimpleQueue()
    try:
        # Tasks are always taken, so that both sides never wait for each other to receive.
        _start_thread(_receive, connection, tasks)
        while True:
            connection.send(_answer(work, tasks.get()))
    except (OSError, MemoryError):  # nobody takes the answer any more, or there is no room for it
        return


def _start_thread(target: Callable[..., None], *arguments: object) -> None:
    try:
        Thread(target=target, args=arguments, daemon=True).start()
    except RuntimeError as error:  # as Python calls it that there is no room for one
        raise MemoryError from error


def _receive(connection: Connection, tasks: SimpleQueue[Any]) -> None:
    """Put what comes into `tasks`; end this process, in the middle of its work, at the end."""
    try:
        while True:
            tasks.put(connection.recv())
    finally:  # whatever it is, as when there is no memory for a task: nobody waits for an answer
        signal.raise_signal(signal.SIGTERM)


def _answer(work: Callable[[Any], Any], task: Any) -> _Answer:
    try:
        return _Answer(work(task), None)
    except Exception as error:  # whatever it is, it is raised where the result is asked for
        import traceback

        error.add_note(traceback.format_exc())
        return _Answer(None, error)
