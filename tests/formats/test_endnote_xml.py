"""EndNote XML: what EndNote writes is read, what is written others read, nothing harms."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from lxml import etree

from reportcite.errors import Problem
from reportcite.record.fields import TYPES
from reportcite.record.model import Record
from tests.formats.files import a_report, file_of, read_file, read_record
from tests.formats.hostile import LAUGHS, OUTSIDE
from tests.formats.strategies import records

EXPORTED = """<?xml version="1.0" encoding="UTF-8" ?>
<xml><records><record><database name="Reports.enl" path="C:\\Reports.enl">Reports.enl</database>
<source-app name="EndNote" version="20.4">EndNote</source-app><rec-number>12</rec-number>
<foreign-keys><key app="EN" db-id="ab" timestamp="1">12</key></foreign-keys>
<ref-type name="Report">27</ref-type><contributors><authors>
<author><style face="normal" font="default" size="100%">Rossum, Guido van</style></author>
<author><style face="normal" font="default" size="100%">Centrum voor Wiskunde,</style></author>
</authors></contributors><titles><title><style face="normal" font="default" size="100%">Python \
</style><style face="italic" font="default" size="100%">tutorial</style></title></titles>
<keywords><keyword><style>Python</style></keyword><keyword>programming</keyword></keywords>
<dates><year><style>1995</style></year><pub-dates><date><style>May 5</style></date></pub-dates>
</dates><pub-location>Amsterdam</pub-location><publisher>CWI</publisher>
<urls><related-urls><url><style>https://ir.cwi.nl/pub/5007</style></url></related-urls></urls>
<research-notes>Read this one first</research-notes>
</record></records></xml>"""


def test_what_endnote_exports_is_read() -> None:
    record = read_record("endnote-xml", EXPORTED)
    assert (record.id, record.type, record.place.line) == ("12", "report", 2)
    assert record.fields == {
        "title": "Python tutorial",
        "author": [
            {"family": "Rossum", "given": "Guido", "dropping-particle": "van"},
            {"literal": "Centrum voor Wiskunde"},
        ],
        "keyword": "Python, programming",
        "issued": {"date-parts": [[1995]]},
        "publisher-place": "Amsterdam",
        "publisher": "CWI",
        "URL": "https://ir.cwi.nl/pub/5007",
        "annote": "Read this one first",
    }


def test_a_comma_in_a_corporate_name_is_doubled_as_endnote_wants_it() -> None:
    text, _ = file_of("endnote-xml", a_report(author=[{"literal": "Foo, Bar"}, {"literal": "Baz"}]))
    assert "<author>Foo,, Bar</author>" in text
    assert "<author>Baz,</author>" in text


def test_what_endnote_has_no_field_for_is_legible_in_the_research_notes() -> None:
    text, [losses] = file_of("endnote-xml", a_report(scale="1:50", PMID="7"))
    assert "<research-notes>scale: 1:50\nPMID: 7</research-notes>" in text
    assert losses == []


@pytest.mark.parametrize("type", sorted(TYPES))
def test_every_type_comes_back(type: str) -> None:
    report = a_report()
    text, _ = file_of("endnote-xml", Record("x", type, report.fields, report.place))
    assert read_record("endnote-xml", text).type == type


@given(record=records())
def test_lxml_finds_one_record_whatever_is_in_the_fields(record: Record) -> None:
    text, _ = file_of("endnote-xml", record)
    root = etree.fromstring(text.encode())
    assert len(root) == len(root[0]) == 1


@settings(max_examples=5, deadline=None)
@given(record=records())
def test_pandoc_finds_one_entry(record: Record) -> None:
    pypandoc = pytest.importorskip("pypandoc")
    text, _ = file_of("endnote-xml", record)
    assert len(json.loads(pypandoc.convert_text(text, "csljson", format="endnotexml"))) == 1


@pytest.mark.parametrize("harm", [LAUGHS, OUTSIDE])
def test_entities_are_not_resolved(harm: str) -> None:
    body = (
        "<xml><records><record><titles><title>A &a11; b</title></titles></record></records></xml>"
    )
    found = read_file("endnote-xml", harm + body)
    assert len(found) == 1
    assert isinstance(found[0], Problem) or found[0].fields["title"] == "A  b"


def test_a_broken_file_gives_what_came_before_and_the_line() -> None:
    good = "<record><titles><title>A</title></titles></record>\n"
    record, problem = read_file("endnote-xml", f"<xml><records>\n{good}<record><titles></xml>")
    assert isinstance(record, Record) and record.fields == {"title": "A"}
    assert isinstance(problem, Problem) and (problem.rule, problem.place.line) == ("xml-syntax", 3)


def test_a_file_of_another_kind_is_named() -> None:
    [problem] = read_file("endnote-xml", "<html/>")
    assert isinstance(problem, Problem) and problem.rule == "no-records"
