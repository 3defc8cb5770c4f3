"""Dublin Core: the fifteen elements, in as many as the record needs."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from lxml import etree

from reportcite.errors import Place
from reportcite.record.fields import Value
from reportcite.record.model import Record
from tests.formats.files import file_of, read_file, read_record, reports
from tests.formats.strategies import records

OAI_DC = "{http://www.openarchives.org/OAI/2.0/oai_dc/}dc"
DC = "{http://purl.org/dc/elements/1.1/}"
# fmt: off
ELEMENTS = {
    DC + name
    for name in (
        "title", "creator", "subject", "description", "publisher", "contributor", "date", "type",
        "format", "identifier", "source", "language", "relation", "coverage", "rights",
    )
}
# fmt: on


def elements(*records: Record) -> list[list[tuple[str, str]]]:
    """Name and text of the elements of each record."""
    text, _ = file_of("oai-dc", *records)
    found = []
    for one in etree.fromstring(text.encode()):
        assert one.tag == OAI_DC and {child.tag for child in one} <= ELEMENTS
        found.append([(str(child.tag).removeprefix(DC), child.text or "") for child in one])
    return found


def test_a_report_in_dublin_core() -> None:
    [found] = elements(reports()[0])
    assert ("creator", "Zeković, Denis") in found
    assert ("date", "2024") in found
    assert ("type", "report") in found and ("type", "Text") in found
    assert ("identifier", "urn:isbn:978-3-948289-82-9") in found
    assert ("format", "47 pages") in found
    assert ("language", "de-DE") in found


@given(record=records())
def test_one_record_with_every_text_that_is_not_lost(record: Record) -> None:
    _, [losses] = file_of("oai-dc", record)
    lost = {loss.field for loss in losses}
    [found] = elements(record)
    written = " ".join(text for _, text in found)
    for name, value in record.fields.items():
        if isinstance(value, str) and name not in {"keyword", *lost}:
            assert value in written, name


def test_an_editor_is_a_contributor_and_that_is_said() -> None:
    [record] = [one for one in reports() if one.id == "ipcc-first-assessment"]
    _, [losses] = file_of("oai-dc", record)
    assert ("contributor", "Houghton, J. T.") in elements(record)[0]
    assert "editor" in {loss.field for loss in losses}


OF_OAI = """<?xml version="1.0"?>
<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><ListRecords>
<record><header><identifier>oai:x:1</identifier></header><metadata>
<oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/"
  xmlns:dc="http://purl.org/dc/elements/1.1/">
  <dc:title>Soil
    and air</dc:title>
  <dc:creator>Doe, Jane</dc:creator><dc:creator>Ministry of Soil</dc:creator>
  <dc:contributor>Roe, Max</dc:contributor>
  <dc:subject>soil; air</dc:subject><dc:subject>clay</dc:subject>
  <dc:date>2011-03-04</dc:date><dc:type>info:eu-repo/semantics/article</dc:type>
  <dc:identifier>https://doi.org/10.1234/abc</dc:identifier>
  <dc:identifier>http://example.org/1</dc:identifier><dc:language>eng</dc:language>
  <dc:source>Field Notes; Vol. 3 No. 2 (2011); 17-29</dc:source><dc:coverage/>
</oai_dc:dc></metadata></record>
<record><metadata><oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/"
  xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>Ng, Bo</dc:creator>
  <dc:coverage>Bern</dc:coverage></oai_dc:dc></metadata></record>
