"""MARC as lines of text is known by its suffixes and its content; it is read only."""

from __future__ import annotations

from pathlib import PurePath

import pytest

from reportcite.formats.marc.lines_format import FORMAT
from reportcite.formats.registry import names_of


def test_it_is_read_and_not_written() -> None:
    assert (FORMAT.read is not None, FORMAT.write) == (True, None)


@pytest.mark.parametrize("name", ["refs.mrk", "refs.mrk8", "refs.alephseq.gz"])
def test_suffixes(name: str) -> None:
    assert names_of(PurePath(name)) == ["marc-lines"]
