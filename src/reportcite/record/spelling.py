"""What people and programs type for a field or a type, and which one is meant by it.

Fields are CSL variables and `subtitle`. Names that older CSL-JSON spells in another way
(`shortTitle`), and those of Crossref, are read as the variable they mean.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from reportcite.record.fields import FIELDS
from reportcite.vocabulary import ITEM_TYPES

_OTHER_SPELLINGS: Final = {
    "shorttitle": "title-short",
    "journalabbreviation": "container-title-short",
    # Crossref's
    "short-title": "title-short",
    "short-container-title": "container-title-short",
    "publisher-location": "publisher-place",
    "edition-number": "edition",
    "article-number": "number",
}

# The types of Crossref (api.crossref.org/types) that CSL calls otherwise.
_OTHER_TYPES: Final = {
    **dict.fromkeys(("book-chapter", "book-part", "book-section", "book-track"), "chapter"),
    **dict.fromkeys(("book-set", "edited-book", "monograph", "reference-book"), "book"),
    **dict.fromkeys(("journal", "journal-issue", "journal-volume"), "periodical"),
    **dict.fromkeys(("report-component", "report-series"), "report"),
    **dict.fromkeys(("proceedings", "proceedings-series", "book-series"), "book"),
    "database": "dataset",
    "dissertation": "thesis",
    "journal-article": "article-journal",
    "peer-review": "review",
    "posted-content": "article",
    "preprint": "article",
    "proceedings-article": "paper-conference",
    "reference-entry": "entry-encyclopedia",
    "other": "document",
    "standard-series": "standard",
}

# What people type for a field that is called otherwise, where spelling alone gives no clue.
_MEANT: Final = {
    "address": "publisher-place",
    "authors": "author",
    "city": "publisher-place",
    "date": "issued",
    "editors": "editor",
    "institution": "publisher",
    "journal": "container-title",
    "keywords": "keyword",
    "lang": "language",
    "link": "URL",
    "location": "publisher-place",
    "organization": "publisher",
    "pages": "page",
    "pagetotal": "number-of-pages",
    "place": "publisher-place",
    "series": "collection-title",
    "tags": "keyword",
    "year": "issued",
    "techreport": "report",
    "inbook": "chapter",
    "inproceedings": "paper-conference",
    "online": "webpage",
    "misc": "document",
    "phdthesis": "thesis",
    "mastersthesis": "thesis",
    # German
    "auflage": "edition",
    "autor": "author",
    "autoren": "author",
    "autorin": "author",
    "autorinnen": "author",
    "band": "volume",
    "datum": "issued",
    "erscheinungsjahr": "issued",
    "heft": "issue",
    "herausgeber": "editor",
    "herausgeberin": "editor",
    "herausgeberinnen": "editor",
    "hg": "editor",
    "hrsg": "editor",
    "institut": "publisher",
    "jahr": "issued",
    "ort": "publisher-place",
    "reihe": "collection-title",
    "schlagwort": "keyword",
    "schlagworte": "keyword",
    "schlagwörter": "keyword",
    "seite": "page",
    "seiten": "page",
    "seitenzahl": "number-of-pages",
    "sprache": "language",
    "stichwort": "keyword",
    "titel": "title",
    "typ": "type",
    "untertitel": "subtitle",
    "verfasser": "author",
    "verfasserin": "author",
    "verlag": "publisher",
    "verlagsort": "publisher-place",
    "zeitschrift": "container-title",
    "zusammenfassung": "abstract",
    "bericht": "report",
    "buch": "book",
    "kapitel": "chapter",
    "aufsatz": "article-journal",
    # French and Spanish
    "annee": "issued",
    "année": "issued",
    "auteur": "author",
    "auteurs": "author",
    "editeur": "publisher",
    "éditeur": "publisher",
    "langue": "language",
    "lieu": "publisher-place",
    "revue": "container-title",
    "titre": "title",
    "año": "issued",
    "autores": "author",
    "editorial": "publisher",
    "idioma": "language",
    "lugar": "publisher-place",
    "páginas": "page",
    "revista": "container-title",
    "título": "title",
    "informe": "report",
    "libro": "book",
    "rapport": "report",
    "livre": "book",
}


def _normal(name: str) -> str:
    return name.strip().lower().replace("_", "-").replace(" ", "-")


SPELLINGS: Final = {
    _normal(name): name for name in ("id", "type", "custom", "categories", *FIELDS)
} | _OTHER_SPELLINGS
"""What is read as a field, in small letters and with hyphens → the field."""

TYPE_SPELLINGS: Final = {_normal(name): name for name in ITEM_TYPES} | _OTHER_TYPES
"""The same for types."""


def field_name(key: str) -> str | None:
    """The field meant by `key` in any case, `_` or a space for `-`; None if there is none."""
    return SPELLINGS.get(_normal(key))


def type_name(text: str) -> str | None:
    """The CSL type meant by `text` in any case, `_` or a space for `-`; None if there is none."""
    return TYPE_SPELLINGS.get(_normal(text))


def meant_field(key: str) -> str | None:
    """The field that is called `key` in another language or by a program; None if there is none.

    >>> meant_field("Jahr"), meant_field("revue"), meant_field("titel "), meant_field("buch")
    ('issued', 'container-title', 'title', None)
    """
    meant = _MEANT.get(_normal(key))
    return meant if meant is not None and _normal(meant) in SPELLINGS else None


@lru_cache(maxsize=1 << 13)  # `--fix` reads a file twice
def nearest_field(key: str) -> str | None:
    """The field someone who typed the unknown `key` probably meant."""
    return _nearest(key, SPELLINGS)


@lru_cache(maxsize=1 << 13)
def nearest_type(text: str) -> str | None:
    """The CSL type someone who typed the unknown `text` probably meant."""
    return _nearest(text, TYPE_SPELLINGS)


def _nearest(text: str, known: dict[str, str]) -> str | None:
    from difflib import get_close_matches  # only mistakes need it

    typed = _normal(text)
    meant = _MEANT.get(typed)
    if meant is not None and _normal(meant) in known:  # of a field, or of a type
        return meant
    # Comparing is quadratic in the length of what was typed; no name here is longer than 40.
    close = get_close_matches(typed, known, n=1, cutoff=0.7) if len(typed) <= 40 else []
    return known[close[0]] if close else None
