"""PICA+, plain and normalised: read only."""

from __future__ import annotations

from typing import Final

from reportcite.formats.format import Format
from reportcite.formats.pica.read import read

FORMAT: Final = Format(name="pica", title="PICA+", read=read)
