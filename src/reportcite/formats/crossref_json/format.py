"""The JSON of Crossref's REST API: a message with a work or a list of works, or works alone."""

from __future__ import annotations

from typing import Final

from reportcite.formats.crossref_json.read import read
from reportcite.formats.format import Format

FORMAT: Final = Format(name="crossref-json", title="Crossref JSON", read=read)
