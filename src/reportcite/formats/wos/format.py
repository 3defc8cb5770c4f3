"""What the Web of Science exports as plain text: read, not written."""

from __future__ import annotations

from typing import Final

from reportcite.formats.format import Format
from reportcite.formats.wos.read import read

FORMAT: Final = Format("wos", "Web of Science", read=read)
