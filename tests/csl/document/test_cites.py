"""One cite, as its citation mentions it."""

from __future__ import annotations

from typing import Any

import pytest

from reportcite.csl.context import FIRST, IBID
from reportcite.csl.document.cites import CiteRenderer
from reportcite.csl.document.cluster import RenderedCite
from reportcite.csl.items.model import Cite
from tests.csl.document.parts import AUTHOR_YEAR, parts_of, text
from tests.csl.references import report
from tests.csl.style_xml import citation, style_xml

REFERENCES = [report("doe", "Doe, Jane", 2020), report("roe", "Roe, Tim", 2021)]
IBID_TERM = '<text term="ibid"/>'


def renderer(layout: str = AUTHOR_YEAR, *, class_: str = "in-text", **options: str) -> CiteRenderer:
    """Renders cites by that layout."""
    parts = parts_of(style_xml(citation(layout, **options), class_=class_), REFERENCES)
    return CiteRenderer(parts.style, parts.library)


def rendered(cite: Cite, **options: Any) -> RenderedCite:
    """A cite of the author-date style."""
    return renderer(**options).render(cite)


def test_a_cite_is_rendered_with_its_locator_and_its_affixes_apart() -> None:
    cite = rendered(Cite("roe", locator=" 5 ", prefix="see <i>e.g.</i>", suffix=" too"))

    assert text(cite.tokens) == "Roe 2021: 5"
    assert text(cite.prefix) == "see e.g."
    assert text(cite.suffix) == " too"
    assert cite.has_locator
    assert not rendered(Cite("roe")).has_locator
    assert rendered(Cite("roe")).prefix == []


def test_an_unknown_reference_is_an_error() -> None:
    with pytest.raises(KeyError):
        rendered(Cite("poe"))


def test_author_and_rest_can_be_printed_apart() -> None:
    assert text(rendered(Cite("doe", author_only=True)).tokens) == "Doe"
    assert text(rendered(Cite("doe", suppress_author=True)).tokens) == "2020"
    assert text(rendered(Cite("doe")).without_names()) == "2020"
    only_year = renderer('<date variable="issued"><date-part name="year"/></date>')
    assert only_year.render(Cite("doe", author_only=True)).tokens == []


def test_names_are_given_where_cites_are_grouped_by_them() -> None:
    assert rendered(Cite("doe"), collapse="year").names == "Doe"
    assert rendered(Cite("doe")).names == ""


def test_a_number_is_given_where_cites_collapse_by_it_and_print_it() -> None:
    number = '<text variable="citation-number"/>'

    assert renderer(number, collapse="citation-number").render(Cite("roe")).citation_number == 2
    assert renderer(number).render(Cite("roe")).citation_number == 0
    assert rendered(Cite("roe"), collapse="citation-number").citation_number == 0


@pytest.mark.parametrize(
    ("prefix", "first", "printed"),
    [
        ("", True, "Ibid."),
        ("", False, "ibid."),
        ('" ', True, "Ibid."),
        ("see ", True, "ibid."),
        ("See there. ", False, "Ibid."),
        ("Why that? ", False, "Ibid."),
        ("Cf. ", True, "ibid."),
        ("(He said “so!”) ", False, "ibid."),
    ],
)
def test_a_term_that_begins_a_sentence_of_a_note_is_capitalized(
    prefix: str, first: bool, printed: str
) -> None:
    in_note = renderer(IBID_TERM, class_="note")

    assert text(in_note.render(Cite("doe", prefix=prefix), first=first).tokens) == printed
    in_text = renderer(IBID_TERM).render(Cite("doe", prefix=prefix), first=first)
    assert text(in_text.tokens) == "ibid."


def test_a_context_holds_what_is_said_of_this_mention() -> None:
    cites = renderer()
    later = cites.context(
        Cite("doe", locator=" 5", label="chapter", position=IBID, near_note=True, first_note=3)
    )
    first = cites.context(Cite("roe", locator="fig. 3"))

    assert (later.locator, later.label, later.position) == ("5", "chapter", IBID)
    assert (later.subsequent, later.near_note, later.first_note) == (True, True, 3)
    assert (first.locator, first.label, first.position) == ("fig. 3", "", FIRST)
    assert (first.subsequent, first.citation_number) == (False, 2)
