"""Pandoc's JSON: made, walked, changed."""

from __future__ import annotations

from typing import Any

import pytest

from reportcite.documents.pandoc.ast import element, markup_of, plain_text, walk, words

EMPTY = ["", [], []]


def test_words_keep_the_spaces_that_do_not_break() -> None:
    assert words("a\xa0b  c") == [element("Str", "a\xa0b"), element("Space"), element("Str", "c")]
    assert words(" a ") == [element("Space"), element("Str", "a"), element("Space")]
    assert words("") == []


@pytest.mark.parametrize(
    ("inline", "text"),
    [
        (element("Emph", words("a b")), "<i>a b</i>"),
        (element("Strong", words("a")), "<b>a</b>"),
        (element("SmallCaps", words("a")), "<sc>a</sc>"),
        (element("Superscript", words("a")), "<sup>a</sup>"),
        (element("Subscript", words("a")), "<sub>a</sub>"),
        (element("Quoted", element("DoubleQuote"), words("a")), '"a"'),
        (element("Quoted", element("SingleQuote"), words("a")), "'a'"),
        (element("Link", EMPTY, words("a"), ["x", ""]), "a"),
        (element("Code", EMPTY, "<i>x"), "<\u200bi>x"),
        (element("Math", element("InlineMath"), "x<y"), "x<y"),
        (element("SoftBreak"), " "),
        (element("Strikeout", words("a")), "a"),
    ],
)
def test_inlines_become_text_with_the_markup_of_csl(inline: dict[str, Any], text: str) -> None:
    assert markup_of([inline]) == text


def test_the_text_of_a_part_of_a_document_has_no_markup() -> None:
    assert plain_text(element("MetaInlines", [element("Emph", words("a b"))])) == "a b"
    assert plain_text(element("MetaString", "x")) == "x"
    assert plain_text([]) == ""


def test_elements_come_in_the_order_of_the_document() -> None:
    document = {"blocks": [element("Para", words("a b"))], "meta": {"x": element("MetaBool", True)}}
    assert [one["t"] for one in walk(document)] == ["Para", "Str", "Space", "Str", "MetaBool"]
