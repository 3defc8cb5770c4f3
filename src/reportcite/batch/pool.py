"""Spreads work over processes: results in the order of the tasks, never more of them than needed.

The executor of the standard library is not used: until Python 3.12 it waits for ever where a
process is lost while a large task is on its way, and its processes outlive a killed parent. Neither
is loky: its first result comes after 0.9 to 2.1 s, here after 0.1 to 0.3, as its processes import
all anew; 100,000 records take as long with both; and one lost process ends all that it was given.
"""

from __future__ import annotations

import signal
import sys
from collections import Counter, deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import suppress
from itertools import chain, islice
from threading import Thread
from typing import TYPE_CHECKING, Any, Final, TextIO, TypeVar

from reportcite.errors import ReportciteError
from reportcite.tuples import NamedTuple

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from queue import SimpleQueue

_Task = TypeVar("_Task")
_Result = TypeVar("_Result")

AHEAD: Final = 4
"""Tasks that a worker has at once, so that the next one is there when it has done the first."""


ATTEMPTS: Final = 2
"""How often a task is given to another process when one was lost at it."""


class WorkerLost(ReportciteError):
    """A process that worked for this one could not be started, or was ended from outside, as when
    memory runs out."""


class Answer(NamedTuple):
    """What became of a task: its result, or what was raised."""

    result: Any
    error: Exception | None

    def value(self) -> Any:
        """The result; raises what was raised."""
        if self.error is not None:
            raise self.error
        return self.result


class Worker:
    """A process, the way to it, and the tasks it has not answered yet, by their numbers."""

    __slots__ = ("connection", "process", "tasks")

    def __init__(self, process: Any, connection: Connection) -> None:
        self.process = process
        self.connection = connection
        self.tasks: deque[tuple[int, Any]] = deque()

    def send(self, task: Any) -> None:
        """Send a task; that nobody is there to take it is seen where its answer is waited for."""
        with suppress(OSError):
            self.connection.send(task)

    def end(self) -> None:
        """End it at once."""
        self.connection.close()
        # It has nothing to finish; one that is stopped (SIGSTOP) would not notice our end.
        self.process.kill()
        self.process.join()


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
    """`work(task)` for each task, in their order, by `jobs` processes. After a task that `pauses`
    all results are given before the next task is asked for.

    No more processes are started than there are tasks, and only a few tasks a process are taken
    before their results are asked for. The first task, and
    all those of one job, are worked on here. `work`, tasks and results are pickled. What a process
    had that is ended from outside another one does, and a task at which one was ended at most twice
    more. With `anew` processes are no copies of this one, in which what the threads of a library
    hold would be held for ever. Raises WorkerLost, and what `work` raises.
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
    workers = _Workers(work, len(some), forked=sys.platform == "linux" and not anew)
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
        raise _not_started(error) from error
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
        _start_thread(_receive, connection, SimpleQueue())
        while True:
            answer = _answer(lambda _: [*islice(waiting, 1)], None)
            if answer.result == []:
                connection.send(None)
                return
            connection.send(answer if answer.error else Answer(answer.result[0], None))


def _spread(
    workers: _Workers, tasks: Iterator[Any], pauses: Callable[[Any], bool]
) -> Iterator[Any]:
    next_answer = 0
    for number, task in enumerate(tasks):
        workers.send(number, task)
        # As many answers are kept at most as tasks may be on their way.
        most = 0 if pauses(task) else AHEAD * len(workers) - 1
        while number - next_answer >= most:
            yield workers.take(next_answer)
            next_answer += 1
    while workers.are_busy():
        yield workers.take(next_answer)
        next_answer += 1


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


class _Workers:
    """Processes that have tasks and answer them; of those that are lost, others are started."""

    def __init__(self, work: Callable[[Any], Any], jobs: int, *, forked: bool) -> None:
        from multiprocessing import get_context

        # A fork starts at once, and nothing runs beside this one; other systems cannot do it
        # safely.
        self._forked = forked
        self._context: Any = get_context("fork" if self._forked else "spawn")
        self._work = work
        self._workers: list[Worker] = []
        self._answers: dict[int, Answer] = {}
        self._losses: Counter[int] = Counter()  # of each task, processes that were lost at it
        try:
            for _ in range(jobs):
                self._workers.append(self._started())
        except BaseException:
            self.end()
            raise

    def __len__(self) -> int:
        return len(self._workers)

    def are_busy(self) -> bool:
        """Whether an answer is to come, or there."""
        return bool(self._answers) or any(worker.tasks for worker in self._workers)

    def send(self, number: int, task: Any) -> None:
        """Give a task to the process that has fewest."""
        _send(min(self._workers, key=lambda worker: len(worker.tasks)), number, task)

    def take(self, number: int) -> Any:
        """The answer to task `number`; others that are there sooner are put by."""
        from multiprocessing.connection import wait

        while number not in self._answers:
            busy = {worker.connection: worker for worker in self._workers if worker.tasks}
            for connection in wait(list(busy)):
                worker = busy[connection]  # type: ignore[index]  # nothing else is waited for
                try:
                    answer = worker.connection.recv()
                except (EOFError, OSError):
                    self._replace(worker)
                else:
                    self._answers[worker.tasks.popleft()[0]] = answer
        return self._answers.pop(number).value()

    def end(self) -> None:
        """End all processes at once."""
        for worker in self._workers:
            worker.end()

    def _replace(self, lost_one: Worker) -> None:
        """Have another process do what one that is lost has not answered."""
        number, _ = lost_one.tasks[0]  # that it was at
        self._losses[number] += 1
        if self._losses[number] > ATTEMPTS:
            raise lost()
        lost_one.end()
        self._workers.remove(lost_one)
        other = self._started()
        self._workers.append(other)
        for each in lost_one.tasks:
            _send(other, *each)

    def _started(self) -> Worker:
        ours = [worker.connection for worker in self._workers]
        return started(self._work, self._context, ours if self._forked else None)


def started(
    work: Callable[[Any], Any], context: Any, ours: Iterable[Connection] | None = None
) -> Worker:
    """A process that does `work` on what it is sent; `ours` are our ends of the ways to others,
    None where it is not forked."""
    try:
        our_end, their_end = context.Pipe()
        # A fork has copies of our ends, too; as long as one is open, no end is noticed.
        inherited = [] if ours is None else [*ours, our_end]
        arguments = (their_end, work, inherited)
        process = context.Process(target=_serve, args=arguments, daemon=True)
        process.start()
    except OSError as error:
        raise _not_started(error) from error
    their_end.close()
    return Worker(process, our_end)


def _send(worker: Worker, number: int, task: Any) -> None:
    worker.tasks.append((number, task))
    worker.send(task)


def _serve(connection: Connection, work: Callable[[Any], Any], inherited: list[Connection]) -> None:
    """Answer tasks until the other end is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interrupt is for the first process to act on
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    for other in inherited:
        other.close()
    from queue import SimpleQueue  # most runs have no other process

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


def _answer(work: Callable[[Any], Any], task: Any) -> Answer:
    try:
        return Answer(work(task), None)
    except Exception as error:  # whatever it is, it is raised where the result is asked for
        import traceback

        error.add_note(traceback.format_exc())
        return Answer(None, error)
