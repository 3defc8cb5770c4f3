"""Processes that have tasks and answer them, whatever becomes of them."""

from __future__ import annotations

import signal
from collections import Counter, deque
from collections.abc import Callable, Iterable
from contextlib import suppress
from threading import Thread
from typing import TYPE_CHECKING, Any, Final

from reportcite.errors import ReportciteError
from reportcite.tuples import NamedTuple

if TYPE_CHECKING:
    from queue import SimpleQueue

    from reportcite.batch.processes.forks import Connection, Turns

AHEAD: Final = 3
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
    """A process, the way to it, and the tasks it has not answered yet, by their numbers; `turns`
    are None where it has no memory in common with this one."""

    __slots__ = ("_sent", "_taken_back", "connection", "process", "tasks", "turns")

    def __init__(self, process: Any, connection: Any, turns: Turns | None = None) -> None:
        self.process = process
        self.connection = connection
        self.turns = turns
        self.tasks: deque[tuple[int, Any]] = deque()
        self._sent = 0
        self._taken_back = 0  # the last of its tasks

    def send(self, number: int, task: Any) -> None:
        """Send a task; that nobody is there to take it is seen where its answer is waited for."""
        self.tasks.append((number, task))
        self._sent += 1
        with suppress(OSError):
            self.connection.send(task)

    def take_back(self) -> tuple[int, Any] | None:
        """The last of its tasks that is not taken back yet, unless it has begun. After that none is
        to be sent."""
        if self.turns is None or len(self.tasks) < self._taken_back + 2:
            return None
        has_begun = self.turns.end_before(self._sent - self._taken_back)
        self._taken_back += 1
        return None if has_begun else self.tasks[-self._taken_back]

    def end(self) -> None:
        """End it at once."""
        self.connection.close()
        # It has nothing to finish; one that is stopped (SIGSTOP) would not notice our end.
        self.process.kill()
        self.process.join()


class Workers:
    """Some processes that do `work`; of those that are lost, others are started. What they have no
    room for is done here."""

    def __init__(self, work: Callable[[Any], Any], count: int, *, forked: bool) -> None:
        """Start them: copies of this one, or others. Raises WorkerLost."""
        self._forked = forked
        self._work = work
        self._workers: list[Worker] = []
        self._answers: dict[int, Answer] = {}
        self._done_here: set[int] = set()  # of those that were sent before
        self._losses: Counter[int] = Counter()  # of each task, processes that were lost at it
        try:
            for _ in range(count):
                self._workers.append(self._started())
        except BaseException:
            self.end()
            raise

    def __len__(self) -> int:
        return len(self._workers)

    def give(self, number: int, task: Any) -> None:
        """Have a task done, by the process that has fewest; all have so many, it is done here."""
        least = min(self._workers, key=lambda worker: len(worker.tasks))
        if len(least.tasks) < AHEAD:
            least.send(number, task)
        else:
            self._answers[number] = answered(self._work, task)

    def take_back(self) -> bool:
        """Do here what one of the processes has not begun; returns whether there was any. After
        that none is to be given."""
        for worker in sorted(self._workers, key=lambda worker: -len(worker.tasks)):
            found = worker.take_back()
            if found and not self._losses[found[0]]:
                self._do_here(*found)
                return True
        return False

    def _do_here(self, number: int, task: Any) -> None:
        self._done_here.add(number)
        self._answers[number] = answered(self._work, task)

    def has(self, number: int) -> bool:
        """Whether the answer to task `number` is there."""
        if number not in self._answers:
            self._receive(0)
        return number in self._answers

    def take(self, number: int) -> Any:
        """The result of task `number`, once it is there; raises what was raised."""
        while number not in self._answers:
            self._receive(None)
        return self._answers.pop(number).value()

    def _receive(self, seconds: float | None) -> None:
        """Take the answers that there are, or the first to come in so many seconds."""
        if self._forked:
            from reportcite.batch.processes.forks import ready
        else:
            from multiprocessing.connection import wait as ready  # type: ignore[assignment]
        busy = {worker.connection: worker for worker in self._workers if worker.tasks}
        for connection in ready([*busy], seconds):
            try:
                answer = connection.recv()
            except (EOFError, OSError):
                self._replace(busy[connection])
                continue
            number, task = busy[connection].tasks.popleft()
            if answer is not None and number not in self._done_here:
                self._answers[number] = answer
            elif answer is None and number not in self._done_here:
                self._do_here(number, task)

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
        for left, task in lost_one.tasks:
            if left not in self._done_here:
                other.send(left, task)

    def _started(self) -> Worker:
        others = [worker.connection for worker in self._workers]
        return forked(self._work, others) if self._forked else _spawned(self._work)


