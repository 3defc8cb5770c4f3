"""Dublin Core, and PRISM beside it."""

from __future__ import annotations

import pytest

from reportcite.formats.reading.web.described import Described, Tag
from reportcite.formats.reading.web.dublin_core import described, read_dublin_core


def tags(*pairs: tuple[str, str]) -> list[Tag]:
    return [Tag(name, content, line) for line, (name, content) in enumerate(pairs, 1)]


def dublin_core(*pairs: tuple[str, str]) -> Described:
    found = read_dublin_core(tags(("dc.title", "Soil"), *pairs))
    assert found is not None
    return found


def test_dublin_core_with_all_its_prefixes() -> None:
    found = dublin_core(
        ("dc.creator.personalname", "Doe, Jane"), ("dcterms:publisher", "Alder"),
        ("dc.contributor.editor", "Roe, Max"), ("dc.contributor", "Poe, Eva"),
        ("dc.date.issued", "2024-03"), ("dc.date", "2023"), ("dc.subject", "a; b"),
        ("dc.type", "Working Paper"), ("dc.identifier", "doi:10.1234/a"),
        ("dc.identifier", "ISBN: 978-0"), ("dc.identifier", "https://x.org"),
        ("dc.identifier", "urn:issn:0028-0836"), ("dc.identifier", "shelf: 3"),
        ("dc.coverage", "Bern"), ("dc.source", "Field Notes"),
    )  # fmt: skip
    assert found.type == "report"
    assert found.fields == {
        "title": "Soil", "author": [{"family": "Doe", "given": "Jane"}], "publisher": "Alder",
        "editor": [{"family": "Roe", "given": "Max"}],
        "contributor": [{"family": "Poe", "given": "Eva"}], "issued": "2024-03",
        "keyword": ["a", "b"], "DOI": "10.1234/a", "ISBN": "978-0", "URL": "https://x.org",
        "ISSN": "0028-0836", "container-title": "Field Notes",
    }  # fmt: skip
    assert found.rest == {"DC.identifier": "shelf: 3", "DC.coverage": "Bern"}


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


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Field Notes", {"container-title": "Field Notes"}),
        ("Field Notes; Vol. 3 No. 2 (2011): Soil; 17-29",
         {"container-title": "Field Notes", "volume": "3", "issue": "2", "page": "17-29"}),
        ("Field Notes; Vol 3, No 2 (2011)",
         {"container-title": "Field Notes", "volume": "3", "issue": "2"}),
        ("Field Notes; No. 2; 17", {"container-title": "Field Notes", "issue": "2", "page": "17"}),
        ("Field Notes; 17", {"container-title": "Field Notes; 17"}),
        ("0028-0836", {"ISSN": "0028-0836"}),
    ],
)  # fmt: skip
def test_where_an_article_stands_as_journals_write_it(
    source: str, expected: dict[str, str]
) -> None:
    found = described([Tag("title", "Soil", 1), Tag("source", source, 2)])
    assert found.fields == {"title": "Soil", **expected}


@pytest.mark.parametrize(
    ("types", "csl_type", "genre"),
    [
        (["info:eu-repo/semantics/article", "info:eu-repo/semantics/publishedVersion"],
         "article-journal", None),
        (["info:eu-repo/semantics/doctoralThesis"], "thesis", None),
        (["http://purl.org/coar/resource_type/preprint"], "article", None),
        (["StillImage", "map"], "map", None),
        (["Text", "report", "Policy Brief"], "report", "Policy Brief"),
        (["workingPaper", "NonPeerReviewed"], "report", None),
        (["MovingImage"], "motion_picture", None),
        (["Text", "article-journal", "Review"], "article-journal", "Review"),
        (["Text", "document"], "document", None),
        (["document", "article"], "article-journal", None),
        (["document", "StillImage"], "graphic", None),
        (["document", "map"], "map", None),
        ([], "", None),
    ],
)  # fmt: skip
def test_types_of_other_vocabularies(types: list[str], csl_type: str, genre: str | None) -> None:
    found = described([Tag("type", text, 1) for text in types])
    assert (found.type, found.fields.get("genre")) == (csl_type, genre)


def test_what_repositories_write_into_one_element() -> None:
    found = described(
        [
            Tag("title", "Soil", 1), Tag("title", "Boden", 2), Tag("type", "report", 3),
            Tag("description", "12 p.", 4), Tag("description", "What soil is.", 5),
            Tag("description", "x" * 201, 6), Tag("date", "2012-01-02T03:04:05Z", 7),
            Tag("date", "2011", 8), Tag("relation", "Working Papers;17", 9),
            Tag("relation", "https://example.org/2", 10), Tag("identifier", "WP 17", 11),
            Tag("identifier", "0028-0836", 12), Tag("format", "12 pages", 13),
            Tag("format", "application/pdf", 14), Tag("source", "1234-5679", 15),
            Tag("source", "0028-0836", 16),
        ]
    )  # fmt: skip
    assert found.fields == {
        "title": "Soil", "abstract": "x" * 201, "note": "12 p.\nWhat soil is.", "issued": "2011",
        "collection-title": "Working Papers", "collection-number": "17", "number": "WP 17",
        "number-of-pages": "12", "ISSN": "0028-0836, 1234-5679",
    }  # fmt: skip
    assert found.rest == {
        "DC.title": "Boden", "DC.relation": "https://example.org/2",
        "DC.format": "application/pdf",
    }  # fmt: skip


def test_an_article_is_in_no_series() -> None:
    found = described([Tag("type", "article", 1), Tag("relation", "Field Notes", 2)])
    assert found.rest == {"DC.relation": "Field Notes"}


@pytest.mark.parametrize("years", ["", ", 1950-", ", 1950-2001", ", 1950-2001."])
def test_years_of_life_are_no_part_of_a_name(years: str) -> None:
    found = described([Tag("creator", f"Roe, Max{years}", 1)])
    assert found.fields["author"] == [{"family": "Roe", "given": "Max"}]
