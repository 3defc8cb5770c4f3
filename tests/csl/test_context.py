"""What a renderer is given when it runs, and what it answers."""

from __future__ import annotations

import pytest

from reportcite.csl.context import (
    EMPTY,
    FIRST,
    NONE,
    NOT_DISAMBIGUATED,
    SOME,
    Context,
    ContextMaker,
    has_final_verdict,
    render_empty,
    render_nothing,
    with_final_verdict,
)
from reportcite.csl.items.model import ItemReader
from reportcite.csl.tokens import Tokens


@pytest.mark.parametrize(
    ("language", "document", "english"),
    [
        ("", True, True),
        ("", False, False),
        ("en", False, True),
        ("EN-GB", False, True),
        ("de", True, False),
    ],
)
def test_an_item_is_english_by_its_own_language_before_that_of_the_document(
    language: str, document: bool, english: bool
) -> None:
    item = ItemReader({}).read({"id": "x", "language": language})

    assert ContextMaker(document).first_mention(item).english is english


def test_at_the_first_mention_nothing_is_decided() -> None:
    item = ItemReader({}).read({"id": "x", "title": "Air"})
    context = ContextMaker(True).first_mention(item, citation_number=3)

    assert context.item is item
    assert context.citation_number == 3
    assert ContextMaker(True).first_mention(item).citation_number == 0
    assert (context.position, context.subsequent, context.near_note) == (FIRST, False, False)
    assert context.disambiguation is NOT_DISAMBIGUATED
    assert (context.locator, context.label, context.year_suffix) == ("", "", "")
    assert not context.suppress_author
    assert not context.sentence_start


def test_verdicts_are_ordered() -> None:
    assert NONE < EMPTY < SOME


def test_a_verdict_may_be_marked_as_final() -> None:
    def render(context: Context, out: Tokens) -> int:
        return NONE

    assert not has_final_verdict(render)
    assert with_final_verdict(render) is render
    assert has_final_verdict(render)


def test_there_is_a_renderer_for_nothing_and_one_for_emptiness() -> None:
    context = ContextMaker(True).first_mention(ItemReader({}).read({"id": "x"}))
    out: Tokens = []

    assert render_nothing(context, out) == NONE
    assert render_empty(context, out) == EMPTY
    assert out == []
