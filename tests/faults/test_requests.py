"""Requests to `render` of which one part has another shape than it should, each part in turn."""

from __future__ import annotations

import json
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import pytest

from reportcite.documents.rendering import Processors, answer_to, read_request
from reportcite.errors import ReportciteError

REQUEST: dict[str, Any] = {
    "style": "apa",
    "locale": "en-US",
    "format": "html",
    "links": True,
    "abbreviations": {"default": {"container-title": {"Journal of Air": "J. Air"}}},
    "references": [
        {
            "id": "x",
            "type": "article-journal",
            "title": "Soil",
            "author": [{"family": "Beck", "given": "A.", "suffix": "Jr"}, {"literal": "Office"}],
            "issued": {"date-parts": [[2020, 1, 2], [2020, 1, 3]], "season": 1, "circa": True},
            "accessed": {"raw": "2020"},
            "container-title": "Journal of Air",
            "volume": 3,
            "page": "1-2",
            "DOI": "10.1000/1",
            "note": "n",
            "custom": {"et-al": ["author"]},
            "categories": ["c"],
        }
    ],
    "citations": [
        {
            "citationID": "c",
            "citationItems": [
                {
                    "id": "x",
                    "locator": "12",
                    "label": "page",
                    "prefix": "see ",
                    "suffix": " on",
                    "suppress-author": True,
                    "author-only": False,
                }
            ],
            "properties": {
                "noteIndex": 1,
                "mode": "composite",
                "infix": "i",
                "unsorted": True,
                "prefix": "p",
                "suffix": "s",
            },
        }
    ],
}
DIGITS = "9" * 5000
OTHERS: tuple[Any, ...] = (
    *(None, True, False, 0, -1, 1.5, 10**17, DIGITS, "", "other", "\0", "\ud800"),
    *([], [[]], [None], [1], ["other"], [{}], [[DIGITS]], [[1, 2, 3, 4, 5]]),
    *({}, {"": None}, {"other": 1}, {"default": 5}, {"other": {}}, {"other": []}),
)
"""What stands in the place of a part. Only in `NUMBERS` JSON itself cannot say it, or Python."""
NUMBERS = (DIGITS, "-" + DIGITS, "1e999", f"0.{DIGITS}", f"{DIGITS}.5", "NaN", "-Infinity")


def paths(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """The ways to `value` and to all of its parts."""
    yield path
    if isinstance(value, dict | list):
        for key in value if isinstance(value, dict) else range(len(value)):
            yield from paths(value[key], (*path, key))


def replaced(path: tuple[Any, ...], other: Any) -> Any:
    """The request with `other` as its part at `path`."""
    if not path:
        return other
    request = deepcopy(REQUEST)
    part = request
    for key in path[:-1]:
        part = part[key]
    part[path[-1]] = other
    return request


def said(source: str, processors: Processors) -> str:
    """The texts that answer a request, or the error."""
    try:
        answer = answer_to(read_request(source.encode("utf-8", "surrogatepass")), processors)
    except ReportciteError as error:
        return str(error)
    return str(answer["citations"]) + "".join(entry["text"] for entry in answer["bibliography"])


@pytest.mark.parametrize("style", ["apa", "ieee", "chicago-notes"])
def test_a_part_of_any_other_shape_is_answered(style: str) -> None:
    processors = Processors()
    for path in paths(REQUEST):
        for other in OTHERS:
            request = replaced(path, other)
            if path and path[0] != "style":
                request["style"] = style
            text = said(json.dumps(request), processors)
            # What is no text never comes out as Python shows it.
            assert "{'" not in text, (path, other)
            assert "None" not in text, (path, other)


def test_numbers_of_any_size_are_answered_and_what_is_no_number_is_refused() -> None:
    processors = Processors()
    for path in paths(REQUEST):
        for number in NUMBERS:
            source = json.dumps(replaced(path, "HERE")).replace('"HERE"', number)
            text = said(source, processors)
            if number in {"NaN", "-Infinity"}:
                assert text == f"<stdin>:1: not JSON: {number}", path


@pytest.mark.parametrize(
    ("path", "other", "message"),
    [
        (("abbreviations",), {"default": 5}, "abbreviations of 'default' must be an object"),
        (
            ("abbreviations", "default"),
            {"title": []},
            "abbreviations of 'default' for 'title' must be an object",
        ),
        (
            ("abbreviations", "default", "container-title", "Journal of Air"),
            True,
            "each of the abbreviations of 'default' for 'container-title' must be a text",
        ),
        (("references", 0, "id"), {}, "the id of reference 1 must be a text or a number"),
        (("references", 0, "id"), True, "the id of reference 1 must be a text or a number"),
        (("citations", 0, "citationID"), [], "the citationID of citation 1 must be a text or a"),
        (
            ("citations", 0, "citationItems", 0, "prefix"),
            ["see"],
            "citation 1: prefix must be a text",
        ),
        (
            ("citations", 0, "citationItems", 0, "suffix"),
            ["see"],
            "citation 1: suffix must be a text",
        ),
        (("citations", 0, "citationItems", 0, "label"), 5, "citation 1: label must be a text"),
        (("citations", 0, "citationItems", 0, "locator"), [5], "citation 1: locator must be a"),
        (
            ("citations", 0, "citationItems", 0, "author-only"),
            "no",
            "citation 1: author-only must be true or false",
        ),
        (
            ("citations", 0, "properties", "noteIndex"),
            True,
            "the noteIndex of citation 1 must be a whole number",
        ),
    ],
)
def test_a_wrong_shape_is_named(path: tuple[Any, ...], other: Any, message: str) -> None:
    assert f"<stdin>: {message}" in said(json.dumps(replaced(path, other)), Processors())


def test_null_and_numbers_are_taken_for_true_and_false() -> None:
    path = ("citations", 0, "citationItems", 0, "suppress-author")
    texts = [said(json.dumps(replaced(path, value)), Processors()) for value in (None, 0, False)]
    assert len(set(texts)) == 1
    assert "<stdin>" not in texts[0]
