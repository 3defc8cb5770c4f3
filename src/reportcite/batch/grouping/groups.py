"""Puts records that are about one work into groups: compares those that share a key, and joins
those that are alike unless something in their groups rules it out.

The cost grows with the number of records: of a key that many records have, each is compared with
some that are like it in other respects, not with all.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from typing import Final

from reportcite.batch.grouping.scratch import BUCKETS, Buckets
from reportcite.batch.grouping.works import Group, Pair, works_in
from reportcite.record.works.judge import Likeness, compare
from reportcite.record.works.traits import Traits
from reportcite.tuples import NamedTuple

NEIGHBOURS: Final = 24
"""With so many records a record is compared at most for each of its keys."""
_MATCHES: Final = 3
"""After so many that are of one work beyond doubt no more are sought for a key."""
_CERTAIN: Final = 95
_BITS: Final = 64 - (BUCKETS - 1).bit_length()


class Apart(NamedTuple):
    """Two records, by their numbers, that share an identifier and are of two works all the same."""

    one: int
    other: int
    likeness: Likeness


class Keys:
    """Which records, by their numbers, have which keys."""

    def __init__(self) -> None:
        self._buckets = Buckets("<QI")

    def add(self, key: int, number: int) -> None:
        """Note that a record has a key, of 64 bits (`record.works.keys.stable_hash`)."""
        self._buckets.add(key >> _BITS, key, number)

    def blocks(self) -> Iterator[list[int]]:
        """The numbers of the records of each key that several have, in order."""
        for bucket in range(BUCKETS):
            first: dict[int, int] = {}
            several: dict[int, list[int]] = {}
            for key, number in self._buckets.rows(bucket):
                before = first.setdefault(key, number)
                if before != number:
                    several.setdefault(key, [before]).append(number)
            yield from map(in_order, several.values())

    def close(self) -> None:
        """Let the file go."""
        self._buckets.close()


def in_order(block: list[int]) -> list[int]:
    """The numbers of a block, each once."""
    return sorted({*block})


class Groups:
    """The works that some records are about; of each record 12 bytes are kept.

    A work is called by the number of the first record about it.
    """

    def __init__(self, count: int) -> None:
        """So many records, each about a work of its own."""
        self._first = array("I", range(count))
        self._next = array("I", bytes(4 * count))  # 0 for none: the first record follows none
        self._with = array("I", range(count))
        self.works = count
        self.several = 0

    def join(self, work: Group) -> None:
        """Have the records of `work` be about one."""
        first = work.members[0]
        for before, number in pairwise(work.members):
            self._next[before] = number
            self._first[number] = first
        for number, other in work.partners.items():
            self._with[number] = other
        self.works -= len(work.members) - 1
        self.several += 1

    def partner(self, number: int) -> int:
        """The record that this one was found to be like; itself where there is no other."""
        return self._with[number]

    def __iter__(self) -> Iterator[list[int]]:
        """The records of each work, in the order of the first ones."""
        for number, first in enumerate(self._first):
            if number == first:
                members = [number]
                while following := self._next[members[-1]]:
                    members.append(following)
                yield members


def group(
    count: int,
    keys: Keys,
    traits: Callable[[int], Traits],
    threshold: float,
    apart: Callable[[Apart], None],
) -> Groups:
    """The works that records 0 to `count` - 1 are about.

    `traits` finds those of a record; `apart` is told of records that share an identifier, and are
    of different works; of each record once at most.
    """
    told = bytearray(count)

    def tell(pair: Apart) -> None:
        if not told[pair.other]:
            told[pair.other] = 1
            apart(pair)

    return joined(count, alike(keys.blocks(), traits, threshold, tell), traits)


def alike(
    blocks: Iterable[list[int]],
    traits: Callable[[int], Traits],
    threshold: float,
    apart: Callable[[Apart], None],
) -> Iterator[tuple[int, int, int]]:
    """The pairs of records of one work among those that share a key, the earlier first, each with
    its score; `apart` is told of those that share an identifier, and are of different works."""
    for block in blocks:
        for one, other, likeness in _compared(block, traits):
            if likeness.reaches(threshold):
                yield one, other, likeness.score
            elif likeness.against and _names_one_work(likeness):
                apart(Apart(one, other, likeness))


def joined(
    count: int, found: Iterable[tuple[int, int, int]], traits: Callable[[int], Traits]
) -> Groups:
    """The works of records 0 to `count` - 1, of which these pairs were `found` to be alike."""
    links = _Links(count)
    scored = Buckets("<III")
    for one, other, score in found:
        links.join(one, other)
        scored.add(one % BUCKETS, one, other, score)
    pairs = Buckets("<III")
    for bucket in range(BUCKETS):
        for one, other, score in scored.rows(bucket):
            pairs.add(links.root(one) % BUCKETS, one, other, score)
    scored.close()
    groups = Groups(count)
    for bucket in range(BUCKETS):
        hanging: dict[int, set[Pair]] = {}
        for one, other, score in pairs.rows(bucket):
            hanging.setdefault(links.root(one), set()).add(Pair(-score, one, other))
        for some in hanging.values():
            for work in works_in(some, traits):
                groups.join(work)
    pairs.close()
    return groups


def _compared(
    block: list[int], traits: Callable[[int], Traits]
) -> Iterator[tuple[int, int, Likeness]]:
    """Pairs of a block, the earlier record first, and how alike they are."""
    near = block
    if len(block) > NEIGHBOURS:
        near = sorted(block, key=lambda number: (_order(traits(number)), number))
    for index, number in enumerate(near):
        matches = 0
        for before in reversed(near[max(0, index - NEIGHBOURS) : index]):
            one, other = (before, number) if before < number else (number, before)
            likeness = compare(traits(one), traits(other))
            yield one, other, likeness
            matches += not likeness.against and likeness.score >= _CERTAIN
            if matches >= _MATCHES:
                break


def _names_one_work(likeness: Likeness) -> bool:
    """Whether both share what should be one work's alone; an article has its preprint's number."""
    return any(not name.startswith("arXiv") for name in likeness.shared)


def _order(traits: Traits) -> tuple[object, ...]:
    """What brings those of a block together that are most alike."""
    creators = tuple([creator[0] for creator in traits.creators[:1]])
    details = tuple(sorted(traits.details.items()))
    return creators, traits.years, details, traits.title.words, sorted(traits.identifiers)


class _Links:
    """Which records hang together, by any number of links: disjoint sets."""

    def __init__(self, count: int) -> None:
        self._above = array("I", range(count))

    def root(self, number: int) -> int:
        above = self._above
        while (higher := above[number]) != number:
            above[number] = above[higher]
            number = higher
        return number

    def join(self, one: int, other: int) -> None:
        first, second = sorted((self.root(one), self.root(other)))
        self._above[second] = first
