"""`reportcite add`: an identifier becomes a record in a folder."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytest_httpserver import HTTPServer

from reportcite.cli.commands.add import manners
from reportcite.errors import UsageError
from reportcite.lookup.find import SOURCES
from tests.conftest import Run
from tests.lookup import answers
from tests.lookup.answers import DOI, ISBN


@pytest.fixture(autouse=True)
def _served_here(httpserver: HTTPServer, monkeypatch: pytest.MonkeyPatch) -> None:
    """All sources are at a server of this machine."""
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    for name in (one.name for several in SOURCES.values() for one in several):
        monkeypatch.setenv(f"REPORTCITE_ADDRESS_{name}", httpserver.url_for(f"/{name}/"))
    monkeypatch.setattr("time.sleep", lambda seconds: None)


@pytest.fixture
def crossref(httpserver: HTTPServer) -> None:
    httpserver.expect_request(f"/DOI/{DOI}").respond_with_data(answers.CROSSREF)


@pytest.mark.usefixtures("crossref")
def test_a_doi_becomes_a_file_that_can_be_cited(run: Run) -> None:
    done = run("add", DOI)
    assert done.returncode == 0
    assert done.stdout == "records/feld2024fields.yaml\tFeld\t2024\tFields without fences\n"
    assert done.stderr.endswith("1 record added to records\n")
    assert "Feld, V. (2024). Fields without fences." in run("cite", "records/").stdout
    assert run("check", "records/").returncode == 0


@pytest.mark.usefixtures("crossref")
def test_what_is_there_is_named_and_not_added_again(run: Run, tmp_path: Path) -> None:
    run("add", DOI)
    before = (tmp_path / "records" / "feld2024fields.yaml").read_bytes()
    done = run("add", f"https://doi.org/{DOI}")
    assert done.returncode == 1 and done.stdout == ""
    assert (
        f"already-there: the DOI “{DOI}” is in records/feld2024fields.yaml already" in done.stderr
    )
    assert "0 records added to records" in done.stderr
    assert (tmp_path / "records" / "feld2024fields.yaml").read_bytes() == before


def test_several_codes_into_a_folder_of_ones_own(
    run: Run, httpserver: HTTPServer, tmp_path: Path
) -> None:
    httpserver.expect_request("/DNB/").respond_with_data(answers.MARC)
    httpserver.expect_request("/PUBMED/").respond_with_data(answers.PUBMED)
    httpserver.expect_request("/page").respond_with_data(answers.PAGE)
    (tmp_path / "saved.ris").write_text("TY  - BOOK\nAU  - Roe, R\nPY  - 2020\nTI  - Saved\nER  - ")
    done = run("add", ISBN, "PMID:23456789", httpserver.url_for("/page"), "saved.ris", "-o", "lib/")
    assert sorted(path.name for path in (tmp_path / "lib").iterdir()) == [
        *("feld2013soils.yaml", "feld2024aecker.yaml", "feld2024fences.yaml"),
        "roe2020saved.yaml",
    ]
    assert "4 records added to lib/" in done.stderr


@pytest.mark.usefixtures("crossref")
def test_print_writes_nothing_but_the_record(run: Run, tmp_path: Path) -> None:
    done = run("add", DOI, "--print")
    assert done.returncode == 0 and "\ntitle: Fields without fences\n" in done.stdout
    assert not (tmp_path / "records").exists()
    (tmp_path / "printed.yaml").write_text(done.stdout, encoding="utf-8")
    assert run("check", "printed.yaml").returncode == 0


def test_standard_input_is_a_saved_file(run: Run) -> None:
    done = run("add", "-", "--print", stdin="TY  - BOOK\nTI  - Saved\nER  - \n")
    assert "title: Saved\n" in done.stdout


def test_a_saved_file_that_says_nothing_of_its_format_can_be_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "saved.dat").write_text("@book{x, title={Saved}}")
    assert "title: Saved" in run("add", "saved.dat", "--from", "bibtex", "--print").stdout
    done = run("add", "saved.dat", "--from", "bibtx")
    assert done.returncode == 2 and "bibtex" in done.stderr


@pytest.mark.usefixtures("crossref")
def test_what_was_asked_for_is_kept_until_it_is_to_be_refreshed(
    run: Run, httpserver: HTTPServer
) -> None:
    first = run("add", DOI, "--print").stdout
    assert run("add", DOI, "--print").stdout == first and len(httpserver.log) == 1
    httpserver.clear()
    new = answers.CROSSREF.replace("fences", "hedges")
    httpserver.expect_request(f"/DOI/{DOI}").respond_with_data(new)
    assert "hedges" in run("add", DOI, "--print", "--refresh").stdout
    assert "hedges" in run("add", DOI, "--print").stdout and len(httpserver.log) == 1


def test_a_template_that_nobody_filled_in_is_no_record(run: Run, tmp_path: Path) -> None:
    (tmp_path / "draft.yaml").write_text(run("new").stdout, encoding="utf-8")
    done = run("add", "draft.yaml")
    assert done.stdout == "" and done.returncode != 0
    assert "no field is filled in" in done.stderr and "0 records added" in done.stderr


def test_one_that_fails_does_not_stop_the_rest(run: Run, httpserver: HTTPServer) -> None:
    httpserver.expect_request("/PUBMED/").respond_with_data(answers.PUBMED)
    done = run("add", "10.1234/gone", "978-3-948289-82-8", "PMID:23456789")
    assert "records/feld2013soils.yaml" in done.stdout
    assert "978-3-948289-82-8: error identifier-wrong" in done.stderr
    # The server of the tests refuses with 500 what nobody expects.
    assert "/DOI/10.1234/gone: error no-answer" in done.stderr
    assert done.returncode == 3


def test_a_doi_that_nobody_registered_is_a_finding(run: Run, httpserver: HTTPServer) -> None:
    httpserver.expect_request("/DOI/10.1234/gone").respond_with_data("Not found", status=404)
    done = run("add", "10.1234/gone")
    assert done.returncode == 1
    assert "error not-found: there is no record of it (compare it" in done.stderr
    assert "reportcite new" in done.stderr


def test_a_log_in_page_in_place_of_a_record_is_unreadable(run: Run, httpserver: HTTPServer) -> None:
    httpserver.expect_request(f"/DOI/{DOI}").respond_with_data(answers.LOG_IN)
    done = run("add", DOI)
    assert done.returncode == 3
    assert "wrong-answer: doi.org answers with a web page, not with a record" in done.stderr


def test_errors_in_the_record_are_told_in_the_file_and_end_with_1(
    run: Run, httpserver: HTTPServer
) -> None:
    wrong = answers.CROSSREF.replace('"URL"', '"ISBN": ["978-3-948289-82-8"], "URL"')
    httpserver.expect_request(f"/DOI/{DOI}").respond_with_data(wrong)
    done = run("add", DOI)
    assert done.returncode == 1 and "records/feld2024fields.yaml" in done.stdout
    assert "records/feld2024fields.yaml:" in done.stderr and "isbn-checksum" in done.stderr


@pytest.mark.usefixtures("crossref")
def test_wrong_usage_is_told_before_anything_is_asked_for(run: Run, httpserver: HTTPServer) -> None:
    done = run("add", DOI, "no such thing")
    assert done.returncode == 2 and "“no such thing” is no file" in done.stderr
    assert not httpserver.log


def test_who_asks_names_a_contact_if_there_is_one() -> None:
    assert manners("").agent.startswith("reportcite/") and "(" not in manners("").agent
    agent = manners(" me@example.org ").agent
    assert agent.endswith(" (mailto:me@example.org)")
    agent = manners("https://example.org").agent
    assert agent.endswith(" (https://example.org)")


@pytest.mark.parametrize("contact", ["me@example.org\r\nHost: x", "mé@example.org"])
def test_a_contact_that_cannot_stand_in_a_header_is_wrong_usage(contact: str) -> None:
    with pytest.raises(UsageError, match="contact cannot be sent"):
        manners(contact)
