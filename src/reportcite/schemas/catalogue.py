"""All JSON Schemas there are, by the names that `reportcite schema` takes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Final

from reportcite.schemas import outputs
from reportcite.schemas.record import VERSION, record_schema
from reportcite.schemas.values import Schema
from reportcite.tuples import NamedTuple


class Described(NamedTuple):
    """What a schema is of, its version, and what makes it."""

    what: str
    version: int
    make: Callable[[], Schema]


CATALOGUE: Final[Mapping[str, Described]] = MappingProxyType(
    {
        "record": Described("a file of records, in YAML or JSON Lines", VERSION, record_schema),
        "check": Described("check --format json", 1, outputs.findings),
        "rules": Described("check --list-rules --json", 1, outputs.rules),
        "gitlab": Described("check --format gitlab", 1, outputs.gitlab),
        "isbn": Described("isbn --json", 1, outputs.isbns),
        "isbn-line": Described("a line of isbn --jsonl", 1, outputs.isbn_line),
        "id": Described("id --json", 1, outputs.identifiers),
        "id-line": Described("a line of id --jsonl", 1, outputs.identifier_line),
        "list": Described("list --json", 1, outputs.listed),
        "styles": Described("styles --json", 1, outputs.styles),
        "verify": Described("verify --json", 1, outputs.verified),
        "config": Described("config --json", 1, outputs.config),
        "render": Described("render", 1, outputs.rendered),
        "render-line": Described("a line of render --lines", 1, outputs.rendered_line),
        "render-request": Described("what render reads", 1, outputs.render_request),
        "messages": Described("a line of --messages json, on standard error", 1, outputs.messages),
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
