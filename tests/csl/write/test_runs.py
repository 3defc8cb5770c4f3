"""Nested spans as runs of text in one format."""

from __future__ import annotations

import pytest

from reportcite.csl.text.punctuation import MARKUP
from reportcite.csl.tokens import CLOSE, Open, Tokens
from reportcite.csl.write.runs import NORMAL, Formatting, lines, runs, spaces_outside

ITALIC = Open(font_style="italic")
BOLD = Open(font_weight="bold")


def flat(*tokens: object) -> list[tuple[Formatting, str]]:
    """The runs of tokens that hold no block."""
    stream: Tokens = list(tokens)  # type: ignore[arg-type]
    (block,) = runs(stream)
    assert not block[0]
    return block[1]


def lined(tokens: Tokens, gap: str = " ") -> list[tuple[bool, str]]:
    """The lines of an entry, formats in angle brackets and text in capitals."""
    return lines(tokens, lambda formatting, text: f"<{text}>", str.upper, gap)


def test_formats_of_spans_add_up() -> None:
    assert flat("a", ITALIC, "b", BOLD, "c", CLOSE, CLOSE, "d") == [
        (NORMAL, "a"),
        (Formatting(font_style="italic"), "b"),
        (Formatting(font_style="italic", font_weight="bold"), "c"),
        (NORMAL, "d"),
    ]


def test_neighbours_in_one_format_are_one_run() -> None:
    assert flat("a", Open(tag="title"), "b", CLOSE, "", "c") == [(NORMAL, "abc")]


@pytest.mark.parametrize(
    ("outer", "inner", "style"),
    [
        (ITALIC, Open(font_style="normal"), ""),
        (ITALIC, Open(font_style="italic", tag=MARKUP), ""),
        (ITALIC, ITALIC, "italic"),
        (ITALIC, Open(font_style="oblique", tag=MARKUP), "oblique"),
    ],
)
def test_markup_within_its_like_turns_back_to_normal(outer: Open, inner: Open, style: str) -> None:
    assert flat(outer, inner, "a", CLOSE, CLOSE) == [(Formatting(font_style=style), "a")]


def test_a_superscript_in_a_superscript_stays_one() -> None:
    raised = Open(vertical_align="sup", tag=MARKUP)

    assert flat(raised, raised, "a", CLOSE, CLOSE) == [(Formatting(vertical_align="sup"), "a")]


def test_each_block_comes_by_itself() -> None:
    tokens: Tokens = ["a", Open(display="block"), "b", CLOSE, Open(display="block"), "c", CLOSE]

    assert [(display, block[0][1]) for display, block in runs(tokens)] == [
        ("", "a"), ("block", "b"), ("block", "c"),
    ]  # fmt: skip


def test_what_is_formatted_is_wrapped_after_it_is_escaped() -> None:
    assert lined(["a", ITALIC, "b", CLOSE]) == [(False, "A<B>")]


def test_a_block_is_a_line_and_what_follows_a_margin_follows_a_gap() -> None:
    margin, inline = Open(display="left-margin"), Open(display="right-inline")
    tokens: Tokens = [
        margin,
        " 1 ",
        CLOSE,
        inline,
        " a ",
        CLOSE,
        Open(display="indent"),
        "b",
        CLOSE,
    ]

    assert lined(tokens) == [(False, "1 A"), (True, "B")]
    assert lined(tokens, "\t") == [(False, "1\tA"), (True, "B")]
    assert lined(["a ", Open(display="block"), " b ", CLOSE, " c"]) == [
        (False, "A"), (False, "B"), (False, "C"),
    ]  # fmt: skip
    assert lined([" "]) == []


@pytest.mark.parametrize(
    ("text", "parts"),
    [(" a b ", (" ", "a b", " ")), ("a", ("", "a", "")), ("  ", ("  ", "", ""))],
)
def test_spaces_at_the_ends_are_set_apart(text: str, parts: tuple[str, str, str]) -> None:
    assert spaces_outside(text) == parts
