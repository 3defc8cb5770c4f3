"""Whatever bytes a file holds, reading it gives records and problems, never an exception."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportcite.problems import Problem
from reportcite.record.model import Record
from tests.formats.files import file_of, read_file, reports

NAMES = ("csl-json", "csl-yaml", "jsonl", "yaml", "endnote-xml", "mods", "cff")


@pytest.mark.parametrize("name", NAMES)
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
