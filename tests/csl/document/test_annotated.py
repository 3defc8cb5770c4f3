"""Annotated bibliographies: what stands below an entry."""

from __future__ import annotations

from typing import Any

import pytest

from reportcite.csl import Processor
from tests.csl.style_xml import bibliography, style_xml

TITLE = bibliography('<text variable="title" suffix="."/>')
HANGING = bibliography('<text variable="title" suffix="."/>', hanging_indent="true")


def printed(item: dict[str, Any], *parts: str, output: str = "text") -> str:
    processor = Processor(style_xml(*(parts or (TITLE,))), output=output, annotated=True)
    return processor.document([{"id": "a", "type": "book", "title": "Risk", **item}])


@pytest.mark.parametrize(
    ("item", "below"),
    [
        ({"abstract": "An abstract"}, "An abstract"),
        ({"abstract": "An abstract", "note": "A note"}, "A note"),
        ({"abstract": "x", "note": "y", "annote": "An annotation"}, "An annotation"),
        ({"note": "DOI: 10.1/a", "abstract": "An abstract"}, "An abstract"),
        ({"note": ". Good?"}, ". Good?"),
        ({"note": ", and so on"}, ", and so on"),
        ({"note": 'A "word"'}, "A “word”"),
    ],
)
def test_an_annotation_comes_before_a_note_and_that_before_an_abstract(
    item: dict[str, Any], below: str
) -> None:
    assert printed(item) == f"Risk.\n    {below}"


def test_nothing_stands_below_where_nothing_is_said() -> None:
    assert printed({}) == "Risk."
    assert printed({"note": " "}) == "Risk."


def test_paragraphs_stay_paragraphs() -> None:
    assert printed({"abstract": "First.\n\nSecond.\nThird."}) == (
        "Risk.\n    First.\n    Second.\n    Third."
    )


def test_what_the_style_has_printed_is_not_printed_again() -> None:
    own = bibliography('<text variable="title" suffix=". "/><text variable="note"/>')
    assert printed({"note": "A note"}, own) == "Risk. A note"


@pytest.mark.parametrize(
    ("output", "parts", "expected"),
    [
        ("html", (HANGING,), '<div class="csl-block">A <i>note</i></div>'),
        ("html", (TITLE,), '<div class="csl-indent">A <i>note</i></div>'),
        ("markdown", (HANGING,), "Risk.\\\nA *note*"),
        ("latex", (HANGING,), "Risk.\\newline A \\textit{note}"),
        ("latex", (TITLE,), "Risk.\\newline \\hspace*{2em}A \\textit{note}"),
        ("typst", (HANGING,), "Risk. \\\nA #emph[note];"),
        ("rtf", (HANGING,), "Risk.\\line A {\\i note}"),
        ("org", (HANGING,), "Risk. \\\\\nA \u200b/note/\u200b"),
        ("rst", (HANGING,), "| Risk.\n| A *note*"),
        ("text", (HANGING,), "Risk.\n    A note"),
    ],
)
def test_it_is_moved_in_where_entries_do_not_hang(
    output: str, parts: tuple[str, ...], expected: str
) -> None:
    assert expected in printed({"note": "A <i>note</i>"}, *parts, output=output)
