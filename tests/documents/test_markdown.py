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


def test_a_comment_that_is_not_closed_is_text() -> None:
    assert [*keys("<!-- @a\n\n<!-- @b --> @c <!-- @d")] == [("c", 3), ("d", 3)]


def test_code_in_a_sentence_ends_with_its_paragraph() -> None:
    assert [*keys("a ` b @a\n\n@b ` c\n \n`@c\n@d` @e")] == [("a", 1), ("b", 3), ("e", 6)]


def test_code_has_as_many_ticks_at_its_end_as_at_its_beginning() -> None:
    assert [*keys("```@a`` @b` @c")] == [("a", 1), ("b", 1), ("c", 1)]
    assert [*keys("``@a` @b`` @c")] == [("c", 1)]
    assert [*keys("```@a``` @b")] == [("b", 1)]


def test_a_fence_is_closed_by_one_as_long() -> None:
    assert [*keys("````\n@a\n```\n@b\n  ````` \n@c")] == [("c", 6)]
    assert [*keys("~~~ `x`\n@a\n```\n@b\n~~~\n@c")] == [("c", 6)]
