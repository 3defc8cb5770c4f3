"""Reads works of Crossref (github.com/CrossRef/rest-api-doc, "api_format.md")."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import BinaryIO, Final

from reportcite.formats.format import Format
from reportcite.formats.reading.agency import agency_record
from reportcite.formats.reading.json_items import Found, Making, Wrapping, read_items
from reportcite.limits import LIMITS, Limits
from reportcite.problems import Problem
from reportcite.record.model import Record
from reportcite.record.untyped import Untyped

_WRAPPING: Final = Wrapping(("message", "message/items", "items"))


def read(stream: BinaryIO, name: str, limits: Limits = LIMITS) -> Iterator[Record | Problem]:
    """The records of an answer of the API, of a list of works, or of works one after another."""
    return read_items(stream, name, limits, Making(_record), _WRAPPING)


def _record(item: Mapping[str, Untyped], found: Found) -> Record:
    message = item.get("message")  # of several answers, one after another
    return agency_record(message if isinstance(message, Mapping) else item, found)


FORMAT: Final = Format("crossref-json", "Crossref JSON", read=read)
