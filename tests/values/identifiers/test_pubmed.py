"""PMID and PMCID."""

from __future__ import annotations

from reportcite.values.identifiers.pubmed import pmcid_link, pmid_link, read_pmcid, read_pmid


def test_pmid() -> None:
    assert read_pmid("12345678/").normalized == "12345678"
    for wrong in ("", "0", "123456789", "PMC1"):
        assert "eight digits" in read_pmid(wrong).reason


def test_pmcid() -> None:
    assert read_pmcid("pmc3531190").normalized == read_pmcid("3531190/").normalized == "PMC3531190"
    assert read_pmcid("PMC3531190.2").normalized == "PMC3531190.2"
    for wrong in ("", "PMC", "PMC0", "PMC1234567890"):
        assert "nine digits" in read_pmcid(wrong).reason


def test_styles_link_to_the_addresses_that_csl_names() -> None:
    assert pmid_link("23456789") == "https://www.ncbi.nlm.nih.gov/pubmed/23456789"
    for text in ("3531190", "PMC3531190"):
        assert pmcid_link(text) == "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC3531190"
    assert pmid_link("1" * 9) and pmcid_link("1" * 9)
    for text in ("", "1" * 10, "PMID 1", "١٢", "PMC1.1"):
        assert pmid_link(text) == pmcid_link(text) == ""
