"""The JSON of DataCite's REST API: documents with `data`, or the attributes of DOIs alone."""

from __future__ import annotations

from typing import Final

from reportcite.formats.datacite_json.read import read
from reportcite.formats.format import Format

FORMAT: Final = Format(name="datacite-json", title="DataCite JSON", read=read)
