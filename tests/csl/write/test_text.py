"""Plain text: the words alone."""

from __future__ import annotations

from reportcite.csl.tokens import CLOSE, Open, Tokens
from reportcite.csl.write.text import WRITER
from reportcite.csl.write.writer import BibliographySpacing

ITALIC = Open(font_style="italic")


def test_formatting_is_left_out() -> None:
    assert WRITER.tokens(["A ", ITALIC, "Title", CLOSE, "."]) == "A Title."


def test_spaces_at_the_ends_stay_where_no_block_is() -> None:
    assert WRITER.tokens([" a "]) == " a "


def test_a_block_stands_on_its_own_line_and_an_indent_is_indented() -> None:
    tokens: Tokens = [
        "a ",
        Open(display="block"),
        "b",
        CLOSE,
        Open(display="indent"),
        "c",
        CLOSE,
        "d",
    ]

    assert WRITER.tokens(tokens) == "a\nb\n    c\nd"


def test_nothing_is_escaped_but_control_characters() -> None:
    assert WRITER.escape("a<b>\x1b[31m\n") == "a<b>[31m\n"


def test_entries_stand_on_lines_of_their_own() -> None:
    assert WRITER.bibliography(["a", "b"], BibliographySpacing(entry_spacing=3)) == "a\nb"
