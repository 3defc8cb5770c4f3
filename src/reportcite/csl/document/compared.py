"""Cites as disambiguation compares them: short forms, without year-suffix."""

from __future__ import annotations

from collections.abc import Iterable

from reportcite.csl.compile.layout import CompiledLayout
from reportcite.csl.context import (
    SUBSEQUENT,
    Context,
    ContextMaker,
    Disambiguation,
    PrintedNames,
)
from reportcite.csl.items.model import Citation, Item
from reportcite.csl.tokens import Tokens, text_of
from reportcite.tuples import NamedTuple


class ComparedCite(NamedTuple):
    """A cite as it would print, without year-suffix, and its lists of names."""

    text: str
    names: list[PrintedNames]


class CiteComparison:
    """Renders the cites to compare; knows in which note each item is first cited."""

    def __init__(self, citation: CompiledLayout, contexts: ContextMaker) -> None:
        """Before the first document nothing is cited in a note."""
        self._citation = citation
        self._contexts = contexts
        self._first_notes: dict[str, int] = {}

    def render(self, item: Item, disambiguation: Disambiguation) -> ComparedCite:
        """The cite of `item` with so much of it written out."""
        context = self._later_context(item, disambiguation)
        printed: list[PrintedNames] = []
        context.printed_names = printed
        out: Tokens = []
        self._citation.of(item).body.of(item)(context, out)
        # As ComparedCite(…), in half the time.
        return tuple.__new__(ComparedCite, (text_of(out), printed))

    def place(self, citations: Iterable[Citation]) -> bool:
        """Notes where each item is first cited: "Doe (n 3)" differs from "Doe (n 4)". Returns
        whether anything is new."""
        notes: dict[str, int] = {}
        for citation in citations:
            for cite in citation.cites:
                notes.setdefault(cite.id, citation.note_number)
        changed = notes != self._first_notes
        self._first_notes = notes
        return changed

    def _later_context(self, item: Item, disambiguation: Disambiguation) -> Context:
        """A cite after the first: short forms are what must differ."""
        context = self._contexts.first_mention(item, citation_number=1)
        if "accessed" in item.dates:
            # Two items do not differ by the day on which they were looked up.
            context.dates = {k: v for k, v in item.dates.items() if k != "accessed"}
        context.disambiguation = disambiguation
        context.position = SUBSEQUENT
        context.subsequent = True
        context.near_note = True
        context.first_note = self._first_notes.get(item.id, 0)
        return context
