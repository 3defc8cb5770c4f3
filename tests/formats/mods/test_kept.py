"""Elements that have no place in a record are kept as they are."""

from __future__ import annotations

import pytest
from lxml import etree

from reportcite.formats.mods.fields import NAMESPACE
from reportcite.formats.mods.kept import kept_in, kind_of, restore
from reportcite.formats.reading.xml import indexed


def kept(inside: str) -> dict[str, list[str]]:
    return kept_in(indexed(etree.fromstring(f'<mods xmlns="{NAMESPACE}">{inside}</mods>')))


@pytest.mark.parametrize(
    "element",
    [
        '<titleInfo type="alternative"><title>A</title></titleInfo>',
        '<note type="performers">A</note>',
        "<relatedItem><titleInfo/></relatedItem>",
        '<identifier type="lccn">1</identifier>',
        "<extension><a/></extension>",
        "<subject><geographic>Kiel</geographic></subject>",
        "<targetAudience>all</targetAudience>",
    ],
)
def test_what_nothing_is_read_of_is_kept(element: str) -> None:
    tag = etree.fromstring(element).tag
    assert kept(element) == {tag: [element]}


@pytest.mark.parametrize(
    "element",
    [
        "<titleInfo><title>A</title></titleInfo>",
        "<note>A</note>",
        '<note type="statement of responsibility">A</note>',
        '<relatedItem type="host"><titleInfo/></relatedItem>',
        '<identifier type="ISBN">1</identifier>',
        '<identifier type="report_number">1</identifier>',
        "<identifier>1</identifier>",
        '<extension displayLabel="CSL">type: book</extension>',
        "<subject><topic>A</topic><geographic>B</geographic></subject>",
        '<identifier type="lccn"> </identifier>',
        "<recordInfo><recordOrigin>A</recordOrigin></recordInfo>",
    ],
)
def test_what_is_read_or_empty_is_not(element: str) -> None:
    assert kept(element) == {}


def test_what_was_kept_is_restored_and_what_is_no_such_element_is_named() -> None:
    root = etree.fromstring(f'<mods xmlns="{NAMESPACE}"/>')
    entries = {
        "note": ['<note type="x">A &amp; B</note>'],
        "identifier": ["<identifier>1</identifier><note/>"],
        "subject": ["<note/>"],
        "tableOfContents": ["text", "<"],
        "targetAudience": "text",
        "extension": [],
        "title": ["<title/>"],
    }
    assert restore(root, entries) == sorted(entries.keys() - {"note"})
    assert [one.text for one in root] == ["A & B"]


def test_they_come_back_in_one_order_whatever_the_order_was() -> None:
    note, subject = '<note type="x">A</note>', "<subject><name/></subject>"
    for entries in ({"subject": [subject], "note": [note]}, {"note": [note], "subject": [subject]}):
        root = etree.fromstring(f'<mods xmlns="{NAMESPACE}"/>')
        restore(root, entries)
        assert [etree.QName(one).localname for one in root] == ["note", "subject"]


def test_a_kind_of_identifier() -> None:
    assert kind_of(etree.fromstring('<identifier type="Report_Number"/>')) == "report number"
