"""Documents of pandoc, and what only looks like one."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest

from reportcite.documents.pandoc.ast import element, words
from reportcite.documents.pandoc.shapes import has_shape

CITE = element(
    "Cite",
    [
        {
            "citationId": "doe",
            "citationPrefix": words("see"),
            "citationSuffix": [],
            "citationMode": {"t": "NormalCitation"},
            "citationNoteNum": 1,
            "citationHash": 0,
        }
    ],
    words("[see @doe]"),
)
DOCUMENT: dict[str, Any] = {
    "pandoc-api-version": [1, 23, 1],
    "meta": {
        "csl": element("MetaInlines", words("apa")),
        "references": element("MetaList", [element("MetaMap", {"id": element("MetaString", "a")})]),
    },
    "blocks": [
        element("Header", 1, ["one", [], []], words("One")),
        element("Para", [CITE, element("Note", [element("Para", words("Note"))])]),
        element("Div", ["refs", ["references"], [["type", "book"]]], []),
        element("Para", [element("Quoted", {"t": "DoubleQuote"}, [element("Code", [], "x")])]),
        element("Para", [element("Link", ["", [], []], words("here"), ["https://a.org", ""])]),
    ],
}


def test_what_pandoc_writes_is_a_document() -> None:
    assert has_shape(DOCUMENT)
    assert has_shape({"meta": {}, "blocks": [element("Space"), element("New", {"t": 1})]})


@pytest.mark.parametrize("document", [None, [], {}, {"meta": {}}, {"meta": [], "blocks": []}])
def test_a_document_has_metadata_and_blocks(document: Any) -> None:
    assert not has_shape(document)


@pytest.mark.parametrize(
    "path",
    [
        "meta",
        "blocks",
        "meta csl",
        "meta csl c",
        "meta references c",
        "meta references c 0",
        "meta references c 0 c",
        "meta references c 0 c id c",
        "blocks 0",
        "blocks 0 t",
        "blocks 0 c",
        "blocks 0 c 0",
        "blocks 0 c 1",
        "blocks 0 c 1 0",
        "blocks 0 c 2 0 c",
        "blocks 1 c",
        "blocks 1 c 0 c 0",
        "blocks 1 c 0 c 0 0",
        "blocks 1 c 0 c 0 0 citationId",
        "blocks 1 c 0 c 0 0 citationPrefix",
        "blocks 1 c 0 c 0 0 citationSuffix",
        "blocks 1 c 0 c 0 0 citationMode",
        "blocks 1 c 0 c 1",
        "blocks 1 c 1 c",
        "blocks 2 c 0 2 0",
        "blocks 2 c 0 2 0 1",
        "blocks 3 c 0 c 0",
        "blocks 3 c 0 c 1 0 c 1",
        "blocks 4 c 0 c 1",
    ],
)
@pytest.mark.parametrize("value", [None, {"a": 1}, [None], [1, 2]])
def test_something_else_in_any_place_is_seen(path: str, value: Any) -> None:
    document = deepcopy(DOCUMENT)
    *way, last = (int(step) if step.isdecimal() else step for step in path.split())
    node: Any = document
    for step in way:
        node = node[step]
    node[last] = value
    assert not has_shape(document)


def test_a_citation_cites_something() -> None:
    nothing = element("Cite", [], words("@"))
    assert not has_shape({"meta": {}, "blocks": [element("Para", [nothing])]})
