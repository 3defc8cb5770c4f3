"""Identifiers lead to what they identify."""

from __future__ import annotations

import pytest

from reportcite.csl import Cite, Processor
from reportcite.csl.text.links import LINKS, append_linked
from reportcite.csl.tokens import CLOSE, Open, Tokens
from tests.csl.references import report
from tests.csl.style_xml import bibliography, citation, style_xml


@pytest.mark.parametrize(
    ("variable", "text", "href"),
    [
        ("DOI", "10.1234/abc", "https://doi.org/10.1234/abc"),
        ("DOI", "10.1234/a<b>", "https://doi.org/10.1234/a%3Cb%3E"),
        ("DOI", "in press", ""),
        ("URL", "https://example.org/a?b=c", "https://example.org/a?b=c"),
        ("URL", "https://example.org/Über", "https://example.org/%C3%9Cber"),
        ("URL", "javascript:alert(1)", ""),
        ("URL", "see above", ""),
        ("PMID", "123456", "https://www.ncbi.nlm.nih.gov/pubmed/123456"),
        ("PMID", "x1", ""),
        ("PMCID", "PMC12", "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC12"),
        ("PMCID", "12", "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC12"),
        ("PMCID", "PMCx", ""),
    ],
)
def test_where_an_identifier_leads(variable: str, text: str, href: str) -> None:
    assert LINKS[variable](text) == href


@pytest.mark.parametrize(
    ("before", "left", "linked"),
    [
        ("https://doi.org/", "", "https://doi.org/10.1/x"),
        (". http://dx.doi.org/", ". ", "http://dx.doi.org/10.1/x"),
        ("doi:", "doi:", "10.1/x"),
        ("and/", "and/", "10.1/x"),
    ],
)
def test_the_address_before_an_identifier_is_part_of_the_link(
    before: str, left: str, linked: str
) -> None:
    out: Tokens = [before]

    append_linked("10.1/x", "https://doi.org/10.1/x", out)

    assert out == [left, Open(href="https://doi.org/10.1/x"), linked, CLOSE]


def test_nothing_need_stand_before_a_link() -> None:
    out: Tokens = []

    append_linked("a", "b", out)

    assert out == [Open(href="b"), "a", CLOSE]


STYLE = style_xml(
    citation('<text variable="URL"/>'),
    bibliography('<text variable="title"/><text variable="DOI" prefix=" https://doi.org/"/>'),
)
SOIL = report("soil", title="Soil", DOI="doi:10.1234/soil", URL="https://example.org/soil")


def test_entries_and_cites_have_links_and_entries_ids() -> None:
    processor = Processor(STYLE, output="html")
    link = '<a href="https://doi.org/10.1234/soil">https://doi.org/10.1234/soil</a>'

    assert [entry.text for entry in processor.bibliography([SOIL])] == [f"Soil {link}"]
    assert processor.document() == (
        f'<div class="csl-bib-body">\n  <div class="csl-entry" id="ref-soil">Soil {link}</div>\n'
        "</div>"
    )
    assert processor.citation([Cite("soil")]) == (
        '<a href="https://example.org/soil">https://example.org/soil</a>'
    )


@pytest.mark.parametrize("typed", ["10.1234/soil", "https://dx.doi.org/10.1234/soil"])
def test_a_doi_is_a_link_once_whatever_was_typed(typed: str) -> None:
    [entry] = Processor(STYLE, output="markdown").bibliography([{**SOIL, "DOI": typed}])

    address = "https://doi.org/10.1234/soil"
    assert entry.text == f"Soil [{address}]({address})"


def test_links_can_be_left_out_and_text_has_none() -> None:
    plain = Processor(STYLE, output="html", links=False)

    assert plain.bibliography([SOIL])[0].text == "Soil https://doi.org/10.1234/soil"
    assert "id=" not in plain.document()
    assert Processor(STYLE).bibliography([SOIL])[0].text == "Soil https://doi.org/10.1234/soil"


def test_links_do_not_count_when_entries_are_sorted() -> None:
    sorted_ = style_xml(bibliography('<text value="x"/>', sort='<key variable="URL"/>'))
    references = [
        report("b", URL="https://example.org/b"),
        report("a", URL="gopher://example.org/a"),
        report("c", URL="https://example.org/a"),
    ]

    entries = Processor(sorted_, output="html").bibliography(references)

    assert [entry.id for entry in entries] == ["a", "c", "b"]
