"""Genres that say no more than the type of a record does, as databases and programs write them."""

from __future__ import annotations

from typing import Final

from reportcite.vocabulary import ARTICLE_TYPES, PART_TYPES

_GENERIC: Final = frozenset(
    {
        "article",
        "book chapter",
        "book section",
        "conference paper",
        "conference proceedings",
        "inproceedings",
        "journal article",
        "journal-article",
        "magazine article",
        "newspaper article",
        "original article",
        "paper",
        "proceedings paper",
        "research article",
    }
)
_TYPES: Final = ARTICLE_TYPES | PART_TYPES


def is_generic_genre(genre: str, csl_type: str) -> bool:
    """Whether `genre` is passed over in a record of this type: “Article” of an article."""
    return csl_type in _TYPES and genre.strip().lower() in _GENERIC
