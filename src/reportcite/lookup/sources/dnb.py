"""The German National Library: MARCXML by SRU (dnb.de/EN/sru)."""

from __future__ import annotations

from typing import Final

from reportcite.lookup.source import Source
from reportcite.lookup.sources.sru import catalogue

SOURCE: Final[Source] = catalogue(
    "DNB",
    "the German National Library",
    "https://services.dnb.de/sru/dnb",
    index="num",
    schema="MARC21-xml",
    reads="marcxml",
)
