"""What the elements of Crossref's schemas say."""

from __future__ import annotations

import pytest

from reportcite.problems import Problem
from reportcite.record.model import Record
from tests.formats.files import read_file, read_record

UNIXREF = "<doi_records>\n<doi_record><crossref>\n{}\n</crossref></doi_record>\n</doi_records>"
DEPOSIT = (
    '<doi_batch xmlns="http://www.crossref.org/schema/5.3.1" '
    'xmlns:jats="http://www.ncbi.nlm.nih.gov/JATS1" '
    'xmlns:ai="http://www.crossref.org/AccessIndicators.xsd"><head/><body>{}</body></doi_batch>'
)
ARTICLE = """<journal>
<journal_metadata language="en"><full_title>Tidal Letters</full_title>
<abbrev_title>Tid. Lett.</abbrev_title>
<issn media_type="print">0378-5955</issn><issn media_type="electronic">1938-2863</issn>
</journal_metadata>
<journal_issue><publication_date media_type="online"><year>2012</year></publication_date>
<journal_volume><volume>50</volume></journal_volume><issue>2</issue></journal_issue>
<journal_article>
<titles><title>On
   <i>Mytilus</i></title><subtitle>A study</subtitle></titles>
<contributors>
<person_name contributor_role="author" sequence="first"><given_name>Ann</given_name>
<surname>Ng</surname><suffix>Jr.</suffix><affiliation>HU</affiliation>
<ORCID>https://orcid.org/0000-0002-1825-0097</ORCID></person_name>
<organization contributor_role="author">Tide Group</organization>
<person_name contributor_role="translator"><surname>Roe</surname></person_name>
</contributors>
<publication_date media_type="online"><month>05</month><year>2013</year></publication_date>
<publication_date media_type="print"><month>03</month><day>9</day><year>2009</year>
</publication_date>
<pages><first_page>197</first_page><last_page>221</last_page></pages>
<ai:program name="AccessIndicators"><ai:license_ref>https://cc.example/by</ai:license_ref></ai:program>
<doi_data><doi>10.5555/a</doi><resource>https://a.example/a</resource></doi_data>
<jats:abstract><jats:title>Abstract</jats:title><jats:p>To see.</jats:p><jats:p>Seen.</jats:p>
</jats:abstract>
<citation_list><citation/></citation_list>
</journal_article></journal>"""


def read_one(xml: str) -> Record:
    return read_record("crossref-xml", UNIXREF.format(xml))


def test_an_article_is_read() -> None:
    record = read_record("crossref-xml", DEPOSIT.format(ARTICLE))
    assert record.type == "article-journal"
    assert record.fields == {
        "title": "On <i>Mytilus</i>",
        "subtitle": "A study",
        "author": [
            {"family": "Ng", "given": "Ann", "suffix": "Jr."},
            {"literal": "Tide Group"},
        ],
        "translator": [{"family": "Roe"}],
        "issued": {"date-parts": [[2009, 3, 9]]},
        "DOI": "10.5555/a",
        "URL": "https://a.example/a",
        "license": "https://cc.example/by",
        "page": "197-221",
        "abstract": "To see.\nSeen.",
        "container-title": "Tidal Letters",
        "container-title-short": "Tid. Lett.",
        "volume": "50",
        "issue": "2",
        "ISSN": "0378-5955, 1938-2863",
        "language": "en",
    }
    known = {"ORCID": "https://orcid.org/0000-0002-1825-0097", "affiliation": "HU"}
    assert record.custom == {"contributors": {"author": [known, {}]}}


def test_fields_have_places_and_what_is_left_out_is_named() -> None:
    record = read_record("crossref-xml", DEPOSIT.format(ARTICLE))
    assert (record.place.line, record.place_of("title").line) == (8, 9)
    assert record.place_of("author/2").line == 15
    assert "citation_list has no place in a record: left out" in [
        one.message for one in record.problems
    ]


