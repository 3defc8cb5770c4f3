"""What the engine prints, as inlines of pandoc."""

from __future__ import annotations

import json
from typing import Any

from reportcite.csl.tokens import CLOSE, Open, Tokens
from reportcite.documents.pandoc.ast import element, words
from reportcite.documents.pandoc.inlines import WRITER


def written(*tokens: Any) -> Any:
    stream: Tokens = [*tokens]
    return json.loads(WRITER.tokens(stream))


def test_text_is_words() -> None:
    assert written("a <b>") == words("a <b>")


def test_formats_are_elements_which_neighbours_share() -> None:
    raised = written(
        Open(vertical_align="sup"), "a", Open(font_style="italic"), "b", CLOSE, "c", CLOSE
    )
    inner = [*words("a"), element("Emph", words("b")), *words("c")]
    assert raised == [element("Superscript", inner)]


def test_every_format_has_its_element() -> None:
    for span, kind in (
        (Open(font_style="oblique"), "Emph"),
        (Open(font_weight="bold"), "Strong"),
        (Open(font_variant="small-caps"), "SmallCaps"),
        (Open(text_decoration="underline"), "Underline"),
        (Open(vertical_align="sub"), "Subscript"),
    ):
        assert written(span, "x", CLOSE) == [element(kind, words("x"))]
    assert written(Open(font_weight="light"), "x", CLOSE) == words("x")


def test_an_address_is_a_link() -> None:
    found = written("see ", Open(href="https://a.b/"), "a", CLOSE)
    link = element("Link", ["", [], []], words("a"), ["https://a.b/", ""])
    assert found == [*words("see "), link]


def test_blocks_of_an_entry_are_spans_of_the_class_pandoc_gives_them() -> None:
    found = written(
        Open(display="left-margin"), "[1]", CLOSE, Open(display="right-inline"), "x", CLOSE
    )
    margin = element("Span", ["", ["csl-left-margin"], []], [*words("[1]"), element("Space")])
    assert found == [margin, element("Span", ["", ["csl-right-inline"], []], words("x"))]
