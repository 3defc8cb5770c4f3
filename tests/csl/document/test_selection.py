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
