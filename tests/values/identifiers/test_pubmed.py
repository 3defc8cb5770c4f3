"""PMID and PMCID."""

from __future__ import annotations

from reportcite.values.identifiers.pubmed import read_pmcid, read_pmid


def test_pmid() -> None:
    assert read_pmid("12345678/").normalized == "12345678"
    for wrong in ("", "0", "123456789", "PMC1"):
        assert "eight digits" in read_pmid(wrong).reason


def test_pmcid() -> None:
    assert read_pmcid("pmc3531190").normalized == read_pmcid("3531190/").normalized == "PMC3531190"
    assert read_pmcid("PMC3531190.2").normalized == "PMC3531190.2"
    for wrong in ("", "PMC", "PMC0", "PMC1234567890"):
        assert "nine digits" in read_pmcid(wrong).reason
