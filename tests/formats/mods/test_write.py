"""MODS: valid by the Library of Congress' schema, and libraries' own records are read."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from lxml import etree

from reportcite.problems import Problem
from reportcite.record.model import Record
from reportcite.vocabulary import ITEM_TYPES
from tests.formats.files import a_report, file_of, read_file, read_record, reports
from tests.formats.hostile import LAUGHS, OUTSIDE
from tests.formats.strategies import records

PACKAGE = find_spec("eulxml")  # not imported: only the schemas in it are wanted
SCHEMAS = Path(PACKAGE.origin).parent / "schema_data" if PACKAGE and PACKAGE.origin else None
XML_SCHEMA = """<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"
    targetNamespace="http://www.w3.org/XML/1998/namespace">
  <xs:attribute name="lang" type="xs:language"/></xs:schema>"""


class Shipped(etree.Resolver):
    """Finds the schemas MODS imports in the package, never in the network."""

    def resolve(self, url: str, public_id: str, context: Any) -> Any:  # type: ignore[override]
        text = XML_SCHEMA
        if url.endswith("xlink.xsd") and SCHEMAS:
            text = (SCHEMAS / "xlink.xsd").read_text("utf-8")
        return self.resolve_string(text, context, base_url=url)


@pytest.fixture(scope="module")
def schema() -> etree.XMLSchema:
    """MODS 3.4, from the package eulxml."""
    if not SCHEMAS:
        pytest.skip("eulxml, which ships the MODS schema, is not installed")
    parser = etree.XMLParser(no_network=True)
    parser.resolvers.add(Shipped())
    text = (SCHEMAS / "mods-3-4.xsd").read_bytes()
    return etree.XMLSchema(etree.fromstring(text, parser))


@pytest.mark.programs
def test_the_sample_reports_are_valid(schema: etree.XMLSchema) -> None:
    text, _ = file_of("mods", *reports())
    schema.assertValid(etree.fromstring(text.encode()))


@pytest.mark.programs
@given(record=records())
def test_any_record_is_valid_and_one(schema: etree.XMLSchema, record: Record) -> None:
    text, _ = file_of("mods", record)
    root = etree.fromstring(text.encode())
    schema.assertValid(root)
    assert len(root) == 1


@pytest.mark.parametrize("csl_type", sorted(ITEM_TYPES))
def test_every_type_comes_back(csl_type: str) -> None:
    report = a_report()
    text, _ = file_of("mods", Record("x", csl_type, report.fields, report.place))
    assert read_record("mods", text).type == csl_type


def test_a_record_of_a_library_is_read() -> None:
    record = read_record("mods", CATALOGUED)
    assert record.id == "ocm123"
    assert record.type == "report"
    assert record.fields == {
        "title": "The limits to growth",
        "subtitle": "a report for the Club of Rome",
        "author": [{"family": "Meadows", "given": "Donella H."}],
        "contributor": [{"literal": "Club of Rome"}],
        "translator": [
            {"family": "Heyden", "given": "Jan", "non-dropping-particle": "van der"},
        ],
        "publisher-place": "New York",
        "publisher": "Universe Books",
        "issued": {"date-parts": [[1972]]},
        "edition": "2nd ed.",
        "number-of-pages": "205",
        "language": "en",
        "keyword": "Economic development, Population",
        "ISBN": "0876631650",
        "number": "CR-1",
        "collection-title": "A Potomac Associates book",
        "URL": "https://example.org/limits",
    }


@pytest.mark.parametrize("harm", [LAUGHS, OUTSIDE])
def test_entities_are_not_resolved(harm: str) -> None:
    found = read_file("mods", f"{harm}<mods><titleInfo><title>A &a11; b</title></titleInfo></mods>")
    assert len(found) == 1
    assert isinstance(found[0], Problem) or found[0].fields["title"] == "A b"


def test_a_thousand_records_are_read_one_by_one() -> None:
    text, _ = file_of("mods", *[a_report(f"Report {n}") for n in range(1000)])
    found = read_file("mods", text)
    assert [one.fields["title"] for one in found if isinstance(one, Record)] == [
        f"Report {n}" for n in range(1000)
    ]


CATALOGUED = """<?xml version="1.0"?>
<modsCollection xmlns="http://www.loc.gov/mods/v3"><mods version="3.7">
<titleInfo><nonSort>The </nonSort><title>limits to growth</title>
  <subTitle>a report for the Club of Rome</subTitle></titleInfo>
<titleInfo type="alternative"><title>Limits</title></titleInfo>
<name type="personal" usage="primary"><namePart>Meadows, Donella H.</namePart>
  <namePart type="date">1941-2001</namePart>
  <role><roleTerm type="text">creator</roleTerm></role></name>
<name type="corporate" authority="naf"><namePart>Club of Rome</namePart></name>
<name type="personal"><namePart type="family">van der Heyden</namePart>
  <namePart type="given">Jan</namePart>
  <role><roleTerm type="code" authority="marcrelator">trl</roleTerm></role></name>
