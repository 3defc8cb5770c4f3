"""XML and JSON of others are named for what they seem to be."""

from __future__ import annotations

import pytest

from reportcite.formats.recognition.json_paths import json_paths
from reportcite.formats.recognition.kinds import json_kind, xml_kind


def test_xml_is_named_by_its_root_element_and_namespace() -> None:
    assert xml_kind(["opml", "opml body"]) == "XML with the root element <opml>"
    assert xml_kind(["{urn:a}b"]) == "XML with the root element <b> of urn:a"
    assert xml_kind(["{http://www.w3.org/2000/svg}svg"]).startswith("an SVG image (XML with")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ('[{"key": "A", "data": {"itemType": "book"}}]', "a JSON of Zotero"),
        ('{"type": "FeatureCollection", "features": []}', "a JSON of GeoJSON"),
        ('{"paperId": "1", "title": "A"}', "a JSON of Semantic Scholar"),
        ('{"a": 1, "b": 2, "c": 3, "d": 4}', "JSON of something else (it has “a” and “b” and “c”)"),
        (
            '{"title": "A", "x": 1, "y": 2}',
            "JSON of something else (it has “title” and “x” and “y”)",
        ),
    ],
)
def test_json_is_named_by_whose_it_is_or_what_it_has(text: str, kind: str) -> None:
    assert json_kind(json_paths(text)) == kind


@pytest.mark.parametrize(
    "text",
    [
        "[{}]",
        "[]",
        '{"title": "A", "x": 1}',
        '{"DOI": "10.1/a", "indexed": {}, "custom": {}, "a": 1}',
    ],
)
def test_json_of_which_half_the_names_are_those_of_csl_may_be_csl_json(text: str) -> None:
    assert json_kind(json_paths(text)) == ""
