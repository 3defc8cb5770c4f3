"""Whatever bytes a file holds, reading it gives records and problems, never an exception."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportcite.problems import Problem
from reportcite.record.model import Record
from tests.formats.files import file_of, read_file, reports

NAMES = ("csl-json", "csl-yaml", "jsonl", "yaml", "endnote-xml", "mods", "cff", "hayagriva")
READ_ONLY = ("crossref-json", "datacite-json", "openalex-json", "html")


@pytest.mark.parametrize("name", NAMES + READ_ONLY)
@given(data=st.binary(max_size=300))
def test_any_bytes(name: str, data: bytes) -> None:
    assert all(isinstance(one, Record | Problem) for one in read_file(name, data))


@pytest.mark.parametrize("name", NAMES)
@given(cut=st.integers(0, 4000), put=st.binary(max_size=8), gone=st.integers(0, 40))
def test_a_file_damaged_anywhere(name: str, cut: int, put: bytes, gone: int) -> None:
    text, _ = file_of(name, reports()[-1])
    data = text.encode()
    damaged = data[:cut] + put + data[cut + gone :]
    assert all(isinstance(one, Record | Problem) for one in read_file(name, damaged))


@pytest.mark.parametrize("name", ["endnote-xml", "mods"])
@pytest.mark.parametrize("encoding", ["utf-16", "iso-8859-1", "utf-8-sig"])
def test_xml_in_any_encoding(name: str, encoding: str) -> None:
    title = "<title>Größe</title>"
    body = f"<mods><titleInfo>{title}</titleInfo></mods>"
    if name == "endnote-xml":
        body = f"<record><titles>{title}</titles></record>"
    head = f'<?xml version="1.0" encoding="{encoding.removesuffix("-sig")}"?>'
    [found] = read_file(name, (head + body).encode(encoding))
    assert isinstance(found, Record) and found.fields["title"] == "Größe"


# What the members of answers are called, of which any shape may be asked for.
MEMBERS = """title titles author creators authorships issued dates date-parts container
container-title types publisher institution event name family given resource primary URL DOI doi
identifiers identifier relatedItems relatedItemIdentifier descriptions biblio primary_location
source abstract_inverted_index ids keywords subjects attributes data message items results license
degree ISBN affiliation nameIdentifiers @type @graph isPartOf keywords""".split()
SHAPES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-1, 3000)
    | st.sampled_from(["", "A", "10.1234/a", "2024", "https://x.org"]),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(MEMBERS), inner, max_size=5)
    ),
    max_leaves=25,
)


@pytest.mark.parametrize("name", ["csl-json", "crossref-json", "datacite-json", "openalex-json"])
@given(members=st.dictionaries(st.sampled_from(MEMBERS), SHAPES, max_size=8))
def test_members_of_any_shape(name: str, members: dict[str, object]) -> None:
    found = read_file(name, json.dumps(members))
    assert all(isinstance(one, Record | Problem) for one in found)


@given(members=st.dictionaries(st.sampled_from(MEMBERS), SHAPES, max_size=8))
def test_nodes_of_any_shape(members: dict[str, object]) -> None:
    node = json.dumps({"@type": "Report", "name": "A"} | members)
    page = f'<script type="application/ld+json">{node}</script>'
    assert all(isinstance(one, Record | Problem) for one in read_file("html", page))


@given(
    members=st.dictionaries(
        st.sampled_from(["type", "parent", "serial-number", "url", "date", "affiliated", *MEMBERS]),
        SHAPES,
        max_size=8,
    )
)
def test_entries_of_any_shape(members: dict[str, object]) -> None:
    found = read_file("hayagriva", json.dumps({"key": members}))
    assert all(isinstance(one, Record | Problem) for one in found)
