"""EndNote XML: what EndNote writes is read, what is written others read, nothing harms."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from lxml import etree

from reportcite.problems import Problem
from reportcite.record.fields import Value
from reportcite.record.model import Record
from reportcite.vocabulary import ITEM_TYPES
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
        "title": "Python <i>tutorial</i>",
        "author": [
            {"family": "Rossum", "given": "Guido", "dropping-particle": "van"},
            {"literal": "Centrum voor Wiskunde"},
        ],
        "keyword": "Python, programming",
        "issued": {"date-parts": [[1995, 5, 5]]},
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
    assert "<research-notes>PMID: 7\nscale: 1:50</research-notes>" in text
    assert losses == []


@pytest.mark.parametrize("csl_type", sorted(ITEM_TYPES))
def test_every_type_comes_back(csl_type: str) -> None:
    report = a_report()
    text, _ = file_of("endnote-xml", Record("x", csl_type, report.fields, report.place))
    assert read_record("endnote-xml", text).type == csl_type


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
    assert isinstance(problem, Problem) and (problem.rule.name, problem.place.line) == (
        "xml-syntax",
        3,
    )


def test_a_file_of_another_kind_is_named() -> None:
    [problem] = read_file("endnote-xml", "<html/>")
    assert isinstance(problem, Problem) and problem.rule.name == "no-records"


def exported(type_: str, *elements: str) -> Record:
    body = f'<ref-type name="{type_}">0</ref-type>' + "".join(elements)
    return read_record("endnote-xml", f"<xml><records><record>{body}</record></records></xml>")


def rules_of(record: Record) -> list[str]:
    """The rules of what is reported of a record, but for what it lacks."""
    return [one.rule.name for one in record.problems if one.rule.name != "recommended-field"]


@pytest.mark.parametrize(
    ("name", "type_"),
    [
        ("Web Page", "webpage"),
        ("Personal Communication", "personal_communication"),
        ("Generic", "document"),
    ],
)
def test_of_several_types_the_plain_one_is_meant(name: str, type_: str) -> None:
    assert exported(name).type == type_


@pytest.mark.parametrize(
    ("year", "day", "date"),
    [
        ("2020", "Mar 5", [2020, 3, 5]),
        ("2020", "2020/03/05/", [2020, 3, 5]),
        ("2020", "March", [2020, 3]),
        ("2020", "5. März", [2020, 3, 5]),
        ("", "2020-03-05", [2020, 3, 5]),
    ],
)
def test_year_and_day_are_one_date(year: str, day: str, date: list[int]) -> None:
    dates = f"<dates><year>{year}</year><pub-dates><date>{day}</date></pub-dates></dates>"
    record = exported("Report", dates, "<access-date>2 Jan. 2024</access-date>")
    assert record.fields["issued"] == {"date-parts": [date]}
    assert record.fields["accessed"] == {"date-parts": [[2024, 1, 2]]}
    assert rules_of(record) == []


def test_line_breaks_of_endnote_part_what_is_listed() -> None:
    record = exported(
        "Book", "<isbn>978-3-16-148410-0 (print)&#xD;3161484100</isbn>",
        "<keywords><keyword>a&#xD;b</keyword></keywords>", "<abstract>One&#xD;two</abstract>",
        "<titles><title>A&#xD;title</title></titles>",
        "<urls><related-urls><url>https://a.org&#xD;https://b.org</url></related-urls></urls>",
    )  # fmt: skip
    assert record.fields["ISBN"] == "978-3-16-148410-0, 3161484100"
    assert record.fields["keyword"] == "a, b"
    assert record.fields["abstract"] == "One\ntwo"
    assert record.fields["title"] == "A title"
    assert record.fields["URL"] == "https://a.org"
    assert rules_of(record) == ["second-value"]


def test_what_is_doubtful_is_reported_and_what_csl_has_nothing_for_is_kept() -> None:
    record = exported(
        "Report", "<custom1>x</custom1>", "<orig-pub>y</orig-pub>",
        "<accession-num>1</accession-num>",
        "<titles><tertiary-title>z</tertiary-title></titles>", "<custom2>PMC12</custom2>",
        "<dates><year>soon</year></dates>", "<language>ger</language>",
        "<contributors><authors><author>Müller, A., Schmidt, B., Foo, C.</author></authors>"
        "<translated-authors><author>A, B</author></translated-authors></contributors>",
    )  # fmt: skip
    assert sorted(rules_of(record)) == ["date-syntax", "name-list"]
    assert record.custom == {"ris": {"C1": "x", "OP": "y", "TA": "A, B", "AN": "1"}}
    assert (record.fields["PMCID"], record.fields["language"]) == ("PMC12", "de")


@pytest.mark.parametrize("name", ["endnote-xml", "mods", "cff"])
def test_a_file_does_not_depend_on_the_order_of_fields(name: str) -> None:
    fields: dict[str, Value] = {
        "title": "A", "subtitle": "B", "author": [{"family": "A", "given": "B"}],
        "editor": [{"family": "C", "given": "D"}], "translator": [{"family": "E", "given": "F"}],
        "collection-title": "Series", "title-short": "A", "issued": {"date-parts": [[2020, 3, 5]]},
        "scale": "1:50", "PMID": "7", "ISBN": "978-3-16-148410-0", "keyword": "a, b",
    }  # fmt: skip
    place = a_report().place
    text, _ = file_of(name, Record("r1", "report", fields, place))
    turned, _ = file_of(name, Record("r1", "report", dict(reversed(fields.items())), place))
    assert text == turned
    again = read_record(name, text)._replace(id="r1")
    assert file_of(name, again)[0] == text
