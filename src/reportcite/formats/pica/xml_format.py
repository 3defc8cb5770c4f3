"""PICA XML: read only."""

from __future__ import annotations

from typing import Final

from reportcite.formats.format import Format
from reportcite.formats.pica.read import read_xml

FORMAT: Final = Format(name="pica-xml", title="PICA XML", read=read_xml)
