"""What a user types is looked up at the source that knows it."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytest_httpserver import HTTPServer

from reportcite.errors import UsageError
from reportcite.lookup.cache import Cache
from reportcite.lookup.find import PAGE, SOURCES, Code, code_of, look_up
from reportcite.lookup.http import Client, Manners
from reportcite.problems import Problem
from reportcite.record.model import Record
from tests.lookup import answers
from tests.lookup.answers import DOI, ISBN


@pytest.fixture
def client(monkeypatch: pytest.MonkeyPatch) -> Client:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    return Client(Manners("reportcite/test", pause=0), lambda seconds: None)


@pytest.fixture
def addresses(httpserver: HTTPServer) -> dict[str, str]:
    """All sources, at a server of this machine."""
    names = [source.name for several in SOURCES.values() for source in several]
    return {name: httpserver.url_for(f"/{name}/") for name in names}


def records(results: list[Record | Problem]) -> list[Record]:
    return [one for one in results if isinstance(one, Record)]


def rules(results: list[Record | Problem]) -> list[str]:
    return [one.rule.name for one in results if isinstance(one, Problem)]


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("10.1234/abc", Code("DOI", "10.1234/abc")),
        ("https://dx.doi.org/10.1234/abc", Code("DOI", "10.1234/abc")),
        ("978-3-948289-82-9", Code("ISBN", ISBN)),
        ("3-948289-82-4", Code("ISBN", ISBN)),
        ("arXiv:2301.01234", Code("arXiv", "2301.01234")),
        ("https://arxiv.org/abs/2301.01234v2", Code("arXiv", "2301.01234v2")),
        ("PMID: 23456789", Code("PMID", "23456789")),
        ("PMC3531190", Code("PMCID", "PMC3531190")),
        ("https://pmc.ncbi.nlm.nih.gov/articles/PMC3531190/", Code("PMCID", "PMC3531190")),
        ("ISSN 0036-8075", Code("ISSN", "0036-8075")),
        ("https://example.org/report", Code(PAGE, "https://example.org/report")),
        ("https://d-nb.info/gnd/118540238", Code(PAGE, "https://d-nb.info/gnd/118540238")),
    ],
)
def test_each_kind_of_code_is_recognised(typed: str, code: Code) -> None:
    assert code_of(typed) == code


def test_a_wrong_identifier_is_a_finding_with_a_suggestion() -> None:
    found = code_of("978-3-948289-82-8")
    assert isinstance(found, Problem)
    assert "is no ISBN" in found.message and "978-3-948289-82-9" in found.suggestion


@pytest.mark.parametrize(
    "typed", ["feld2024", "23456789", "ORCID 0000-0002-1825-0097", "ftp://x.org"]
)
def test_what_no_source_knows_is_wrong_usage(typed: str) -> None:
    with pytest.raises(UsageError, match="give a DOI, ISBN"):
        code_of(typed)


def test_a_doi_is_asked_for_in_csl_json(
    httpserver: HTTPServer, client: Client, addresses: dict[str, str]
) -> None:
    accept = {"Accept": "application/vnd.citationstyles.csl+json"}
    httpserver.expect_request(f"/DOI/{DOI}", headers=accept).respond_with_data(answers.CROSSREF)
    (record,) = records(look_up(Code("DOI", DOI), client, addresses))
    assert record.type == "article-journal"
    assert record.fields["title"] == "Fields without fences"
    assert record.place.file == httpserver.url_for(f"/DOI/{DOI}")
    assert record.problems == ()  # `indexed` is nothing that somebody typed


def test_a_preprint_is_asked_for_by_its_doi(
    httpserver: HTTPServer, client: Client, addresses: dict[str, str]
) -> None:
    httpserver.expect_request("/ARXIV/2301.01234").respond_with_data(answers.CROSSREF)
    assert len(records(look_up(Code("arXiv", "2301.01234v2"), client, addresses))) == 1


def test_an_isbn_is_asked_for_at_the_german_national_library(
    httpserver: HTTPServer, client: Client, addresses: dict[str, str]
) -> None:
    query = {"query": f"num={ISBN}", "recordSchema": "MARC21-xml", "maximumRecords": "1",
             "version": "1.1", "operation": "searchRetrieve"}  # fmt: skip
    httpserver.expect_request("/DNB/", query_string=query).respond_with_data(answers.MARC)
    (record,) = look_up(Code("ISBN", ISBN), client, addresses)
    assert isinstance(record, Record) and record.type == "book"
    assert (record.fields["title"], record.fields["publisher"]) == ("Äcker", "Acker")


def test_what_it_does_not_know_is_asked_for_at_k10plus(
    httpserver: HTTPServer, client: Client, addresses: dict[str, str]
) -> None:
    query = {"query": f"pica.isb={ISBN}", "recordSchema": "mods", "maximumRecords": "1",
             "version": "1.1", "operation": "searchRetrieve"}  # fmt: skip
    httpserver.expect_request("/DNB/").respond_with_data(answers.SRU_NOTHING)
    httpserver.expect_request("/K10PLUS/", query_string=query).respond_with_data(answers.SRU)
    (record,) = look_up(Code("ISBN", ISBN), client, addresses)
    assert isinstance(record, Record) and record.type == "book"
    assert (record.fields["title"], record.fields["subtitle"]) == ("Die Felder", "eine Geschichte")


def test_what_k10plus_does_not_know_is_asked_for_at_open_library(
    httpserver: HTTPServer, client: Client, addresses: dict[str, str]
) -> None:
    httpserver.expect_request("/DNB/").respond_with_data(answers.SRU_NOTHING)
    httpserver.expect_request("/K10PLUS/").respond_with_data(answers.SRU_NOTHING)
    query = {"bibkeys": f"ISBN:{ISBN}", "jscmd": "data", "format": "json"}
    httpserver.expect_request("/OPEN_LIBRARY/api/books", query_string=query).respond_with_data(
        answers.OPEN_LIBRARY
    )
    (record,) = look_up(Code("ISBN", ISBN), client, addresses)
    assert isinstance(record, Record) and record.fields["title"] == "Fields"


def test_where_a_source_fails_and_the_next_answers_that_is_a_warning(
    httpserver: HTTPServer, client: Client, addresses: dict[str, str]
) -> None:
    httpserver.expect_request("/DNB/").respond_with_data(answers.SRU_NOTHING)
    httpserver.expect_request("/K10PLUS/").respond_with_data("no", status=500)
    httpserver.expect_request("/OPEN_LIBRARY/api/books").respond_with_data(answers.OPEN_LIBRARY)
    problem, record = look_up(Code("ISBN", ISBN), client, addresses)
    assert isinstance(problem, Problem) and isinstance(record, Record)
    assert (problem.rule.name, problem.severity) == ("no-answer", "warning")


def test_what_nobody_knows_is_not_found(
    httpserver: HTTPServer, client: Client, addresses: dict[str, str]
) -> None:
    httpserver.expect_request("/DNB/").respond_with_data(answers.SRU_NOTHING)
    httpserver.expect_request("/K10PLUS/").respond_with_data(answers.SRU_NOTHING)
    httpserver.expect_request("/OPEN_LIBRARY/api/books").respond_with_data("{}")
    assert rules(look_up(Code("ISBN", ISBN), client, addresses)) == ["not-found"] * 3


def test_a_pmid_is_asked_for_in_xml(
    httpserver: HTTPServer, client: Client, addresses: dict[str, str]
) -> None:
    httpserver.expect_request("/PUBMED/").respond_with_data(answers.PUBMED)
    (record,) = records(look_up(Code("PMID", "23456789"), client, addresses))
    assert (record.fields["title"], record.fields["PMID"]) == ("Soils", "23456789")


def test_a_set_of_no_articles_is_not_found(
    httpserver: HTTPServer, client: Client, addresses: dict[str, str]
) -> None:
    httpserver.expect_request("/PUBMED/").respond_with_data(answers.PUBMED_NOTHING)
    assert rules(look_up(Code("PMID", "1"), client, addresses)) == ["not-found"]


def test_a_pmcid_is_asked_for_at_pubmed_central(
    httpserver: HTTPServer, client: Client, addresses: dict[str, str]
) -> None:
    query = {"format": "csl", "id": "3531190"}
    httpserver.expect_request("/PUBMED_CENTRAL/", query_string=query).respond_with_data(
        answers.PUBMED_CENTRAL
    )
    (record,) = records(look_up(Code("PMCID", "PMC3531190"), client, addresses))
    assert (record.fields["title"], record.fields["PMID"]) == ("Hedges", "23193287")
    httpserver.clear()
    httpserver.expect_request("/PUBMED_CENTRAL/").respond_with_data('{"error": "no such id"}')
    assert rules(look_up(Code("PMCID", "PMC3531190"), client, addresses)) == ["not-found"]


def test_of_a_serial_the_edition_that_was_asked_for_is_taken(
    httpserver: HTTPServer, client: Client, addresses: dict[str, str]
) -> None:
    online, printed = answers.serial("1095-9203", "Online"), answers.serial("0036-8075", "Printed")
    httpserver.expect_request("/ZDB/").respond_with_data(answers.serials(online, printed))
    (record,) = records(look_up(Code("ISSN", "0036-8075"), client, addresses))
    assert (record.type, record.fields["title"]) == ("periodical", "Printed")
    (record,) = records(look_up(Code("ISSN", "0378-5955"), client, addresses))
    assert record.fields["title"] == "Online"
    httpserver.clear()
    httpserver.expect_request("/ZDB/").respond_with_data(answers.SRU_NOTHING)
    assert rules(look_up(Code("ISSN", "0036-8075"), client, addresses)) == ["not-found"]


def test_nobody_is_asked_twice_for_what_is_kept(
    httpserver: HTTPServer, client: Client, addresses: dict[str, str], tmp_path: Path
) -> None:
    cache = Cache(tmp_path / "answers")
    httpserver.expect_ordered_request(f"/DOI/{DOI}").respond_with_data("no", status=500)
    httpserver.expect_ordered_request(f"/DOI/{DOI}").respond_with_data(answers.LOG_IN)
    httpserver.expect_ordered_request(f"/DOI/{DOI}").respond_with_data('{"title": "Fie')
    httpserver.expect_ordered_request(f"/DOI/{DOI}").respond_with_data(answers.CROSSREF)
    for rule in ("no-answer", "wrong-answer", "json-syntax"):  # no record: nothing to keep
        assert rules(look_up(Code("DOI", DOI), client, addresses, cache)) == [rule]
    first = look_up(Code("DOI", DOI), client, addresses, cache)
    again = look_up(Code("DOI", DOI), client, addresses, cache)
    assert first == again and len(records(again)) == 1
    assert len(httpserver.log) == 4


def test_pages_are_not_kept(httpserver: HTTPServer, client: Client, tmp_path: Path) -> None:
    httpserver.expect_request("/report.html").respond_with_data(answers.PAGE)
    cache = Cache(tmp_path / "answers")
    look_up(Code(PAGE, httpserver.url_for("/report.html")), client, cache=cache)
    assert not cache.folder.exists()


@pytest.mark.parametrize("kind", ["DOI", "PMID"])
@pytest.mark.parametrize(
    ("body", "word"), [(answers.LOG_IN, "a web page"), ("\n <html>", "a web page"), ("no", "else")]
)
def test_a_page_to_log_in_is_no_record(  # noqa: PLR0913, PLR0917 - fixtures and parameters
    httpserver: HTTPServer,
    client: Client,
    addresses: dict[str, str],
    kind: str,
    body: str,
    word: str,
) -> None:
    httpserver.expect_request(f"/{SOURCES[kind][0].name}/1").respond_with_data(body)
    httpserver.expect_request(f"/{SOURCES[kind][0].name}/").respond_with_data(body)
    (problem,) = look_up(Code(kind, "1"), client, addresses)
    assert isinstance(problem, Problem) and problem.rule.name == "wrong-answer"
    assert word in problem.message


def test_what_is_there_but_broken_is_told_as_that(
    httpserver: HTTPServer, client: Client, addresses: dict[str, str]
) -> None:
    httpserver.expect_request(f"/DOI/{DOI}").respond_with_data('{"title": "Fie')
    assert rules(look_up(Code("DOI", DOI), client, addresses)) == ["json-syntax"]


def test_a_page_is_read_for_what_it_describes(httpserver: HTTPServer, client: Client) -> None:
    httpserver.expect_request("/report.html").respond_with_data(answers.PAGE)
    (record,) = records(look_up(Code(PAGE, httpserver.url_for("/report.html")), client))
    assert record.fields["title"] == "Fences of Bonn"


def test_a_file_of_records_behind_an_address_is_read_by_its_format(
    httpserver: HTTPServer, client: Client
) -> None:
    httpserver.expect_request("/export").respond_with_data("TY  - BOOK\nTI  - Fields\nER  - \n")
    (record,) = records(look_up(Code(PAGE, httpserver.url_for("/export")), client))
    assert (record.type, record.fields["title"]) == ("book", "Fields")


@pytest.mark.parametrize("body", [answers.LOG_IN, "plain text", ""])
def test_a_page_that_describes_nothing_is_not_found(
    httpserver: HTTPServer, client: Client, body: str
) -> None:
    httpserver.expect_request("/page.html").respond_with_data(body)
    assert rules(look_up(Code(PAGE, httpserver.url_for("/page.html")), client)) == ["not-found"]


def test_a_pdf_is_named(httpserver: HTTPServer, client: Client) -> None:
    httpserver.expect_request("/a.pdf").respond_with_data(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj")
    (problem,) = look_up(Code(PAGE, httpserver.url_for("/a.pdf")), client)
    assert isinstance(problem, Problem) and problem.rule.name == "wrong-answer"
    assert "PDF" in problem.message


def test_another_address_may_lack_its_slash() -> None:
    (doi,) = SOURCES["DOI"]
    wanted = ["https://doi.org/10.1234/a", *["https://example.org/x/10.1234/a"] * 2]
    others = ["", "https://example.org/x", "https://example.org/x/"]
    assert [doi.at(other, "10.1234/a") for other in others] == wanted


def test_an_address_that_ends_in_a_query_is_as_it_is() -> None:
    source = SOURCES["DOI"][0]._replace(address="https://example.org/?id=", path=lambda text: text)
    assert source.at("https://example.org/?q=", "a") == "https://example.org/?q=a"
