"""The kinds of works in Crossref's deposit schema: what stands in what, and of which CSL type."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from reportcite.formats.reading.xml import found_at, name_of
from reportcite.tuples import NamedTuple

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

POSTED: Final = {
    "preprint": "article",
    "working_paper": "report",
    "report": "report",
    "letter": "personal_communication",
    "dissertation": "thesis",
    "other": "post-weblog",
}
"""Type of `posted_content` → CSL type; where none is stated it is a preprint."""

_PARTS: Final = {
    "journal": "journal_article",
    "conference": "conference_paper",
    "book": "content_item",
    "report-paper": "content_item",
    "standard": "content_item",
    "database": "dataset",
}
_TYPES: Final = {
    "journal": ("article-journal", "periodical"),
    "conference": ("paper-conference", "book"),
    "book": ("chapter", "book"),
    "report-paper": ("chapter", "report"),
    "standard": ("chapter", "standard"),
    "database": ("dataset", "dataset"),
    "dissertation": ("thesis", "thesis"),
    "peer_review": ("review", "review"),
}
_BOOK_PARTS: Final = {"reference_entry": "entry-encyclopedia"}

TAGS: Final = (*_TYPES, "posted_content")
"""Elements that hold a work, and those whose parts are works."""


class Work(NamedTuple):
    """One work: its CSL type, the element that describes it, and those that describe what it
    stands in, from the nearest on; `part` says whether it is a part of them."""

    type: str
    element: Element
    wholes: list[Element]
    part: bool


def works_in(element: Element) -> Iterator[Work]:
    """The parts that an element of `TAGS` has, or else the whole that it describes."""
    tag = name_of(element)
    if tag == "posted_content":
        kind = POSTED.get(element.get("type", "preprint"), "article")
        yield Work(kind, element, [], part=False)
        return
    in_whole, whole = _TYPES[tag]
    wholes = [
        child
        for child in element
        if name_of(child).endswith("_metadata") or name_of(child) == "journal_issue"
    ]
    parts = found_at(element, _PARTS[tag]) if tag in _PARTS else []
    for part in parts:
        kind = _BOOK_PARTS.get(part.get("component_type", ""), in_whole)
        yield Work(kind, part, wholes[::-1], part=True)
    if not parts:
        own = [one for one in wholes if name_of(one) != "event_metadata"]
        described = own[-1] if own else element
        yield Work(whole, described, [one for one in wholes if one is not described], part=False)
