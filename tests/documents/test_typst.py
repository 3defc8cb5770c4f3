"""The keys cited in Typst."""

from __future__ import annotations

from reportcite.documents.typst import keys


def test_references_and_calls_cite() -> None:
    text = '@doe says, @roe[p. 3].\n#cite(<poe>, form: "prose") #cite(label("a/b"))'
    assert [*keys(text)] == [("doe", 1), ("roe", 1), ("poe", 2), ("a/b", 2)]


def test_the_documents_own_labels_are_no_works() -> None:
    assert [*keys("= Plan <plan>\nsee @plan and @doe")] == [("doe", 2)]


def test_comments_addresses_and_code_cite_nothing() -> None:
    assert [*keys("// @a\n/* @b */ `@c` ```\n@d\n``` me@example.org https://x.y/@z")] == []


def test_a_full_bibliography_cites_everything() -> None:
    assert [*keys('#bibliography("x.bib", full: true)')] == [("*", 1)]


def test_what_does_not_end_is_looked_through_once() -> None:
    assert [*keys("@doe " + "```" * 50_001 + " @roe")] == [("doe", 1)]
    assert [*keys("@doe " + "/*" * 50_000 + " @roe")] == [("doe", 1)]
