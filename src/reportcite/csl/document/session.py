"""An editing session: the citations of one document, and which of them an edit changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from reportcite.csl.items.model import Citation
from reportcite.tuples import NamedTuple


class Document(Protocol):
    """What a session asks of the processor that prints for it."""

    @property
    def tests_disambiguation(self) -> bool:
        """Whether the style tests for ambiguity."""

    def retain(self, ids: Iterable[str]) -> None:
        """Makes these the references of the document."""

    def cite_all(self, citations: Iterable[Citation]) -> list[str]:
        """Prints all citations."""

    def decisions_on(self, citation: Citation) -> object:
        """What a citation's text rests on."""


@dataclass(frozen=True, slots=True)
class Change:
    """A citation whose text an edit changed: its place in the document (from 0), id and text."""

    index: int
    id: str
    text: str


class Printed(NamedTuple):
    """What a citation printed, and on what grounds."""

    text: str
    decisions: object
    note_number: int


@dataclass(slots=True)
class Session:
    """The citations of a document in its order, each with what it printed."""

    processor: Document
    citations: dict[str, Citation] = field(default_factory=dict)
    printed: dict[str, Printed] = field(default_factory=dict)
    mentions: Counter[str] = field(default_factory=Counter)

    def update(
        self,
        citation: Citation,
        before: Sequence[tuple[str, int]],
        after: Sequence[tuple[str, int]],
    ) -> list[Change]:
        """Inserts or replaces `citation` between the citations named before and after it.

        `before` and `after` are pairs (citation id, note number) that make up the rest of the
        document; a citation not named is removed. Returns the citations that print anew, the
        updated one always among them. Raises KeyError for an id that was never inserted.
        """
        known = self.citations | {citation.id: citation}
        places = [*before, (citation.id, citation.note_number), *after]
        return self._rewrite(
            [known[name]._replace(note_number=note) for name, note in places], citation.id
        )

    def remove(self, citation_id: str) -> list[Change]:
        """Takes a citation out of the document; returns the others that print anew."""
        rest = [citation for name, citation in self.citations.items() if name != citation_id]
        return self._rewrite(rest, "")

    def _rewrite(self, citations: list[Citation], updated: str) -> list[Change]:
        self.citations = {citation.id: citation for citation in citations}
        self.processor.retain(cite.id for citation in citations for cite in citation.cites)
        mentions = Counter(cite.id for citation in citations for cite in citation.cites)
        # Where a style makes items differ only when they recur, the first mention is looked at anew
        # as soon as there is a second.
        again = (
            {name for name, count in mentions.items() if count > 1 and self.mentions[name] == 1}
            if self.processor.tests_disambiguation
            else set()
        )
        self.mentions = mentions
        changes: list[Change] = []
        printed: dict[str, Printed] = {}
        texts = self.processor.cite_all(citations)
        for index, (citation, text) in enumerate(zip(citations, texts, strict=True)):
            new = Printed(text, self.processor.decisions_on(citation), citation.note_number)
            old = self.printed.get(citation.id)
            referred_to = any(mentions[cite.id] > 1 for cite in citation.cites)
            reprinted = old is None or _differs(old, new, referred_to=referred_to)
            if citation.id == updated or reprinted or again.intersection(_ids(citation)):
                changes.append(Change(index, citation.id, text))
            printed[citation.id] = new
        self.printed = printed
        return changes


def _ids(citation: Citation) -> list[str]:
    return [cite.id for cite in citation.cites]


def _differs(old: Printed, new: Printed, *, referred_to: bool) -> bool:
    """Whether a citation prints anew; a new note number counts where others refer to it."""
    moved = referred_to and old.note_number != new.note_number
    return moved or (old.text, old.decisions) != (new.text, new.decisions)
