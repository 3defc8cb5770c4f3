"""arXiv: each preprint has a DOI under 10.48550 with DataCite, whatever its version
(info.arxiv.org/help/doi.html)."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import quote

from reportcite.lookup.source import Source, reader_of
from reportcite.lookup.sources.doi import CSL_JSON
from reportcite.patterns import pattern

_VERSION: Final = pattern(r"v[0-9]+$", re.IGNORECASE)
_CLASS: Final = pattern(r"\.[A-Z]{2}(?=/)")


def _path(number: str) -> str:
    """What stands behind `10.48550/arXiv.`: no version, and of `math.GT/…` no subject class."""
    return quote(_CLASS.sub("", _VERSION.sub("", number)), safe="/")


SOURCE: Final = Source(
    "ARXIV",
    "arXiv",
    "https://doi.org/10.48550/arXiv.",
    _path,
    CSL_JSON,
    b"{[",
    reader_of("csl-json"),
)
