"""K10plus, the union catalogue of German libraries: MODS by SRU (wiki.k10plus.de, "SRU")."""

from __future__ import annotations

from typing import Final

from reportcite.lookup.source import Source
from reportcite.lookup.sources.sru import catalogue

SOURCE: Final[Source] = catalogue(
    "K10PLUS",
    "K10plus",
    "https://sru.k10plus.de/opac-de-627",
    index="pica.isb",
    schema="mods",
    reads="mods",
)
