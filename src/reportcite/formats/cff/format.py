"""CITATION.cff: one whole file for a record."""

from __future__ import annotations

from typing import Final

from reportcite.formats.cff.read import read
from reportcite.formats.cff.write import write
from reportcite.formats.format import Format

FORMAT: Final = Format(
    name="cff",
    title="CITATION.cff",
    write=write,
    read=read,
    single=True,
)
