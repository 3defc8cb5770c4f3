"""Cites as disambiguation compares them."""

from __future__ import annotations

from reportcite.csl.context import NOT_DISAMBIGUATED
from reportcite.csl.items.model import Citation, Cite
from tests.csl.document.parts import AUTHOR_YEAR, parts_of
from tests.csl.references import report
from tests.csl.style_xml import citation, style_xml

DOE = report("doe", "Doe, Jane; Roe, Tim", 2020)


def compared(layout: str, source: dict[str, object] = DOE, **state: object) -> str:
    """The text of the cite that is compared."""
    parts = parts_of(style_xml(citation(layout)), [source])
    state_ = NOT_DISAMBIGUATED._replace(**state)  # type: ignore[arg-type]
    return parts.comparison.render(parts.library["doe"], state_).text


def test_the_names_are_given_with_the_text() -> None:
    parts = parts_of(style_xml(citation(AUTHOR_YEAR)), [DOE])
    cite = parts.comparison.render(parts.library["doe"], NOT_DISAMBIGUATED)

    assert cite.text == "Doe, Roe 2020"
    assert [(len(names.names), names.shown) for names in cite.names] == [(2, 2)]


def test_what_is_tried_shows() -> None:
    layout = (
        '<names variable="author"><name form="short" et-al-min="2" et-al-use-first="1"/></names>'
    )

    assert compared(layout) == "Doe et al."
    assert compared(layout, shown=(2,)) == "Doe, Roe"


def test_a_later_cite_in_a_note_nearby_is_compared() -> None:
    def holds(test: str) -> str:
        return compared(f'<choose><if {test}><text value="yes"/></if></choose>')

    assert holds('position="subsequent"') == "yes"
    assert holds('position="near-note"') == "yes"
    assert holds('position="ibid"') == ""
    assert holds('position="first"') == ""
    names = (
        '<names variable="author"><name form="short" et-al-subsequent-min="2"'
        ' et-al-subsequent-use-first="1"/></names>'
    )
    assert compared(names) == "Doe et al."


def test_the_day_of_access_makes_no_difference() -> None:
    date = '<date variable="accessed"><date-part name="year"/></date>'
    year = {"date-parts": [[2024]]}

    assert compared(date, report("doe", accessed=year)) == ""
    assert compared(date.replace("accessed", "issued"), report("doe", issued=year)) == "2024"


def test_the_note_of_the_first_cite_makes_one() -> None:
    parts = parts_of(
        style_xml(citation('<text variable="first-reference-note-number"/>'), class_="note"), [DOE]
    )

    def place(*notes: int) -> bool:
        return parts.comparison.place(
            [Citation(str(note), (Cite("doe"),), note_number=note) for note in notes]
        )

    def text() -> str:
        return parts.comparison.render(parts.library["doe"], NOT_DISAMBIGUATED).text

    assert text() == ""
    assert place(3, 7)
    assert text() == "3"
    assert not place(3)
    assert place(4)
    assert text() == "4"
