"""MARCXML."""

from __future__ import annotations

from typing import Final

from reportcite.formats.format import Format
from reportcite.formats.marc.marcxml import read

FORMAT: Final = Format(name="marcxml", title="MARCXML", read=read)
