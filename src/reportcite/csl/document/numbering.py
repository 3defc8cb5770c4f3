"""What is settled for all references together: their order and numbers, and how they are told
apart (CSL 1.0.2, "Sorting", "Disambiguation")."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple, Protocol

from reportcite.csl.compile.layout import Layout
from reportcite.csl.compile.sort_keys import Row, sorted_rows
from reportcite.csl.context import PLAIN, Context, Disambiguation
from reportcite.csl.document.disambiguate import Disambiguator
from reportcite.csl.items.model import Item


class Standing(NamedTuple):
    """The references in the order of the bibliography; the rest by their ids."""

    order: tuple[Item, ...]
    numbers: Mapping[str, int]
    decided: Mapping[str, Disambiguation]
    suffixes: Mapping[str, str]


class MakeContext(Protocol):
    """Makes the context of an item."""

    def __call__(self, item: Item, *, citation_number: int = 0) -> Context:
        """The first mention of `item`."""


def settle(
    items: Sequence[Item],
    bibliography: Layout | None,
    disambiguator: Disambiguator,
    context_of: MakeContext,
) -> Standing:
    """The standing of `items`, which come in the order in which they are cited."""
    if bibliography is None or not bibliography.sort or len(items) < 2:
        numbers = {item.id: number for number, item in enumerate(items, 1)}
        return Standing(tuple(items), numbers, *disambiguator.decide(items))
    rows = [
        Row(context_of(item, citation_number=number), item) for number, item in enumerate(items, 1)
    ]
    order = [row.entry for row in sorted_rows(bibliography.sort, rows)]
    if not (bibliography.sorts_by_initials and disambiguator.method.spells_out):
        del rows  # the contexts and keys of a large bibliography are large
        decided, suffixes = disambiguator.decide(order)
    else:
        decided, suffixes = disambiguator.decide(order)
        _write_out(rows, decided, context_of)
        order = [row.entry for row in sorted_rows(bibliography.sort, rows)]
    numbers = {item.id: number for number, item in enumerate(order, 1)}
    return Standing(tuple(order), numbers, decided, suffixes)


def _write_out(
    rows: list[Row[Item]],
    decided: Mapping[str, Disambiguation],
    context_of: MakeContext,
) -> None:
    """Has items with names that are written out wherever they occur sorted by those."""
    for index, row in enumerate(rows):
        if row.entry.id in decided:
            context = context_of(row.entry, citation_number=index + 1)
            context.disambiguation = PLAIN._replace(givens=decided[row.entry.id].givens)
            rows[index] = Row(context, row.entry)
