"""Spreads work over processes: results in the order of the tasks, never more of them than needed.

A process that works for this one ends when this one does, however it ends.
"""

from __future__ import annotations

import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import chain, islice
from multiprocessing import get_context
from multiprocessing.connection import Connection
from threading import Thread
from typing import TypeVar

from reportcite.errors import ReportciteError

_Task = TypeVar("_Task")
_Result = TypeVar("_Result")


class WorkerLost(ReportciteError):
    """A process that worked for this one was ended from outside, as when memory runs out."""


def ordered(
    work: Callable[[_Task], _Result], tasks: Iterable[_Task], jobs: int
) -> Iterator[_Result]:
    """`work(task)` for each task, in their order, by `jobs` processes.

    At most three tasks a process are taken before their results are asked for. A single task, and
    those of one job, are worked on here. `work` and the tasks are pickled. Raises WorkerLost.
    """
    waiting = iter(tasks)
    first = list(islice(waiting, 2)) if jobs > 1 else []
    if len(first) < 2:
        yield from map(work, chain(first, waiting))
        return
    with _processes(jobs) as executor:
        yield from _spread(executor, work, chain(first, waiting), 3 * jobs)


def _spread(
    executor: ProcessPoolExecutor,
    work: Callable[[_Task], _Result],
    tasks: Iterator[_Task],
    most: int,
) -> Iterator[_Result]:
    begun: deque[Future[_Result]] = deque()
    try:
        for task in tasks:
            begun.append(executor.submit(work, task))
            if len(begun) >= most:
                yield begun.popleft().result()
        while begun:
            yield begun.popleft().result()
    except BrokenProcessPool as error:
        raise WorkerLost(
            "a process of this run was ended from outside",
            suggestion="there may be too little memory; try --jobs 1",
        ) from error


@contextmanager
def _processes(jobs: int) -> Iterator[ProcessPoolExecutor]:
    """Processes that end at once when the block is left, even if it is left by a kill."""
    # A fork starts at once, and nothing runs beside this yet; other systems cannot do it safely.
    context = get_context("fork" if sys.platform == "linux" else "spawn")
    theirs, ours = context.Pipe(duplex=False)
    executor = ProcessPoolExecutor(
        jobs, mp_context=context, initializer=_begin, initargs=(theirs, ours)
    )
    try:
        yield executor
        executor.shutdown()
    finally:
        executor.shutdown(wait=False, cancel_futures=True)
        ours.close()
        theirs.close()


def _begin(lifeline: Connection, other_end: Connection) -> None:
    """Prepare a process: an interrupt is for the first one alone to act on."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    other_end.close()
    Thread(target=_end_with, args=(lifeline,), daemon=True).start()


def _end_with(lifeline: Connection) -> None:
    """End this process when the other end of `lifeline`, which only the first one holds, closes."""
    try:
        lifeline.recv_bytes()
    except (EOFError, OSError):
        signal.raise_signal(signal.SIGTERM)
