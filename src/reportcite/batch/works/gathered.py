"""All records that are to be merged: gathered in a file, put into groups, handed out as works."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Final

from reportcite.batch.work.merge import Work
from reportcite.batch.work.noting import Named, Noted, named
from reportcite.batch.works.groups import Apart, Groups, Keys, group
from reportcite.batch.works.scratch import Spool
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


class Gathered:
    """Any number of records, in a file without a name; in memory some twenty bytes of each."""

    def __init__(self) -> None:
        """No records yet."""
        self._spool = Spool()
        self._keys = Keys()
        self.traits: Callable[[int], Traits] = lru_cache(_REMEMBERED)(self._traits)

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
        found = group(len(self), self._keys, self.traits, threshold, apart)
        self._keys.close()
        return found

    def called(self, number: int) -> Named:
        """What the record of this number is called."""
        return named(self._spool.row(number)[1])

    def kept(self, number: int) -> bytes:
        """What was kept of the record of this number."""
        return self._spool.row(number)[2]

    def members(self, groups: Groups, numbers: list[int]) -> list[Member]:
        """The records of one of `groups`."""
        members = [Member(numbers[0], self.called(numbers[0]), numbers[0], None)]
        for number in numbers[1:]:
            partner = groups.partner(number)
            likeness = compare(self.traits(partner), self.traits(number))
            members.append(Member(number, self.called(number), partner, likeness))
        return members

    def works(self, groups: Groups) -> Iterator[list[Work]]:
        """The works in the order of the first records about them, some at once.

        Each has the id of the first record, or one like it where an earlier work has that.
        """
        ids = UniqueKeys()
        some: list[Work] = []
        size = 0
        for numbers in groups:
            rows = [self._spool.row(number) for number in numbers]
            some.append(Work(ids.unique(named(rows[0][1]).id), [row[2] for row in rows]))
            size += sum(len(row[2]) for row in rows)
            if size > _AT_ONCE:
                yield some
                some, size = [], 0
        if some:
            yield some

    def _traits(self, number: int) -> Traits:
        return unpacked(self._spool.row(number)[0])
