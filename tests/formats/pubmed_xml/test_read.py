"""What the elements of PubMed XML say."""

from __future__ import annotations

import pytest

from reportcite.problems import Problem
from reportcite.record.model import Record
from tests.formats.files import read_file, read_record

SET = """<?xml version="1.0"?>
<!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle, 1st January 2025//EN" "x.dtd">
<PubmedArticleSet>
{}
</PubmedArticleSet>
"""
ARTICLE = SET.format("""<PubmedArticle>
<MedlineCitation>
<PMID Version="1">123</PMID>
<Article>
<Journal>
<ISSN>0378-5955</ISSN>
<JournalIssue><Volume>4</Volume><Issue>2</Issue>
<PubDate><Year>2008</Year><Month>Feb</Month></PubDate></JournalIssue>
<Title>Tidal letters</Title><ISOAbbreviation>Tid. Lett.</ISOAbbreviation>
</Journal>
<ArticleTitle>On <i>Mytilus</i> and H<sub>2</sub>O.</ArticleTitle>
<Pagination><MedlinePgn>132-42</MedlinePgn></Pagination>
<ELocationID EIdType="doi">10.5555/a</ELocationID>
<Abstract><AbstractText Label="AIM">To see.</AbstractText>
<AbstractText Label="RESULT">Seen.</AbstractText></Abstract>
<AuthorList CompleteYN="N">
<Author><LastName>Ng</LastName><ForeName>Ann B</ForeName><Initials>AB</Initials>
<Suffix>Jr</Suffix><Identifier Source="ORCID">0000-0002-1825-0097</Identifier>
<AffiliationInfo><Affiliation>HU</Affiliation></AffiliationInfo></Author>
<Author><CollectiveName>Tide Group</CollectiveName></Author>
</AuthorList>
<Language>eng</Language>
<GrantList><Grant/></GrantList>
<PublicationTypeList><PublicationType>Journal Article</PublicationType></PublicationTypeList>
</Article>
<MeshHeadingList><MeshHeading><DescriptorName>Tides</DescriptorName></MeshHeading></MeshHeadingList>
<KeywordList><Keyword>ebb</Keyword><Keyword>Tides</Keyword></KeywordList>
</MedlineCitation>
<PubmedData>
<ArticleIdList><ArticleId IdType="pmc">PMC1</ArticleId></ArticleIdList>
<ReferenceList><Reference><ArticleIdList><ArticleId IdType="doi">10.5555/other</ArticleId>
</ArticleIdList></Reference></ReferenceList>
</PubmedData>
</PubmedArticle>""")


def article(inside: str = "", journal: str = "") -> Record:
    return read_record(
        "pubmed-xml",
        SET.format(
            f"<PubmedArticle><MedlineCitation><Article><Journal>{journal}</Journal>{inside}"
            "</Article></MedlineCitation></PubmedArticle>"
        ),
    )


def test_an_article_is_read() -> None:
    record = read_record("pubmed-xml", ARTICLE)
    assert (record.id, record.type, record.place.line) == ("123", "article-journal", 4)
    assert record.fields == {
        "title": "On <i>Mytilus</i> and H<sub>2</sub>O",
        "container-title": "Tidal letters",
        "container-title-short": "Tid. Lett.",
        "volume": "4",
        "issue": "2",
        "ISSN": "0378-5955",
        "language": "en",
        "PMID": "123",
        "issued": {"date-parts": [[2008, 2]]},
        "DOI": "10.5555/a",
        "PMCID": "PMC1",
        "page": "132-142",
        "author": [
            {"family": "Ng", "given": "Ann B", "suffix": "Jr"},
            {"literal": "Tide Group"},
        ],
        "abstract": "AIM: To see.\nRESULT: Seen.",
        "keyword": "Tides, ebb",
    }
    assert record.truncated == {"author"}
    assert record.custom == {
        "contributors": {
            "author": [{"ORCID": "https://orcid.org/0000-0002-1825-0097", "affiliation": "HU"}, {}]
        }
    }


def test_fields_have_places_and_what_is_left_out_is_named() -> None:
    record = read_record("pubmed-xml", ARTICLE)
    assert record.place_of("title").line == 14
    assert record.place_of("author/2").line == 23
    messages = [one.message for one in record.problems]
    assert "GrantList has no place in a record: left out" in messages


def test_what_no_version_of_the_format_has_is_named_and_notes_are_read() -> None:
    more = "<GeneralNote>A note.</GeneralNote><GeneralNote>B</GeneralNote><Moon/>"
    record = read_record(
        "pubmed-xml", ARTICLE.replace("</MedlineCitation>", f"{more}</MedlineCitation>")
    )
    left_out = [one.message for one in record.problems if one.rule.name == "unknown-field"]
    assert left_out == [
        f"{name} has no place in a record: left out" for name in ("Moon", "GrantList")
    ]
    assert record.fields["note"] == "A note.\nB"


