"""The stream of tokens that rendering yields."""

from __future__ import annotations

from reportcite.csl.tokens import CLOSE, Open, text_of


def test_the_text_of_tokens_is_what_stands_between_the_marks() -> None:
    assert text_of(["A ", Open(font_style="italic"), "Title", CLOSE, "."]) == "A Title."
    assert text_of([]) == ""


def test_a_span_sets_nothing_it_does_not_name() -> None:
    assert set(Open()) == {"", False}
    assert repr(CLOSE) == "CLOSE"
