"""A share of the items of a bibliography: what their holder is asked until they are printed.

What all items decide together is decided elsewhere (`deciding.py`), on the few values that are
given out here.
"""

from __future__ import annotations

import pickle
from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from reportcite.csl.compile.sort_keys import lacks_order, ranked
from reportcite.csl.context import NOT_DISAMBIGUATED, Disambiguation, PrintedNames
from reportcite.csl.document.bibliography import Bibliography, Entry
from reportcite.csl.document.compared import ComparedCite
from reportcite.csl.document.decisions import Decider, Decisions
from reportcite.csl.document.disambiguate import Compared
from reportcite.csl.document.library import Library
from reportcite.csl.document.selection import Selection
from reportcite.csl.items.model import Item, ItemReader
from reportcite.csl.items.names import Name
from reportcite.tuples import NamedTuple


class Values(NamedTuple):
    """Values of a key to sort by: those that are `distinct`, in their order, and the `ranks` in it
    of all, an array of type I; that of an empty one is behind all.

    `unordered` counts the items of the share that were sorted by a script of unknown order.
    """

    distinct: list[Any]
    ranks: array[int]
    unordered: int


class Keys(NamedTuple):
    """Of each item a hash, the same in all copies of one process, of what it shares with those that
    look like it, as an array of type q, and a number as `Disambiguator.unsplit` gives it."""

    hashes: array[int]
    unsplit: list[int]


class Settled(NamedTuple):
    """What makes groups of items differ: what is decided about those that were lent, by their
    places among these, and which items only a year-suffix tells apart, as they were named."""

    lent: dict[int, Disambiguation]
    alike: list[list[int]]


class Arrangement(NamedTuple):
    """What is decided about the items of a share: the `citation_numbers` of all, and by their
    numbers in it what some have of the rest; `ids` are other ids than their own."""

    citation_numbers: list[int]
    year_suffixes: dict[int, str]
    disambiguations: dict[int, Disambiguation]
    ids: dict[int, str]