<typeOfResource>text</typeOfResource><genre authority="marcgt">technical report</genre>
<originInfo><place><placeTerm type="code" authority="marccountry">nyu</placeTerm></place>
  <place><placeTerm type="text">New York</placeTerm></place><publisher>Universe Books</publisher>
  <dateIssued>c1972.</dateIssued><dateIssued encoding="marc">1972</dateIssued>
  <edition>2nd ed.</edition><issuance>monographic</issuance></originInfo>
<language><languageTerm authority="iso639-2b" type="code">eng</languageTerm></language>
<physicalDescription><form authority="marcform">print</form>
  <extent>205 p. : ill. ; 21 cm.</extent></physicalDescription>
<note type="statement of responsibility">[by] Donella H. Meadows</note>
<subject authority="lcsh"><topic>Economic development</topic></subject>
<subject authority="lcsh"><topic>Population</topic></subject>
<relatedItem type="series">
  <titleInfo><title>A Potomac Associates book</title></titleInfo></relatedItem>
<identifier type="isbn">0876631650</identifier><identifier type="report-number">CR-1</identifier>
<location><url displayLabel="full text">https://example.org/limits</url></location>
<recordInfo><recordIdentifier source="OCoLC">ocm123</recordIdentifier></recordInfo>
</mods></modsCollection>"""


def catalogued(*elements: str) -> Record:
    return read_record("mods", f"<mods>{''.join(elements)}</mods>")


HOSTED = """<titleInfo><title>A chapter</title></titleInfo>
<relatedItem type="host"><titleInfo><title>The book</title></titleInfo>
<name type="personal"><namePart type="family">Doe</namePart><namePart type="given">Jane</namePart>
  {role}</name>
<originInfo><place><placeTerm type="text">Bern</placeTerm></place><publisher>Verlag</publisher>
  <dateIssued>2020</dateIssued><edition>2nd ed.</edition></originInfo>
<identifier type="isbn">978-3-16-148410-0 (print)</identifier>
<identifier type="isbn">3161484100</identifier>
<part><extent unit="page"><start>12</start><end>34</end></extent></part></relatedItem>"""


@pytest.mark.parametrize(
    ("role", "variable"),
    [
        ("<role><roleTerm>editor</roleTerm></role>", "editor"),
        ('<role><roleTerm type="code">edt</roleTerm></role>', "editor"),
        ("<role><roleTerm>author</roleTerm></role>", "container-author"),
        ("", "container-author"),
    ],
)
def test_what_only_the_host_says_is_read(role: str, variable: str) -> None:
    record = catalogued(HOSTED.format(role=role))
    assert record.fields == {
        "title": "A chapter",
        "container-title": "The book",
        variable: [{"family": "Doe", "given": "Jane"}],
        "publisher": "Verlag",
        "publisher-place": "Bern",
        "issued": {"date-parts": [[2020]]},
        "edition": "2nd ed.",
        "ISBN": "978-3-16-148410-0, 3161484100",
        "page": "12-34",
    }


def test_the_university_of_a_thesis_is_its_publisher() -> None:
    record = catalogued(
        '<genre authority="marcgt">thesis</genre><name type="corporate"><namePart>HU Berlin'
        "</namePart><role><roleTerm>degree grantor</roleTerm></role></name>"
    )
    assert record.fields == {"publisher": "HU Berlin"}


def test_numbers_of_reports_and_in_series() -> None:
    record = catalogued(
        '<part><detail type="number"><number>7</number></detail></part><relatedItem type="series">'
        '<titleInfo><title>Series</title></titleInfo><part><detail type="number"><number>12'
        "</number></detail></part></relatedItem>"
    )
    assert (record.fields["number"], record.fields["collection-number"]) == ("7", "12")


def test_what_has_no_place_is_kept_and_written_again() -> None:
    record = catalogued(
        "<tableOfContents>1. A</tableOfContents>",
        '<relatedItem type="succeeding">\n <titleInfo>\n <title>B</title></titleInfo>'
        "</relatedItem>",
        '<identifier type="hdl">1</identifier><classification>020</classification>',
    )
    assert record.custom["mods"] == {
        "tableOfContents": ["<tableOfContents>1. A</tableOfContents>"],
        "relatedItem": [
            '<relatedItem type="succeeding"><titleInfo><title>B</title></titleInfo></relatedItem>'
        ],
        "identifier": ['<identifier type="hdl">1</identifier>'],
    }
    text, [losses] = file_of("mods", record)
    assert losses == []
    assert read_record("mods", text).custom == record.custom
    assert file_of("mods", read_record("mods", text))[0] == text


def test_what_is_known_of_contributors_is_written_where_mods_has_a_place() -> None:
    orcid = "https://orcid.org/0000-0002-1825-0097"
    known = {"ORCID": orcid, "affiliation": "HU", "email": "n@x.org"}
    record = a_report(author=[{"family": "Ng", "given": "Ann"}])._replace(
        custom={"contributors": {"author": [known]}}
    )
    text, [losses] = file_of("mods", record)
    assert [loss.field for loss in losses] == ["author/1/email"]
    assert read_record("mods", text).custom == {
        "contributors": {"author": [{"ORCID": orcid, "affiliation": "HU"}]}
    }
