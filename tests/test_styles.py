"""`styles.search` finds what the command `styles` lists."""

from __future__ import annotations

import json

import pytest

from reportcite import styles
from tests.conftest import Run


@pytest.mark.parametrize("query", ["", "apa", "political science", "1432-1238"])
def test_the_styles_are_those_of_the_command(run: Run, query: str) -> None:
    listed = json.loads(run("styles", "--json", *query.split()).stdout)
    found = [
        {"name": one.name, "title": one.title, "parent": one.parent} for one in styles.search(query)
    ]
    assert found == listed and found


def test_nothing_is_found_without_an_error() -> None:
    assert styles.search("no such style at all") == []


def test_only_a_dependent_style_has_a_parent() -> None:
    by_kind = {style.kind: style for style in styles.search("science")}
    assert by_kind["dependent"].parent
    assert not by_kind["independent"].parent
