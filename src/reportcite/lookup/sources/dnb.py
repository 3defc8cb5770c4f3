"""The German National Library: MARCXML by SRU (dnb.de/EN/sru)."""

from __future__ import annotations

from typing import Final

from reportcite.lookup.source import Source, reader_of


def _path(isbn: str) -> str:
    return (
        f"?version=1.1&operation=searchRetrieve&query=num%3D{isbn}"
        "&maximumRecords=1&recordSchema=MARC21-xml"
    )


SOURCE: Final = Source(
    "DNB",
    "the German National Library",
    "https://services.dnb.de/sru/dnb",
    _path,
    "application/xml, text/xml",
    b"<",
    reader_of("marcxml"),
)
