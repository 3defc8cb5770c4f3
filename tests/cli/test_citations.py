"""What `cite` prints of records: a bibliography, or a cite of each with its locator."""

from __future__ import annotations

from typing import Any

import pytest

from reportcite.cli.citations import bibliography, cites, prints_locator
from reportcite.csl import Processor
from reportcite.errors import StyleError
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
    text = bibliography(processor, "apa")
    assert text.index("Alpha") < text.index("Zeta")
    assert text.endswith("\n") and not text.endswith("\n\n")


def test_a_style_without_a_bibliography_says_what_to_do() -> None:
    with pytest.raises(StyleError, match="the style mine has no bibliography") as wrong:
        bibliography(Processor(NO_BIBLIOGRAPHY), "mine")
    assert wrong.value.suggestion == "add --as cite"


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
