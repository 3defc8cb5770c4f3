"""CITATION.cff: one whole file for a record."""

from __future__ import annotations

from typing import Final

from reportcite.formats.cff.read import read
from reportcite.formats.cff.write import REFERENCE_MARK, join, write
from reportcite.formats.format import Format
from reportcite.formats.writing.spellings import YAML

FORMAT: Final = Format(
    name="cff",
    title="CITATION.cff",
    write=write,
    read=read,
    in_place=YAML,
    single=True,
    part_mark=REFERENCE_MARK,
    join=join,
)
