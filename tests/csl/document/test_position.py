"""Where in a document a reference is cited: first, again, ibid., near its last note."""

from __future__ import annotations

import pytest

from reportcite.csl import Citation, Cite, Processor
from reportcite.csl.context import FIRST, IBID, IBID_WITH_LOCATOR, SUBSEQUENT
from reportcite.csl.document.position import place_cites, with_positions
from tests.csl.references import report
from tests.csl.style_xml import citation, style_xml

NAMES = {FIRST: "first", SUBSEQUENT: "again", IBID: "ibid", IBID_WITH_LOCATOR: "ibid-with-locator"}


def cite(text: str) -> Cite:
    """A cite from "id" or "id 12", the locator behind a space."""
    name, _, locator = text.partition(" ")
    return Cite(name, locator=locator)


def document(*citations: str, note: bool = True, distance: int = 5) -> list[Citation]:
    """A document placed: each citation is "a; b 12", in a note of its own or in the text."""
    numbered = [
        Citation(str(n), tuple(map(cite, text.split("; "))), note_number=n if note else 0)
        for n, text in enumerate(citations, 1)
    ]
    return place_cites(numbered, distance)


def positions(*citations: str, note: bool = True) -> list[str]:
    """The position of every cite of a document."""
    placed = document(*citations, note=note)
    return [NAMES[cite.position or 0] for citation in placed for cite in citation.cites]


@pytest.mark.parametrize(
    ("before", "now", "position"),
    [
        ("b", "a", "first"),
        ("a", "a", "ibid"),
        ("a", "a 12", "ibid-with-locator"),
        ("a 12", "a 12", "ibid"),
        ("a 12", "a 13", "ibid-with-locator"),
        ("a 12", "a", "again"),  # "ibid." alone would mean page 12
        ("a; b", "a", "again"),  # "ibid." would mean b, or both
        ("a; a", "a", "ibid"),
    ],
)
@pytest.mark.parametrize("note", [True, False], ids=["notes", "text"])
def test_ibid_is_for_the_same_reference_alone_just_before(
    before: str, now: str, position: str, note: bool
) -> None:
    assert positions(before, now, note=note)[-1] == position


def test_a_citation_between_ends_ibid() -> None:
    assert positions("a", "b", "a") == ["first", "first", "again"]


def test_within_a_citation_a_cite_refers_to_the_one_before_it() -> None:
    assert positions("a; a 5; b; a") == ["first", "ibid-with-locator", "first", "again"]


def test_ibid_does_not_reach_from_a_note_into_the_text() -> None:
    in_text = Citation("t", (Cite("a"),))
    in_note = Citation("n", (Cite("a"),), note_number=1)
    more_text = Citation("u", (Cite("a"),))

    placed = place_cites([in_text, in_note, more_text], 5)

    assert [NAMES[c.cites[0].position or 0] for c in placed] == ["first", "again", "ibid"]


def test_all_citations_of_one_note_stand_before_the_next_note() -> None:
    notes = [("a", 1), ("b", 1), ("b", 2)]

    placed = place_cites([Citation(name, (Cite(name),), note_number=n) for name, n in notes], 5)

    assert placed[-1].cites[0].position == SUBSEQUENT


def test_a_reference_cited_again_knows_the_note_it_was_first_cited_in() -> None:
    placed = document("b", "a", "b", "a")

    assert [citation.cites[0].first_note for citation in placed] == [0, 0, 1, 2]


def test_near_counts_from_the_last_note_with_the_reference() -> None:
    placed = document("a", "b", "c", "a", "d", "a", distance=2)

    assert [citation.cites[0].near_note for citation in placed] == [
        False, False, False, False, False, True,
    ]  # fmt: skip


def test_nothing_in_the_text_is_near() -> None:
    assert not any(
        c.near_note for citation in document("a", "a", note=False) for c in citation.cites
    )


def test_a_position_given_is_kept() -> None:
    assert with_positions([Cite("a", position=IBID), Cite("b")])[0].position == IBID


def test_a_style_tests_positions_from_the_narrowest_to_the_widest() -> None:
    layout = (
        '<choose><if position="ibid-with-locator"><text value="ibid+"/></if>'
        '<else-if position="ibid"><text value="ibid"/></else-if>'
        '<else-if position="near-note"><text value="near"/></else-if>'
        '<else-if position="subsequent"><text value="see n. "/>'
        '<text variable="first-reference-note-number"/></else-if>'
        '<else-if position="first"><text variable="title"/></else-if></choose>'
    )
    style = style_xml(citation(layout, near_note_distance="2"), class_="note")
    processor = Processor(style)
    processor.register([report("a", title="A"), report("b", title="B"), report("c", title="C")])
    notes = ["a", "a", "a 3", "b", "a", "b", "c", "b", "a"]

    texts = processor.cite_all(
        [Citation(str(n), (cite(text),), note_number=n) for n, text in enumerate(notes, 1)]
    )

    assert texts == ["A", "ibid", "ibid+", "B", "near", "near", "C", "near", "see n. 1"]


def test_an_ibid_is_also_subsequent() -> None:
    layout = '<choose><if position="subsequent"><text value="again"/></if></choose>'
    processor = Processor(style_xml(citation(layout + '<text value="."/>')))
    processor.register([report("a")])
    placed = [Citation("1", (Cite("a"),)), Citation("2", (Cite("a"),))]

    assert processor.cite_all(placed) == [".", "again."]


def test_a_citation_in_the_text_is_no_note_but_counts_as_a_mention() -> None:
    """The note of a cite is one, even where the text has it before."""
    notes = [Citation(str(n), (Cite("a"),), note_number=n) for n in (0, 3, 0, 8, 9)]

    placed = [citation.cites[0] for citation in place_cites(notes, 5)]

    assert [cite.first_note for cite in placed] == [0, 0, 3, 3, 3]
    assert [cite.position != FIRST for cite in placed] == [False, True, True, True, True]
    assert [cite.near_note for cite in placed] == [False, False, False, True, True]
