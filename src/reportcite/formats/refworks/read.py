"""References in the tagged format of RefWorks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO, Final

from reportcite.formats.format import Format
from reportcite.formats.reading.tagged import Tagged
from reportcite.formats.reading.tagged_fields import Collected, read_tagged, take_all
from reportcite.formats.refworks.fields import (
    ARTICLES,
    NUMBERED,
    SERIES,
    SYNTAX,
    TYPES,
    VARIABLES,
)
from reportcite.formats.writing.keys import UniqueKeys
from reportcite.limits import LIMITS, Limits
from reportcite.problems import Problem
from reportcite.record.model import Record
from reportcite.values.standard_numbers import Kind
from reportcite.values.url import urls_in

_SPECIAL: Final = frozenset("RT SN DO YR FD WP SP OP T2 JO A1 A2 LK UL AN".split())
_PUBMED: Final = ("PubMed", "MEDLINE", "Medline")


def read(stream: BinaryIO, name: str, limits: Limits = LIMITS) -> Iterator[Record | Problem]:
    """The references of a file that RefWorks exported."""
    return read_tagged(stream, name, SYNTAX, limits, _record)


def _record(tagged: Tagged, name: str, keys: UniqueKeys) -> Record:
    found = Collected(tagged, name, "refworks")
    kind = found.first("RT").lower()
    csl_type = TYPES.get(kind, "document")
    take_all(found, VARIABLES, _SPECIAL, SYNTAX.tags)
    for one in found.all("A1"):
        found.put(one, "editor" if kind == "book, edited" else "author")
    for one in found.all("A2"):
        found.put(one, "editor")
    for one in found.all("T2"):
        found.put(one, "collection-title" if csl_type in SERIES else "container-title")
    for one in found.all("JO"):
        alone = "container-title" not in found.fields
        found.put(one, "container-title" if alone else "container-title-short")
    expected: Kind = "number" if csl_type in NUMBERED else "ISBN"
    for one in found.all("SN"):
        found.number(one, "ISSN" if csl_type in ARTICLES else expected)
    for one in found.all("DO"):
        found.doi(one)
    for one in found.all("LK", "UL"):
        urls = urls_in(one.text)
        for url in urls:
            found.put(one, "URL", url)
        if not urls:  # a link into a database
            found.keep(one)
    _accession(found)
    found.issued("YR", "FD" if found.first("FD") else "WP")
    found.pages("SP", "OP")
    if csl_type in ("book", "thesis", "report") and "-" not in str(found.fields.get("page", "-")):
        found.fields["number-of-pages"] = found.fields.pop("page")
    return found.record(csl_type, "", keys)


def _accession(found: Collected) -> None:
    """The number in the database; in PubMed that is a PMID."""
    pubmed = found.first("DB", "DS").startswith(_PUBMED)
    for one in found.all("AN"):
        if pubmed and one.text.isdecimal():
            found.put(one, "PMID")
        else:
            found.keep(one, "ris", "AN")


FORMAT: Final = Format("refworks", "RefWorks", read=read)
