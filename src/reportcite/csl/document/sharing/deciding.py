"""Decides about items that several holders have, by what these say of them: as `decisions.py` does
where one has them all.

Each step asks all holders for something, and while they find it another part of the work goes on.
"""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from itertools import chain, repeat
from typing import Any, Protocol, TypeAlias

from reportcite.csl.compile.sort_keys import ordering
from reportcite.csl.context import Disambiguation
from reportcite.csl.document.decisions import Decider
from reportcite.csl.document.disambiguate import levels_of, year_suffixes
from reportcite.csl.document.sharing.share import Arrangement, Keys, Settled, Values
from reportcite.csl.garbage import Uncollected
from reportcite.tuples import NamedTuple

_Step: TypeAlias = Generator[None, None, Any]
"""Asks the holders for something before each pause."""

_Place: TypeAlias = tuple[int, int]
"""A share, and the number of an item or a name in it."""


def can_be_shared(decider: Decider) -> bool:
    """Whether a bibliography can be decided about so: if its order rests on nothing that is decided
    later, and no entry on what is printed of another."""
    bibliography = decider.bibliography
    return not (
        bibliography is None
        or bibliography.sorts_by_number
        or decider.sorts_written_out
        or "subsequent-author-substitute" in bibliography.attributes
    )


class Holders(Protocol):
    """Those that hold a `Share` each, numbered from 0."""

    def ask(self, share: int, method: str, *arguments: Any) -> Callable[[], Any]:
        """Has a method of the share called; what is returned waits for its result."""


class _Found(NamedTuple):
    """What tells items apart: what is decided about some in shares that do not hold them, and the
    groups that only year-suffixes tell apart."""

    elsewhere: list[tuple[int, Disambiguation]]
    alike: list[list[int]]


class _Group(NamedTuple):
    """The numbers of items that look alike, and whether more than year-suffixes may tell them
    apart."""

    numbers: list[int]
    is_split: bool


