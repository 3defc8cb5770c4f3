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


@pytest.mark.parametrize(
    ("item", "rest"),
    [
        ('<relatedItem type="host"><titleInfo/><note>A</note></relatedItem>',
         '<relatedItem type="host"><note>A</note></relatedItem>'),
        ('<relatedItem type="host"><identifier type="isbn">1</identifier>'
         '<identifier type="doi">2</identifier></relatedItem>',
         '<relatedItem type="host"><identifier type="doi">2</identifier></relatedItem>'),
        ('<relatedItem type="series" displayLabel="In"><part/><identifier type="issn">1'
         "</identifier></relatedItem>",
         '<relatedItem type="series" displayLabel="In"><identifier type="issn">1</identifier>'
         "</relatedItem>"),
        ('<relatedItem type="host"><titleInfo type="alternative"><title>A</title></titleInfo>'
         "<titleInfo><title>B</title></titleInfo></relatedItem>",
         '<relatedItem type="host"><titleInfo type="alternative"><title>A</title></titleInfo>'
         "</relatedItem>"),
        ('<relatedItem type="original"><location><url>A</url></location></relatedItem>',
         '<relatedItem type="original"><location><url>A</url></location></relatedItem>'),
        ('<relatedItem type="reviewOf"><genre>A</genre><part><date>1</date></part></relatedItem>',
         '<relatedItem type="reviewOf"><part><date>1</date></part></relatedItem>'),
        ('<relatedItem type="host"><relatedItem type="series"><note>A</note></relatedItem>'
         "</relatedItem>",
         '<relatedItem type="host"><relatedItem type="series"><note>A</note></relatedItem>'
         "</relatedItem>"),
    ],
)  # fmt: skip
def test_the_rest_of_a_related_item_is_kept(item: str, rest: str) -> None:
    assert kept(item) == {"relatedItem": [rest]}


@pytest.mark.parametrize(
    "item",
    [
        '<relatedItem type="host"><identifier type="issn">1</identifier><genre>a</genre>'
        "<part><date>1</date></part><note> </note><!-- b --></relatedItem>",
        '<relatedItem type="original"><location><physicalLocation>A</physicalLocation><url>B</url>'
        "</location><originInfo><publisher>A</publisher></originInfo></relatedItem>",
        '<relatedItem type="series"><typeOfResource>text</typeOfResource><name><namePart>A'
        "</namePart></name></relatedItem>",
    ],
)
def test_a_related_item_that_is_read_has_no_rest(item: str) -> None:
    assert kept(item) == {}


def test_a_link_to_a_related_item_is_kept() -> None:
    link = 'xmlns:xlink="http://www.w3.org/1999/xlink"'
    item = f'<relatedItem {link} type="host" xlink:href="http://a.de">'
    assert kept(f"{item}<titleInfo><title>A</title></titleInfo></relatedItem>") == {
        "relatedItem": [item.replace(">", "/>")]
    }


def test_a_second_related_item_of_a_type_is_kept_whole_behind_the_rest_of_the_first() -> None:
    second = '<relatedItem type="series"><titleInfo><title>B</title></titleInfo></relatedItem>'
    first = second.replace("B", "A").replace("</relatedItem>", "<note>N</note></relatedItem>")
    rest = '<relatedItem type="series"><note>N</note></relatedItem>'
    assert kept(first + second) == {"relatedItem": [rest, second]}
    untitled = '<relatedItem type="series"><part/><note>N</note></relatedItem>'
    assert kept(untitled + second) == {"relatedItem": [untitled]}


def test_the_rest_of_a_related_item_is_put_back_into_it() -> None:
    title = "<titleInfo><title>A</title></titleInfo>"
    rest = '<relatedItem type="host"><note>N</note></relatedItem>'
    second = f'<relatedItem type="host">{title}</relatedItem>'
    root = etree.fromstring(f'<mods xmlns="{NAMESPACE}">{second}<note/></mods>')
    assert restore(root, {"relatedItem": [rest, second]}) == []
    assert [[etree.QName(part).localname for part in one] for one in root] == [
        ["titleInfo", "note"], [], ["titleInfo"],
    ]  # fmt: skip
    alone = etree.fromstring(f'<mods xmlns="{NAMESPACE}"/>')
    assert restore(alone, {"relatedItem": [rest]}) == []
    assert kept_in(indexed(alone)) == {"relatedItem": [rest]}


def test_a_kind_of_identifier() -> None:
    assert kind_of(etree.fromstring('<identifier type="Report_Number"/>')) == "report number"
