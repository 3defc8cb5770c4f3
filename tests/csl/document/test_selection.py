"""Sections of a bibliography, chosen by what the variables of the items say."""

from __future__ import annotations

import pytest

from reportcite.csl import Processor
from reportcite.csl.document.selection import Condition

REFERENCES = [
    {"id": "b", "type": "book", "title": "Book", "keyword": "water, fire"},
    {"id": "r", "type": "report", "title": "Report", "author": [{"family": "Doe", "given": "Jo"}]},
]


@pytest.mark.parametrize(
    ("kind", "condition", "ids"),
    [
        ("select", {"field": "type", "value": "book"}, ["b"]),
        ("include", {"field": "author", "value": "Doe"}, ["r"]),
        ("include", {"field": "keyword", "value": "fire"}, ["b"]),
        ("exclude", {"field": "type", "value": "book"}, ["r"]),
        ("quash", {"field": "author", "value": ""}, ["r"]),
    ],
)
def test_a_section_holds_the_items_its_conditions_choose(
    kind: str, condition: Condition, ids: list[str]
) -> None:
    entries = Processor("apa").bibliography(REFERENCES, **{kind: [condition]})  # type: ignore[arg-type]

    assert [entry.id for entry in entries] == ids


BOOK = {"field": "type", "value": "book"}
REPORT = {"field": "id", "value": "r"}
BY_DOE = {"field": "author", "value": "Doe, Jo"}
UNTITLED = {"field": "title", "value": ""}


@pytest.mark.parametrize(
    ("conditions", "ids"),
    [
        ({"select": [BOOK, {"field": "title", "value": "Book"}]}, ["b"]),
        ({"select": [BOOK, REPORT]}, []),  # all must hold
        ({"include": [BOOK, REPORT]}, ["b", "r"]),  # one must
        ({"include": [UNTITLED]}, []),
        ({"exclude": [UNTITLED, BY_DOE]}, ["b"]),  # none may
        ({"quash": [REPORT, BOOK]}, ["b", "r"]),  # not all may
        ({"quash": [REPORT, BY_DOE]}, ["b"]),
        ({"select": [{"field": "keyword", "value": "water"}]}, ["b"]),
        ({"select": [{"field": "keyword", "value": "water, fire"}]}, []),
        ({"select": [{"field": "keyword", "value": ""}]}, ["r"]),
        ({"select": [{"field": "title", "value": "report"}]}, []),
    ],
)
def test_conditions_hold_together(conditions: dict[str, list[Condition]], ids: list[str]) -> None:
    entries = Processor("apa").bibliography(REFERENCES, **conditions)  # type: ignore[arg-type]

    assert [entry.id for entry in entries] == ids