class SharedItems:
    """What is known of items that `count` holders have, numbered from 0 in the order in which they
    are cited."""

    def __init__(self, decider: Decider, holders: Holders, count: int) -> None:
        """Nobody has an item."""
        self._options = decider.disambiguator.options
        self._sort = decider.bibliography.sort if decider.bibliography else ()
        self._holders = holders
        self._shares = range(count)
        self._owners: list[int] = []
        self._places: list[int] = []
        self._numbers: list[list[int]] = [[] for _ in self._shares]
        self._names: list[list[int]] = [[] for _ in self._shares]
        self._by_form: defaultdict[str, dict[int, _Place]] = defaultdict(dict)
        self._unordered = [0 for _ in self._shares]
        self._ids: list[dict[int, str]] = [{} for _ in self._shares]

    def __len__(self) -> int:
        """How many items there are."""
        return len(self._owners)

    def add(
        self, share: int, count: int, names: Iterable[tuple[str, int]], ids: Mapping[int, str]
    ) -> None:
        """Enters so many items as the next of `share`, with the names that came with them; `ids`
        are those of the items, by their places among these, that are to have another one."""
        numbers, known = self._numbers[share], self._names[share]
        first, everywhere = len(numbers), len(self._owners)
        for place, unique in ids.items():
            self._ids[share][first + place] = unique
        self._places += range(first, first + count)
        numbers += range(everywhere, everywhere + count)
        self._owners += repeat(share, count)
        for form, name in names:
            self._by_form[form].setdefault(name, (share, len(known)))
            known.append(name)

    @property
    def are_ordered(self) -> bool:
        """As `Decisions.is_ordered`, once they are arranged."""
        return sum(self._unordered) < 2

    def arrange(self) -> list[list[int]]:
        """Decides, and tells each share what about its items; returns the places of these in the
        bibliography, counted from 0."""
        with Uncollected():
            ranks, found = _in_turn([self._in_order(), self._distinguish()])
            return self._arranged(found, ranks)

    # --- order ------------------------------------------------------------------------------

    def _in_order(self) -> _Step:
        """The places of the items in the bibliography, counted from 0."""
        sorting = ordering(len(self), len(self._sort))
        owners: Sequence[int] = self._owners
        wanted: list[array[int]] = []
        try:
            index, _ = next(sorting)  # the first key of all, which they have found
            waits = self._ask_all("first_values", [() for _ in self._shares])
            while True:
                yield
                answers = [wait() for wait in waits]
                self._unordered = [one.unordered for one in answers]
                ranks = _merged(answers, owners, descending=self._sort[index].descending)
                index, numbers = sorting.send(ranks)
                if not wanted or len(numbers) != len(owners):  # else they are the same as before
                    owners = [self._owners[number] for number in numbers]
                    wanted = self._by_owner(owners, numbers)
                waits = self._ask_all("values", [(index, own) for own in wanted])
        except StopIteration as end:
            return end.value

    def _by_owner(self, owners: Sequence[int], numbers: Sequence[int]) -> list[array[int]]:
        """The places that items have in the shares that hold them."""
        wanted = [array("I") for _ in self._shares]
        enter = [one.append for one in wanted]
        places = self._places
        for owner, number in zip(owners, numbers, strict=True):
            enter[owner](places[number])
        return wanted

    # --- disambiguation ---------------------------------------------------------------------

    def _distinguish(self) -> _Step:
        """What tells the items apart."""
        if not self._options.concerns(len(self)):
            return _Found([], [])
        levels = self._levels()
        waits = self._ask_all(
            "keys",
            [
                ({place: levels[name] for place, name in enumerate(names) if name in levels},)
                for names in self._names
            ],
        )
        yield
        groups = self._groups([wait() for wait in waits])
        found = yield from self._settle(group.numbers for group in groups if group.is_split)
        found.alike.extend(group.numbers for group in groups if not group.is_split)
        return found

    def _groups(self, keys: Sequence[Keys]) -> list[_Group]:
        """The items that look like others."""
        counts = Counter(chain.from_iterable(own.hashes for own in keys))
        shared = {key for key, count in counts.items() if count > 1}
        groups: defaultdict[int, list[int]] = defaultdict(list)
        kinds: defaultdict[int, set[int]] = defaultdict(set)
        for numbers, (hashes, unsplit) in zip(self._numbers, keys, strict=True):
            for number, key, kind in zip(numbers, hashes, unsplit, strict=True):
                if key in shared:
                    groups[key].append(number)
                    kinds[key].add(kind)
        return [
            _Group(group, len(kinds[key]) > 1 or min(kinds[key]) < 0)
            for key, group in groups.items()
        ]

    def _levels(self) -> dict[int, int]:
        """How far the given names must be written out to be like no others, by the hashes of
        names."""
        by_form = [names for names in self._by_form.values() if len(names) > 1]
        wanted: list[list[int]] = [[] for _ in self._shares]
        for names in by_form:
            for share, place in names.values():
                wanted[share].append(place)
        each = [iter(wait()) for wait in self._ask_all("forms", [(one,) for one in wanted])]
        levels: dict[int, int] = {}
        for names in by_form:
            levels |= levels_of({name: next(each[share]) for name, (share, _) in names.items()})
        return levels

    def _settle(self, groups: Iterable[list[int]]) -> Generator[None, None, _Found]:
        """Each group by the holder who has most of it, to whom the others lend theirs.

        To settle takes longest: what they are asked before, they are asked while they lend.
        """
        tasks = self._assigned(groups)
        borrowed = [
            [
                sorted({one for group in own for one in group if self._owners[one] == lender})
                if lender != share
                else []
                for lender in self._shares
            ]
            for share, own in enumerate(tasks)
        ]
        lending = [
            [
                self._holders.ask(lender, "lend", [self._places[one] for one in lists[lender]])
                for lists in borrowed
            ]
            for lender in self._shares
        ]
        yield
        lent = [[wait() for wait in waits] for waits in lending]
        foreign = [[number for own in lists for number in own] for lists in borrowed]
        waits: list[Callable[[], Settled]] = []
        for share in self._shares:
            names = {number: -1 - index for index, number in enumerate(foreign[share])}
            local = [
                [names[one] if one in names else self._places[one] for one in group]
                for group in tasks[share]
            ]
            data = [lent[lender][share] for lender in self._shares]
            waits.append(self._holders.ask(share, "settle", local, data))
        yield
        found = _Found([], [])
        for numbers, own, wait in zip(foreign, self._numbers, waits, strict=True):
            one = wait()
            found.elsewhere.extend((numbers[index], state) for index, state in one.lent.items())
            found.alike.extend(
                [own[place] if place >= 0 else numbers[-1 - place] for place in group]
                for group in one.alike
            )
        return found

    def _assigned(self, groups: Iterable[list[int]]) -> list[list[list[int]]]:
        """The groups that each share is to settle: those of which it has most items."""
        assigned: list[list[list[int]]] = [[] for _ in self._shares]
        undecided: list[tuple[list[int], list[int]]] = []
        for group in groups:
            group.sort()
            owners = [self._owners[number] for number in group]
            counts = [owners.count(share) for share in self._shares]
            settlers = [share for share in self._shares if counts[share] == max(counts)]
            if len(settlers) == 1:
                assigned[settlers[0]].append(group)
            else:
                undecided.append((settlers, group))
        for settlers, group in undecided:
            assigned[min(settlers, key=lambda share: len(assigned[share]))].append(group)
        return assigned

    # --- both -------------------------------------------------------------------------------

    def _arranged(self, found: _Found, ranks: Sequence[int]) -> list[list[int]]:
        places = [[ranks[number] for number in numbers] for numbers in self._numbers]
        arranged = [
            Arrangement([place + 1 for place in own], {}, {}, ids)
            for own, ids in zip(places, self._ids, strict=True)
        ]
        for number, state in found.elsewhere:
            arranged[self._owners[number]].disambiguations[self._places[number]] = state
        for number, suffix in year_suffixes(found.alike, ranks.__getitem__).items():
            arranged[self._owners[number]].year_suffixes[self._places[number]] = suffix
        self._ask_all("arrange", [(one,) for one in arranged])  # nothing comes back
        return places

    def _ask_all(
        self, method: str, arguments: Iterable[tuple[Any, ...]]
    ) -> list[Callable[[], Any]]:
        return [self._holders.ask(share, method, *own) for share, own in enumerate(arguments)]


def _merged(answers: Iterable[Values], owners: Iterable[int], *, descending: bool) -> list[int]:
    """The ranks of values of which each share, the owner of some, knows the ranks of its own."""
    answers = [*answers]
    # Sorted lists, one behind the other, are sorted quickly.
    distinct = sorted(chain.from_iterable(one.distinct for one in answers), reverse=descending)
    ranks = {value: rank for rank, value in enumerate(dict.fromkeys(distinct))}
    each: list[Callable[[], int]] = []
    for one in answers:
        of_share = [*map(ranks.__getitem__, one.distinct), len(ranks)]
        each.append(map(of_share.__getitem__, one.ranks).__next__)
    return [each[owner]() for owner in owners]


def _in_turn(steps: Sequence[_Step]) -> list[Any]:
    """What `steps` return, each pausing while the others go on."""
    results: list[Any] = [None for _ in steps]
    going = dict(enumerate(steps))
    while going:
        for number, step in [*going.items()]:
            try:
                next(step)
            except StopIteration as end:
                results[number] = end.value
                del going[number]
    return results
