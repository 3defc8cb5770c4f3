"""K10plus, the union catalogue of German libraries: MODS by SRU (wiki.k10plus.de, "SRU")."""

from __future__ import annotations

from typing import Final

from reportcite.lookup.source import Source, reader_of


def _path(isbn: str) -> str:
    return (
        f"?version=1.1&operation=searchRetrieve&query=pica.isb%3D{isbn}"
        "&maximumRecords=1&recordSchema=mods"
    )


SOURCE: Final = Source(
    "K10PLUS",
    "K10plus",
    "https://sru.k10plus.de/opac-de-627",
    _path,
    "application/xml, text/xml",
    b"<",
    reader_of("mods"),
)
