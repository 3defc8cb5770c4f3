"""What `cite` prints of records: a bibliography, or a cite of each with its locator."""

from __future__ import annotations

from typing import Any

import pytest

from reportcite.csl import Processor
from reportcite.documents.citation_syntax import CitationText
from reportcite.errors import UsageError
from reportcite.library.printing import (
    bibliography,
    citation_in,
    citations,
    cites,
    prints_locator,
)
from reportcite.record.model import Record
from reportcite.values.locators.typed import Locator

ITEMS: list[dict[str, Any]] = [
    {"id": id_, "type": "book", "title": id_.upper(), "author": [{"literal": author}],
     "issued": {"date-parts": [[2024]]}}
    for id_, author in (("b", "Zeta"), ("a", "Alpha"))
]  # fmt: skip
P12 = Locator("page", "12")
NO_BIBLIOGRAPHY = b"""<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
<info><title>T</title><id>t</id><updated>2024-01-01T00:00:00Z</updated></info>
<citation><layout><text variable="title"/></layout></citation></style>"""


def registered(style: str) -> Processor:
    processor = Processor(style)
    processor.register(ITEMS)
    return processor


@pytest.mark.parametrize("output", ["text", "html"])
def test_a_bibliography_is_in_the_order_of_the_style_and_ends_a_line(output: str) -> None:
    processor = Processor("apa", output=output)
    processor.register(ITEMS)
    text = bibliography(processor)
    assert text.index("Alpha") < text.index("Zeta")
    assert text.endswith("\n") and not text.endswith("\n\n")


def test_a_style_without_a_bibliography_prints_none() -> None:
    processor = Processor(NO_BIBLIOGRAPHY)
    processor.register(ITEMS)
    assert bibliography(processor) == bibliography(processor, group_by="year") == ""


@pytest.mark.parametrize(
    ("style", "locator", "narrative", "expected"),
    [
        ("apa", None, False, ["(Zeta, 2024)", "(Alpha, 2024)"]),
        ("apa", P12, False, ["(Zeta, 2024, p. 12)", "(Alpha, 2024, p. 12)"]),
        ("apa", None, True, ["Zeta (2024)", "Alpha (2024)"]),
        ("apa", P12, True, ["Zeta (2024, p. 12)", "Alpha (2024, p. 12)"]),
        ("ieee", None, False, ["[1]", "[2]"]),
    ],
)
def test_cites_are_in_the_order_of_the_records(
    style: str, locator: Locator | None, narrative: bool, expected: list[str]
) -> None:
    found = cites(registered(style), ["b", "a"], locator, narrative=narrative)
    assert list(found) == expected


def test_each_note_is_a_citation_of_its_own() -> None:
    again = list(cites(registered("chicago-notes"), ["b", "b"], None, narrative=False))
    assert again[0].startswith("Zeta, ") and again[0] != again[1]


@pytest.mark.parametrize("narrative", [False, True])
@pytest.mark.parametrize(("style", "prints"), [("apa", True), ("vancouver", False)])
def test_not_every_style_prints_a_locator(style: str, prints: bool, narrative: bool) -> None:
    found = prints_locator(registered(style), "a", P12, narrative=narrative)
    assert found == prints


def of(text: str) -> CitationText:
    return citation_in(text, {"p": "page"}.get)


def test_what_is_no_citation_says_how_one_is_written() -> None:
    assert of("[@a, p. 3]").cited[0].locator == "3"
    with pytest.raises(UsageError, match="'a' is no citation"):
        of("a")


RECORDS = [Record.from_fields(item) for item in ITEMS]


def test_citations_have_the_positions_and_numbers_of_a_document() -> None:
    texts = [of("[@a]"), of("@b [p. 2]"), of("[@a; @x]"), of("[@x]")]
    ieee = Processor("ieee", output="html")
    assert citations(ieee, texts, RECORDS) == ["[1]", "Zeta [2, p. 2]", "[1]; [???]", "[???]"]
    assert [item.id for item in ieee.ordered()] == ["a", "b"]


def test_notes_are_counted_unless_they_are_given() -> None:
    twice = [of("[@a]"), of("[@a, p. 2]")]
    first, again = citations(Processor("chicago-notes"), twice, RECORDS)
    assert again == "Alpha, A, 2." and first != "Alpha, A."
    # a style that names the note in which a work stands first
    law = Processor("oscola")
    again = citations(law, [of("[@a]"), of("[@b]"), of("[@a]")], RECORDS, [4, 5, 9])[2]
    assert again == "Alpha (n 4)."


def test_a_record_is_cited_by_the_key_of_its_export_too() -> None:
    record = Record.from_fields(id="x", type="book", title="Trust", author="Kalt, A.", issued=2024)
    assert citations(Processor("apa"), [of("@kalt2024trust")], [record]) == ["Kalt (2024)"]


def test_of_records_with_one_key_the_first_is_cited() -> None:
    first, second = (Record.from_fields(id="x", title=title, issued=2024) for title in "AB")
    assert citations(Processor("apa"), [of("[@x]")], [first, second]) == ["(A, 2024)"]
