"""Which works an element of Crossref describes."""

from __future__ import annotations

import pytest
from lxml import etree

from reportcite.formats.crossref_xml.works import POSTED, TAGS, works_in
from reportcite.formats.reading.xml import name_of
from reportcite.vocabulary import ITEM_TYPES


@pytest.mark.parametrize(
    ("xml", "types"),
    [
        ("<journal><journal_metadata/><journal_article/><journal_article/></journal>",
         ["article-journal", "article-journal"]),
        ("<journal><journal_metadata/></journal>", ["periodical"]),
        ("<conference><event_metadata/><proceedings_metadata/><conference_paper/></conference>",
         ["paper-conference"]),
        ("<conference><event_metadata/><proceedings_metadata/></conference>", ["book"]),
        ("<book><book_metadata/><content_item/></book>", ["chapter"]),
        ('<book><book_metadata/><content_item component_type="reference_entry"/></book>',
         ["entry-encyclopedia"]),
        ("<book><book_metadata/></book>", ["book"]),
        ("<report-paper><report-paper_metadata/></report-paper>", ["report"]),
        ("<standard><standard_metadata/></standard>", ["standard"]),
        ("<database><database_metadata/><dataset/></database>", ["dataset"]),
        ("<dissertation/>", ["thesis"]),
        ("<peer_review/>", ["review"]),
        ("<posted_content/>", ["article"]),
        ('<posted_content type="working_paper"/>', ["report"]),
        ('<posted_content type="unheard"/>', ["article"]),
    ],
)  # fmt: skip
def test_parts_are_works_or_else_the_whole(xml: str, types: list[str]) -> None:
    assert [work.type for work in works_in(etree.fromstring(xml))] == types


def test_a_part_knows_what_it_stands_in_from_the_nearest_on() -> None:
    xml = "<journal><journal_metadata/><journal_issue/><journal_article/></journal>"
    [work] = works_in(etree.fromstring(xml))
    assert work.part
    assert [name_of(one) for one in work.wholes] == ["journal_issue", "journal_metadata"]


def test_a_whole_is_described_by_its_metadata() -> None:
    xml = "<conference><event_metadata/><proceedings_metadata/></conference>"
    [work] = works_in(etree.fromstring(xml))
    assert not work.part
    assert name_of(work.element) == "proceedings_metadata"
    assert [name_of(one) for one in work.wholes] == ["event_metadata"]


def test_all_types_are_those_of_csl() -> None:
    assert set(POSTED.values()) <= ITEM_TYPES
    assert "posted_content" in TAGS
