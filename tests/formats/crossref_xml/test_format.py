"""Crossref XML is read only."""

from __future__ import annotations

from reportcite.formats.crossref_xml.format import FORMAT


def test_it_is_read_and_not_written() -> None:
    assert (FORMAT.read is not None, FORMAT.write) == (True, None)
