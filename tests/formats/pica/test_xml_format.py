"""PICA XML is read only."""

from __future__ import annotations

from reportcite.formats.pica.xml_format import FORMAT


def test_it_is_read_and_not_written() -> None:
    assert (FORMAT.read is not None, FORMAT.write) == (True, None)
