"""Hayagriva YAML (typst/hayagriva, "file-format.md"): one mapping of keys to entries."""

from __future__ import annotations

from typing import Final

from reportcite.formats.format import Format
from reportcite.formats.hayagriva.read import read
from reportcite.formats.hayagriva.write import write
from reportcite.formats.writing.spellings import YAML

FORMAT: Final = Format(
    name="hayagriva",
    title="Hayagriva YAML (Typst)",
    write=write,
    read=read,
    in_place=YAML,
    keyed=True,
)
