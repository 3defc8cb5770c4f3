"""Meta tags of Highwire Press."""

from __future__ import annotations

import pytest

from reportcite.formats.html.meta_tags import read_highwire
from reportcite.formats.reading.web.described import Described, Tag


def tags(*pairs: tuple[str, str]) -> list[Tag]:
    return [Tag(name, content, line) for line, (name, content) in enumerate(pairs, 1)]


def highwire(*pairs: tuple[str, str]) -> Described:
    found = read_highwire(
        tags(("citation_title", "Soil"), *[(f"citation_{n}", c) for n, c in pairs])
    )
    assert found is not None
    return found


def test_an_article_of_a_journal() -> None:
    found = highwire(
        ("author", "Doe, Jane"), ("author_institution", "Bern"), ("author_institution", "Wien"),
        ("author_orcid", "https://orcid.org/1"), ("author", "Max van Roe"),
        ("journal_title", "Field Notes"), ("publication_date", "2024/3/7"), ("year", "2023"),
        ("firstpage", "17"), ("lastpage", "29"), ("doi", "10.1234/a"), ("keywords", "a; b, c"),
        ("pdf_url", "x.pdf"),
    )  # fmt: skip
    assert found.type == "article-journal"
    assert found.fields == {
        "title": "Soil",
        "author": [
            {"family": "Doe", "given": "Jane", "affiliation": "Bern; Wien", "ORCID": "https://orcid.org/1"},
            {"family": "Roe", "given": "Max", "non-dropping-particle": "van"},
        ],
        "container-title": "Field Notes", "issued": "2024-03-07", "page": "17-29",
        "DOI": "10.1234/a", "keyword": ["a", "b, c"],
    }  # fmt: skip
    assert found.rest == {"pdf_url": "x.pdf"} and found.lines["page"] == 10


@pytest.mark.parametrize(
    ("sign", "type_"),
    [
        ("technical_report_institution", "report"), ("dissertation_institution", "thesis"),
        ("conference_title", "paper-conference"), ("inbook_title", "chapter"),
        ("journal_title", "article-journal"), ("isbn", "book"), ("arxiv_id", "article"),
        ("publisher", ""),
    ],
)  # fmt: skip
def test_a_tag_that_is_there_says_the_type(sign: str, type_: str) -> None:
    assert highwire((sign, "x")).type == type_


def test_authors_in_one_tag_and_pages_of_one() -> None:
    found = highwire(("authors", "Doe, Jane; Roe, Max"), ("firstpage", "7"), ("lastpage", "7"))
    assert len(found.fields["author"]) == 2 and found.fields["page"] == "7"
    assert highwire(("author_institution", "Bern")).fields == {"title": "Soil"}
    assert highwire(("keywords", "a, b")).fields["keyword"] == ["a", "b"]
    several = highwire(("keywords", "Mice, Inbred"), ("keywords", "a"))
    assert several.fields["keyword"] == ["Mice, Inbred", "a"]


def test_a_paper_of_arxiv_and_tags_of_bepress() -> None:
    found = highwire(("arxiv_id", "2301.01234"))
    assert (found.fields["number"], found.fields["publisher"]) == ("arXiv:2301.01234", "arXiv")
    bepress = read_highwire(tags(("bepress_citation_title", "A"), ("bepress_citation_volume", "1")))
    assert bepress is not None and bepress.fields == {"title": "A", "volume": "1"}
    assert read_highwire(tags(("citation_volume", "1"))) is None
    assert read_highwire([]) is None
