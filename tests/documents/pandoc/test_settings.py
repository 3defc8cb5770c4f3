"""What the metadata of a document says of its citations."""

from __future__ import annotations

import json
from typing import Any

import pypandoc
import pytest

from reportcite.documents.pandoc.ast import words
from reportcite.documents.pandoc.settings import Settings, settings_of


def settings(header: str) -> Settings:
    document = pypandoc.convert_text(f"---\n{header}\n---\n", "json", format="markdown")
    return settings_of(json.loads(document)["meta"])


def test_nothing_said_is_the_default_of_pandoc() -> None:
    found = settings("title: x")
    assert found.bibliographies == {}
    assert (found.style, found.locale) == ("chicago", "")
    assert not (found.suppressed or found.linked or found.uncited or found.section_level)
    assert found.notes_after_punctuation is None


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("bibliography: a_b.bib", {"": ("a_b.bib",)}),
        ("bibliography: [a.bib, b.yaml]", {"": ("a.bib", "b.yaml")}),
        ("bibliography: {main: a.bib, web: [b.bib]}", {"main": ("a.bib",), "web": ("b.bib",)}),
    ],
)
def test_bibliographies_may_have_names(header: str, expected: dict[str, Any]) -> None:
    assert settings(header).bibliographies == expected


def test_the_options_of_pandoc_are_known() -> None:
    found = settings(
        "csl: apa.csl\nlang: de-DE\nnocite: '@a, @b'\nsuppress-bibliography: true\n"
        "link-citations: true\nreference-section-title: Works cited\n"
        "notes-after-punctuation: false"
    )
    assert (found.style, found.locale, found.uncited) == ("apa.csl", "de-DE", ("a", "b"))
    assert found.suppressed
    assert found.linked
    assert found.heading == words("Works cited")
    assert found.notes_after_punctuation is False


def test_references_in_the_document_are_items() -> None:
    found = settings(
        "references:\n- id: a\n  title: On *x*\n  author: [{family: Doe}]\n  issued: 2020"
    )
    assert found.references == (
        {"id": "a", "title": "On <i>x</i>", "author": [{"family": "Doe"}], "issued": "2020"},
    )


@pytest.mark.parametrize(("value", "level"), [("1", 1), ("true", 1), ("false", 0), ("2", 2)])
def test_references_may_ask_for_a_list_in_each_section(value: str, level: int) -> None:
    assert settings(f"references: {{section: {value}}}").section_level == level
