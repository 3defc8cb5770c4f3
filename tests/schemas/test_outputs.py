"""Every JSON that a command prints is what its schema says, and has no member beyond it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Final

import jsonschema
import pytest

from reportcite.schemas.catalogue import schema
from tests.conftest import Run

BAD: Final = """type: report
title: Walden
author: [Thoreau, Henry David; Emerson, R.]
issued: 2024-13
ISBN: 978-3-948289-82-8
titel: Walden
---
title: [
"""
REQUEST: Final = {
    "references": [{"id": "w", "type": "book", "title": "Walden"}, {"id": 1, "type": "book"}],
    "citations": [
        {
            "citationID": "a",
            "citationItems": [{"id": "w", "locator": 12, "label": "page"}, {"id": "x"}],
            "properties": {"mode": "composite", "noteIndex": 1},
        }
    ],
    "style": "apa",
    "locale": "de-DE",
    "links": False,
}
OF_COMMANDS: Final[dict[str, list[tuple[str, ...]]]] = {
    "check": [
        ("check", "bad.yaml", "good.yaml", "--format", "json"),
        ("check", "good.yaml", "--severity", "error", "--format", "json"),
    ],
    "rules": [
        ("check", "--list-rules", "--json"),
        ("check", "--list-rules", "--json", "--ignore", "isbn"),
    ],
    "gitlab": [("check", "bad.yaml", "--format", "gitlab")],
    "isbn": [
        ("isbn", "978-3-948289-82-9", "978-3-948289-82-8", "abc", "--json"),
        ("isbn", "list.csv", "--json"),
        ("isbn", "bad.yaml", "--json"),
    ],
    "isbn-line": [("isbn", "978-3-948289-82-9", "12", "--jsonl"), ("isbn", "list.csv", "--jsonl")],
    "id": [
        ("id", "0000-0002-1825-0097", "0000-0002-1825-0098", "10.1234/abc", "what", "--json"),
        ("id", "list.csv", "--column", "isbn", "--json"),
    ],
    "id-line": [("id", "10.1234/abc", "what", "--jsonl")],
    "list": [("list", "good.yaml", "bad.yaml", "--json"), ("list", "good.yaml", "x", "--json")],
    "styles": [("styles", "--json"), ("styles", "nosuchstyle", "--json")],
    "verify": [("verify", "refs.txt", "good.yaml", "--json")],
    "config": [("config", "--json")],
    "render": [("render",)],
    "render-line": [("render", "--lines")],
    "record": [("export", "good.yaml", "--to", "jsonl")],
}
LINES: Final = {"isbn-line", "id-line", "render-line", "record"}
# What stands on standard error, or is read, is tried elsewhere.
ELSEWHERE: Final = {"messages", "render-request"}


def closed(part: Any) -> Any:
    """`part` of a schema, where objects have no other members than those that it names."""
    if isinstance(part, list):
        return [closed(one) for one in part]
    if not isinstance(part, dict):
        return part
    inner = {name: closed(one) for name, one in part.items()}
    return inner | ({"additionalProperties": False} if "required" in part else {})


def validator(name: str) -> jsonschema.Draft7Validator:
    made = schema(name)
    return jsonschema.Draft7Validator(made if name == "record" else closed(made))


@pytest.fixture
def files(tmp_path: Path, record: Path) -> None:
    (tmp_path / "good.yaml").write_bytes(record.read_bytes())
    (tmp_path / "bad.yaml").write_text(BAD, encoding="utf-8")
    (tmp_path / "list.csv").write_text("isbn\n3948289824\n123\n\n", encoding="utf-8")
    (tmp_path / "reportcite.toml").write_text(
        "style = 'mla'\n[rules]\nisbn = 'warning'\n[cite]\nlocale = 'de-DE'\n", encoding="utf-8"
    )
    (tmp_path / "refs.txt").write_text("Beck, U. (1986). Risiko.\n", encoding="utf-8")


@pytest.mark.usefixtures("files")
@pytest.mark.parametrize(
    ("name", "arguments"),
    [(name, one) for name, several in OF_COMMANDS.items() for one in several],
)
def test_what_a_command_prints_fits(run: Run, name: str, arguments: tuple[str, ...]) -> None:
    stdin = "" if arguments[0] != "render" else json.dumps(REQUEST)
    if name == "render-line":
        stdin += '\n{"references": 5}\n'
    text = run(*arguments, stdin=stdin).stdout
    assert text
    for part in text.splitlines() if name in LINES else [text]:
        validator(name).validate(json.loads(part))


@pytest.mark.parametrize(
    ("request_", "taken"),
    [
        (REQUEST, True),
        ({}, True),
        ({"references": 5}, False),
        ({"references": [{"type": "book"}]}, False),
        ({"citations": [{"citationItems": [{"locator": "5"}]}]}, False),
        ({"citations": [{"properties": {"mode": "loud"}}]}, False),
        ({"links": "no"}, False),
        ({"style": 5}, False),
    ],
)
def test_a_request_is_taken_if_render_answers_it(run: Run, request_: Any, taken: bool) -> None:
    assert jsonschema.Draft7Validator(schema("render-request")).is_valid(request_) is taken
    assert (run("render", stdin=json.dumps(request_)).returncode < 2) is taken
