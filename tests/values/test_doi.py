"""A DOI is the same in whatever link or label it was pasted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportcite.problems import Fix
from reportcite.record.checks.check import check
from reportcite.values.doi import (
    bare_doi,
    begins_as_bare_doi,
    doi_link,
    doi_problems,
    is_doi,
    says_it_is_doi,
)
from tests.formats.files import read_record


@pytest.mark.parametrize(
    "typed",
    [
        "10.1145/3290605.3300233",
        " 10.1145/3290605.3300233\n",
        "doi:10.1145/3290605.3300233",
        "DOI: 10.1145/3290605.3300233",
        "doi 10.1145/3290605.3300233",
        "info:doi/10.1145/3290605.3300233",
        "urn:doi:10.1145/3290605.3300233",
        "https://doi.org/10.1145/3290605.3300233",
        "http://dx.doi.org/10.1145/3290605.3300233",
        "https://www.doi.org/10.1145/3290605.3300233",
        "doi.org/10.1145/3290605.3300233",
        "HTTPS://DOI.ORG/10.1145/3290605.3300233",
        "doi: https://doi.org/10.1145/3290605.3300233",
        "https://doi.org/doi:10.1145/3290605.3300233",
        "http://doi.acm.org/10.1145/3290605.3300233",
        "https://dl.acm.org/doi/abs/10.1145/3290605.3300233",
        "https://doi-org.proxy.example.edu/10.1145/3290605.3300233",
        "https://login.proxy.example.edu/login?url=https://doi.org/10.1145/3290605.3300233",
        "https://resolver.example.edu/?id=doi:10.1145/3290605.3300233",
        "https://doi.org/10.1145%2F3290605.3300233",
        "https://doi-org.proxy.example.edu/10.1145%2F3290605.3300233",
        "https://resolver.example.edu/?id=doi%3A10.1145%2F3290605.3300233",
    ],
)
def test_what_leads_to_a_doi_is_left_out(typed: str) -> None:
    assert bare_doi(typed) == "10.1145/3290605.3300233"
    assert doi_link(typed) == "https://doi.org/10.1145/3290605.3300233"


@pytest.mark.parametrize(
    "typed",
    [
        "in press",
        "https://example.org/report",
        "https://example.org/v/10.1/file",
        "https://example.org/10.123/x",
        "https://example.org/10.1234",
        "https://10.0.0.1/x",
        "https://doi.org/",
        "see 10.1234/abc",
        "",
    ],
)
def test_what_holds_no_doi_is_kept_as_typed(typed: str) -> None:
    assert bare_doi(typed) == typed
    assert doi_link(typed) == ""
    assert [problem.rule.name for problem in doi_problems(typed)] == ["doi-syntax"]


def test_a_doi_may_be_split_by_dots_and_hold_slashes_of_its_own() -> None:
    assert bare_doi("https://a.example.org/10.1000.10/123/456") == "10.1000.10/123/456"
    assert is_doi("10.1000.10.20.30.40.50/x") and not is_doi("10.1000.10.20.30.40.50.60/x")
    assert is_doi("10.1234/x") and is_doi("10.123456789/x")
    assert not is_doi("10.123/x") and not is_doi("10.1234567890/x") and not is_doi("10.1234/")
    assert not is_doi("10.1234/a b")


def test_what_is_percent_encoded_is_decoded_whatever_leads_to_the_doi() -> None:
    assert bare_doi("10.1234%2Fa%3C1%3e") == bare_doi("doi:10.1234/a%3C1%3E") == "10.1234/a<1>"
    assert bare_doi("10.1234/a%253C") == "10.1234/a<"
    assert list(doi_problems("10.1234/a%3C1%3E")) == []
    assert bare_doi("https://doi.org/10.1234/a%2Fb%3C1%3e") == "10.1234/a/b<1>"
    assert bare_doi("10.1234/%40%60%C3%BC") == "10.1234/@`ü"
    assert bare_doi("10.1234/%41%C3%zz%") == "10.1234/%41%C3%zz%"
    assert doi_link("10.1234/a%2Fb") == "https://doi.org/10.1234/a/b"


def test_what_was_encoded_eight_times_is_decoded_and_no_more() -> None:
    """A link in a link is encoded twice; who goes on without end means no DOI."""
    assert bare_doi("10.1234/a%" + "25" * 7 + "2Fb") == "10.1234/a/b"
    assert bare_doi("10.1234/a%" + "25" * 8 + "2Fb") == "10.1234/a%2Fb"


def test_a_link_encodes_what_a_url_cannot_hold() -> None:
    assert doi_link("10.1002/(SICI)1:2<3::A>3;2-#?") == (
        "https://doi.org/10.1002/(SICI)1:2%3C3::A%3E3;2-%23%3F"
    )


def test_problems_say_what_to_write() -> None:
    assert list(doi_problems("10.1234/abc")) == []
    [problem] = doi_problems("http://doi.acm.org/10.1145/1")
    assert (problem.rule.name, problem.suggestion) == ("doi-prefix", "write 10.1145/1")
    assert problem.fix is None  # the host may have put something behind the DOI
    [problem] = doi_problems(" https://dx.doi.org/10.1145/1")
    assert problem.fix == Fix(" https://dx.doi.org/10.1145/1", "10.1145/1")
    [problem] = doi_problems("doi:10.12/x")
    assert problem.rule.name == "doi-syntax"
    assert "“doi:10.12/x” is not a DOI" in problem.message


@given(st.from_regex(r"10\.[0-9]{4,9}/[!-$&-~ä-ü\u4e00]{1,20}", fullmatch=True))
def test_a_link_leads_back_to_its_doi(doi: str) -> None:
    assert bare_doi(doi) == doi
    link = doi_link(doi)
    assert bare_doi(link) == doi
    assert bare_doi(f"doi:{link}") == doi


@given(st.text())
def test_any_text_has_a_doi_or_none(text: str) -> None:
    assert bare_doi(bare_doi(text)) == bare_doi(text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("yaml", "id: a\ntype: report\ntitle: A\nDOI: 10.1234%2Fabc%3C1%3E\n"),
        ("bibtex", "@report{a, title = {A}, doi = {10.1234%2Fabc%3C1%3E}}"),
        ("ris", "TY  - RPRT\nTI  - A\nDO  - 10.1234%2Fabc%3C1%3E\nER  - \n"),
        ("csl-json", '[{"id":"a","type":"report","title":"A","DOI":"10.1234%2Fabc%3C1%3E"}]'),
    ],
)
def test_every_format_reads_the_same_doi(name: str, text: str) -> None:
    record = read_record(name, text)
    assert record.fields["DOI"] == "10.1234/abc<1>"
    assert not [found for found in check(record) if found.rule.name.startswith("doi-")]


def test_a_doi_that_is_bare_by_its_beginning_needs_no_closer_look() -> None:
    assert begins_as_bare_doi("10.1234/a") and begins_as_bare_doi("10.")
    assert not any(map(begins_as_bare_doi, ("10.1234/a%3Cb", "doi:10.1234/a", " 10.1234/a", "10")))


@pytest.mark.parametrize(
    "text", ["10.1234/a", "doi:10.1234/a", "DOI in press", "dx.doi.org/10.1234/a"]
)
def test_a_label_or_the_resolver_says_that_it_is_a_doi(text: str) -> None:
    assert says_it_is_doi(text)


@pytest.mark.parametrize("text", ["10.5", "https://doi.org/about", "https://a.org/10.1234/a", ""])
def test_a_page_that_holds_one_does_not(text: str) -> None:
    assert not says_it_is_doi(text)
