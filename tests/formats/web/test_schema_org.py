"""schema.org: JSON-LD that any page can hold in a script element."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given

from reportcite.record.model import Record
from reportcite.values.keywords import split_keywords
from reportcite.vocabulary import ITEM_TYPES
from tests.formats.files import a_report, file_of, reports
from tests.formats.strategies import records
from tests.formats.web_pages import Seen


def graph(*records: Record) -> list[dict[str, Any]]:
    """The nodes, after a browser has found the script in a page."""
    text, _ = file_of("schema-org", *records)
    seen = Seen(f'<script type="application/ld+json">{text}</script><p></p>')
    assert [tag for tag, _ in seen.elements] == ["script", "p"]
    document = json.loads(seen.text)
    assert document["@context"][0] == "https://schema.org"
    nodes: list[dict[str, Any]] = document["@graph"]
    return nodes


def strings(node: object) -> set[str]:
    """Every string in a node."""
    if isinstance(node, dict):
        return set().union(*map(strings, node.values()))
    if isinstance(node, list):
        return set().union(*map(strings, node))
    return {node} if isinstance(node, str) else set()


def test_a_report_is_written_in_the_words_of_schema_org() -> None:
    [node] = graph(reports()[0])
    assert node["@type"] == ["Report", "Book"]
    assert node["headline"] == "Chancen statt „Krise“"
    assert node["author"][1] == {
        "@type": "Person",
        "name": "Denis Zeković",
        "givenName": "Denis",
        "familyName": "Zeković",
    }
    assert node["publisher"] == {
        "@type": "Organization",
        "name": "DeZIM Institut",
        "location": {"@type": "Place", "name": "Berlin"},
    }
    assert (node["datePublished"], node["isbn"]) == ("2024", "978-3-948289-82-9")
    assert node["url"].startswith("https://www.dezim-institut.de/")


@given(record=records())
def test_every_carried_text_is_in_the_one_node(record: Record) -> None:
    _, [losses] = file_of("schema-org", record)
    lost = {loss.field for loss in losses}
    [node] = graph(record)
    written = strings(node)
    for name, value in record.fields.items():
        if isinstance(value, str) and name not in lost:
            texts = (split_keywords(value) if name == "keyword" else None) or [value]
            assert written.issuperset(texts), name
    if "author" in record.fields and "author" not in lost:
        assert len(node["author"]) == len(record.fields["author"])


@given(record=records())
def test_nothing_in_it_can_end_a_script(record: Record) -> None:
    text, _ = file_of("schema-org", record)
    assert not {"<", ">", "&", "\u2028", "\u2029"} & set(text)


@pytest.mark.parametrize("field", ["URL", "license", "DOI"])
def test_no_link_would_run(field: str) -> None:
    [node] = graph(a_report(**{field: "javascript:alert(1)"}))
    for name in ("url", "license", "sameAs"):
        assert not node.get(name, "").startswith("javascript:")


@pytest.mark.parametrize("csl_type", sorted(ITEM_TYPES))
def test_every_type_is_written(csl_type: str) -> None:
    report = a_report()
    [node] = graph(Record("x", csl_type, report.fields, report.place))
    assert (
        node.get("csl:type") == csl_type
        or node["@type"] != "CreativeWork"
        or csl_type == "document"
    )


def node_of(csl_type: str, **fields: Any) -> dict[str, Any]:
    record = a_report(**fields)
    [node] = graph(Record("some id", csl_type, record.fields, record.place))
    return node


def test_an_article_is_part_of_its_journal_and_of_a_series() -> None:
    node = node_of(
        "article-journal", container_title="Field Notes", ISSN="0378-5955", volume="3",
        collection_title="Soils", collection_number="7", DOI="10.1234/abc",
    )  # fmt: skip
    assert node["@type"] == "ScholarlyArticle"
    assert node["isPartOf"] == [
        {"@type": "Periodical", "name": "Field Notes", "issn": "0378-5955"},
        {"@type": "CreativeWorkSeries", "name": "Soils"},
    ]
    assert node["position"] == "7"
    assert node["csl:volume"] == "3"
    assert node["identifier"] == {
        "@type": "PropertyValue",
        "propertyID": "DOI",
        "value": "10.1234/abc",
    }
    assert node["sameAs"] == "https://doi.org/10.1234/abc"
    assert "sameAs" not in node_of("article-journal", DOI="soil")


def test_a_chapter_gives_its_isbn_to_the_book_and_a_book_has_it() -> None:
    chapter = node_of("chapter", container_title="Soils", ISBN="978-3-948289-82-9")
    assert chapter["isPartOf"] == [{"@type": "Book", "name": "Soils", "isbn": "978-3-948289-82-9"}]
    assert "isbn" not in chapter
    book = node_of("book", ISBN="978-3-948289-82-9", edition="2")
    assert (book["@type"], book["isbn"], book["bookEdition"]) == ("Book", "978-3-948289-82-9", "2")


def test_a_node_has_an_address_of_its_own_a_name_and_other_types_their_csl_name() -> None:
    node = node_of("report", title="Soil", subtitle="A survey", URL="https://example.org/soil")
    assert (node["@id"], node["name"]) == ("#some%20id", "Soil: A survey")
    assert (node["headline"], node["alternativeHeadline"]) == ("Soil", "A survey")
    assert node["url"] == "https://example.org/soil"
    assert not any(name.startswith("csl:") for name in node)
    assert node_of("hearing")["csl:type"] == "hearing"


@pytest.mark.parametrize(
    ("issued", "published", "whole"),
    [
        ({"date-parts": [[2024, 5, 3]]}, "2024-05-03", True),
        ({"date-parts": [[2024, 5]]}, "2024-05", True),
        ({"date-parts": [[1]]}, "0001", True),
        ({"date-parts": [[9999]]}, "9999", True),
        ({"date-parts": [[2023], [2024]]}, "2023", False),
        ({"date-parts": [[2023]], "circa": True}, "2023", False),
        ({"date-parts": [[1]], "circa": True}, "0001", False),
        ({"date-parts": [[9999]], "circa": True}, "9999", False),
        ({"date-parts": [[10000]], "circa": True}, None, False),
        ({"date-parts": [[0]], "circa": True}, None, False),
        ({"date-parts": [[-44]]}, None, False),
        ({"literal": "soon"}, None, False),
    ],
)
def test_a_date_is_published_or_its_first_year_and_the_rest_is_kept(
    issued: dict[str, Any], published: str | None, whole: bool
) -> None:
    node = node_of("report", issued=issued)
    assert node.get("datePublished") == published
    assert ("csl:issued" not in node) == whole


def test_numbers_licenses_and_languages_have_properties_of_their_own() -> None:
    link = "https://creativecommons.org/licenses/by/4.0/"
    node = node_of("report", number="7", license=link, language="de-DE", collection_number="3")
    assert (node["reportNumber"], node["license"], node["inLanguage"]) == ("7", link, "de-DE")
    assert node["csl:collection-number"] == "3"  # of no series
    assert node_of("report", language="German")["inLanguage"] == "de"
    assert "inLanguage" not in node_of("report")
    assert node_of("book", number="7")["csl:number"] == "7"
    assert node_of("report", license="CC BY 4.0")["csl:license"] == "CC BY 4.0"


def test_names_are_people_or_organizations_with_what_else_csl_has() -> None:
    person = {"family": "Beethoven", "given": "Ludwig", "non-dropping-particle": "van"}
    node = node_of("report", author=[person, {"literal": "WHO"}], guest=[{"family": "Ng"}])
    assert node["author"] == [
        {
            "@type": "Person",
            "name": "Ludwig van Beethoven",
            "givenName": "Ludwig",
            "familyName": "van Beethoven",
            "csl:non-dropping-particle": "van",
        },
        {"@type": "Organization", "name": "WHO"},
    ]
    assert node["csl:guest"] == [{"@type": "Person", "name": "Ng", "familyName": "Ng"}]


def test_a_place_without_a_publisher_is_where_the_work_was_made() -> None:
    node = node_of("report", publisher_place="Berlin")
    assert node["locationCreated"] == {"@type": "Place", "name": "Berlin"}
    assert node_of("report", publisher="Acker")["publisher"] == {
        "@type": "Organization",
        "name": "Acker",
    }
