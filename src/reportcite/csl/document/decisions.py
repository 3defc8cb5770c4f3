"""What is decided about all items together: their order and numbers, year-suffixes and how they
are disambiguated (CSL 1.0.2, "Sorting", "Disambiguation")."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from reportcite.csl.compile.layout import CompiledLayout
from reportcite.csl.compile.sort_keys import Row, all_ordered, sorted_rows
from reportcite.csl.context import NOT_DISAMBIGUATED, ContextMaker, Disambiguation
from reportcite.csl.document.disambiguate import Disambiguator
from reportcite.csl.items.model import Item


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


class Decider(NamedTuple):
    """Decides by the rules of one style; `bibliography` is None where the style has none."""

    bibliography: CompiledLayout | None
    disambiguator: Disambiguator
    contexts: ContextMaker

    def decide(self, items: Sequence[Item]) -> Decisions:
        """The decisions on `items`, which come in the order in which they are cited."""
        bibliography, disambiguator = self.bibliography, self.disambiguator
        if bibliography is None or not bibliography.sort or len(items) < 2:
            return Decisions(tuple(items), _numbers(items), *disambiguator.disambiguate(items))
        rows = [
            Row(self.contexts.first_mention(item, citation_number=number), item)
            for number, item in enumerate(items, 1)
        ]
        order = [row.subject for row in sorted_rows(bibliography.sort, rows)]
        is_ordered = all_ordered(rows)
        if not (bibliography.sorts_by_initials and disambiguator.options.spells_out):
            del rows  # the contexts and keys of a large bibliography are large
            disambiguations, suffixes = disambiguator.disambiguate(order)
        else:
            disambiguations, suffixes = disambiguator.disambiguate(order)
            self._write_out(rows, disambiguations)
            order = [row.subject for row in sorted_rows(bibliography.sort, rows)]
        return Decisions(tuple(order), _numbers(order), disambiguations, suffixes, is_ordered)

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


def _numbers(order: Sequence[Item]) -> dict[str, int]:
    return {item.id: number for number, item in enumerate(order, 1)}
