"""The keys cited in Markdown."""

from __future__ import annotations

from reportcite.documents.markdown import keys


def test_each_form_of_citation_is_found_with_its_line() -> None:
    text = "As @doe says [p. 3],\nothers [see @roe, p. 4; -@poe]\ndo not @{a/b}."
    assert [*keys(text)] == [("doe", 1), ("roe", 2), ("poe", 2), ("a/b", 3)]


def test_code_and_comments_cite_nothing() -> None:
    text = "`@a` ``x ` @b`` <!-- @c\n@d -->\n```r\n@e\n```\n~~~\n@f\n~~~\n@g"
    assert [*keys(text)] == [("g", 9)]


def test_a_fence_that_is_not_closed_goes_on_to_the_end() -> None:
    assert [*keys("@a\n```\n@b\n")] == [("a", 1)]


def test_of_the_header_only_nocite_counts() -> None:
    header = "---\nauthor: '@handle'\nnocite: |\n  @doe, @roe\n\n  @poe\ntitle: On @x\n---\n"
    assert [*keys(f"{header}@last")] == [("doe", 4), ("roe", 4), ("poe", 6), ("last", 9)]


def test_nocite_may_ask_for_everything() -> None:
    assert [*keys("---\nnocite: '@*'\n---\n")] == [("*", 2)]


def test_cross_references_of_quarto_are_no_citations() -> None:
    assert [*keys("see @fig-plan, @sec-methods and @figueroa")] == [("figueroa", 1)]


def test_roles_of_myst_are_citations() -> None:
    assert [*keys("As {cite:t}`doe, roe` and {cite}`poe` say")] == [
        ("doe", 1),
        ("roe", 1),
        ("poe", 1),
    ]
