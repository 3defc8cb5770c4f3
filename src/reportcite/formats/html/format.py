"""Pages of the web: COinS, Highwire and Dublin Core meta tags, and schema.org."""

from __future__ import annotations

from typing import Final

from reportcite.formats.format import Format
from reportcite.formats.html.read import read

FORMAT: Final = Format(name="html", title="HTML page", read=read)
