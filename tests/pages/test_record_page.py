"""The page of a record: what stands in it, and that no value becomes markup or a program."""

from __future__ import annotations

import json
import pickle
from functools import cache

import pytest
from hypothesis import given

from reportcite.pages.publication import publications
from reportcite.pages.record_page import Line, Made, RecordPages
from reportcite.record.model import Record
from reportcite.values.shapes import Contributor
from tests.formats.files import a_report, read_record, reports
from tests.formats.strategies import records
from tests.formats.web_pages import Seen
from tests.pages.making import a_site

EVIL = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>"


@cache
def pages() -> RecordPages:
    """With no terms: what is made of any record."""
    return RecordPages(a_site(languages=("en", "de")))


def made_of(record: Record, **asked: object) -> Made:
    [made] = RecordPages(a_site(record, **asked))(publications([record]))
    return made


def page_of(record: Record, **asked: object) -> str:
    """The page of the record in the first language."""
    files = {file.path: file.text for file in made_of(record, **asked).files}
    return next(
        text for path, text in files.items() if path.startswith("records/") and "html" in path
    )


def test_a_record_has_a_page_in_each_language_and_files_to_download() -> None:
    made = made_of(reports()[0], languages=("en", "de"))
    assert [file.path for file in made.files] == [
        "records/chancen-statt-krise.bib",
        "records/chancen-statt-krise.ris",
        "records/chancen-statt-krise.json",
        "records/chancen-statt-krise.html",
        "de/records/chancen-statt-krise.html",
    ]
    bib, ris, csl_json = (file.text for file in made.files[:3])
    assert bib.startswith("@techreport{ratzmann2024chancen,")
    assert read_record("ris", ris).fields["ISBN"] == "978-3-948289-82-9"
    assert json.loads(csl_json)[0]["type"] == "report"
    assert "Diese Publikation zitieren" in made.files[4].text
    assert '<html lang="de">' in made.files[4].text


def test_what_the_page_says() -> None:
    record = a_report(
        "On <i>Homo</i>",
        subtitle="A life",
        author=[{"family": "Beck", "given": "Ulrich"}],
        issued={"date-parts": [[2024, 3]]},
        abstract="First\nline.\n \nSecond <b>.",
        language="german",
        URL="https://example.org/x",
    )
    page = page_of(record, base_url="https://example.org/p/")
    assert '<h1 lang="de" dir="auto">On <i>Homo</i></h1>' in page
    assert 'role="doc-subtitle" lang="de" dir="auto">A life</p>' in page
    assert "<title>On Homo: A life – Publications</title>" in page
    assert "<p>First\nline.</p>\n<p>Second &lt;b&gt;.</p>" in page
    assert '<a class="button" href="https://example.org/x">' in page
    assert "Report · March 2024" in page
    assert '<link rel="canonical" href="https://example.org/p/records/r1.html">' in page
    assert '<span class="Z3988"' in page and 'name="citation_title"' in page


def test_what_is_not_there_leaves_no_empty_place() -> None:
    page = page_of(a_report(title=""))
    assert '<h1 dir="auto">r1</h1>' in page
    assert "Abstract" not in page and "doc-subtitle" not in page and 'class="open"' not in page


def test_the_line_of_a_publication() -> None:
    names: list[Contributor] = [
        {"family": one, "given": "A"} for one in ("B", "C", "D", "E", "F", "G", "H")
    ]
    record = a_report(
        "Soil", author=names, keyword="Work, risk", issued={"date-parts": [[-44]]}, publisher="P"
    )
    line = made_of(record).lines["en"]
    assert isinstance(line, Line)
    assert "A B, A C, A D, A E, A F, A G, et al." in line.html
    assert (line.year, line.type, line.kind) == ("-44", "report", "Report")
    assert line.keywords == "k-work k-risk" and line.people.startswith("p-b-a p-c-a")
    assert "<span>P</span>" in line.html and "Z3988" in line.coins
    six = made_of(a_report(author=names[:6])).lines["en"]
    assert "et al." not in six.html and six.year == ""
    goes_on = a_report(author=names[:1])._replace(truncated=frozenset({"author"}))
    assert "A B, et al." in made_of(goes_on).lines["en"].html


def test_the_work_stands_in_its_journal_before_its_publisher() -> None:
    line = made_of(a_report(container_title="Soils", publisher="P")).lines["en"]
    assert "Soils" in line.html and ">P<" not in line.html


def test_work_can_be_sent_to_another_process() -> None:
    [publication] = publications([reports()[0]])
    work = RecordPages(a_site(reports()[0]))
    assert pickle.loads(pickle.dumps(work))([publication]) == work([publication])


@pytest.mark.parametrize(
    "field", ["title", "subtitle", "abstract", "publisher", "keyword", "URL", "language", "license"]
)
def test_no_value_becomes_markup(field: str) -> None:
    seen = Seen(page_of(a_report(**{field: EVIL})))
    assert not_ours(seen) == []


@given(records())
def test_no_record_becomes_markup(record: Record) -> None:
    site = a_site(record, languages=("en", "de"))
    work = pages()
    work._site = site
    [made] = work(publications([record]))
    for file in made.files:
        if file.path.endswith(".html"):
            assert not_ours(Seen(file.text)) == []
    for line in made.lines.values():
        assert not_ours(Seen(line.html + line.coins)) == []


def not_ours(seen: Seen) -> list[object]:
    """Elements and attributes that a page has none of its own of: what runs, styles, or leads to
    where a browser would do more than fetch."""
    scripts = [each for tag, each in seen.elements if tag == "script"]
    own = [{"src", "defer"}, {"type"}]
    found: list[object] = [each for each in scripts if {*each} not in own]
    found += [
        one for one in scripts if one.get("type", "application/ld+json") != "application/ld+json"
    ]
    for tag, attributes in seen.elements:
        if tag in {"img", "style", "iframe", "object", "embed", "base"}:
            found.append(tag)
        found += [name for name in attributes if name.startswith("on") or name == "style"]
        href = attributes.get("href", "")
        scheme = href.partition(":")[0].lower() if ":" in href.partition("#")[0] else ""
        if scheme not in {"", "http", "https", "ftp", "ftps"}:
            found.append(href)
    return found
