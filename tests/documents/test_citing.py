"""From written citations to those of the engine."""

from __future__ import annotations

from itertools import count, repeat

from reportcite.csl import Citation, Cite
from reportcite.documents.citation_syntax import CitationText, Cited
from reportcite.documents.citing import cited_keys_of, engine_citations

IDS = {"a": "1", "b": "2"}


def of(*cited: Cited, narrative: bool = False, notes: bool = False) -> Citation:
    [citation] = engine_citations(
        [CitationText(cited, narrative)], IDS, count(1) if notes else repeat(0)
    )
    return citation


def test_a_work_is_cited_by_its_id_with_all_that_is_said_of_it() -> None:
    cited = Cited("a", "see ", "chapter", "3", " etc.", suppress_author=True)
    cite = Cite("1", "3", "chapter", "see ", " etc.", suppress_author=True)
    assert of(cited).cites == (cite,)


def test_in_a_style_of_notes_each_is_a_note() -> None:
    both = engine_citations([CitationText((Cited("a"),)), CitationText(())], IDS, count(1))
    assert [one.note_number for one in both] == [1, 2]
    assert of(Cited("a")).note_number == 0


def test_an_affix_keeps_the_order_as_typed() -> None:
    assert of(Cited("a"), Cited("b")).sorted
    assert not of(Cited("a"), Cited("b", "but see ")).sorted
    assert not of(Cited("a", suffix=" too"), Cited("b")).sorted
    assert not of(Cited("a"), Cited("b"), narrative=True).sorted


def test_an_unknown_work_leaves_its_mark() -> None:
    citation = of(Cited("x", "see "), Cited("a"), Cited("y"))
    assert citation.cites == (Cite("1", prefix="[???]; ", suffix="; [???]"),)
    assert of(Cited("x")).cites == ()


def test_the_author_of_an_unknown_work_is_in_no_sentence() -> None:
    assert of(Cited("a"), narrative=True).mode == "composite"
    assert of(Cited("x"), Cited("a"), narrative=True).mode == ""


def test_keys_come_as_often_as_they_are_cited() -> None:
    texts = [CitationText((Cited("a"), Cited("b"))), CitationText((Cited("a"),))]
    assert [*cited_keys_of(texts)] == ["a", "b", "a"]
