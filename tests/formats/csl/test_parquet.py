"""Parquet is a format that is read only; how: test_read_parquet.py."""

from __future__ import annotations

from pathlib import PurePath

from reportcite.formats.registry import format_named, name_of


def test_it_is_known_by_its_suffix_and_only_read() -> None:
    found = format_named("parquet")
    assert (found.name, found.write, found.cut) == ("parquet", None, None)
    assert found.read is not None
    assert name_of(PurePath("in/part-0.snappy.parquet")) == "parquet"
