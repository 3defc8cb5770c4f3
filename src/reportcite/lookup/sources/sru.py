"""Catalogues that are asked by SRU 1.1 (loc.gov/standards/sru)."""

from __future__ import annotations

from reportcite.lookup.source import Source, reader_of


def catalogue(  # noqa: PLR0913 - what one catalogue differs in from others
    name: str, title: str, address: str, *, index: str, schema: str, reads: str, most: int = 1
) -> Source:
    """The catalogue at `address`, which has a number in its `index`, and answers in its `schema`,
    which the reader of the format `reads` reads, with so many records at `most`."""

    def path(number: str) -> str:
        asked = f"?version=1.1&operation=searchRetrieve&query={index}%3D{number}"
        return f"{asked}&maximumRecords={most}&recordSchema={schema}"

    accept = "application/xml, text/xml"
    return Source(name, title, address, path, accept, b"<", reader_of(reads))
