"""Where a record of EndNote's XML holds the fields of EndNote, which are called as in RIS."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from types import MappingProxyType
from typing import Final

from reportcite.formats.reference_types import tags_of

PATHS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "TI": "titles/title",
        "ST": "titles/short-title",
        "TT": "titles/translated-title",
        "T2": "titles/secondary-title",
        "T3": "titles/tertiary-title",
        "J2": "titles/alt-title",
        "AU": "contributors/authors/author",
        "A2": "contributors/secondary-authors/author",
        "A3": "contributors/tertiary-authors/author",
        "A4": "contributors/subsidiary-authors/author",
        "TA": "contributors/translated-authors/author",
        "PB": "publisher",
        "CY": "pub-location",
        "M3": "work-type",
        "M1": "number",
        "ET": "edition",
        "VL": "volume",
        "NV": "num-vols",
        "SP": "pages",
        "SE": "section",
        "RI": "reviewed-item",
        "SN": "isbn",
        "DO": "electronic-resource-num",
        "Y2": "access-date",
        "LA": "language",
        "DB": "remote-database-name",
        "DP": "remote-database-provider",
        "AN": "accession-num",
        "CN": "call-num",
        "AB": "abstract",
        "N1": "notes",
        "KW": "keywords/keyword",
        "OP": "orig-pub",
        "RP": "reprint-edition",
        "AD": "auth-address",
        "CA": "caption",
        **{f"C{number}": f"custom{number}" for number in range(1, 9)},
        "L1": "urls/pdf-urls/url",
        "L2": "urls/text-urls/url",
        "L4": "urls/image-urls/url",
    }
)
"""The tag of a field in RIS → where it stands in a record."""

URL: Final = "urls/web-urls/url"
LINKS: Final = (URL, "urls/related-urls/url")
"""Where links stand; other programs take those in `related-urls` for attachments."""


def paths(ris: str, present: Collection[str] = ()) -> dict[str, str]:
    """Variable → where it stands in a record of this type in which `present` are given."""
    found = {
        variable: PATHS[tag] for variable, tag in tags_of(ris, present).items() if tag in PATHS
    }
    return found | {"URL": URL}
