"""All works of a page are read, each once, whatever the page says them in."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from reportcite.formats.html.read import read as read_page
from reportcite.limits import Limits
from reportcite.problems import Problem
from reportcite.record.model import Record
from tests.conftest import Run
from tests.formats.files import a_report, file_of, read_file, read_record, reports

REPORT = a_report(
    "Soil", subtitle="A view", publisher="Alder", publisher_place="Bern", DOI="10.1234/soil",
    author=[{"family": "Doe", "given": "Jane"}], issued={"date-parts": [[2024, 3]]}, language="de",
)  # fmt: skip


def page(*names: str, record: Record = REPORT) -> str:
    """A page in which `record` stands in the formats called so."""
    parts = []
    for name in names:
        text = file_of(name, record)[0]
        if name == "schema-org":
            text = f'<script type="application/ld+json">{text}</script>\n'
        parts.append(text)
    return f"<!DOCTYPE html>\n<html><head>\n{''.join(parts)}</head><body></body></html>"


@pytest.mark.parametrize(
    "names",
    [("coins",), ("schema-org",), ("schema-org", "coins", "highwire"), ("highwire", "coins")],
)
def test_a_work_that_is_described_in_several_ways_is_one(names: tuple[str, ...]) -> None:
    found = read_record("html", page(*names))
    assert found.type == "report"
    assert found.fields == REPORT.fields


def test_highwire_alone_has_the_title_joined() -> None:
    found = read_record("html", page("highwire"))
    assert found.fields["title"] == "Soil: A view" and found.fields["publisher"] == "Alder"


@pytest.mark.parametrize("record", reports(), ids=lambda record: record.id)
@pytest.mark.parametrize("name", ["coins", "schema-org"])
def test_what_this_project_writes_into_pages_is_found_again(name: str, record: Record) -> None:
    found = read_record("html", page(name, record=record))
    assert found.fields.get("title") == record.fields.get("title")
    assert found.fields.get("publisher") == record.fields.get("publisher")


def test_all_works_of_a_page_are_read_in_order() -> None:
    other = REPORT._replace(fields={"title": "Air", "DOI": "10.1234/air"})
    text = page("highwire") + page("coins", record=other) + page("coins")
    found = read_file("html", text)
    assert [not isinstance(one, Problem) and one.id for one in found] == ["refs", "refs-2"]
    assert isinstance(found[1], Record) and found[1].fields["title"] == "Air"


def test_fields_have_their_lines_and_texts_no_html() -> None:
    text = '<html>\n<meta name="citation_title" content="a &amp;amp; &lt;em&gt;b&lt;/em&gt;">\n'
    text += (
        '<meta property="citation_volume" content="3"><link rel="canonical" href="https://x.org">'
    )
    found = read_record("html", text)
    assert found.fields == {"title": "a & <i>b</i>", "volume": "3", "URL": "https://x.org"}
    assert found.places["title"][0] == 2 and found.places["volume"][0] == 3
    assert found.place.line == 2


@pytest.mark.parametrize(
    ("head", "encoding"),
    [("", "utf-8"), ("", "windows-1252"), ('<meta charset="iso-8859-1">', "iso-8859-1"),
     ("", "utf-8-sig"), ("", "utf-16")],
)  # fmt: skip
def test_a_page_in_any_encoding(head: str, encoding: str) -> None:
    text = f'<html><head>{head}<meta name="citation_title" content="Größe"></head></html>'
    assert read_record("html", text.encode(encoding)).fields["title"] == "Größe"


def test_what_stands_in_a_page_is_read_alone_too(run: Run, tmp_path: Path) -> None:
    for name in ("schema-org", "coins", "highwire"):
        found = read_record("html", file_of(name, REPORT)[0])
        assert found.fields["DOI"] == "10.1234/soil"
    for suffix in (".jsonld", ".coins.html", ".highwire.html"):
        name = f"refs{suffix}"
        assert run("export", "--sample", "-o", name, "-q").returncode == 0
        assert run("cite", name, "-q").stdout.startswith("Ratzmann, N., ")
        assert run("cite", "-", "-q", stdin=(tmp_path / name).read_text()).returncode == 0


def test_all_that_stands_in_json_ld_alone_is_a_work() -> None:
    text = '[{"@type": "WebPage", "name": "Air"}, {"@type": "Report", "name": "Soil"}]'
    assert len(read_file("html", text)) == 2
    assert len(read_file("html", f'<script type="application/ld+json">{text}</script>')) == 1


def test_json_ld_alone_may_be_no_larger_than_a_record() -> None:
    text = '\ufeff[{"@type": "Report", "name": "Soil"}]'
    assert isinstance(read_record("html", text), Record)
    [found] = read_page(io.BytesIO(text.encode()), "refs", Limits(len(text) - 2))
    assert isinstance(found, Problem) and found.rule.name == "too-large"
    [found] = read_page(io.BytesIO(text.encode()), "refs", Limits(len(text) - 1))
    assert isinstance(found, Record)


@pytest.mark.parametrize(
    "data", [b"", b"<html></html>", b"\0\1\2", b"<p>a", b'<span class="Z3988">']
)
def test_a_page_that_describes_nothing_is_a_problem(data: bytes) -> None:
    [found] = read_file("html", data)
    assert isinstance(found, Problem) and found.rule.name == "no-records"


def test_a_page_that_says_too_much_is_too_large() -> None:
    text = f'<meta name="citation_title" content="{"x" * 500}">'
    [found] = read_page(io.BytesIO(text.encode()), "refs", Limits(100))
    assert isinstance(found, Problem) and found.rule.name == "too-large"


def test_a_page_from_standard_input_is_cited(run: Run) -> None:
    done = run("cite", "-", "-q", stdin=page("highwire"))
    assert done.stdout == "Doe, J. (2024). Soil: A view. Alder. https://doi.org/10.1234/soil\n"
    assert done.returncode == 0
