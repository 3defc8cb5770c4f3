"""Entries that need all that a word processor can do."""

from __future__ import annotations

from typing import Any

from reportcite.csl import Processor
from reportcite.documents.office.formatted_lines import WRITER, Section

ITEMS: list[dict[str, Any]] = [
    {
        "id": "a",
        "type": "book",
        "title": 'On <sup>2</sup>H<sub>3</sub>O & "x" <sc>Small</sc> <b>bold</b>',
        "author": [{"family": "Öz", "given": "Ä."}],
        "issued": {"date-parts": [[2001]]},
        "publisher": "Press",
        "URL": "https://example.org/a?b=1&c=2",
    },
    {
        "id": "b",
        "type": "article-journal",
        "title": "Zweites <Buch>",
        "author": [{"family": "Beck", "given": "Ulrich"}],
        "issued": {"date-parts": [[2002]]},
        "container-title": "Journal",
        "volume": "3",
    },
]


def processor(style: str = "apa") -> Processor:
    return Processor(style, locale="de-DE", output=WRITER)


def entries(made: Processor) -> list[str]:
    return [entry.text for entry in made.bibliography(ITEMS)]


def parts(made: Processor, *headings: str) -> list[Section]:
    """All entries below no heading, or one below each of `headings`."""
    if not headings:
        return [Section("", tuple(entries(made)))]
    return [Section(head, (one,)) for head, one in zip(headings, entries(made), strict=True)]
