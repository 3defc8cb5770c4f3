"""Meta tags of Highwire Press, Dublin Core and PRISM."""

from __future__ import annotations

import pytest

from reportcite.formats.html.described import Described
from reportcite.formats.html.meta_tags import Tag, read_dublin_core, read_highwire


def tags(*pairs: tuple[str, str]) -> list[Tag]:
    return [Tag(name, content, line) for line, (name, content) in enumerate(pairs, 1)]


def highwire(*pairs: tuple[str, str]) -> Described:
    found = read_highwire(
        tags(("citation_title", "Soil"), *[(f"citation_{n}", c) for n, c in pairs])
    )
    assert found is not None
    return found


def dublin_core(*pairs: tuple[str, str]) -> Described:
    found = read_dublin_core(tags(("dc.title", "Soil"), *pairs))
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


def test_a_paper_of_arxiv_and_tags_of_bepress() -> None:
    found = highwire(("arxiv_id", "2301.01234"))
    assert (found.fields["number"], found.fields["publisher"]) == ("arXiv:2301.01234", "arXiv")
    bepress = read_highwire(tags(("bepress_citation_title", "A"), ("bepress_citation_volume", "1")))
    assert bepress is not None and bepress.fields == {"title": "A", "volume": "1"}
    assert read_highwire(tags(("citation_volume", "1"))) is None
    assert read_highwire([]) is None


def test_dublin_core_with_all_its_prefixes() -> None:
    found = dublin_core(
        ("dc.creator.personalname", "Doe, Jane"), ("dcterms:publisher", "Alder"),
        ("dc.contributor.editor", "Roe, Max"), ("dc.contributor", "Poe, Eva"),
        ("dc.date.issued", "2024-03"), ("dc.date", "2023"), ("dc.subject", "a; b"),
        ("dc.type", "Working Paper"), ("dc.identifier", "doi:10.1234/a"),
        ("dc.identifier", "ISBN: 978-0"), ("dc.identifier", "https://x.org"),
        ("dc.identifier", "urn:issn:0028-0836"), ("dc.identifier", "shelf 3"),
        ("dc.coverage", "Bern"), ("dc.source", "Field Notes"),
    )  # fmt: skip
    assert found.type == "report"
    assert found.fields == {
        "title": "Soil", "author": [{"family": "Doe", "given": "Jane"}], "publisher": "Alder",
        "editor": [{"family": "Roe", "given": "Max"}],
        "contributor": [{"family": "Poe", "given": "Eva"}], "issued": "2024-03",
        "keyword": ["a", "b"], "DOI": "doi:10.1234/a", "ISBN": "978-0", "URL": "https://x.org",
        "ISSN": "0028-0836", "container-title": "Field Notes",
    }  # fmt: skip
    assert found.rest == {"DC.identifier": "shelf 3", "DC.coverage": "Bern"}


def test_a_journal_article_of_ojs_and_of_prism() -> None:
    found = dublin_core(("dc.source.issn", "0028-0836"), ("dc.source.issue", "2"))
    assert found.type == "article-journal" and found.fields["issue"] == "2"
    found = dublin_core(
        ("prism.publicationname", "J"), ("prism.number", "4"),
        ("prism.publicationdate", "2024-03-07"),
        ("prism.odd", "x"),
    )  # fmt: skip
    assert found.fields == {
        "title": "Soil", "container-title": "J", "issue": "4", "issued": "2024-03-07"
    }  # fmt: skip
    assert read_dublin_core(tags(("prism.volume", "1"))) is None


def test_a_title_alone_may_be_that_of_the_page() -> None:
    assert dublin_core().weak and not dublin_core(("dc.creator", "Doe, Jane")).weak