</ListRecords></OAI-PMH>
"""


def test_records_are_read_also_out_of_an_answer_of_a_repository() -> None:
    article, untitled = read_file("oai-dc", OF_OAI)
    assert isinstance(article, Record) and isinstance(untitled, Record)
    assert (article.id, article.type, article.place.line) == ("refs", "article-journal", 6)
    assert article.fields == {
        "title": "Soil and air",
        "author": [{"family": "Doe", "given": "Jane"}, {"literal": "Ministry of Soil"}],
        "contributor": [{"family": "Roe", "given": "Max"}],
        "keyword": "soil, air, clay", "issued": {"date-parts": [[2011, 3, 4]]},
        "DOI": "10.1234/abc", "URL": "http://example.org/1", "language": "en",
        "container-title": "Field Notes", "volume": "3", "issue": "2", "page": "17-29",
    }  # fmt: skip
    assert untitled.fields == {"author": [{"family": "Ng", "given": "Bo"}]}
    assert untitled.custom == {"oai-dc": {"coverage": "Bern"}}


def test_what_dublin_core_alone_has_comes_out_again() -> None:
    record = read_file("oai-dc", OF_OAI)[1]
    assert isinstance(record, Record)
    text, [losses] = file_of("oai-dc", record)
    assert losses == [] and "<dc:coverage>Bern</dc:coverage>" in text


@pytest.mark.parametrize("address", ["https://pmc.ncbi.nlm.nih.gov/articles/", "PMCID:"])
def test_the_number_in_an_address_is_said_once(address: str) -> None:
    fields: dict[str, Value] = {"title": "Tides", "PMCID": "PMC12"}
    if "http" in address:
        fields["URL"] = f"{address}PMC12/"
    text, [losses] = file_of("oai-dc", Record("r1", "document", fields, Place("x")))
    assert re.findall("<dc:identifier>(.*)</dc:identifier>", text) == [
        fields.get("URL", "PMCID:PMC12")
    ]
    assert losses == [] and read_record("oai-dc", text).fields == fields


def test_each_line_of_a_note_is_a_description() -> None:
    fields: dict[str, Value] = {
        "title": "Tides",
        "note": "Line 1\nLine 10",
        "abstract": "Tides rise.",
    }
    record = Record("r1", "document", fields, Place("x"))
    found = [text for name, text in elements(record)[0] if name == "description"]
    assert found == ["Tides rise.", "Line 1", "Line 10"]
    assert read_record("oai-dc", file_of("oai-dc", record)[0]).fields == fields


def test_spaces_that_do_not_break_stay() -> None:
    record = Record("r1", "document", {"title": "R\u00a0&\u00a0D"}, Place("x"))
    assert read_record("oai-dc", file_of("oai-dc", record)[0]).fields == record.fields


@pytest.mark.parametrize(("text", "year"), [("-0005~", -6), ("-0005", -6), ("0005", 5)])
def test_years_before_the_first_are_those_of_edtf(text: str, year: int) -> None:
    found = read_record("oai-dc", OF_OAI.replace("2011-03-04", text).partition("<record><meta")[0]
                        + "</ListRecords></OAI-PMH>")  # fmt: skip
    issued = found.fields["issued"]
    assert isinstance(issued, dict) and issued["date-parts"] == [[year]]


def test_a_range_before_the_first_year_that_ends_before_it_begins_stays_as_it_is() -> None:
    issued: Value = {"date-parts": [[-210], [-677]]}
    text = file_of("oai-dc", Record("r1", "book", {"title": "A", "issued": issued}, Place("x")))[0]
    back = read_record("oai-dc", text)._replace(id="r1")
    assert back.fields["issued"] == issued
    assert file_of("oai-dc", back)[0] == text


def test_a_note_alone_would_be_the_abstract_and_is_left_out() -> None:
    [record] = [one for one in reports() if one.fields.get("abstract")][:1]
    alone = record._replace(fields={"title": "A", "note": "n"})
    beside = record._replace(fields={"title": "A", "note": "n", "abstract": "An abstract."})
    assert ("description", "n") not in elements(alone)[0]
    assert ("description", "n") in elements(beside)[0]
    assert read_record("oai-dc", file_of("oai-dc", beside)[0]).fields == beside.fields


@pytest.mark.parametrize(
    ("more", "written"),
    [
        ({"URL": "https://dx.doi.org/10.1234/a"}, ["doi:10.1234/a"]),
        ({"URL": "https://doi.org/10.1234/A", "DOI": "10.1234/a"}, ["doi:10.1234/a"]),
        ({"URL": "https://doi.org/10.1234/b", "DOI": "10.1234/a"}, ["doi:10.1234/a", "10.1234/b"]),
        ({"DOI": "someDoi", "URL": "https://example.org/a"}, ["https://example.org/a"]),
        ({"URL": "https://example.org/a", "DOI": "10.1234/a"},
         ["doi:10.1234/a", "https://example.org/a"]),
    ],
)  # fmt: skip
def test_a_link_to_a_doi_is_that_doi_from_the_first_file_on(
    more: dict[str, Value], written: list[str]
) -> None:
    fields: dict[str, Value] = {"title": "Tides", **more}
    text, [losses] = file_of("oai-dc", Record("r1", "book", fields, Place("x")))
    assert re.findall("<dc:identifier>(.*)</dc:identifier>", text) == written
    assert ("URL" in {one.field for one in losses}) == ("example" not in "".join(written))
    assert file_of("oai-dc", read_record("oai-dc", text)._replace(id="r1"))[0] == text


@pytest.mark.parametrize(
    ("csl_type", "genre", "kept"),
    [
        ("thesis", "PhD thesis", True),
        ("report", "Working paper", True),
        ("report", "Leaflet", True),
        ("article-journal", "Journal Article", False),
        ("thesis", "Thesis", False),
        ("thesis", "Book chapter", False),
    ],
)
def test_a_genre_says_more_than_the_type(csl_type: str, genre: str, kept: bool) -> None:
    record = Record("r1", csl_type, {"title": "Tides", "genre": genre}, Place("x"))
    back = read_record("oai-dc", file_of("oai-dc", record)[0])
    assert (back.type, back.fields.get("genre")) == (csl_type, genre if kept else None)
