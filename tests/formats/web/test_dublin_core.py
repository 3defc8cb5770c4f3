"""Dublin Core: the fifteen elements, in as many as the record needs."""

from __future__ import annotations

from hypothesis import given
from lxml import etree

from reportcite.record.model import Record
from tests.formats.files import file_of, reports
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
