"""PubMed is asked by EFetch."""

from __future__ import annotations

from reportcite.lookup.sources.pubmed import SOURCE


def test_the_record_is_asked_for_in_xml() -> None:
    assert SOURCE.address + SOURCE.path("23456789") == (
        "https://eutils.ncbi.nlm.nih.gov/entrez/eutils/efetch.fcgi"
        "?db=pubmed&id=23456789&retmode=xml&tool=reportcite"
    )
