"""All JSON Schemas there are, by the names that `reportcite schema` takes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from reportcite.schemas import outputs
from reportcite.schemas.record import VERSION, record_schema
from reportcite.schemas.values import Schema
from reportcite.tuples import NamedTuple


class Entry(NamedTuple):
    """What a schema is of, its version, and what makes it."""

    what: str
    version: int
    make: Callable[[], Schema]


CATALOGUE: Final[Mapping[str, Entry]] = MappingProxyType(
    {
        "record": Entry("a file of records, in YAML or JSON Lines", VERSION, record_schema),
        "check": Entry("check --format json", 1, outputs.findings),
        "rules": Entry("check --list-rules --json", 1, outputs.rules),
        "gitlab": Entry("check --format gitlab", 1, outputs.gitlab),
        "isbn": Entry("isbn --json", 1, outputs.isbns),
        "isbn-line": Entry("a line of isbn --jsonl", 1, outputs.isbn_line),
        "id": Entry("id --json", 1, outputs.identifiers),
        "id-line": Entry("a line of id --jsonl", 1, outputs.identifier_line),
        "list": Entry("list --json", 1, outputs.listed),
        "styles": Entry("styles --json", 1, outputs.styles),
        "verify": Entry("verify --json", 1, outputs.verified),
        "config": Entry("config --json", 1, outputs.config),
        "render": Entry("render", 1, outputs.rendered),
        "render-line": Entry("a line of render --lines", 1, outputs.rendered_line),
        "render-request": Entry("what render reads", 1, outputs.render_request),
        "messages": Entry("a line of --messages json, on standard error", 1, outputs.messages),
    }
)
"""Name → schema."""


def schema(name: str) -> Schema:
    """The schema called `name`, one of `CATALOGUE`, with its version. Raises KeyError."""
    entry = CATALOGUE[name]
    head = {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": f"urn:reportcite:schema:{name}:{entry.version}",
        "title": f"reportcite: {entry.what}, version {entry.version}",
    }
    return head | entry.make()
