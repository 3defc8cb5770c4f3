"""What a work of DataCite was published in."""

from __future__ import annotations

from typing import Any

import pytest

from reportcite.formats.datacite_json.wholes import whole_of

ITEM: dict[str, Any] = {
    "titles": [{"title": "Seeing Soil"}],
    "relationType": "IsPublishedIn",
    "firstPage": "109",
    "lastPage": "128",
    "volume": 2,
    "publicationYear": "2022",
    "contributors": [{"name": "Doe, Jane", "contributorType": "Editor"}],
    "relatedItemIdentifier": {
        "relatedItemIdentifier": "978-0-306-40615-7",
        "relatedItemIdentifierType": "ISBN",
    },
}


def test_a_chapter_is_in_a_related_item() -> None:
    assert whole_of({"relatedItems": [ITEM]}, "chapter") == {
        "container-title": "Seeing Soil",
        "volume": "2",
        "page": "109-128",
        "editor": [{"family": "Doe", "given": "Jane"}],
        "issued": "2022",
        "ISBN": "978-0-306-40615-7",
    }


def test_of_a_report_it_is_the_series_and_its_date_is_another() -> None:
    found = whole_of({"relatedItems": [ITEM]}, "report")
    assert found["collection-title"] == "Seeing Soil" and "issued" not in found
    assert whole_of({"relatedItems": [ITEM | {"relationType": "Cites"}]}, "report") == {}


@pytest.mark.parametrize(
    ("first", "last", "page"),
    [("1", "9", "1-9"), ("e12", "", "e12"), ("17", "17", "17"), ("Bd. 1 Nr. 1", "", None),
     ("Field Notes", "", None), ("1", "end", "1"), ("", "9", None)],
)  # fmt: skip
def test_what_is_no_page_is_none(first: str, last: str, page: str | None) -> None:
    container = {"title": "Field Notes", "firstPage": first, "lastPage": last}
    found = whole_of({"container": container}, "article-journal")
    assert found.get("page") == page and found["container-title"] == "Field Notes"


def test_numbers_of_the_whole() -> None:
    container = {"identifier": "0028-0836", "identifierType": "ISSN"}
    assert whole_of({"container": container}, "article-journal") == {"ISSN": "0028-0836"}
    related = [
        {
            "relatedIdentifier": "0028-0836",
            "relatedIdentifierType": "EISSN",
            "relationType": "IsPartOf",
        },
        {"relatedIdentifier": "978", "relatedIdentifierType": "ISBN", "relationType": "Cites"},
    ]
    assert whole_of({"relatedIdentifiers": related}, "chapter") == {"ISSN": "0028-0836"}
