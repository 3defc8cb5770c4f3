"""Entries as lines of formatted text."""

from __future__ import annotations

from reportcite.csl.tokens import CLOSE, Open, Tokens
from reportcite.csl.write.runs import Formatting
from reportcite.csl.write.writer import BibliographySpacing
from reportcite.documents.office.formatted_lines import (
    WRITER,
    Indent,
    Line,
    Section,
    Span,
    body_of,
    groups,
    indent_of,
    lines_of,
)

PLAIN = Formatting()
LEFT, RIGHT = Open(display="left-margin"), Open(display="right-inline")


def lines(*tokens: object) -> list[Line]:
    stream: Tokens = [*tokens]  # type: ignore[list-item]
    return lines_of(WRITER.tokens(stream))


def test_an_entry_is_one_line_of_spans() -> None:
    italic = Formatting(font_style="italic")
    assert lines("a ", Open(font_style="italic"), "b", CLOSE) == [
        Line((), (Span("a ", PLAIN), Span("b", italic)), False)
    ]


def test_a_number_stands_in_the_margin_without_its_space() -> None:
    assert lines(LEFT, "[1] ", CLOSE, RIGHT, " Title", CLOSE) == [
        Line((Span("[1]", PLAIN),), (Span("Title", PLAIN),), False)
    ]


def test_a_block_is_a_line_of_its_own_and_may_be_indented() -> None:
    found = lines("a ", Open(display="indent"), " note ", CLOSE, Open(display="block"), "b", CLOSE)
    assert [("".join(span.text for span in line.spans), line.indented) for line in found] == [
        ("a ", False),
        ("note", True),
        ("b", False),
    ]


def test_control_characters_and_empty_lines_are_left_out() -> None:
    assert lines("a\x07b", Open(display="block"), " ", CLOSE) == [
        Line((), (Span("ab", PLAIN),), False)
    ]


def test_the_layout_of_a_style_in_points() -> None:
    entries = [lines("x"), lines(LEFT, "[1]", CLOSE, "x")]
    assert indent_of(BibliographySpacing(), entries) == Indent(0, 0)
    assert indent_of(BibliographySpacing(hanging_indent=True), entries) == Indent(36, -36)
    flush = BibliographySpacing(second_field_align="flush", hanging_indent=True)
    assert indent_of(flush, entries) == Indent(24, -24)
    assert indent_of(flush._replace(second_field_align="margin"), entries) == Indent(0, -24)


def test_neighbours_share_a_link() -> None:
    link = PLAIN._replace(href="https://a.b")
    spans = [Span("a", PLAIN), Span("b", link), Span("c", link._replace(font_style="italic"))]
    assert [(href, len(some)) for href, some in groups(spans)] == [("", 1), ("https://a.b", 2)]
    assert [*groups([])] == []


def test_sections_follow_each_other_and_all_their_entries_decide_how_paragraphs_are_set() -> None:
    entries = tuple(
        WRITER.tokens([LEFT, number, CLOSE, RIGHT, "A", CLOSE]) for number in ("1", "20")
    )
    sections = [Section("Books", entries[:1]), Section("", entries[1:])]
    spacing = BibliographySpacing(second_field_align="flush")
    heading, paragraph = "<{}>".format, lambda entry: entry[0].margin[0].text
    body, indent = body_of(spacing, sections, heading, paragraph)
    assert body == "<Books>1<>20"
    assert indent == indent_of(spacing, [[*lines_of(entry)] for entry in entries])
    assert indent != body_of(spacing, sections[:1], heading, paragraph)[1]
