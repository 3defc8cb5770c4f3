"""MARC 21 in ISO 2709, in UTF-8 or MARC-8."""

from __future__ import annotations

from typing import Final

from reportcite.formats.format import Format
from reportcite.formats.marc.iso2709 import CUT, read

FORMAT: Final = Format(name="marc", title="MARC 21", read=read, cut=CUT)
