"""Locators: the label a cite's page, chapter or section goes with."""

from __future__ import annotations

import pytest

from reportcite.csl import Cite, Processor
from reportcite.values.locators.label import as_typed
from tests.csl.references import report
from tests.csl.style_xml import bibliography, citation, entries, style_xml

LAYOUT = (
    '<group delimiter=" "><label variable="locator" form="short"/>'
    '<text variable="locator"/></group>'
)


def located(locator: str, label: str = "page", language: str = "en-US") -> str:
    """A locator as a cite prints it."""
    processor = Processor(style_xml(citation(LAYOUT)), locale=language)
    processor.register([report("x")])
    return processor.citation([Cite("x", locator=locator, label=label)])


@pytest.mark.parametrize(
    ("label", "locator", "text"),
    [
        ("page", "12", "p. 12"),
        ("page", "12-14", "pp. 12–14"),
        ("page", "12, 14", "pp. 12, 14"),
        ("page", "xii", "p. xii"),
        ("chapter", "3", "chap. 3"),
        ("section", "3 & 4", "secs. 3 & 4"),
        ("paragraph", "7", "para. 7"),
        ("figure", "2", "fig. 2"),
        ("verse", "5", "v. 5"),
        ("sub-verbo", "report", "s.v. report"),
        ("sub verbo", "report", "s.v. report"),
    ],
)
def test_a_locator_has_the_label_of_its_kind(label: str, locator: str, text: str) -> None:
    assert located(locator, label) == text


def test_a_label_is_in_the_language_of_the_text() -> None:
    assert located("12", language="de-DE") == "S. 12"
    assert located("12", language="fr-FR") == "p. 12"


@pytest.mark.parametrize(
    "locator",
    [
        "p. 12",
        "pp. 12-14",
        "Ch. 3",
        "§ 3",
        "vol. 2, p. 3",
        "s.v. x",
        "S. 12",
        "Kap. 3",
        "no. 4",
        "op. 7",
    ],
)
def test_a_locator_that_names_its_kind_needs_no_label(locator: str) -> None:
    assert located(locator) == locator.replace("-", "–")


def test_a_style_can_ask_for_the_kind_of_locator() -> None:
    layout = (
        '<choose><if locator="page"><text variable="locator" prefix=":"/></if>'
        f"<else>{LAYOUT}</else></choose>"
    )
    processor = Processor(style_xml(citation(layout)))
    processor.register([report("x")])

    assert processor.citation([Cite("x", locator="12")]) == ":12"
    assert processor.citation([Cite("x", locator="3", label="chapter")]) == "chap. 3"
    assert processor.citation([Cite("x", locator="Kap. 3", label=as_typed("chapter"))]) == "Kap. 3"
    assert processor.citation([Cite("x", locator="S. 3", label=as_typed("page"))]) == ":S. 3"


def test_spaces_round_a_locator_do_not_count() -> None:
    assert located(" 12 ") == "p. 12"


def test_the_locator_of_a_bibliography_is_its_pages() -> None:
    layout = '<label variable="locator" form="short" suffix=" "/><text variable="page"/>'
    style = style_xml(bibliography(f'<text variable="title"/>{layout}'))
    references = [report("a", title="Air ", page="5-7"), report("b", title="Fire ")]

    assert entries(style, references) == ["Air pp. 5–7", "Fire "]


def test_a_hyphen_of_a_locator_becomes_the_dash_of_the_language_and_a_dash_stays() -> None:
    assert located("7-9", "folio", "es-ES") == "f. 7-9"
    assert located("7–9", "folio", "es-ES") == "f. 7–9"
    assert located("7–9, 11-12", "folio") == "fols. 7–9, 11–12"
    assert located("7–9", "page", "es-ES") == "pp. 7–9"
    assert located("7-9", "page", "es-ES") == "pp. 7-9"


def test_apostrophes_of_labels_are_typographic() -> None:
    layout = LAYOUT.replace('form="short"', 'form="long"')
    processor = Processor(style_xml(citation(layout)), locale="nl-NL")
    processor.register([report("x")])

    assert processor.citation([Cite("x", locator="7-8", label="folio")]) == "folio’s 7-8"
