"""Records that are to be compared or merged: gathered in a file, found again by their numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache, partial
from typing import Final, Protocol

from reportcite.batch.grouping.groups import Apart, Groups, Keys, group
from reportcite.batch.grouping.scratch import Spool
from reportcite.batch.work.merge import Work
from reportcite.batch.work.noting import Named, Noted, named
from reportcite.formats.writing.keys import UniqueKeys
from reportcite.record.works.judge import Likeness, compare
from reportcite.record.works.traits import Traits, unpacked
from reportcite.tuples import NamedTuple

_AT_ONCE: Final = 1 << 18
"""Bytes of records that are handed out together."""
_REMEMBERED: Final = 1 << 12
"""Records whose traits stay in memory: those that share a key are looked at together."""


class Member(NamedTuple):
    """A record of a work: its number and what it is called; which other one of the work, by number,
    it was found to be like, and how much; None for the first."""

    number: int
    called: Named
    partner: int
    likeness: Likeness | None


class Rows(Protocol):
    """What was noted of records, by their numbers: traits, what they are called, what was kept."""

    def __len__(self) -> int: ...
    def row(self, number: int) -> list[bytes]:
        """The three of the record of this number."""


class Known:
    """What is known of records by their numbers, wherever it stands."""

    def __init__(self, rows: Rows) -> None:
        """That in `rows`."""
        self._rows = rows
        # No method of this object, which would then hold itself, and all this, for a while.
        self.traits: Callable[[int], Traits] = lru_cache(_REMEMBERED)(partial(_traits, rows))

    def called(self, number: int) -> Named:
        """What the record of this number is called."""
        return named(self._rows.row(number)[1])

    def kept(self, number: int) -> bytes:
        """What was kept of the record of this number."""
        return self._rows.row(number)[2]

    def members(self, numbers: list[int], partner: Callable[[int], int]) -> list[Member]:
        """The records of one work; `partner` says which other one each was found to be like."""
        members = [Member(numbers[0], self.called(numbers[0]), numbers[0], None)]
        for number in numbers[1:]:
            other = partner(number)
            likeness = compare(self.traits(other), self.traits(number))
            members.append(Member(number, self.called(number), other, likeness))
        return members

    def works(self, numbers: Iterable[list[int]]) -> Iterator[Work]:
        """The works whose records have these `numbers`, with the id of the first record of each."""
        for some in numbers:
            rows = [self._rows.row(number) for number in some]
            yield Work(named(rows[0][1]).id, [row[2] for row in rows])


def _traits(rows: Rows, number: int) -> Traits:
    return unpacked(rows.row(number)[0])


class Gathered:
    """Any number of records, in a file without a name; in memory some twenty bytes of each."""

    def __init__(self) -> None:
        """No records yet."""
        self._spool = Spool()
        self._keys = Keys()
        self.known = Known(self._spool)

    def __len__(self) -> int:
        return len(self._spool)

    def add(self, record: Noted) -> None:
        """Add a record, behind all others."""
        number = len(self._spool)
        self._spool.add(record.traits, record.named, record.kept)
        for key in record.keys:
            self._keys.add(key, number)

    def groups(self, threshold: float, apart: Callable[[Apart], None]) -> Groups:
        """The works that the records are about (see `group`)."""
        found = group(len(self), self._keys, self.known.traits, threshold, apart)
        self._keys.close()
        return found

    def close(self) -> None:
        """Let the files go."""
        self._spool.close()
        self._keys.close()


def with_own_ids(works: Iterable[Work]) -> Iterator[Work]:
    """`works`, each with its id, or one like it where an earlier work has that."""
    ids = UniqueKeys()
    for work in works:
        yield work._replace(id=ids.unique(work.id))


def some_at_once(works: Iterable[Work]) -> Iterator[list[Work]]:
    """`works` in lists of about 256 KiB, to be worked on elsewhere."""
    some: list[Work] = []
    size = 0
    for work in works:
        some.append(work)
        size += sum(map(len, work.records))
        if size > _AT_ONCE:
            yield some
            some, size = [], 0
    if some:
        yield some
