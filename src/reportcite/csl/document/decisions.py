"""What is decided about all items together: their order and numbers, year-suffixes and how they
are disambiguated (CSL 1.0.2, "Sorting", "Disambiguation")."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TypeAlias

from reportcite.csl.compile.layout import CompiledLayout
from reportcite.csl.compile.sort_keys import Row, all_ordered, sorted_rows
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
        rows = [
            Row(self.contexts.first_mention(item, citation_number=number), item)
            for number, item in enumerate(items, 1)
        ]
        order = [row.subject for row in sorted_rows(bibliography.sort, rows)]
        is_ordered = all_ordered(rows)
        written_out = bibliography.sorts_by_initials and disambiguator.options.spells_out
        if not written_out:
            del rows  # the contexts and keys of a large bibliography are large
        found = wait()
        numbers = _numbers(order)
        suffixes = found.year_suffixes(numbers)
        if written_out:
            self._write_out(rows, found.decided)
            order = [row.subject for row in sorted_rows(bibliography.sort, rows)]
            numbers = _numbers(order)
        return Decisions(tuple(order), numbers, found.decided, suffixes, is_ordered)

    def _write_out(
        self, rows: list[Row[Item]], disambiguations: Mapping[str, Disambiguation]
    ) -> None:
        """Has items with names that are written out wherever they occur sorted by those."""
        for index, row in enumerate(rows):
            found = disambiguations.get(row.subject.id)
            if found is not None:
                context = self.contexts.first_mention(row.subject, citation_number=index + 1)
                context.disambiguation = NOT_DISAMBIGUATED._replace(givens=found.givens)
                rows[index] = Row(context, row.subject)


def _decisions(order: Sequence[Item], found: Distinctions) -> Decisions:
    """The decisions on items that keep their order."""
    numbers = _numbers(order)
    return Decisions(tuple(order), numbers, found.decided, found.year_suffixes(numbers))


def _numbers(order: Sequence[Item]) -> dict[str, int]:
    return {item.id: number for number, item in enumerate(order, 1)}