def test_a_paper_stands_in_proceedings_and_was_given_at_a_conference() -> None:
    record = read_one(
        "<conference><event_metadata><conference_name>Tidal 2015</conference_name>"
        "<conference_location>Kiel</conference_location><conference_date start_year='2015' "
        "start_month='2' start_day='5' end_year='2015' end_month='2' end_day='9'/>"
        "</event_metadata><proceedings_metadata><proceedings_title>Proceedings</proceedings_title>"
        "<contributors><person_name contributor_role='editor'><surname>Roe</surname></person_name>"
        "</contributors><publisher><publisher_name>Alder</publisher_name></publisher>"
        "<isbn>9783948289829</isbn></proceedings_metadata><conference_paper>"
        "<titles><title>Ebb</title></titles><pages><first_page>7</first_page>"
        "<last_page>7</last_page></pages></conference_paper></conference>"
    )
    assert record.type == "paper-conference"
    assert record.fields == {
        "title": "Ebb",
        "container-title": "Proceedings",
        "editor": [{"family": "Roe"}],
        "publisher": "Alder",
        "ISBN": "9783948289829",
        "event-title": "Tidal 2015",
        "event-place": "Kiel",
        "event-date": {"date-parts": [[2015, 2, 5], [2015, 2, 9]]},
        "page": "7",
    }


@pytest.mark.parametrize(
    ("xml", "type_", "fields"),
    [
        ("<book><book_metadata><titles><title>Tides</title></titles><edition_number>2"
         "</edition_number><isbn>9783948289829</isbn></book_metadata></book>", "book",
         {"title": "Tides", "edition": "2", "ISBN": "9783948289829"}),
        ("<book><book_series_metadata><series_metadata><titles><title>Series</title></titles>"
         "</series_metadata><titles><title>Tides</title></titles></book_series_metadata>"
         "<content_item><titles><title>Ebb</title></titles></content_item></book>", "chapter",
         {"title": "Ebb", "container-title": "Tides", "collection-title": "Series"}),
        ("<report-paper><report-paper_metadata><titles><title>Tides</title></titles>"
         "<institution><institution_name>HU</institution_name><institution_place>Berlin"
         "</institution_place></institution><publisher_item><item_number>R-1</item_number>"
         "</publisher_item></report-paper_metadata></report-paper>", "report",
         {"title": "Tides", "publisher": "HU", "publisher-place": "Berlin", "number": "R-1"}),
        ("<dissertation><titles><title>Tides</title></titles><approval_date><year>2010</year>"
         "</approval_date><institution><institution_name>HU</institution_name></institution>"
         "<degree>Dr. phil.</degree></dissertation>", "thesis",
         {"title": "Tides", "publisher": "HU", "genre": "Dr. phil.",
          "issued": {"date-parts": [[2010]]}}),
        ('<posted_content type="preprint"><group_title>OSF</group_title><titles><title>Tides'
         "</title></titles><posted_date><year>2018</year><month>07</month></posted_date>"
         "</posted_content>", "article",
         {"title": "Tides", "publisher": "OSF", "issued": {"date-parts": [[2018, 7]]}}),
        ('<posted_content type="other" language="de"><group_title>Social</group_title>'
         "<institution><institution_name>Blog</institution_name></institution></posted_content>",
         "post-weblog", {"container-title": "Blog", "language": "de"}),
        ("<journal><journal_article><publisher_item><item_number item_number_type="
         '"article_number">e5</item_number></publisher_item></journal_article></journal>',
         "article-journal", {"page": "e5"}),
        ("<journal><journal_metadata><full_title>Letters</full_title></journal_metadata></journal>",
         "periodical", {"title": "Letters"}),
    ],
)  # fmt: skip
def test_other_works(xml: str, type_: str, fields: dict[str, object]) -> None:
    record = read_one(xml)
    assert (record.type, record.fields) == (type_, fields)


def test_a_deposit_holds_several_works_of_one_journal() -> None:
    parts = "<journal_article/>" * 2
    found = read_file("crossref-xml", DEPOSIT.format(f"<journal>{parts}</journal>"))
    assert [one.id for one in found if isinstance(one, Record)] == ["refs", "refs-2"]


def test_a_file_without_records_says_so() -> None:
    [problem] = read_file("crossref-xml", "<doi_records/>")
    assert isinstance(problem, Problem) and problem.rule.name == "no-records"
