"""The items of a document: registered, kept or left out, and what is decided about them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from reportcite.csl.context import NOT_DISAMBIGUATED, Context
from reportcite.csl.document.decisions import Beside, Decider, Decisions, SentDecisions
from reportcite.csl.document.disambiguate import Distinctions
from reportcite.csl.garbage import Uncollected
from reportcite.csl.items.model import Item, ItemReader


class Library:
    """Holds every item registered; those the document has are decided about together.

    Decisions are made when first asked for, and anew after a change.
    """

    def __init__(self, reader: ItemReader, decider: Decider) -> None:
        """A library without items."""
        self._reader = reader
        self._decider = decider
        self._registered: dict[str, Item] = {}
        self._items: dict[str, Item] = {}
        self._decisions: Decisions | None = None

    def __len__(self) -> int:
        """How many items the document has."""
        return len(self._items)

    def __getitem__(self, name: str) -> Item:
        """The item with the id `name`; KeyError where the document has none."""
        return self._items[name]

    def register(self, references: Iterable[Mapping[str, Any]]) -> list[Item]:
        """Adds CSL-JSON references (or replaces those of the same id); returns their items."""
        with Uncollected():
            items = [self._reader.read(reference) for reference in references]
        for item in items:
            self._registered[item.id] = self._items[item.id] = item
        self._decisions = None
        self._reader.forget_unused(self._registered.values())
        return items

    def retain(self, ids: Iterable[str]) -> None:
        """Makes the registered items `ids`, in this order, those the document has."""
        kept = {name: self._registered[name] for name in ids if name in self._registered}
        if list(kept) != list(self._items):
            self._items = kept
            self._decisions = None

    def clear(self) -> None:
        """Forgets all items."""
        self._registered.clear()
        self._items = {}
        self._decisions = None
        self._reader.forget_unused([])

    @property
    def decisions(self) -> Decisions:
        """What is decided about the items of the document."""
        if self._decisions is None:
            with Uncollected():
                self._decisions = self._decider.decide(list(self._items.values()))
        return self._decisions

    def decide(self, beside: Beside) -> None:
        """Makes the decisions now; `beside` has a part of them found at the same time."""
        with Uncollected():
            self._decisions = self._decider.decide(list(self._items.values()), beside)

    def decide_as(self, sent: SentDecisions, found: Distinctions) -> None:
        """Takes the decisions of another process with the same items, but for `found`."""
        with Uncollected():
            self._decisions = sent.received(self._items, found)

    def take(self, decisions: Decisions) -> None:
        """Takes decisions that were made elsewhere, on these items and others."""
        self._decisions = decisions

    def reconsider(self) -> None:
        """Has everything decided anew: something else that decisions rest on has changed."""
        self._decisions = None

    def context(self, item: Item) -> Context:
        """The first mention of `item`, with its number, year-suffix and disambiguation."""
        decisions = self.decisions
        name = item.id
        context = self._decider.contexts.first_mention(
            item, citation_number=decisions.numbers[name]
        )
        context.year_suffix = decisions.year_suffixes.get(name, "")
        context.disambiguation = decisions.disambiguations.get(name, NOT_DISAMBIGUATED)
        return context

    def sorting_context(self, item: Item) -> Context:
        """The mention of `item` by which the cites of a citation are sorted: names that are
        written out wherever they occur are sorted so."""
        decisions = self.decisions
        context = self._decider.contexts.first_mention(
            item, citation_number=decisions.numbers[item.id]
        )
        if self._decider.disambiguator.options.spells_out:
            found = decisions.disambiguations.get(item.id, NOT_DISAMBIGUATED)
            context.disambiguation = NOT_DISAMBIGUATED._replace(givens=found.givens)
        return context
