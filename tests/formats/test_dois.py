"""A DOI is bare in every format, whatever stands before it in a record, or a link that works."""

from __future__ import annotations

import re
from urllib.parse import unquote

import pytest

from reportcite.errors import Place
from reportcite.formats.loss import Fields
from reportcite.formats.registry import FORMATS, format_named
from reportcite.record.model import Record

TYPED = [
    "https://www.doi.org/10.1234/abc",
    "http://dx.doi.org/10.1234/abc",
    "https://doi-org.proxy.example.edu/10.1234/abc",
    "doi:10.1234/abc",
]


# In MARC the code of a subfield stands before it.
BEFORE = re.compile(r"(?:^a?|.*[\s\"'{>=,])(?:doi:|info:doi/|https://doi\.org/)?")


@pytest.mark.parametrize("typed", TYPED)
@pytest.mark.parametrize("name", FORMATS)
def test_no_format_writes_a_link_of_a_link(name: str, typed: str) -> None:
    write = format_named(name).write
    if write is None:
        return
    fields = Fields(Record("x", "report", {"title": "A", "DOI": typed}, Place("x")))
    found = re.findall(r"(\S*)10\.1234/abc", unquote(write(fields, "x")))
    assert fields.dropped or found
    assert all(BEFORE.fullmatch(before) for before in found), found
    assert fields.dropped or "DOI" in fields.changed
