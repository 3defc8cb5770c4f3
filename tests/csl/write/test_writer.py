"""What writers share: letters that may be printed, and the spacing of a bibliography."""

from __future__ import annotations

import re

import pytest

from reportcite.csl.write.writer import (
    ENUMERATOR,
    BibliographySpacing,
    hanging_ems,
    one_line,
    paragraphs,
    printable,
)


def test_control_characters_are_left_out_but_for_tabs_and_line_breaks() -> None:
    assert printable("a\x00\x1b[1m\x7f\x9fb\tc\nd") == "a[1mb\tc\nd"
    assert printable("a b") == "a b"


@pytest.mark.parametrize("mark", ["\t", "\n", "\r", "\x0b", "\x0c", "\x85", "\u2028", "\u2029"])
def test_breaks_become_spaces_on_one_line(mark: str) -> None:
    assert one_line(f"a{mark}b\x00") == "a b"


@pytest.mark.parametrize(
    ("text", "begins"),
    [("1. a", True), ("(iv) a", True), ("A) b", True), ("12.", True), ("1.5", False),
     ("Doe. a", False), ("1 a", False)],
)  # fmt: skip
def test_what_begins_a_numbered_list(text: str, begins: bool) -> None:
    assert (re.match(ENUMERATOR, text) is not None) is begins


def test_a_bibliography_is_single_spaced_unless_a_style_asks_for_more() -> None:
    assert BibliographySpacing() == (False, "", 1, 1, 0)


@pytest.mark.parametrize(
    ("spacing", "ems"),
    [
        (BibliographySpacing(), 0),
        (BibliographySpacing(hanging_indent=True), 2),
        (BibliographySpacing(second_field_align="flush", max_offset=3), 2),
        (BibliographySpacing(hanging_indent=True, second_field_align="margin", max_offset=4), 2.5),
    ],
)
def test_lines_hang_by_the_longest_first_field_or_by_two_ems(
    spacing: BibliographySpacing, ems: float
) -> None:
    assert hanging_ems(spacing) == ems


def test_paragraphs_have_an_empty_line_between_them() -> None:
    spacing = BibliographySpacing(hanging_indent=True, entry_spacing=3)
    assert paragraphs(["A", "B"], spacing) == "A\n\nB"
    assert paragraphs([], spacing) == ""
