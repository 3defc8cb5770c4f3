"""A page to mail: one file, in two languages, that a browser shows and that nothing can break."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from lxml import html

from reportcite.cli.options.single import REPORT_LANGUAGES
from reportcite.cli.reports.finding import Finding
from reportcite.cli.reports.html import as_html
from reportcite.errors import Place
from reportcite.formats.rules import YAML_TAG
from reportcite.problems import Problem
from reportcite.values.rules import ISBN_CHECKSUM, PAGE_LABEL

WRONG = ISBN_CHECKSUM.found("the check digit is 8", "compare it", Place("a b.yaml", 2, 3))
FINDINGS = [
    Finding(PAGE_LABEL.found("“S. 12” has a label", "", Place("a b.yaml", 1)), "doe2024"),
    Finding(WRONG, "doe2024"),
    Finding(WRONG.at(Place("b.yaml", 7)), "roe2023"),
    Finding(YAML_TAG.found("a tag", "", Place("<stdin>", 1))),
]


def page(findings: list[Finding], language: str = "en") -> html.HtmlElement:
    return html.document_fromstring("".join(as_html(findings, language)))


def test_findings_stand_by_rule_the_worst_first_and_by_record() -> None:
    found = page(FINDINGS)
    heads = [one.text_content() for one in found.iter("h3")]
    assert heads == [
        *("isbn-checksum (2)", "yaml-tag (1)", "page-label (1)"),
        *("doe2024 (2)", "roe2023 (1)", "no record (1)"),
    ]
    rows = [one.text_content() for one in found.iter("td")]
    assert rows[:3] == ["isbn-checksum", "error", "2"]
    assert "3 errors, 1 warning, 0 notices" in found.text_content()


def test_links_lead_to_the_rule_and_to_the_file() -> None:
    found = page(FINDINGS)
    links = {one.get("href") for one in found.iter("a")}
    assert links == {
        *("#rule-isbn-checksum", "#rule-yaml-tag", "#rule-page-label"),
        *("a%20b.yaml", "b.yaml"),
    }
    ids = {one.get("id") for one in found.iter("section")}
    assert {link[1:] for link in links if link and link.startswith("#")} <= ids


def test_german() -> None:
    found = page(FINDINGS, "de")
    text = found.text_content()
    assert found.get("lang") == "de"
    assert "3 Fehler, 1 Warnung, 0 Hinweise" in text and "Nach Datensätzen" in text
    assert "Die letzte Ziffer der ISBN folgt nicht aus den anderen." in text
    assert YAML_TAG.what in text
    assert found.xpath("//section[@id='rule-yaml-tag']/p[@lang='en']")
    assert not found.xpath("//section[@id='rule-isbn-checksum']/p[@lang='en']")


@pytest.mark.parametrize("language", REPORT_LANGUAGES)
def test_nothing_found(language: str) -> None:
    text = page([], language).text_content()
    assert "Nothing was found." in text or "Es wurde nichts gefunden." in text


def test_nothing_in_a_finding_becomes_markup_or_a_program() -> None:
    evil = "<script>alert(1)</script>\x1b"
    place = Place(f"javascript:alert('{evil}')", 1)
    found = page([Finding(Problem(ISBN_CHECKSUM, evil, place, evil), evil)])
    assert not list(found.iter("script", "img"))
    assert not [one for one in found.iter("a") if (one.get("href") or "").startswith("javascript:")]
    assert "<script>alert(1)</script>\\x1b" in found.text_content()


@pytest.mark.programs
def test_a_browser_shows_it_as_it_was_meant(tmp_path: Path) -> None:
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if chromium is None:
        pytest.skip("no chromium")
    path = tmp_path / "report.html"
    path.write_text("".join(as_html(FINDINGS, "de")), encoding="utf-8")
    command = [
        *(chromium, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"),
        f"--user-data-dir={tmp_path / 'profile'}",
    ]
    dumped = subprocess.run(
        [*command, "--dump-dom", path.as_uri()], capture_output=True, check=True, timeout=120
    )
    shown = html.document_fromstring(dumped.stdout.decode())
    assert [one.text for one in shown.iter("h2")] == ["Nach Regeln", "Nach Datensätzen"]
    assert len(list(shown.iter("section"))) == 6
    picture = tmp_path / "report.png"
    subprocess.run(
        [*command, f"--screenshot={picture}", "--window-size=900,1200", path.as_uri()],
        capture_output=True,
        check=True,
        timeout=120,
    )
    assert picture.read_bytes()[:8] == b"\x89PNG\r\n\x1a\n" and picture.stat().st_size > 20_000


@pytest.mark.parametrize("file", ["a.bib", "https://example.org/a.bib"])
def test_the_place_is_a_link_to_the_file(file: str) -> None:
    found = page([Finding(ISBN_CHECKSUM.found("x", place=Place(file, 3)))])
    assert file in found.xpath("//a/@href")
