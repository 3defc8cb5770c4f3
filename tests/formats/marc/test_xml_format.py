"""MARCXML is a format of its own."""

from __future__ import annotations

from reportcite.formats.marc.xml_format import FORMAT


def test_it_is_read() -> None:
    assert FORMAT.name == "marcxml"
    assert FORMAT.read is not None
