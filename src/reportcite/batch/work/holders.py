"""Processes each of which keeps what it is given and answers questions about it, in order."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from reportcite.batch.processes.workers import AHEAD, ATTEMPTS, Answer, Worker, forked, lost
from reportcite.tuples import NamedTuple


class Request(NamedTuple):
    """A method to be called, and its arguments."""

    method: str
    arguments: tuple[Any, ...]


class _Holder:
    """A process with what it was asked, and its answers that nobody has taken yet.

    One in its place is asked all again: `repeated` of its answers are known.
    """

    __slots__ = ("answered", "answers", "asked", "losses", "repeated", "worker")

    def __init__(self, worker: Worker) -> None:
        self.worker = worker
        self.asked: list[Request] = []
        self.answered = 0
        self.answers: dict[int, Answer] = {}
        self.losses = 0
        self.repeated = 0


class Holders:
    """Some copies of this process, each of which does its copy of `work` on what it is asked.

    One that is ended from outside is replaced, and the other one is asked all again; more than
    twice in the place of one raises WorkerLost. What `work` raises is raised here.
    """

    def __init__(self, work: Callable[[Request], Any], count: int) -> None:
        """Starts them; only where processes are forked."""
        self._work = work
        self._holders: list[_Holder] = []
        try:
            for _ in range(count):
                self._holders.append(_Holder(self._started()))
        except BaseException:
            self.end()
            raise

    def _started(self) -> Worker:
        ours = [holder.worker.connection for holder in self._holders]
        return forked(self._work, ours)

    def ask(self, share: int, method: str, *arguments: Any) -> Callable[[], Any]:
        """Has the method of a holder called; what is returned waits for its result."""
        holder, request = self._holders[share], Request(method, arguments)
        holder.asked.append(request)
        number = len(holder.asked) - 1
        holder.worker.send(number, request)
        return partial(self._answer, holder, number)

    def _answer(self, holder: _Holder, number: int) -> Any:
        while number not in holder.answers:
            self._receive()
        return holder.answers.pop(number).value()

    def least_asked(self) -> int:
        """The holder that has fewest questions to answer, once one has few enough."""
        while True:
            left = [len(holder.asked) - holder.answered for holder in self._holders]
            if min(left) < AHEAD:
                return left.index(min(left))
            self._receive()

    def _receive(self) -> None:
        """Wait until something comes, and keep it."""
        from reportcite.batch.processes.forks import ready  # not on all systems

        busy = {holder.worker.connection: holder for holder in self._holders if holder.worker.tasks}
        for connection in ready(busy):
            holder = busy[connection]
            try:
                answer = connection.recv()
            except (EOFError, OSError):
                self._replace(holder)
                continue
            holder.worker.tasks.popleft()
            if holder.repeated:
                holder.repeated -= 1
            else:
                holder.answers[holder.answered] = answer
                holder.answered += 1

    def _replace(self, holder: _Holder) -> None:
        holder.losses += 1
        if holder.losses > ATTEMPTS:
            raise lost()
        holder.worker.end()
        others = [one.worker.connection for one in self._holders if one is not holder]
        holder.worker = forked(self._work, others)
        holder.repeated = holder.answered
        for number, request in enumerate(holder.asked):
            holder.worker.send(number, request)

    def end(self) -> None:
        """End all processes at once."""
        for holder in self._holders:
            holder.worker.end()
