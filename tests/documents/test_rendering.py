"""Requests in JSON and their answers; more in tests/cli/commands/test_render.py."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from reportcite.documents.rendering import Processors, answer_to, read_request
from reportcite.errors import InputError
from tests.csl.style_xml import citation, style_xml


def test_an_error_is_placed_in_the_line_that_the_request_begins_at() -> None:
    with pytest.raises(InputError, match=r"^<stdin>:7:3: not JSON"):
        read_request(b"{\n\n  x}", 5)


@pytest.mark.parametrize(
    ("number", "read"),
    [
        ("9" * 18, 10**18 - 1),
        ("9" * 19, "9" * 19),
        ("-" + "9" * 18, "-" + "9" * 18),
        ("1.5", 1.5),
        ("1e999", "1e999"),
        ("-1e999", "-1e999"),
    ],
)
def test_numbers_that_no_computer_counts_with_are_text(number: str, read: object) -> None:
    assert read_request(f'{{"x": {number}}}'.encode()) == {"x": read}


@pytest.mark.parametrize("constant", ["NaN", "Infinity", "-Infinity"])
def test_constants_that_are_no_json_are_refused(constant: str) -> None:
    with pytest.raises(InputError, match="not JSON"):
        read_request(f'{{"x": {constant}}}'.encode())


@pytest.mark.parametrize(
    ("part", "said"),
    [
        ({"references": {}}, "references must be an array"),
        ({"citations": ["x"]}, "citation 1 must be an object"),
        ({"style": 1}, "style must be a text"),
        ({"links": 1}, "links must be true or false"),
        (
            {"citations": [{"properties": {"noteIndex": True}}]},
            "citation 1 must be a whole number",
        ),
        ({"citations": [{"properties": {"unsorted": "yes"}}]}, "unsorted must be true or false"),
        ({"citations": [{"citationID": True}]}, "citation 1 must be a text or a number"),
        ({"references": [{"id": None}]}, "the id of reference 1 must be a text or a number"),
        ({"abbreviations": {"default": {"title": {"Journal": 1}}}}, "must be a text"),
    ],
)
def test_a_part_of_another_shape_is_named(part: dict[str, Any], said: str) -> None:
    with pytest.raises(InputError, match=said) as wrong:
        answer_to(part, Processors())
    assert str(wrong.value).startswith("<stdin>: ")


@pytest.mark.parametrize(("flag", "printed"), [(None, "(Ng)"), (0, "(Ng)"), (1, ""), (True, "")])
def test_flags_may_be_numbers_or_null(flag: object, printed: str) -> None:
    request = {
        "style": style_xml(citation('<names variable="author"/>', prefix="(", suffix=")")).decode(),
        "references": [{"id": "a", "type": "book", "author": [{"family": "Ng"}]}],
        "citations": [{"citationItems": [{"id": "a", "suppress-author": flag}]}],
    }
    assert answer_to(request, Processors())["citations"] == [printed]


def test_styles_are_compiled_once_but_read_again_when_they_change(tmp_path: Path) -> None:
    processors = Processors()
    path = tmp_path / "own.csl"
    path.write_bytes(style_xml(citation('<text value="old"/>')))
    request = {"style": str(path)}
    before = processors.asked_for(request)

    assert processors.asked_for(request) is before
    assert processors.asked_for({**request, "format": "html"}) is not before
    path.write_bytes(style_xml(citation('<text value="new"/>')))
    os.utime(path, (1, 1))
    assert processors.asked_for(request) is not before


def test_only_the_last_few_processors_are_kept() -> None:
    processors = Processors()
    first = processors.asked_for({"locale": "en-US"})
    for language in ("de", "fr", "es", "it", "nl", "pt", "pl"):
        processors.asked_for({"locale": language})

    assert processors.asked_for({"locale": "en-US"}) is first
    for language in ("da", "sv", "fi", "cs", "hu", "ro", "tr", "el"):
        processors.asked_for({"locale": language})
    assert processors.asked_for({"locale": "en-US"}) is not first
