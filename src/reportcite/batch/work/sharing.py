"""A bibliography of many records that several processes read and print, each its share of them.

No item goes from process to process but those that are told apart from items of another share:
what all decide together, their order and their year-suffixes, is decided here by a few values of
each (`csl/document/sharing`).
"""

from __future__ import annotations

import gc
import sys
from collections import deque
from collections.abc import Callable, Iterator
from itertools import chain
from typing import TYPE_CHECKING, Any, Final

from reportcite.batch.processes.workers import AHEAD
from reportcite.batch.work.bibliography import ReadItems
from reportcite.batch.work.holders import Holders
from reportcite.csl.garbage import Uncollected
from reportcite.record.items import UniqueIds
from reportcite.tuples import NamedTuple

if TYPE_CHECKING:
    from reportcite.batch.chunks import Chunk
    from reportcite.batch.work.bibliography import BegunReading, Reader
    from reportcite.batch.work.holders import Request
    from reportcite.batch.work.sound import Screening
    from reportcite.csl import Processor
    from reportcite.csl.document.sharing.share import Share
    from reportcite.problems import Problem

_AT_ONCE: Final = 2_000
"""Entries that come from a process at once: they are taken while it prints the next."""


def shared_bibliography(
    processor: Processor, begun: BegunReading, reader: Reader, jobs: int
) -> SharedBibliography | None:
    """What was begun to be read, with what comes behind it, by `jobs` processes; None where there
    is too little for them, or it cannot be shared. Only on Linux, where they are there at once."""
    several = jobs > 1 and sys.platform == "linux" and begun.goes_on and not begun.is_uncut
    if not (several and processor.can_be_shared):
        return None
    return SharedBibliography(processor, begun, reader, jobs)


class SharedBibliography:
    """The records of `begun` and those behind them, read and printed by `jobs` processes."""

    def __init__(
        self, processor: Processor, begun: BegunReading, reader: Reader, jobs: int
    ) -> None:
        """Starts the processes."""
        self._processor = processor
        self._begun = begun
        self._holders = Holders(_Holding(processor.share(), reader), jobs)
        self._items = processor.shared_items(self._holders, jobs)
        self._jobs = jobs
        self._unique = UniqueIds()
        self._without_entry: list[tuple[str, str]] = []

    def __len__(self) -> int:
        """How many records are to be printed."""
        return len(self._items)

    def read(self) -> Iterator[Screening]:
        """What is found in the records, which are read as this goes on, in their order."""
        asked: deque[tuple[int, Callable[[], _Taken]]] = deque()
        for part in chain(self._begun.first, self._begun.following):
            if len(asked) == AHEAD * self._jobs:
                yield self._taken(*asked.popleft())
            share = self._holders.least_asked()
            asked.append((share, self._holders.ask(share, "take", part)))
        while asked:
            yield self._taken(*asked.popleft())

    def _taken(self, share: int, wait: Callable[[], _Taken]) -> Screening:
        taken = wait()
        screening = taken.screening
        with Uncollected():
            ids = self._unique.others(screening.ids)
            self._items.add(share, taken.size, taken.names, ids)
        return screening

    def document(self) -> str:
        """The whole bibliography."""
        places = self._items.arrange()
        found: list[str | tuple[str, str]] = [""] * len(self)
        parts = [
            (
                own[start : start + _AT_ONCE],
                self._holders.ask(share, "entries", start, start + _AT_ONCE),
            )
            for start in range(0, max(map(len, places)), _AT_ONCE)
            for share, own in enumerate(places)
            if start < len(own)
        ]
        for some, wait in parts:
            for place, entry in zip(some, wait(), strict=True):
                found[place] = entry
        entries = [one for one in found if isinstance(one, str)]
        self._without_entry = [one for one in found if not isinstance(one, str)]
        processor = self._processor
        spacing = processor.spacing._replace(max_offset=len(str(len(self))))
        return processor.writer.bibliography(entries, spacing)

    def problems(self) -> tuple[Problem, ...]:
        """What is doubtful about the bibliography, once it is printed."""
        return self._processor.problems_of(self._items.are_ordered, self._without_entry)

    def end(self) -> None:
        """Ends the processes."""
        self._holders.end()


class _Taken(NamedTuple):
    """What was found in a chunk, how many items it has, and the names that came with them."""

    screening: Screening
    size: int
    names: list[tuple[str, int]]


class _Holding:
    """What a holder does: it reads the records of its `share`, and calls its methods."""

    def __init__(self, share: Share, reader: Reader) -> None:
        self._share = share
        self._reader = reader

    def __call__(self, request: Request) -> Any:
        with Uncollected():
            if request.method == "take":
                return self._take(*request.arguments)
            return getattr(self._share, request.method)(*request.arguments)

    def _take(self, part: Chunk | ReadItems) -> _Taken:
        """Takes what is in a chunk, or was read of one."""
        read = part if isinstance(part, ReadItems) else self._reader(part)
        names = self._share.take(read.items)
        gc.freeze()  # searches for garbage pass over what is kept
        return _Taken(read.screening, len(read.items), names)
