"""ZDB, the union catalogue of serials of German and Austrian libraries: MARCXML by SRU
(dnb.de/EN/sru, "ZDB"). It knows periodicals of all countries; the ISSN Portal answers members only.
"""

from __future__ import annotations

from typing import Final

from reportcite.lookup.source import Source, reader_of


def _path(issn: str) -> str:
    # Print and online editions name each other: the one that has the number itself is chosen.
    return (
        f"?version=1.1&operation=searchRetrieve&query=iss%3D{issn}"
        "&maximumRecords=10&recordSchema=MARC21-xml"
    )


SOURCE: Final = Source(
    "ZDB",
    "the ZDB",
    "https://services.dnb.de/sru/zdb",
    _path,
    "application/xml, text/xml",
    b"<",
    reader_of("marcxml"),
    states="ISSN",
)
