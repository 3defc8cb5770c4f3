"""ZDB, the union catalogue of serials of German and Austrian libraries: MARCXML by SRU
(dnb.de/EN/sru, "ZDB"). It knows periodicals of all countries; the ISSN Portal answers members only.
"""

from __future__ import annotations

from typing import Final

from reportcite.lookup.source import Source
from reportcite.lookup.sources.sru import catalogue

# Print and online editions name each other: the one that has the number itself is chosen.
SOURCE: Final[Source] = catalogue(
    "ZDB",
    "the ZDB",
    "https://services.dnb.de/sru/zdb",
    index="iss",
    schema="MARC21-xml",
    reads="marcxml",
    most=10,
)._replace(states="ISSN")
