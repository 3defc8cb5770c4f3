"""Identifiers in the fields of a record, and of its contributors, are doubted."""

from __future__ import annotations

import pytest

from reportcite.record.checks.check import check
from reportcite.values.rules import ORCID_WRONG
from tests.record.reading import one

_RECORD = """title: Soil
type: article-journal
author:
- {family: Doe, given: Jane}
- {family: Roe, given: Ann, ORCID: ORCID}
issued: 2001
container-title: Field Notes
volume: 1
page: 1-2
language: en
"""


def doubts(text: str = "", orcid: str = "0000-0002-1825-0097") -> list[tuple[str, int]]:
    record = one(_RECORD.replace("ORCID: ORCID", f"ORCID: {orcid}") + "DOI: 10.1234/abc\n" + text)
    return [(problem.rule.name, problem.place.line) for problem in check(record)]


@pytest.mark.parametrize("orcid", ["0000-0002-1825-0097", "https://orcid.org/0000-0002-1825-0097"])
def test_a_right_orcid_is_not_doubted(orcid: str) -> None:
    assert doubts(orcid=orcid) == []


@pytest.mark.parametrize("orcid", ["0000-0002-1825-0098", "https://orcid.org/0000", "soil"])
def test_a_wrong_orcid_is_told_where_its_contributor_stands(orcid: str) -> None:
    assert doubts(orcid=orcid) == [("orcid-wrong", 5)]


@pytest.mark.parametrize("text", ["PMID: 23456789", "PMID: 'PMID: 23456789'", "PMCID: PMC3531190"])
def test_right_numbers_of_pubmed(text: str) -> None:
    assert doubts(text) == []


@pytest.mark.parametrize("text", ["PMID: PMC3531190", "PMCID: soil"])
def test_wrong_numbers_of_pubmed(text: str) -> None:
    assert doubts(text) == [("pubmed-wrong", 12)]


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/soil",
        "https://doi.org/10.1234/ABC",
        "https://journal.example/doi/pdf/10.1234/abc.pdf",
        "https://journal.example/doi/10.1234/abc/full?x=1#top",
        "https://journal.example/10.1234/abc.s001",
    ],
)
def test_a_url_that_leads_to_the_same_doi_or_to_none(url: str) -> None:
    assert doubts(f"URL: {url}") == []


@pytest.mark.parametrize("url", ["https://doi.org/10.1234/xyz", "https://j.example/doi/10.1234/b"])
def test_a_url_that_leads_to_another_doi(url: str) -> None:
    assert doubts(f"URL: {url}") == [("doi-and-url", 12)]


def test_how_to_put_them_right_is_said() -> None:
    text = _RECORD.replace("ORCID: ORCID", "ORCID: 0000-0002-1825-0098")
    [digit] = [problem for problem in check(one(text)) if problem.rule is ORCID_WRONG]
    assert "0000-0002-1825-0098" in digit.message and "expected" in digit.message
    assert digit.suggestion == "write 0000-0002-1825-0097, if only the last digit is wrong"
    text = _RECORD.replace("ORCID: ORCID", "ORCID: soil")
    [form] = [problem for problem in check(one(text)) if problem.rule is ORCID_WRONG]
    assert form.suggestion == ORCID_WRONG.fix.rstrip(".")


def test_a_contributor_without_an_orcid_is_no_doubt() -> None:
    text = _RECORD.replace("ORCID: ORCID", "ORCID: ''") + "custom: {contributors: {editor: [1]}}\n"
    assert "orcid-wrong" not in [problem.rule.name for problem in check(one(text))]


def test_issns_pages_and_dates_are_doubted_too() -> None:
    assert doubts("ISSN: 0378-5954") == [("issn-wrong", 12)]
    text = _RECORD.replace("1-2", "142-132").replace("2001", "2901").replace("ORCID: ORCID", "")
    names = [problem.rule.name for problem in check(one(text + "DOI: 10.1234/abc\n"))]
    assert names == ["page-order", "date-future"]