def lost() -> WorkerLost:
    """What to raise where a process has ended without an answer."""
    return WorkerLost(
        "a process of this run was ended from outside",
        suggestion="there may be too little memory; try --jobs 1",
    )


def not_started(error: OSError) -> WorkerLost:
    """What to raise where no process could be started."""
    return WorkerLost(
        f"no more processes can be started: {error.strerror or error}",
        suggestion="try fewer with --jobs",
    )


def forked(work: Callable[[Any], Any], others: Iterable[Connection]) -> Worker:
    """A copy of this process that does `work` on what it is sent; `others` are our ends of the ways
    to others. It starts at once, and nothing may run beside this process. Raises WorkerLost."""
    from reportcite.batch.processes.forks import Fork, Turns, pipe

    try:
        our_end, their_end = pipe()
        turns = Turns()
        # A fork has copies of our ends, too; as long as one is open, no end is noticed.
        process = Fork(_serve, their_end, work, turns, [*others, our_end])
    except OSError as error:
        raise not_started(error) from error
    their_end.close()
    return Worker(process, our_end, turns)


def _spawned(work: Callable[[Any], Any]) -> Worker:
    """The same, by a process that is no copy."""
    from multiprocessing import get_context

    context = get_context("spawn")
    try:
        our_end, their_end = context.Pipe()
        process = context.Process(target=_serve, args=(their_end, work), daemon=True)
        process.start()
    except OSError as error:
        raise not_started(error) from error
    their_end.close()
    return Worker(process, our_end)


def _serve(
    connection: Any,
    work: Callable[[Any], Any],
    turns: Turns | None = None,
    others: Iterable[Connection] = (),
) -> None:
    """Answer tasks until the other end is closed; those that are taken back with None."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interrupt is for the first process to act on
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    for other in others:
        other.close()
    from queue import SimpleQueue  # most runs have no other process

    tasks: SimpleQueue[Any] = SimpleQueue()
    try:
        # Tasks are always taken, so that both sides never wait for each other to receive.
        start_thread(receive, connection, tasks)
        while True:
            task = tasks.get()
            is_wanted = turns is None or turns.begin()
            connection.send(answered(work, task) if is_wanted else None)
    except (OSError, MemoryError):  # nobody takes the answer any more, or there is no room for it
        return


def start_thread(target: Callable[..., None], *arguments: object) -> None:
    """Start a thread that ends with the process. Raises MemoryError where there is no room."""
    try:
        Thread(target=target, args=arguments, daemon=True).start()
    except RuntimeError as error:  # as Python calls it that there is no room for one
        raise MemoryError from error


def receive(connection: Any, tasks: SimpleQueue[Any]) -> None:
    """Put what comes into `tasks`; end this process, in the middle of its work, at the end."""
    try:
        while True:
            tasks.put(connection.recv())
    finally:  # whatever it is, as when there is no memory for a task: nobody waits for an answer
        signal.raise_signal(signal.SIGTERM)


def answered(work: Callable[[Any], Any], task: Any) -> Answer:
    """What becomes of a task."""
    try:
        return Answer(work(task), None)
    except Exception as error:  # whatever it is, it is raised where the result is asked for
        import traceback

        error.add_note(traceback.format_exc())
        return Answer(None, error)
