"""MARC 21 in ISO 2709, in UTF-8 or MARC-8; written in UTF-8."""

from __future__ import annotations

from typing import Final

from reportcite.formats.format import Format
from reportcite.formats.marc.serializations.iso2709 import CUT, read
from reportcite.formats.marc.write import write_iso2709

FORMAT: Final = Format("marc", "MARC 21", write=write_iso2709, read=read, cut=CUT)