@pytest.mark.parametrize(
    ("date", "parts"),
    [
        ("<Year>2008</Year>", {"date-parts": [[2008]]}),
        ("<Year>2008</Year><Month>02</Month><Day>08</Day>", {"date-parts": [[2008, 2, 8]]}),
        ("<Year>2008</Year><Month>Feb</Month><Day>08</Day>", {"date-parts": [[2008, 2, 8]]}),
        ("<Year>2008</Year><Season>Spring</Season>", {"date-parts": [[2008]], "season": 1}),
        ("<MedlineDate>1998 Dec-1999 Jan</MedlineDate>", {"date-parts": [[1998, 12], [1999, 1]]}),
        ("", None),
    ],
)
def test_dates(date: str, parts: object) -> None:
    record = article(journal=f"<JournalIssue><PubDate>{date}</PubDate></JournalIssue>")
    assert record.fields.get("issued") == parts


def test_a_date_of_the_article_counts_where_the_issue_has_none() -> None:
    dated = "<ArticleDate><Year>2007</Year><Month>12</Month><Day>23</Day></ArticleDate>"
    assert article(dated).fields["issued"] == {"date-parts": [[2007, 12, 23]]}


@pytest.mark.parametrize(
    ("titles", "fields"),
    [
        ("<ArticleTitle>Why?</ArticleTitle>", {"title": "Why?"}),
        ("<ArticleTitle>And so...</ArticleTitle>", {"title": "And so..."}),
        ("<ArticleTitle/><VernacularTitle>Ebbe.</VernacularTitle>", {"title": "Ebbe"}),
        ("<ArticleTitle>[Not Available].</ArticleTitle><VernacularTitle>Ebbe.</VernacularTitle>",
         {"title": "Ebbe"}),
        ("<ArticleTitle>[Ebb].</ArticleTitle><VernacularTitle>Ebbe.</VernacularTitle>",
         {"title": "[Ebb]", "original-title": "Ebbe"}),
    ],
)  # fmt: skip
def test_titles(titles: str, fields: dict[str, str]) -> None:
    assert article(titles).fields == fields


@pytest.mark.parametrize(
    ("inside", "fields"),
    [
        ("<Pagination><StartPage>5</StartPage><EndPage>9</EndPage></Pagination>", {"page": "5-9"}),
        ('<ELocationID EIdType="pii">e12516</ELocationID>', {"page": "e12516"}),
        ('<ELocationID EIdType="pii">S0022-0302(15)00395-1</ELocationID>', {}),
        ('<ELocationID EIdType="doi" ValidYN="N">10.5555/a</ELocationID>', {}),
    ],
)
def test_pages_and_identifiers(inside: str, fields: dict[str, str]) -> None:
    assert article(inside).fields == fields


def test_a_preprint_stands_on_a_server() -> None:
    record = article(
        '<ELocationID EIdType="pii">2023.02.07.527548</ELocationID><PublicationTypeList>'
        "<PublicationType>Preprint</PublicationType></PublicationTypeList>",
        "<Title>bioRxiv</Title><ISOAbbreviation>bioRxiv</ISOAbbreviation>",
    )
    assert record.type == "article"
    assert record.fields == {"publisher": "bioRxiv", "number": "2023.02.07.527548"}


BOOK = """<PubmedBookArticle><BookDocument><PMID>7</PMID>
<Book><Publisher><PublisherName>Alder</PublisherName><PublisherLocation>Kiel</PublisherLocation>
</Publisher><BookTitle>Tides.</BookTitle><PubDate><Year>2010</Year></PubDate>
<AuthorList Type="editors"><Author><LastName>Roe</LastName></Author></AuthorList>
<Isbn>9783948289829</Isbn>{book}</Book>{inside}
<AuthorList Type="authors"><Author><LastName>Ng</LastName><Initials>A</Initials></Author>
</AuthorList></BookDocument></PubmedBookArticle>"""


@pytest.mark.parametrize(
    ("book", "inside", "type_", "fields"),
    [
        ("", "<ArticleTitle>Ebb.</ArticleTitle>", "chapter",
         {"title": "Ebb", "container-title": "Tides"}),
        ("", "", "book", {"title": "Tides"}),
        ("<ReportNumber>R-1</ReportNumber>", "", "report", {"title": "Tides", "number": "R-1"}),
    ],
)  # fmt: skip
def test_books_chapters_and_reports(
    book: str, inside: str, type_: str, fields: dict[str, str]
) -> None:
    record = read_record("pubmed-xml", SET.format(BOOK.format(book=book, inside=inside)))
    assert record.type == type_
    assert record.fields == fields | {
        "publisher": "Alder",
        "publisher-place": "Kiel",
        "ISBN": "9783948289829",
        "PMID": "7",
        "issued": {"date-parts": [[2010]]},
        "author": [{"family": "Ng", "given": "A"}],
        "editor": [{"family": "Roe"}],
    }


def test_a_file_without_records_says_so() -> None:
    [problem] = read_file("pubmed-xml", SET.format(""))
    assert isinstance(problem, Problem) and problem.rule.name == "no-records"
