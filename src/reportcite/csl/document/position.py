"""Positions of cites in a document: first, subsequent, ibid, near-note (CSL 1.0.2, "Choose")."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reportcite.csl.context import FIRST, IBID, IBID_WITH_LOCATOR, SUBSEQUENT
from reportcite.csl.items.model import Citation, Cite


def place_cites(citations: Iterable[Citation], near_note_distance: int) -> list[Citation]:
    """The citations of a document, in its order, each cite with its position.

    A cite that carries a position already keeps it.
    """
    first_notes: dict[str, int] = {}
    last_notes: dict[str, int] = {}
    placed: list[Citation] = []
    previous: dict[bool, Citation] = {}
    for citation in citations:
        cites: list[Cite] = []
        note = citation.note_number
        in_note = note > 0
        for cite in citation.cites:
            before = cites[-1] if cites else _sole_cite(previous.get(in_note))
            seen = cite.id in first_notes
            position = _position(cite, before) if seen else FIRST
            cites.append(
                cite._replace(
                    position=position if cite.position is None else cite.position,
                    first_note=first_notes.get(cite.id, 0),
                    near_note=cite.near_note
                    or (
                        in_note
                        and cite.id in last_notes
                        and note - last_notes[cite.id] <= near_note_distance
                    ),
                )
            )
            if not first_notes.get(cite.id):  # the first note, even if the text comes before it
                first_notes[cite.id] = note
            if in_note:
                last_notes[cite.id] = note
        done = citation._replace(cites=tuple(cites))
        placed.append(done)
        before_it = previous.get(in_note)
        if note and before_it is not None and before_it.note_number == note:
            # Several citations in one note: the next note refers to all of them.
            done = done._replace(cites=before_it.cites + done.cites)
        previous[in_note] = done
    return placed


def _sole_cite(previous: Citation | None) -> Cite | None:
    """What "ibid." at the start of a citation refers to: a citation before it of one item only.

    Citations in the text and in notes do not refer to each other.
    """
    if previous is None or len({cite.id for cite in previous.cites}) != 1:
        return None
    return previous.cites[-1]


def _position(cite: Cite, before: Cite | None) -> int:
    if before is None or before.id != cite.id:
        return SUBSEQUENT
    if not cite.locator:
        return SUBSEQUENT if before.locator else IBID
    same = cite.locator == before.locator and cite.label == before.label
    return IBID if same else IBID_WITH_LOCATOR


def with_positions(cites: Sequence[Cite]) -> tuple[Cite, ...]:
    """The cites of one citation that stands alone."""
    return place_cites([Citation("", tuple(cites))], 0)[0].cites
