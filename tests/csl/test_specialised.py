"""Renderers made for the variables an item has print what the general ones print.

A renderer is specialised once a set of variables has occurred often; here at once, or never.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from reportcite.csl import Cite, Processor
from tests.agreement.recorded import styles_folder
from tests.conformance.runner import run_folder
from tests.csl.references import people, report
from tests.csl.style_xml import citation, style_xml

SUITE = Path(
    os.environ.get("CSL_TEST_SUITE")
    or Path(__file__).parents[2] / "../shared/csl-test-suite/fixtures"
)
PACKAGED = sorted(styles_folder().glob("*.csl"))[::60]  # every sixtieth of the packaged styles
REFERENCES = [
    report("bare"),
    report("titled", title="Air", publisher="Institute", publisher_place="Berlin"),
    report("full", "Doe, Jane; Roe, Tim", 2024, title="Sea", number="7", URL="https://a.example"),
    report("alike", "Doe, Jane; Roe, Tim", 2024, title="Sky", number="8", URL="https://b.example"),
    report("edited", "", 2021, title="Fire", editor=people("Poe, Ann"), ISBN="978-3-948289-82-9"),
    report("paper", "Loe, Eva", 2020, title="Ice", container_title="Ices", volume="3", page="1-9")
    | {"type": "article-journal"},
    report("chapter", "Zoe, Kim", 2019, title="Dew", container_title="Waters", edition="2")
    | {"type": "chapter"},
]

Both = Callable[[Callable[[], object]], tuple[object, object]]


@pytest.fixture
def both(monkeypatch: pytest.MonkeyPatch) -> Both:
    """The results of one call with general renderers and with specialised ones."""

    def call_twice(call: Callable[[], object]) -> tuple[object, object]:
        monkeypatch.setattr("reportcite.csl.compile.renderers._COMMON", 10**9)
        general = call()
        monkeypatch.setattr("reportcite.csl.compile.renderers._COMMON", 1)
        return general, call()

    return call_twice


def rendered(style: Path | bytes) -> list[str]:
    """Every reference as entry and as cite, and all of them in one citation."""
    processor = Processor(style)
    processor.register(REFERENCES)
    cites = [Cite(str(reference["id"]), locator="5") for reference in REFERENCES]
    return [
        *(entry.text for entry in processor.bibliography()),
        *(processor.citation([cite]) for cite in cites),
        processor.citation(cites),
    ]


@pytest.mark.parametrize("style", PACKAGED, ids=lambda path: path.stem)
def test_packaged_styles(style: Path, both: Both) -> None:
    general, specialised = both(lambda: rendered(style))

    assert specialised == general


@pytest.mark.slow
@pytest.mark.skipif(not SUITE.is_dir(), reason="set CSL_TEST_SUITE to the suite's fixtures")
def test_the_fixtures_of_the_suite(both: Both) -> None:
    general, specialised = both(lambda: run_folder(SUITE))

    assert specialised == general


def test_an_item_rendered_a_hundred_times_looks_the_same() -> None:
    layout = (
        '<names variable="author"><substitute><names variable="editor"/></substitute></names>'
        '<choose><if variable="number URL"><text variable="number" prefix=" no. "/></if>'
        '<else-if variable="ISBN"><text variable="ISBN" prefix=" "/></else-if>'
        '<else><text variable="title" prefix=" "/></else></choose>'
    )
    processor = Processor(style_xml(citation(layout)))
    processor.register(REFERENCES)

    for name, text in [
        ("full", "Jane Doe, Tim Roe no. 7"),
        ("edited", "Ann Poe 978-3-948289-82-9"),
        ("titled", " Air"),
    ]:
        assert {processor.citation([Cite(name)]) for _ in range(100)} == {text}
