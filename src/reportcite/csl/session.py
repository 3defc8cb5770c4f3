"""An editing session: the citations of one document, and which of them an edit changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from reportcite.csl.model import Citation

if TYPE_CHECKING:
    from reportcite.csl.processor import Processor


@dataclass(frozen=True, slots=True)
class Change:
    """A citation whose text an edit changed: its place in the document (from 0), id and text."""

    index: int
    id: str
    text: str


@dataclass(slots=True)
class Session:
    """The citations of a document in its order, each with what it prints and on what grounds."""

    processor: Processor
    citations: dict[str, Citation] = field(default_factory=dict)
    texts: dict[str, tuple[str, object]] = field(default_factory=dict)

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
            [replace(known[name], note_number=note) for name, note in places], citation.id
        )

    def remove(self, citation_id: str) -> list[Change]:
        """Takes a citation out of the document; returns the others that print anew."""
        rest = [citation for name, citation in self.citations.items() if name != citation_id]
        return self._rewrite(rest, "")

    def _rewrite(self, citations: list[Citation], updated: str) -> list[Change]:
        self.citations = {citation.id: citation for citation in citations}
        self.processor.retain(cite.id for citation in citations for cite in citation.cites)
        printed = [
            (text, self.processor.standing_of(citation))
            for citation, text in zip(citations, self.processor.cite_all(citations), strict=True)
        ]
        changes = [
            Change(index, citation.id, new[0])
            for index, (citation, new) in enumerate(zip(citations, printed, strict=True))
            if citation.id == updated or self.texts.get(citation.id) != new
        ]
        self.texts = {c.id: new for c, new in zip(citations, printed, strict=True)}
        return changes
