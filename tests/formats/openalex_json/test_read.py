"""Works of OpenAlex are read as CSL knows them, and never taken for CSL-JSON."""

from __future__ import annotations

import json
from typing import Any

import pytest

from reportcite.record.model import Record
from tests.conftest import Run
from tests.formats.files import read_record

SOURCE = {
    "display_name": "Field Notes",
    "type": "journal",
    "issn": ["0028-0836", "1476-4687"],
    "issn_l": "0028-0836",
    "host_organization_name": "Alder",
}
WORK: dict[str, Any] = {
    "id": "https://openalex.org/W123",
    "doi": "https://doi.org/10.1234/soil",
    "title": "Soil &amp; air",
    "display_name": "Soil",
    "publication_year": 2021,
    "publication_date": "2021-05-07",
    "ids": {"pmid": "https://pubmed.ncbi.nlm.nih.gov/123", "pmcid": "https://x.org/PMC9"},
    "language": "en",
    "type": "article",
    "primary_location": {
        "landing_page_url": "https://doi.org/10.1234/soil",
        "license": "cc-by",
        "source": SOURCE,
    },
    "authorships": [
        {
            "author": {
                "display_name": "Jane Q. Doe",
                "orcid": "https://orcid.org/0000-0002-1825-0097",
            },
            "raw_author_name": "Jane Doe",
            "raw_affiliation_strings": ["Uni Bern"],
        },
        {"author": {"display_name": "Xiaoming Wang"}, "raw_author_name": "Wang, Xiaoming"},
    ],
    "biblio": {"volume": "3", "issue": "4", "first_page": "17", "last_page": "29"},
    "abstract_inverted_index": {"is": [1, 4], "Soil": [0], "old,": [2], "air": [3], "new.": [5]},
    "keywords": [{"display_name": "Soil"}, {"keyword": "Air"}],
    "grants": [{"funder_display_name": "SNF"}],
    "cited_by_count": 7,
}


def read(**members: Any) -> Record:
    return read_record("openalex-json", json.dumps(WORK | members))


def test_a_work_has_its_fields() -> None:
    found = read()
    assert (found.id, found.type) == ("W123", "article-journal")
    assert found.fields == {
        "title": "Soil & air",
        "author": [
            {"family": "Doe", "given": "Jane Q."},
            {"family": "Wang", "given": "Xiaoming"},
        ],
        "issued": {"date-parts": [[2021, 5, 7]]},
        "DOI": "10.1234/soil",
        "PMID": "123",
        "PMCID": "PMC9",
        "language": "en",
        "abstract": "Soil is old, air is new.",
        "keyword": "Soil, Air",
        "volume": "3",
        "issue": "4",
        "page": "17-29",
        "license": "cc-by",
        "publisher": "Alder",
        "container-title": "Field Notes",
        "ISSN": "0028-0836, 1476-4687",
    }
    first, second = found.custom["contributors"]["author"]
    assert first["affiliation"] == "Uni Bern" and second == {}
    assert found.custom["openalex"]["grants"] == [{"funder_display_name": "SNF"}]
    assert [one.rule.name for one in found.problems] == ["other-data"]
    assert "cited_by_count" in found.problems[0].message


@pytest.mark.parametrize(
    ("members", "source", "type_", "field"),
    [
        (
            {"type": "article"},
            {"type": "repository", "display_name": "arXiv"},
            "article",
            ("publisher", "arXiv"),
        ),
        (
            {"type": "preprint"},
            {"type": "repository", "display_name": "arXiv"},
            "article",
            ("publisher", "arXiv"),
        ),
        (
            {"type": "article"},
            {"type": "conference", "display_name": "C"},
            "paper-conference",
            ("container-title", "C"),
        ),
        (
            {"type": "article", "type_crossref": "proceedings-article"},
            SOURCE,
            "paper-conference",
            ("container-title", "Field Notes"),
        ),
        ({"type": "review"}, SOURCE, "article-journal", ("container-title", "Field Notes")),
        (
            {"type": "book-chapter"},
            {"type": "ebook platform", "display_name": "E"},
            "chapter",
            ("publisher", "E"),
        ),
        (
            {"type": "book"},
            {"type": "book series", "display_name": "S"},
            "book",
            ("collection-title", "S"),
        ),
        ({"type": "report", "type_crossref": "report"}, {}, "report", ("title", "Soil & air")),
        ({"type": "dissertation"}, {}, "thesis", ("title", "Soil & air")),
        ({"type": "unheard-of"}, {}, "document", ("title", "Soil & air")),
    ],
)
def test_type_and_source_say_what_it_is(
    members: dict[str, Any], source: dict[str, Any], type_: str, field: tuple[str, str]
) -> None:
    found = read(primary_location={"source": source}, **members)
    assert (found.type, found.fields[field[0]]) == (type_, field[1])


def test_a_page_that_is_no_link_of_the_doi_is_the_url() -> None:
    found = read(primary_location={"landing_page_url": "https://example.org/soil"})
    assert found.fields["URL"] == "https://example.org/soil"


@pytest.mark.parametrize("index", [None, "text", {"a": "b", "c": [None, -1, "x"]}, []])
def test_an_abstract_of_another_shape_is_none(index: Any) -> None:
    assert "abstract" not in read(abstract_inverted_index=index).fields


def test_little_is_enough_and_a_list_of_results_is_read() -> None:
    works = {"meta": {"count": 1}, "results": [{"id": "https://openalex.org/W9", "title": "A"}]}
    found = read_record("openalex-json", json.dumps(works))
    assert (found.id, found.fields, found.type) == ("W9", {"title": "A"}, "document")


def test_it_is_recognised_whatever_its_file_is_called(run: Run) -> None:
    done = run("export", "-", "--to", "csl-json", "-q", stdin=json.dumps(WORK))
    assert json.loads(done.stdout)[0]["container-title"] == "Field Notes"
    assert done.returncode == 0
