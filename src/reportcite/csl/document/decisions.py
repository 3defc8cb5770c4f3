"""What is decided about all items together: their order and numbers, year-suffixes and how they
are disambiguated (CSL 1.0.2, "Sorting", "Disambiguation")."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TypeAlias

from reportcite.csl.compile.layout import CompiledLayout
from reportcite.csl.compile.sort_keys import KeyValues
from reportcite.csl.context import NOT_DISAMBIGUATED, ContextMaker, Disambiguation
from reportcite.csl.document.disambiguate import Disambiguator, Distinctions
from reportcite.csl.items.model import Item
from reportcite.tuples import NamedTuple

Beside: TypeAlias = Callable[[Callable[[], Distinctions]], Callable[[], Distinctions]]
"""Begins some work and returns the function that waits for its result."""


class Decisions(NamedTuple):
    """The items in the order of the bibliography; the rest by their ids.

    Items not named in `disambiguations` and `year_suffixes` need none. `is_ordered` is false where
    the order of a script is not known.
    """

    order: tuple[Item, ...]
    numbers: Mapping[str, int]
    disambiguations: Mapping[str, Disambiguation]
    year_suffixes: Mapping[str, str]
    is_ordered: bool = True

    def sent(self) -> SentDecisions:
        """What a process with the same items and distinctions does not know of these."""
        return SentDecisions([item.id for item in self.order], dict(self.year_suffixes))


class SentDecisions(NamedTuple):
    """The ids of the items in their order, and the year-suffixes by those: what is decided by all
    of the items, and is small where it goes from process to process."""

    order: list[str]
    year_suffixes: dict[str, str]

    def received(self, items: Mapping[str, Item], found: Distinctions) -> Decisions:
        """The decisions on the same `items`, of which `found` is told apart."""
        order = [items[name] for name in self.order]
        return Decisions(tuple(order), _numbers(order), found.decided, self.year_suffixes)


class Decider(NamedTuple):
    """Decides by the rules of one style; `bibliography` is None where the style has none."""

    bibliography: CompiledLayout | None
    disambiguator: Disambiguator
    contexts: ContextMaker

    def decide(self, items: Sequence[Item], beside: Beside | None = None) -> Decisions:
        """The decisions on `items`, which come in the order in which they are cited; `beside` has
        a part of them found at the same time."""
        bibliography, disambiguator = self.bibliography, self.disambiguator
        telling = partial(disambiguator.disambiguate, items)
        if bibliography is None or not bibliography.sort or len(items) < 2:
            return _decisions(items, telling())
        wait = beside(telling) if beside else telling
        contexts = [
            self.contexts.first_mention(item, citation_number=number)
            for number, item in enumerate(items, 1)
        ]
        values = KeyValues(bibliography.sort, contexts)
        order = [items[number] for number in values.order()]
        is_ordered = values.are_ordered
        if not self.sorts_written_out:
            del contexts, values  # those of a large bibliography are large
        found = wait()
        numbers = _numbers(order)
        suffixes = found.year_suffixes(numbers)
        if self.sorts_written_out:
            self._write_out(items, values, found.decided)
            order = [items[number] for number in values.order()]
            numbers = _numbers(order)
        return Decisions(tuple(order), numbers, found.decided, suffixes, is_ordered)

    @property
    def sorts_written_out(self) -> bool:
        """Whether what is decided about names changes the order of the bibliography."""
        by_initials = self.bibliography is not None and self.bibliography.sorts_by_initials
        return by_initials and self.disambiguator.options.spells_out

    def _write_out(
        self,
        items: Sequence[Item],
        values: KeyValues,
        disambiguations: Mapping[str, Disambiguation],
    ) -> None:
        """Has items with names that are written out wherever they occur sorted by those."""
        for index, item in enumerate(items):
            found = disambiguations.get(item.id)
            if found is not None:
                context = self.contexts.first_mention(item, citation_number=index + 1)
                context.disambiguation = NOT_DISAMBIGUATED._replace(givens=found.givens)
                values.replace(index, context)


def _decisions(order: Sequence[Item], found: Distinctions) -> Decisions:
    """The decisions on items that keep their order."""
    numbers = _numbers(order)
    return Decisions(tuple(order), numbers, found.decided, found.year_suffixes(numbers))


def _numbers(order: Sequence[Item]) -> dict[str, int]:
    return {item.id: number for number, item in enumerate(order, 1)}
