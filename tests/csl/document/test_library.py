"""The items of a document, and when it is decided about them anew."""

from __future__ import annotations

import pytest

from reportcite.csl.context import GIVEN_FULL, NOT_DISAMBIGUATED
from reportcite.csl.document.library import Library
from tests.csl.document.parts import AUTHOR_YEAR, BY_TITLE, TITLE, parts_of
from tests.csl.references import report
from tests.csl.style_xml import bibliography, citation, style_xml

STYLE = style_xml(
    citation(AUTHOR_YEAR, disambiguate_add_year_suffix="true"),
    bibliography(TITLE, sort=BY_TITLE),
)
SEA = report("sea", "Doe, Jane", 2020, title="Sea")
AIR = report("air", "Doe, Jane", 2020, title="Air")


def library(*references: dict[str, object]) -> Library:
    """A library of these references, in a style with year-suffixes that sorts by title."""
    return parts_of(STYLE, references).library


def test_items_are_found_by_their_ids() -> None:
    books = library(SEA, AIR)

    assert len(books) == 2
    assert books["sea"].texts["title"] == "Sea"
    with pytest.raises(KeyError):
        books["fire"]


def test_an_id_registered_again_takes_the_place_of_the_first() -> None:
    books = library(SEA, AIR)
    (item,) = books.register([{**SEA, "title": "Ocean"}])

    assert books["sea"] is item
    assert len(books) == 2


def test_what_is_decided_stays_until_something_changes() -> None:
    books = library(SEA, AIR)
    decisions = books.decisions

    assert books.decisions is decisions
    books.retain(["sea", "air"])
    assert books.decisions is decisions
    books.retain(["air", "sea"])
    assert books.decisions is not decisions
    decisions = books.decisions
    books.reconsider()
    assert books.decisions is not decisions
    decisions = books.decisions
    books.register([])
    assert books.decisions is not decisions


def test_items_left_out_can_be_taken_in_again_and_unknown_ones_do_not_count() -> None:
    books = library(SEA, AIR)
    books.retain(["air", "fire"])

    assert len(books) == 1
    assert books.decisions.year_suffixes == {}
    books.retain(["air", "sea"])
    assert books.decisions.year_suffixes == {"air": "a", "sea": "b"}


def test_the_context_of_an_item_holds_what_is_decided_about_it() -> None:
    books = library(SEA, AIR)
    context = books.context(books["sea"])

    assert (context.citation_number, context.year_suffix) == (2, "b")
    assert context.disambiguation is NOT_DISAMBIGUATED


def test_cites_are_sorted_by_names_as_they_are_written_out_everywhere() -> None:
    def sorted_by(rule: str) -> tuple[tuple[int, ...], ...]:
        options = {"disambiguate_add_givenname": "true", "givenname_disambiguation_rule": rule}
        books = parts_of(
            style_xml(citation(AUTHOR_YEAR, **options)),
            [report("one", "Doe, Jane", 2020), report("two", "Doe, John", 2020)],
        ).library
        context = books.sorting_context(books["one"])
        assert context.citation_number == 1
        return context.disambiguation.givens

    assert sorted_by("all-names") == ((GIVEN_FULL,),)
    assert sorted_by("by-cite") == ()


def test_a_stream_of_items_in_one_place_takes_no_more_memory_the_longer_it_is() -> None:
    parts = parts_of(STYLE)
    reader = parts.library._reader
    most = 0
    for number in range(12_000):
        parts.library.register([report("same", f"Doe {number}, Jane", 2020)])
        most = max(most, len(reader.names))

    assert most < 5_000
    assert len(parts.library) == 1
