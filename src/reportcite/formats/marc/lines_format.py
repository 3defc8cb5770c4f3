"""MARC as lines of text: read only."""

from __future__ import annotations

from typing import Final

from reportcite.formats.format import Format
from reportcite.formats.marc.serializations.marclines import read

FORMAT: Final = Format("marc-lines", "MARC as lines (MarcEdit, Aleph, yaz-marcdump)", read=read)
