"""States which values, written as they stand, a reader takes for something else.

Readers mend what other programs write (keywords parted by semicolons, `ger` for `de`, entities of
HTML). A record that means such a text literally does not get it back, and is told so.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from reportcite.formats.bibtex_fields import (
    GENRE_IS_IDLE,
    IDLE_GENRES,
    Dialect,
    slots,
)
from reportcite.formats.bibtex_values import doi_of, keywords_of, published
from reportcite.formats.entities import unescape
from reportcite.formats.format import Fields
from reportcite.formats.latex_text import decode, encode
from reportcite.formats.plain_text import one_line
from reportcite.formats.standard_numbers import spaced_numbers

_REREAD: Final[Mapping[str, Callable[[str], str]]] = {
    "keyword": keywords_of,
    "ISBN": spaced_numbers,
    "ISSN": spaced_numbers,
    "DOI": doi_of,
    "URL": unescape,
}


def tell_bibtex(fields: Fields, dialect: Dialect) -> None:
    """State what is read otherwise from the entry of a record."""
    record = fields.record
    for name, value in record.fields.items():
        if value.__class__ is not str:
            continue
        text = str(value)
        if name in _REREAD:
            if _REREAD[name](text) != text:
                _tell(fields, name, "it is read in the way it is usually written")
        elif "<span" in text and decode(encode(one_line(text)[0])) != one_line(text)[0]:
            _tell(fields, name, "markup is written as commands that are read in another way")
    genre, publisher = record.fields.get("genre"), record.fields.get("publisher")
    if record.type in GENRE_IS_IDLE and str(genre).lower() in IDLE_GENRES:
        _tell(fields, "genre", "readers pass it over, since the entry type says it")
    if isinstance(publisher, str) and ("://" in publisher or "www." in publisher.lower()):
        field = slots(record.type, dialect)["publisher"].field
        if field == "howpublished" and published(encode(publisher)).url:
            _tell(fields, "publisher", "the link in it is read as the URL")
    if str(record.fields.get("archive", "")).lower() == "pubmed":
        _tell(fields, "archive", "a number of PubMed is read as the PMID")
        if "archive_location" in record.fields:
            _tell(fields, "archive_location", "a number of PubMed is read as the PMID")


def _tell(fields: Fields, name: str, reason: str) -> None:
    if name not in fields.changed and name not in fields.dropped:
        fields.change(name, reason)
