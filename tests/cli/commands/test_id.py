"""`reportcite id`: what identifiers are, and where they lead."""

from __future__ import annotations

import json
from pathlib import Path

from tests.conftest import Run


def test_kind_form_and_link_are_shown(run: Run) -> None:
    done = run("id", "https://orcid.org/0000-0002-1825-0097", "doi:10.1234/abc.def")
    assert done.returncode == 0
    for line in ("ORCID", "0000-0002-1825-0097", "DOI", "https://doi.org/10.1234/abc.def"):
        assert line in done.stdout


def test_a_wrong_one_is_a_finding_with_a_suggestion(run: Run) -> None:
    done = run("id", "0378-5954")
    assert done.returncode == 1
    assert "0378-5954: invalid: the check digit is 4, but 5 was expected" in done.stdout
    assert "perhaps   0378-5955" in done.stdout


def test_lines_and_json(run: Run) -> None:
    done = run("id", "-", "--json", stdin="Q42\n\nPMID 23456789\n")
    first, second = json.loads(done.stdout)
    assert (first["kind"], first["line"], second["line"]) == ("Wikidata", 1, 3)
    assert second["link"].startswith("https://pubmed")


def test_tables(run: Run, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("name,orcid\nDoe,0000-0002-1825-0097\nRoe,x\n")
    done = run("id", "list.csv", "-o", "clean.csv")
    assert done.returncode == 1 and "2 rows: 1 valid, 1 invalid" in done.stderr
    head, doe, roe = (tmp_path / "clean.csv").read_text().splitlines()
    assert head == "name,orcid,valid,kind,normalized,link,reason,suggestion,duplicate-of,row"
    assert doe.startswith("Doe,0000-0002-1825-0097,yes,ORCID,") and roe.startswith("Roe,x,no,")


def test_the_identifiers_of_records(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"id": "a", "ISSN": "0378-5954", "DOI": "10.1234/x"}\n')
    done = run("id", "a.jsonl")
    assert "ISSN: 0378-5954: invalid" in done.stdout and "10.1234/x: valid" in done.stdout
