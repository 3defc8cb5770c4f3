"""DOIs: the agencies that register them answer doi.org in CSL-JSON ("Content negotiation" in the
documentation of Crossref and DataCite)."""

from __future__ import annotations

from typing import Final
from urllib.parse import quote

from reportcite.lookup.source import Source, reader_of

CSL_JSON: Final = "application/vnd.citationstyles.csl+json"


def _path(doi: str) -> str:
    return quote(doi, safe="/")


SOURCE: Final = Source(
    "DOI", "doi.org", "https://doi.org/", _path, CSL_JSON, b"{[", reader_of("csl-json")
)
