"""DOIs: the agencies that register them answer doi.org in CSL-JSON ("Content negotiation" in the
documentation of Crossref and DataCite).

Each preprint in arXiv has a DOI under 10.48550 with DataCite, whatever its version
(info.arxiv.org/help/doi.html).
"""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import quote

from reportcite.lookup.source import Source, reader_of
from reportcite.patterns import pattern

_CSL_JSON: Final = "application/vnd.citationstyles.csl+json"
_VERSION: Final = pattern(r"v[0-9]+$", re.IGNORECASE)
_CLASS: Final = pattern(r"\.[A-Z]{2}(?=/)")


def _path(doi: str) -> str:
    return quote(doi, safe="/")


def _path_of_arxiv(number: str) -> str:
    """What stands behind `10.48550/arXiv.`: no version, and of `math.GT/…` no subject class."""
    return quote(_CLASS.sub("", _VERSION.sub("", number)), safe="/")


DOI: Final = Source(
    "DOI", "doi.org", "https://doi.org/", _path, _CSL_JSON, b"{[", reader_of("csl-json")
)
ARXIV: Final = DOI._replace(
    name="ARXIV", title="arXiv", address="https://doi.org/10.48550/arXiv.", path=_path_of_arxiv
)
