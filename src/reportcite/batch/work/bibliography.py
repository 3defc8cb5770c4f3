"""A bibliography of many records in the order of its style, its parts shared among processes.

What needs all records, their order and how they are told apart, is decided in one process;
they are read and printed in several.
"""

from __future__ import annotations

import gc
import signal
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from itertools import chain, islice
from time import process_time
from typing import TYPE_CHECKING, Any, Final, TypeVar

from reportcite.batch.chunks import Segment, results
from reportcite.batch.work.sound import OnError, Screening
from reportcite.limits import LIMITS, Limits
from reportcite.policy import POLICY, Policy
from reportcite.tuples import NamedTuple

if TYPE_CHECKING:
    from multiprocessing.connection import Connection

    from reportcite.batch.chunks import Chunk
    from reportcite.csl import Processor
    from reportcite.csl.document.bibliography import Entry
    from reportcite.csl.document.disambiguate import Distinctions

_Task = TypeVar("_Task")
_Result = TypeVar("_Result")

_ENTRIES: Final = 2_000
"""Entries that one process prints at least: fewer are printed sooner than another is started."""

_ALONE: Final = 0.05
"""Seconds of work before other processes are asked for help: to start them takes as many."""


class ReadItems(NamedTuple):
    """The items of the records of one chunk that are to be cited, each with the id of its record,
    and what was found in the chunk."""

    items: list[tuple[str, dict[str, Any]]]
    screening: Screening


class Reader(NamedTuple):
    """Reads chunks of records to be cited."""

    on_error: OnError | None = None
    limits: Limits = LIMITS
    policy: Policy = POLICY

    def __call__(self, chunk: Chunk) -> ReadItems:
        """The items of one chunk."""
        screening = Screening(self.on_error, policy=self.policy)
        records = screening.to_write(results(chunk, self.limits))
        return ReadItems([(record.id, record.item()) for record in records], screening)


class BegunReading(NamedTuple):
    """Of some chunks the first ones, read, and those that come behind them.

    `is_uncut` says that the records of these have to be read to find where they end.
    """

    first: list[ReadItems]
    following: Iterator[Chunk]
    goes_on: bool
    is_uncut: bool


def begin_reading(parts: Iterable[Chunk], reader: Reader) -> BegunReading:
    """Reads so many of `parts` as are read sooner than another process is started."""
    first: list[ReadItems] = []
    waiting = iter(parts)
    begun = process_time()
    for part in waiting:
        first.append(reader(part))
        if process_time() - begun > _ALONE:
            break
    following = [*islice(waiting, 1)]
    uncut = any(not isinstance(part, Segment) for chunk in following for part in chunk.parts)
    return BegunReading(first, chain(following, waiting), bool(following), uncut)


def go_on_reading(begun: BegunReading, reader: Reader, jobs: int) -> Iterator[ReadItems]:
    """What `reader` makes of all that was begun, in order, by `jobs` processes if it takes long.

    What cannot be cut into segments is read by one process, and its items are taken here.
    """
    yield from begun.first
    if jobs > 1 and sys.platform == "linux" and begun.is_uncut:
        from reportcite.batch.processes.pool import elsewhere

        yield from elsewhere(map(reader.__call__, begun.following))
    else:
        yield from _shared(reader.__call__, begun.following, jobs)


