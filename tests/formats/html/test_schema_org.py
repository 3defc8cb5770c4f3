"""schema.org in all the shapes that JSON-LD allows."""

from __future__ import annotations

import json
from typing import Any

import pytest

from reportcite.formats.html.schema_org import read_json_ld
from reportcite.record.assemble.notations import EXACT
from reportcite.record.untyped import Written

ARTICLE: dict[str, Any] = {"@type": "ScholarlyArticle", "name": "Soil"}


def fields(**members: Any) -> dict[str, Any]:
    [found] = read_json_ld(json.dumps(ARTICLE | members), 1)
    return {name: value for name, value in found.fields.items() if name != "title"}


@pytest.mark.parametrize(
    "around",
    [
        ARTICLE, [ARTICLE], {"@graph": [{"@type": "WebSite", "name": "x"}, ARTICLE]},
        {"@type": "Thing", "mainEntity": ARTICLE},
        {"@type": ["https://schema.org/ScholarlyArticle", "Odd"], "headline": "Soil"},
    ],
)  # fmt: skip
def test_a_work_is_found_wherever_it_stands(around: Any) -> None:
    [found] = read_json_ld(json.dumps(around), 5)
    assert (found.type, found.fields, found.lines) == (
        "article-journal",
        {"title": "Soil"},
        {"title": 5},
    )


@pytest.mark.parametrize(
    "text", ["", "{", '{"@type": "Person", "name": "A"}', '{"@type": "Book"}', "[" * 9999, "1"]
)
def test_what_is_no_work_is_nothing(text: str) -> None:
    assert read_json_ld(text, 1) == []


def test_names_have_parts_and_details() -> None:
    found = fields(
        author=[
            {"@type": "Person", "familyName": "van Gogh", "givenName": "V.",
             "affiliation": {"name": "Bern"}, "sameAs": ["x", "https://orcid.org/1"]},
            {"@type": "Organization", "name": "Doe and Roe"},
            "Max Roe",
            {"@type": "Person", "name": "Poe, Eva"},
            {},
        ],
        creator={"@list": [{"name": "Eva Poe"}]},
    )  # fmt: skip
    assert found["author"][:4] == [
        {"family": "Gogh", "given": "V.", "non-dropping-particle": "van",
         "affiliation": "Bern", "ORCID": "https://orcid.org/1"},
        {"literal": "Doe and Roe"}, {"family": "Roe", "given": "Max"},
        {"family": "Poe", "given": "Eva"},
    ]  # fmt: skip


def test_what_it_is_part_of() -> None:
    journal = {"@type": "Periodical", "name": "Field Notes", "issn": ["1", "2"]}
    volume = {"@type": "PublicationVolume", "volumeNumber": 3, "name": "V", "isPartOf": journal}
    issue = {"@type": "PublicationIssue", "issueNumber": "4", "isPartOf": volume}
    found = fields(isPartOf=[issue, {"@type": "BookSeries", "name": "S"}], pageStart=1, pageEnd="9")
    assert found == {
        "volume": "3", "issue": "4", "container-title": "Field Notes", "ISSN": "1, 2",
        "collection-title": "S", "page": "1-9",
    }  # fmt: skip
    [plain] = read_json_ld(json.dumps({"@type": "Article", "name": "A", "isPartOf": journal}), 1)
    assert plain.type == "article-journal"


@pytest.mark.parametrize(
    ("members", "expected"),
    [
        ({"identifier": "https://doi.org/10.1234/a"}, {"DOI": "10.1234/a"}),
        ({"sameAs": ["x", "10.1234/a"]}, {"DOI": "10.1234/a"}),
        (
            {
                "identifier": [
                    {
                        "propertyID": "https://registry.identifiers.org/registry/doi",
                        "value": "10.1234/a",
                    }
                ]
            },
            {"DOI": "10.1234/a"},
        ),
        ({"identifier": {"propertyID": "pmid", "value": "12"}}, {"PMID": "12"}),
        ({"url": "https://x.org/a"}, {"URL": "https://x.org/a"}),
        ({"url": "https://doi.org/10.1234/a"}, {"DOI": "10.1234/a"}),
        ({"url": "https://x.org/doi/full/10.1234/a"}, {"URL": "https://x.org/doi/full/10.1234/a"}),
        ({"keywords": ["Mice, Inbred", "a"]}, {"keyword": ["Mice, Inbred", "a"]}),
        ({"keywords": "Mice, Inbred; a"}, {"keyword": ["Mice, Inbred", "a"]}),
        ({"position": "3"}, {}),
        (
            {"position": "3", "isPartOf": {"@type": "BookSeries", "name": "Seas"}},
            {"collection-title": "Seas", "collection-number": "3"},
        ),
        (
            {"datePublished": "2024", "csl:issued": '{"date-parts": [[2024], [2025]]}'},
            {"issued": Written({"date-parts": [[2024], [2025]]}, EXACT)},
        ),
        ({"datePublished": "2024-03-07T00:00Z", "dateCreated": "2020"}, {"issued": "2024-03-07"}),
        ({"copyrightYear": 2020}, {"issued": "2020"}),
        ({"keywords": "a, b"}, {"keyword": ["a", "b"]}),
        ({"keywords": [{"name": "a"}, "b"]}, {"keyword": ["a", "b"]}),
        (
            {"publisher": {"name": "Alder", "location": {"name": "Bern"}}},
            {"publisher": "Alder", "publisher-place": "Bern"},
        ),
        ({"license": {"@id": "https://x.org/by"}}, {"license": "https://x.org/by"}),
        ({"inLanguage": {"name": "German", "alternateName": "de"}}, {"language": "de"}),
        ({"inLanguage": ["de", "en"]}, {"language": "de"}),
        ({"description": "D", "abstract": "A"}, {"abstract": "A"}),
        ({"csl:medium": "print", "csl:odd": "x"}, {"medium": "print"}),
        (
            {"csl:accessed": '{"date-parts": [[2024, 3]]}', "csl:event-date": "May 2024"},
            {"accessed": Written({"date-parts": [[2024, 3]]}, EXACT), "event-date": "May 2024"},
        ),
        (
            {"csl:chair": [{"@type": "Person", "familyName": "Ng", "givenName": "Amy"}]},
            {"chair": [{"family": "Ng", "given": "Amy"}]},
        ),
        ({"isbn": ["1", "2"], "bookEdition": 2}, {"ISBN": "1, 2", "edition": "2"}),
    ],
)
def test_members_in_the_shapes_that_are_found(
    members: dict[str, Any], expected: dict[str, Any]
) -> None:
    assert fields(**members) == expected


def test_what_stands_beside_works_is_weak() -> None:
    for kind, weak in (("WebPage", True), ("CreativeWork", True), ("Report", False)):
        [found] = read_json_ld(json.dumps({"@type": kind, "name": "A"}), 1)
        assert found.weak is weak
    [found] = read_json_ld(json.dumps({"@type": ["WebPage", "Report"], "name": "A"}), 1)
    assert found.type == "report" and not found.weak