class Share:
    """Items, numbered from 0 as they come, their cites to compare, and what is decided of them."""

    def __init__(
        self,
        reader: ItemReader,
        library: Library,
        decider: Decider,
        bibliography: Bibliography,
        placed: Callable[[Entry], str],
    ) -> None:
        """There are no items yet."""
        self._reader = reader
        self._library = library
        self._decider = decider
        self._bibliography = bibliography
        self._placed = placed
        self._ids: list[str] = []
        self._items: list[Item] = []
        self._cites: list[ComparedCite] = []
        self._decided: dict[str, Disambiguation] = {}
        self._listed: list[tuple[Name, PrintedNames]] = []
        self._seen: set[tuple[str, Name]] = set()
        self._first: list[Any] = []
        self._unordered: set[int] = set()

    def take(self, named: Iterable[tuple[str, dict[str, Any]]]) -> list[tuple[str, int]]:
        """Takes more items, each with its id, which others may have, too; returns the names that
        were not printed so before, each as it looks and a hash of what it is."""
        first = len(self._items)
        for name, source in named:
            # No two here have one id.
            source["id"] = str(len(self._ids))
            self._ids.append(name)
            self._items.append(self._reader.read(source))
        disambiguator = self._decider.disambiguator
        items = self._items[first:]
        names: list[tuple[str, int]] = []
        if disambiguator.options.concerns(2):
            cites = [disambiguator.render(item, NOT_DISAMBIGUATED) for item in items]
            self._cites += cites
            for form, namesakes in disambiguator.namesakes(cites).items():
                for person, listed in namesakes.items():
                    if (form, person) not in self._seen:
                        self._seen.add((form, person))
                        self._listed.append((person, listed))
                        names.append((form, hash(person.parts)))
        if self._sort:  # while they are at hand
            self._first += self._values(0, range(first, len(self._items)))
        return names

    @property
    def _sort(self) -> Sequence[Any]:
        bibliography = self._decider.bibliography
        return bibliography.sort if bibliography else ()

    def first_values(self) -> Values:
        """The values of the first sort key, of all items; they are given up."""
        first, self._first = self._first, []
        return self._ranked(first)

    def values(self, index: int, numbers: Iterable[int]) -> Values:
        """The values of the sort key `index`, counted from 0, of some items."""
        return self._ranked(self._values(index, numbers))

    def _values(self, index: int, numbers: Iterable[int]) -> list[Any]:
        value, context = self._sort[index].value, self._decider.contexts.first_mention
        found: list[Any] = []
        for number in numbers:
            one = value(context(self._items[number]))
            if lacks_order(one):
                self._unordered.add(number)
            found.append(one)
        return found

    def _ranked(self, values: list[Any]) -> Values:
        distinct, ranks = ranked(values)
        return Values(distinct, array("I", ranks), len(self._unordered))

    def forms(self, names: Iterable[int]) -> list[list[str]]:
        """How names, by their numbers as they came, look with ever more written out."""
        return [self._decider.disambiguator.forms(*self._listed[name]) for name in names]

    def keys(self, levels: Mapping[int, int]) -> Keys:
        """What says which items look alike, where names are written out to `levels`, by their
        numbers as they came."""
        of_names = {self._listed[name][0]: level for name, level in levels.items()}
        disambiguator, decided = self._decider.disambiguator, self._decided
        keys = disambiguator.keys(self._items, self._cites, of_names, decided)
        return Keys(array("q", map(hash, keys)), disambiguator.unsplit(self._cites))

    def lend(self, numbers: Iterable[int]) -> bytes:
        """Items, for another share to tell apart from its own."""
        items = [self._items[number] for number in numbers]
        return pickle.dumps([(item, self._decided.get(item.id)) for item in items], -1)

    def settle(self, groups: Iterable[Sequence[int]], lent: Iterable[bytes]) -> Settled:
        """Makes the items of each group differ. Those of this share stand in it with their numbers,
        those of others with -1 for the first of all that were `lent`, -2 for the second …"""
        disambiguator, decided = self._decider.disambiguator, self._decided
        borrowed: list[Compared] = []
        for data in lent:
            for item, state in pickle.loads(data):
                self._reader.take_over(item)
                item.id = str(-1 - len(borrowed))
                if state is not None:
                    decided[item.id] = state
                cite = disambiguator.render(item, NOT_DISAMBIGUATED)
                borrowed.append((item, cite.names))
        alike: list[list[int]] = []
        for group in groups:
            members = [
                (self._items[number], self._cites[number].names)
                if number >= 0
                else borrowed[-1 - number]
                for number in group
            ]
            alike += [
                [int(item.id) for item in rest] for rest in disambiguator.settle(members, decided)
            ]
        found = {
            place: decided.pop(item.id)
            for place, (item, _) in enumerate(borrowed)
            if item.id in decided
        }
        return Settled(found, alike)

    def arrange(self, arrangement: Arrangement) -> None:
        """Takes what is decided about all; what was needed to decide it is given up."""
        self._cites, self._listed, self._seen = [], [], set()
        for number, one in arrangement.ids.items():
            self._ids[number] = one
        for number, state in arrangement.disambiguations.items():
            self._decided[str(number)] = state
        # They are printed as they lie in memory, where one entry rests on no other.
        ids = [item.id for item in self._items]
        self._library.take(
            Decisions(
                tuple(self._items),
                dict(zip(ids, arrangement.citation_numbers, strict=True)),
                self._decided,
                {str(number): suffix for number, suffix in arrangement.year_suffixes.items()},
            )
        )

    def entries(self, start: int, stop: int) -> list[str | tuple[str, str]]:
        """The entries of the items from `start` to `stop`; id and type of those that have none."""
        printed = {
            entry.id: self._placed(entry._replace(id=self._ids[int(entry.id)]))
            for entry in self._bibliography.entries(Selection(), start, stop)
        }
        if len(printed) == len(self._items[start:stop]):
            return [*printed.values()]
        return [
            printed.get(item.id, (self._ids[int(item.id)], item.type))
            for item in self._items[start:stop]
        ]
