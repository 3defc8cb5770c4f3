"""States which values, written as they stand, a reader takes for something else.

Readers mend what other programs write (keywords parted by semicolons, `ger` for `de`, entities of
HTML). A record that means such a text literally does not get it back, and is told so.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from reportcite.formats.bibtex import fields as bibtex_fields
from reportcite.formats.bibtex.latex.text import decode, encode
from reportcite.formats.bibtex.values import published
from reportcite.formats.format import Fields
from reportcite.formats.reading.entities import unescape
from reportcite.formats.reading.generic_genres import is_idle_genre
from reportcite.formats.writing.one_line import one_line
from reportcite.values.doi import decoded_doi
from reportcite.values.keywords import read_keywords
from reportcite.values.language import language_tag
from reportcite.values.standard_numbers import spaced_numbers

_USUAL: Final = "it is read in the way it is usually written"
# Variable, what a value that is read otherwise holds, how it is read.
_REREAD: Final[tuple[tuple[str, str, Callable[[str], str]], ...]] = (
    ("keyword", ";", read_keywords),
    ("ISBN", "", spaced_numbers),
    ("ISSN", "", spaced_numbers),
    ("DOI", "%", decoded_doi),
    ("DOI", "&", unescape),
    ("URL", "&", unescape),
)


_REREAD_IN_RIS: Final[tuple[tuple[str, Callable[[str], str]], ...]] = (
    ("language", language_tag),
    ("keyword", read_keywords),
)


def tell_bibtex(fields: Fields, dialect: bibtex_fields.Dialect) -> None:
    """State what is read otherwise from the entry of a record."""
    held = fields.record.fields
    for name, value in held.items():
        if value.__class__ is str and "<span" in value:
            line = one_line(str(value))[0]
            if decode(encode(line)) != line:
                _tell(fields, name, "markup is written as commands that are read in another way")
    for name, sign, reread in _REREAD:
        text = held.get(name)
        if isinstance(text, str) and sign in text and reread(text) != text:
            _tell(fields, name, _USUAL)
    _tell_genre(fields)
    publisher = held.get("publisher")
    if isinstance(publisher, str) and ("://" in publisher or "www." in publisher.lower()):
        field = bibtex_fields.slots(fields.record.type, dialect)["publisher"].field
        if field == "howpublished" and published(encode(publisher)).url:
            _tell(fields, "publisher", "the link in it is read as the URL")
    if "archive" in held and str(held["archive"]).lower() == "pubmed":
        for name in ("archive", "archive_location"):
            if name in held:
                _tell(fields, name, "a number of PubMed is read as the PMID")


def tell_ris(fields: Fields) -> None:
    """State what is read otherwise from the reference of a record."""
    held = fields.record.fields
    for name, value in held.items():
        if value.__class__ is str:
            entity = "&" in value and unescape(str(value)) != value
        else:
            entity = _has_entity(value)
        if entity:
            _tell(fields, name, "the entity in it is decoded when it is read")
    for name, reread in _REREAD_IN_RIS:
        text = held.get(name)
        if isinstance(text, str) and reread(text) != text:
            _tell(fields, name, _USUAL)
    _tell_genre(fields)


def _tell_genre(fields: Fields) -> None:
    genre = fields.record.fields.get("genre")
    if isinstance(genre, str) and is_idle_genre(genre, fields.record.type):
        _tell(fields, "genre", "readers pass it over, since the type says it")


def _has_entity(value: object) -> bool:
    """Whether names, or a date, have an entity in one of their texts."""
    for one in value if isinstance(value, list) else (value,):
        for part in one.values() if isinstance(one, dict) else ():
            if part.__class__ is str and "&" in part and unescape(part) != part:
                return True
    return False


def _tell(fields: Fields, name: str, reason: str) -> None:
    if name not in fields.changed and name not in fields.dropped:
        fields.change(name, reason)
