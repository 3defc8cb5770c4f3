"""A bibliography of many records in the order of its style, its parts shared among processes.

What needs all records, their order and how they are told apart, is decided in one process;
they are read and printed in several.
"""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
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

_Task = TypeVar("_Task")
_Result = TypeVar("_Result")

_ENTRIES: Final = 2_000
"""Entries that are printed at once: to hand them over costs next to nothing."""

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


def read_items(parts: Iterable[Chunk], reader: Reader, jobs: int) -> Iterator[ReadItems]:
    """What `reader` makes of each of `parts`, in order, by `jobs` processes if it takes long.

    What cannot be cut into segments is read by one process, and its items are taken here.
    """
    waiting = iter(parts)
    begun = process_time()
    for part in waiting:
        yield reader(part)
        if process_time() - begun > _ALONE:
            break
    following = [*islice(waiting, 1)]
    waiting = chain(following, waiting)
    if jobs > 1 and sys.platform == "linux" and any(map(_is_uncut, following)):
        from reportcite.batch.pool import elsewhere

        yield from elsewhere(map(reader.__call__, waiting))
    else:
        yield from _shared(reader.__call__, waiting, jobs)


def _is_uncut(chunk: Chunk) -> bool:
    """Whether the records of `chunk` had to be read to find where they end."""
    return not all(isinstance(part, Segment) for part in chunk.parts)


def entries(processor: Processor, jobs: int) -> list[str]:
    """The entries of a document of the references registered, printed by `jobs` processes.

    Only on Linux by several, where a new process has all that is decided from its beginning.
    """
    if jobs < 2 or sys.platform != "linux" or len(processor) <= _ENTRIES:
        return processor.document_entries()
    processor.decide(_beside)
    starts = range(0, len(processor), _ENTRIES)
    return [*chain.from_iterable(_shared(partial(_part, processor), starts, jobs))]


def section_entries(
    processor: Processor, sections: Sequence[Sequence[str]], jobs: int
) -> list[list[str]]:
    """The entries of sections, each the ids of its references, printed by `jobs` processes.

    A reference that stands in several sections can be linked to where it stands first.
    """
    together = jobs < 2 or sys.platform != "linux" or len(processor) <= _ENTRIES
    if not together:
        processor.decide(_beside)
    printed = _shared(processor.section, sections, 1 if together else jobs)
    seen: set[str] = set()
    found: list[list[str]] = []
    for section in printed:
        found.append(
            [processor.placed(one._replace(id="" if one.id in seen else one.id)) for one in section]
        )
        seen.update(one.id for one in section)
    return found


def _part(processor: Processor, start: int) -> list[str]:
    return processor.document_entries(start, start + _ENTRIES)


def _shared(
    work: Callable[[_Task], _Result], tasks: Iterable[_Task], jobs: int
) -> Iterator[_Result]:
    """As `pool.ordered`, which is loaded only if there is more than one task."""
    waiting = iter(tasks)
    first = [*islice(waiting, 2)]
    if len(first) < 2 or jobs < 2:
        return map(work, chain(first, waiting))
    from reportcite.batch.pool import ordered

    return ordered(work, chain(first, waiting), jobs)


def _beside(work: Callable[[], _Result]) -> Callable[[], _Result]:
    """Begins `work` in a process of its own; returns the function that waits for its result."""
    from multiprocessing import get_context

    from reportcite.batch.pool import lost

    context = get_context("fork")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_send, args=(theirs, work), daemon=True)
    process.start()
    theirs.close()

    def wait() -> _Result:
        try:
            result: _Result = ours.recv()
        except EOFError as error:
            raise lost() from error
        finally:
            process.join()
        return result

    return wait


def _send(connection: Connection, work: Callable[[], object]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interrupt is for the first process to act on
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    connection.send(work())
