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
