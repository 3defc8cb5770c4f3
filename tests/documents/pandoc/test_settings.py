"""What the metadata of a document says of its citations."""

from __future__ import annotations

import json
from typing import Any

import pypandoc
import pytest

from reportcite.documents.pandoc.ast import words
from reportcite.documents.pandoc.settings import DEFAULTS, Defaults, Settings, settings_of


def settings(header: str, defaults: Defaults = DEFAULTS) -> Settings:
    document = pypandoc.convert_text(f"---\n{header}\n---\n", "json", format="markdown")
    return settings_of(json.loads(document)["meta"], defaults)


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


def test_what_a_document_says_goes_before_what_is_set() -> None:
    defaults = Defaults("mla", "de-DE", "type", entry_language=True, annotated=True)
    silent = settings_of({}, defaults)
    assert (silent.style, silent.locale, silent.group_by) == ("mla", "de-DE", "type")
    assert silent.entry_language and silent.annotated
    header = "csl: apa\nlang: en-GB\ngroup-by: year\nentry-language: false\nannotated: false"
    said = settings(header, defaults)
    assert (said.style, said.locale, said.group_by) == ("apa", "en-GB", "year")
    assert not said.entry_language and not said.annotated