def entries(processor: Processor, jobs: int) -> list[str]:
    """The entries of a document of the references registered, printed by `jobs` processes.

    Only on Linux by several, where a new process has all that is decided from its beginning.
    """
    if jobs < 2 or sys.platform != "linux" or len(processor) <= _ENTRIES:
        return processor.document_entries()
    from reportcite.batch.processes.workers import WorkerLost

    companion = _Companion(processor)
    processor.decide(companion.begin)
    share = max(_ENTRIES, -(-len(processor) // jobs))
    # The first part is printed here, where nothing has to be copied for it.
    others = range(share, len(processor), share)
    waits = [companion.print(start, start + share) for start in others[:1]]
    for start in others[1:]:
        waits.append(_beside(partial(_printed, processor, start, start + share)))
    printed = processor.document_entries(0, share)
    for start, wait in zip(others, waits, strict=True):
        try:
            there = wait()
        except WorkerLost:  # what it had is done here
            there = _printed(processor, start, start + share)
        printed += there.entries
        processor.add_without_entry(there.without)
    return printed


class _Printed(NamedTuple):
    """Entries, and the ids and types of the references that the style prints nothing for."""

    entries: list[str]
    without: dict[str, str]


def _printed(processor: Processor, start: int, stop: int) -> _Printed:
    return _Printed(processor.document_entries(start, stop), processor.without_entry)


def _section(processor: Processor, ids: Sequence[str]) -> tuple[list[Entry], dict[str, str]]:
    section, without = processor.section(ids), processor.without_entry
    return section, {one: without[one] for one in ids if one in without}


class _Companion:
    """Another process that tells the references apart, and then prints a part of the entries.

    It is kept for that: a new copy of this process has to copy all memory in which references
    are, as soon as it looks at them.
    """

    def __init__(self, processor: Processor) -> None:
        self._processor = processor
        self._other: _Other | None = None

    def begin(self, work: Callable[[], Distinctions]) -> Callable[[], Distinctions]:
        """Begins `work` there; returns the function that waits for its result."""
        self._other = _Other(partial(_distinguish_and_print, self._processor, work))
        return self._other.receive

    def print(self, start: int, stop: int) -> Callable[[], _Printed]:
        """Begins to print the entries from `start` to `stop` by what is decided now; returns the
        function that waits for them."""
        if self._other is None:  # nothing was found beside
            return _beside(partial(_printed, self._processor, start, stop))
        self._other.send((self._processor.sent_decisions(), start, stop))
        return self._other.last


def _distinguish_and_print(
    processor: Processor, work: Callable[[], Distinctions], connection: Connection
) -> None:
    found = work()
    connection.send(found)
    sent, start, stop = connection.recv()
    processor.decide_as(sent, found)
    connection.send(_printed(processor, start, stop))


def section_entries(
    processor: Processor, sections: Sequence[Sequence[str]], jobs: int
) -> list[list[str]]:
    """The entries of sections, each the ids of its references, printed by `jobs` processes.

    A reference that stands in several sections can be linked to where it stands first.
    """
    together = jobs < 2 or sys.platform != "linux" or len(processor) <= _ENTRIES
    if not together:
        processor.decide(_beside)
    work = partial(_section, processor)
    seen: set[str] = set()
    found: list[list[str]] = []
    for section, without in _shared(work, sections, 1 if together else jobs):
        processor.add_without_entry(without)
        found.append(
            [processor.placed(one._replace(id="" if one.id in seen else one.id)) for one in section]
        )
        seen.update(one.id for one in section)
    return found


def _shared(
    work: Callable[[_Task], _Result], tasks: Iterable[_Task], jobs: int
) -> Iterator[_Result]:
    """As `pool.ordered`, which is loaded only if there is more than one task."""
    waiting = iter(tasks)
    first = [*islice(waiting, 2)]
    if len(first) < 2 or jobs < 2:
        return map(work, chain(first, waiting))
    from reportcite.batch.processes.pool import ordered

    return ordered(work, chain(first, waiting), jobs)


def _beside(work: Callable[[], _Result]) -> Callable[[], _Result]:
    """Begins `work` in a process of its own; returns the function that waits for its result."""
    return _Other(partial(_send, work)).last


def _send(work: Callable[[], object], connection: Connection) -> None:
    connection.send(work())


class _Other:
    """A copy of this process that does `work`, which is given a connection to this one."""

    def __init__(self, work: Callable[[Connection], None]) -> None:
        from multiprocessing import get_context

        context = get_context("fork")
        self._connection, theirs = context.Pipe()
        self._process = context.Process(
            target=_serve, args=(work, theirs, self._connection), daemon=True
        )
        self._process.start()
        theirs.close()

    def send(self, message: object) -> None:
        """Send a message; that nobody takes it is seen where the answer is waited for."""
        with suppress(OSError):
            self._connection.send(message)

    def receive(self) -> Any:
        """Wait for a message; WorkerLost where the process has ended without one."""
        try:
            return self._connection.recv()
        except (EOFError, OSError) as error:
            from reportcite.batch.processes.workers import lost

            self._process.join()
            raise lost() from error

    def last(self) -> Any:
        """As `receive`, of the last message."""
        try:
            return self.receive()
        finally:
            self._process.join()


def _serve(work: Callable[[Connection], None], connection: Connection, other: Connection) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interrupt is for the first process to act on
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    gc.freeze()  # a search for garbage would copy all that this process shares with the first
    other.close()  # as long as it is open here, the end of the first process is not noticed
    with suppress(EOFError, OSError):  # the first process has ended
        work(connection)
