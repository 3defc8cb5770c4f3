"""Parts records that hang together into works, none of which holds what rules another out.

A record without a DOI may be like two that have different ones. It goes to the one that it is most
like, and does not make one work of the three.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from reportcite.record.works.together import Together
from reportcite.record.works.traits import Traits
from reportcite.tuples import NamedTuple


class Pair(NamedTuple):
    """Two records by their numbers, the earlier first, behind the score below 0: the likest pairs
    come first in order."""

    below: int
    one: int
    other: int


class Group(NamedTuple):
    """The records of one work, in order, and of each but the first another that it was found to be
    like: so they hang together."""

    members: list[int]
    partners: dict[int, int]


def works_in(pairs: Iterable[Pair], traits: Callable[[int], Traits]) -> Iterator[Group]:
    """The works, of several records each, in some `pairs` that hang together."""
    of: dict[int, _Joined] = {}
    for pair in sorted(pairs):
        one, other = (_joined(number, of, traits) for number in (pair.one, pair.other))
        if one is other or one.said.rules_out(other.said):
            continue
        # The smaller goes into the larger, so that a record moves a few times at most.
        larger, smaller = (one, other) if len(one.members) >= len(other.members) else (other, one)
        larger.said.add(smaller.said)
        larger.members.extend(smaller.members)
        larger.links.extend([*smaller.links, (pair.one, pair.other)])
        of.update(dict.fromkeys(smaller.members, larger))
    distinct = {min(one.members): one for one in of.values()}
    for _, joined in sorted(distinct.items()):
        if len(joined.members) > 1:
            yield Group(sorted(joined.members), _partners(joined))


class _Joined(NamedTuple):
    """Records of one work, what they say, and the pairs by which they came together."""

    members: list[int]
    said: Together
    links: list[tuple[int, int]]


def _joined(number: int, of: dict[int, _Joined], traits: Callable[[int], Traits]) -> _Joined:
    if number not in of:
        of[number] = _Joined([number], Together(traits(number)), [])
    return of[number]


def _partners(joined: _Joined) -> dict[int, int]:
    """The way from each record to the first one, a step each."""
    near: dict[int, list[int]] = {number: [] for number in joined.members}
    for one, other in joined.links:
        near[one].append(other)
        near[other].append(one)
    first = min(joined.members)
    partners = {first: first}
    found = [first]
    for number in found:
        for other in near[number]:
            if other not in partners:
                partners[other] = number
                found.append(other)
    del partners[first]
    return partners
