"""Catalogues that are asked by SRU 1.1 (loc.gov/standards/sru): the German National Library and the
ZDB answer in MARCXML (dnb.de/EN/sru), K10plus in MODS (wiki.k10plus.de, "SRU").

The ZDB, the union catalogue of serials, knows periodicals of all countries; the ISSN Portal answers
members only.
"""

from __future__ import annotations

from typing import Final

from reportcite.lookup.source import Source, reader_of


def _catalogue(  # noqa: PLR0913 - what one catalogue differs in from others
    name: str, title: str, address: str, *, index: str, schema: str, reads: str, most: int = 1
) -> Source:
    """The catalogue at `address`, which has a number in its `index`, and answers in its `schema`,
    which the reader of the format `reads` reads, with so many records at `most`."""

    def path(number: str) -> str:
        asked = f"?version=1.1&operation=searchRetrieve&query={index}%3D{number}"
        return f"{asked}&maximumRecords={most}&recordSchema={schema}"

    accept = "application/xml, text/xml"
    return Source(name, title, address, path, accept, b"<", reader_of(reads))


DNB: Final = _catalogue(
    "DNB",
    "the German National Library",
    "https://services.dnb.de/sru/dnb",
    index="num",
    schema="MARC21-xml",
    reads="marcxml",
)
K10PLUS: Final = _catalogue(
    "K10PLUS",
    "K10plus",
    "https://sru.k10plus.de/opac-de-627",
    index="pica.isb",
    schema="mods",
    reads="mods",
)
# Print and online editions name each other: the one that has the number itself is chosen.
ZDB: Final = _catalogue(
    "ZDB",
    "the ZDB",
    "https://services.dnb.de/sru/zdb",
    index="iss",
    schema="MARC21-xml",
    reads="marcxml",
    most=10,
)._replace(states="ISSN")
