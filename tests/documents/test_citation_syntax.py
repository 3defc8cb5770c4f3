"""Citations as pandoc writes them, read."""

from __future__ import annotations

import pytest

from reportcite.documents.citation_syntax import CitationText, Cited, parse_citation
from reportcite.values.locators.label import LABELS


def parse(text: str) -> CitationText | None:
    return parse_citation(text, LABELS.get)


def test_works_are_parted_by_semicolons() -> None:
    assert parse("[see @doe, p. 3; -@roe and more]") == CitationText(
        (
            Cited("doe", "see ", "page", "3"),
            Cited("roe", suffix=" and more", suppress_author=True),
        )
    )


def test_a_key_alone_is_part_of_the_sentence() -> None:
    assert parse("@doe") == CitationText((Cited("doe"),), narrative=True)
    assert parse("@doe [my italics]").cited[0].suffix == ", my italics"  # type: ignore[union-attr]
    assert parse("@doe [ and more]").cited[0].suffix == " and more"  # type: ignore[union-attr]
    assert parse("@doe [S. 4, esp.]").cited[0].suffix == ", esp."  # type: ignore[union-attr]
    assert parse("@doe [S. 4]") == parse("@doe{S. 4}")
    assert parse("@doe [S. 4]") == CitationText((Cited("doe", locator="4"),), narrative=True)


def test_others_may_follow_it_in_the_brackets() -> None:
    both = CitationText((Cited("doe", locator="4"), Cited("roe", "cf. ")), narrative=True)
    assert parse("@doe [p. 4; cf. @roe]") == both
    assert parse("@doe [cf. @roe]") == CitationText((Cited("doe"), Cited("roe", "cf. ")), True)


def test_the_author_can_be_left_out() -> None:
    assert parse("-@doe") == CitationText((Cited("doe", suppress_author=True),))
    assert parse("[see -@doe]") == CitationText((Cited("doe", "see ", suppress_author=True),))


def test_semicolons_in_braces_and_behind_a_backslash_part_nothing() -> None:
    assert parse("[@doe{1; 2}]") == CitationText((Cited("doe", locator="1; 2"),))
    assert parse(r"[@doe, so\; it]") == CitationText((Cited("doe", suffix=", so; it"),))


@pytest.mark.parametrize(
    "text",
    ["", "doe", "[doe]", "[@doe", "[@doe] more", "[@doe][@roe]", "@doe and", "@doe [p. 3",
     "see @doe",     "-@doe [p. 3]", "[@doe; roe]", "@doe [p. 3; roe]", "me@doe.org", r"\@doe"],
)  # fmt: skip
def test_what_is_no_citation_or_several_is_none(text: str) -> None:
    assert parse(text) is None
