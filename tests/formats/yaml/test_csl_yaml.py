"""CSL YAML as pandoc reads it: no text in a field is taken for Markdown."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any, cast
from unicodedata import decomposition

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportcite.formats.writing.one_line import one_line
from reportcite.record.model import Record
from reportcite.values.dates.parts import exchanged_parts
from reportcite.values.shapes import Date
from tests.formats.files import a_report, file_of, read_record, reports
from tests.formats.strategies import texts


def pandoc(*records: Record) -> list[dict[str, Any]]:
    """The items pandoc finds in a file of these records."""
    pypandoc = pytest.importorskip("pypandoc")
    text, _ = file_of("csl-yaml", *records)
    source = f"---\n{text}nocite: '@*'\n---\n"
    found: list[dict[str, Any]] = json.loads(
        pypandoc.convert_text(source, "csljson", format="markdown")
    )
    return found


def test_pandoc_finds_the_same_titles_authors_and_years() -> None:
    records = reports()
    for record, item in zip(records, pandoc(*records), strict=True):
        expected = record.item()
        if isinstance(date := expected.get("issued"), dict):
            expected["issued"] = exchanged_parts(cast(Date, date))
        for name in ("title", "author", "issued", "publisher", "URL", "DOI", "ISBN"):
            assert item.get(name) == expected.get(name), record.id


def titles_of(items: Iterable[Mapping[str, Any]]) -> list[str | None]:
    return [item.get("title") for item in items]


def plain(text: str) -> bool:
    """Whether pandoc leaves `text` alone: it writes ª as a superscript a."""
    return bool(one_line(text)[0].strip()) and not any(
        decomposition(character).startswith(("<super>", "<sub>")) for character in text
    )


@settings(max_examples=10)
@given(titles=st.lists(texts.filter(plain), min_size=20, max_size=20))
def test_pandoc_finds_no_markup_in_any_title(titles: list[str]) -> None:
    records = [a_report(title) for title in titles]
    kept = [read_record("csl-yaml", file_of("csl-yaml", record)[0]) for record in records]
    expected = titles_of([record.fields for record in kept])
    named = [
        Record(f"r{number}", record.type, record.fields, record.place)
        for number, record in enumerate(records)
    ]
    # Behind an abbreviation such as “Jr.” pandoc puts a no-break space.
    found = [title and title.replace("\u00a0", " ") for title in titles_of(pandoc(*named))]
    assert found == [title and title.replace("\u00a0", " ") for title in expected]


@pytest.mark.parametrize(
    "text",
    [
        "*a* _b_ `c` [d](javascript:x) <script>",
        "1. a",
        "(a) b",
        "# a",
        "- a -- b --- c ...",
        'it\'s "q" $x$ \\alpha',
        "a_b_c C# 50 % R&D &amp; @cite [@x]",
        "~~a~~ H~2~O x^2^ {=html} | a",
    ],
)
def test_what_looks_like_markdown_stays_what_it_is(text: str) -> None:
    assert pandoc(a_report(text))[0]["title"] == text


def test_markdown_escapes_of_pandoc_are_undone_when_read() -> None:
    record = read_record("csl-yaml", "references:\n- title: A \\*starred\\* R\\&D\n")
    assert record.fields["title"] == "A *starred* R&D"
