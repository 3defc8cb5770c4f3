"""Spreads work over processes: results in the order of the tasks, never more of them than needed.

The executor of the standard library is not used: until Python 3.12 it waits for ever where a
process is lost while a large task is on its way, and its processes outlive a killed parent. Neither
is loky: its first result comes after 0.9 to 2.1 s, here after 0.1 to 0.3, as its processes import
all anew; 100,000 records take as long with both; and one lost process ends all that it was given.
"""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import suppress
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, TextIO, TypeVar

from reportcite.batch.processes.workers import (
    AHEAD,
    Answer,
    Workers,
    answered,
    lost,
    not_started,
    receive,
    start_thread,
)

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

_Task = TypeVar("_Task")
_Result = TypeVar("_Result")


def _never(task: object) -> bool:
    return False


def ordered(
    work: Callable[[_Task], _Result],
    tasks: Iterable[_Task],
    jobs: int,
    pauses: Callable[[_Task], bool] = _never,
    *,
    anew: bool = False,
) -> Iterator[_Result]:
    """`work(task)` for each task, in their order, by `jobs` processes, of which this is one. After
    a task that `pauses` all results are given before the next task is asked for.

    No more processes are started than there are tasks, and only a few tasks a process are taken
    before their results are asked for. `work`, tasks and results are pickled. What a process
    had that is ended from outside another one does, and a task at which one was ended at most twice
    more; some of the last tasks two may do, if rarely. With `anew` processes are no copies of this
    one, in which what the threads of a library hold would be held for ever. Raises WorkerLost, and
    what `work` raises.
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
    # A fork starts at once; other systems cannot do it safely.
    workers = Workers(work, len(some) - 1, forked=sys.platform == "linux" and not anew)
    try:
        yield from _spread(workers, chain(some, waiting), pauses)
    finally:
        workers.end()


def elsewhere(results: Iterable[_Result]) -> Generator[_Result, None, None]:
    """`results`, found by another process, which is at most one ahead.

    That process is a copy of this one, with all that is open: only where processes are forked.
    Raises WorkerLost, and what `results` raises.
    """
    from multiprocessing import get_context

    context = get_context("fork")
    ours, theirs = context.Pipe()
    process = context.Process(target=_give, args=(theirs, ours, results, sys.stdin), daemon=True)
    # Else it would close standard input as it begins, of which the results may be.
    standard_input, sys.stdin = sys.stdin, None
    try:
        process.start()
    except OSError as error:
        raise not_started(error) from error
    finally:
        sys.stdin = standard_input
    theirs.close()
    try:
        while (answer := _received(ours)) is not None:
            yield answer.value()
    finally:
        ours.close()
        process.kill()  # it has nothing to finish
        process.join()


def _received(connection: Connection) -> Answer | None:
    try:
        answer: Answer | None = connection.recv()
    except (EOFError, OSError) as error:
        raise lost() from error
    return answer


def _give(
    connection: Connection, other: Connection, results: Iterable[Any], standard_input: TextIO
) -> None:
    """Send an answer for each of `results`, and None behind the last."""
    sys.stdin = standard_input
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interrupt is for the first process to act on
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    other.close()
    from queue import SimpleQueue

    waiting = iter(results)
    with suppress(OSError, MemoryError):  # nobody takes the answer any more, or there is no room
        # Nothing comes but the end, at which a process that waits for its input must end, too.
        start_thread(receive, connection, SimpleQueue())
        while True:
            answer = answered(lambda _: [*islice(waiting, 1)], None)
            if answer.result == []:
                connection.send(None)
                return
            connection.send(answer if answer.error else Answer(answer.result[0], None))


def _spread(workers: Workers, tasks: Iterator[Any], pauses: Callable[[Any], bool]) -> Iterator[Any]:
    """The results of `tasks`. What others have no room for is worked on here, and in the end what
    they have not begun."""
    # As many answers are kept at most as tasks may be on their way.
    most = AHEAD * (len(workers) + 1) + 1
    given = taken = 0
    for task in tasks:
        workers.give(taken, task)
        taken += 1
        least = 1 if pauses(task) else most
        while taken - given >= least or (given < taken and workers.has(given)):
            yield workers.take(given)
            given += 1
    while given < taken:
        while not workers.has(given) and workers.take_back():
            pass
        yield workers.take(given)
        given += 1
