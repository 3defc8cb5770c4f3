"""What RefWorks exports as tagged text: read, not written."""

from __future__ import annotations

from typing import Final

from reportcite.formats.format import Format
from reportcite.formats.refworks.read import read

FORMAT: Final = Format("refworks", "RefWorks", read=read)
