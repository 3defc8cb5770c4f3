"""The keys cited in Org."""

from __future__ import annotations

import pytest

from reportcite.documents.org import keys


@pytest.mark.parametrize(
    "text",
    [
        "[cite:@doe]",
        "[cite/t:see @doe p. 3]",
        "[cite/text/caps:@doe.]",
        "cite:doe",
        "[[cite:&doe]]",
        "citep:doe.",
    ],
)
def test_each_form_is_known(text: str) -> None:
    assert [*keys(text)] == [("doe", 1)]


def test_one_citation_may_have_several_keys() -> None:
    assert [*keys("x\n[cite:see @doe:2020; @roe] parencite:a,b")] == [
        ("doe:2020", 2),
        ("roe", 2),
        ("a", 2),
        ("b", 2),
    ]


def test_comments_and_code_cite_nothing() -> None:
    text = "# [cite:@a]\n#+begin_src tex\n[cite:@b]\n#+end_src\n=cite:c= [cite:@d]"
    assert [*keys(text)] == [("d", 5)]


def test_citations_that_do_not_end_are_looked_through_once() -> None:
    assert [*keys("[cite:" * 50_000 + "@doe]")] == [("doe", 1)]


def test_a_block_that_is_not_ended_is_text() -> None:
    assert [*keys("#+begin_src c\n[cite:@a]\n#+BEGIN_example\n[cite:@b]\n#+end_Example")] == [
        ("a", 2)
    ]


def test_marks_behind_a_key_are_none_of_it() -> None:
    assert [*keys("[cite:@doe?!; @roe]x; @@.]")] == [("doe", 1), ("roe", 1)]
