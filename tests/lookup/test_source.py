"""A source names the format it answers in; who reads that is imported when it is asked."""

from __future__ import annotations

from reportcite.formats.registry import format_named
from reportcite.lookup.source import reader_of


def test_the_reader_is_that_of_the_format() -> None:
    assert reader_of("mods")() is format_named("mods").read
