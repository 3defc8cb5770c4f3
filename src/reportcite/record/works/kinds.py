"""What kind of work a record is about, where that keeps works of one title apart."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Any, Final

from reportcite.patterns import pattern
from reportcite.record.selection import folded

ANY: Final = ""
"""What a record of no type is of: it may be about any work."""
PREPRINT: Final = "preprint"
WHOLE: Final = "whole"
PART: Final = "part"
ARTICLE: Final = "article"
PAGE: Final = "page"
REVIEW: Final = "review"

_KINDS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "document": ANY,
        **dict.fromkeys(("book", "collection", "pamphlet", "report"), WHOLE),
        **dict.fromkeys(("chapter", "entry", "entry-dictionary", "entry-encyclopedia"), PART),
        "paper-conference": PART,
        **dict.fromkeys(("article-journal", "article-magazine", "article-newspaper"), ARTICLE),
        "article": PREPRINT,
        **dict.fromkeys(("review", "review-book"), REVIEW),
        **dict.fromkeys(("post", "post-weblog", "webpage"), PAGE),
    }
)
"""The kinds that several types stand for; every other type is a kind of its own."""

DATED: Final = frozenset(
    """article-magazine article-newspaper broadcast event hearing interview
    personal_communication post post-weblog speech webpage""".split()
)
"""Types of works that the day tells apart: many have one title and one year."""

# Crossref and DataCite, prefixes of: arXiv, bioRxiv and medRxiv, PsyArXiv, OSF, SSRN, Research
# Square, Preprints.org, ChemRxiv, SocArXiv, EarthArXiv.
_PREPRINT_DOI: Final = pattern(
    r"10\.(?:48550/arxiv|1101/(?:20|[0-9]{6})|31234|31219|2139/ssrn|21203/rs|20944|26434|31235|31223)"
)
_SERVERS: Final = frozenset(
    """arxiv biorxiv chemrxiv eartharxiv engrxiv medrxiv osf psyarxiv researchsquare socarxiv ssrn
    techrxiv preprintsorg""".split()
)
_PREPRINT_WORDS: Final = ("preprint", "pre-print")


def kind_of(type_: str, fields: Mapping[str, Any]) -> str:
    """The kind of work: `whole`, `part` of one, `article`, `preprint`, `review`, …; "" for any.

    >>> kind_of("book", {}), kind_of("report", {}), kind_of("chapter", {}), kind_of("thesis", {})
    ('whole', 'whole', 'part', 'thesis')
    >>> kind_of("document", {"archive": "arXiv"}), kind_of("book", {"reviewed-title": "Walden"})
    ('preprint', 'review')
    """
    if "reviewed-title" in fields or "reviewed-author" in fields:
        return REVIEW
    kind = _KINDS.get(type_, type_)
    if kind in (ANY, ARTICLE, PREPRINT, WHOLE) and _is_preprint(fields):
        return PREPRINT
    if kind == PREPRINT and _is_published(fields):
        return ARTICLE
    return kind


def _is_preprint(fields: Mapping[str, Any]) -> bool:
    doi = fields.get("DOI", "")
    if isinstance(doi, str) and doi and _PREPRINT_DOI.match(doi.lower()):
        return True
    genre = fields.get("genre")
    if isinstance(genre, str) and any(word in genre.lower() for word in _PREPRINT_WORDS):
        return True
    if _is_published(fields):
        return False
    url = str(fields.get("URL", "")).lower()
    # Not `any`: this runs for every record that is checked.
    return (
        "://arxiv.org/" in url
        or ("container-title" in fields and _server(fields, "container-title"))
        or ("archive" in fields and _server(fields, "archive"))
        or ("publisher" in fields and _server(fields, "publisher"))
    )


def _is_published(fields: Mapping[str, Any]) -> bool:
    """Whether it stands in something that is no server of preprints."""
    return "container-title" in fields and not _server(fields, "container-title")


def _server(fields: Mapping[str, Any], name: str) -> bool:
    text = fields.get(name)
    return isinstance(text, str) and _is_server(text[:40])


@lru_cache(maxsize=1024)  # the same publishers and journals stand in many records
def _is_server(beginning: str) -> bool:
    first = folded(beginning).replace(" ", "").replace(".", "")
    return first in _SERVERS or first.startswith(("arxivpreprint", "arxiv:", "biorxiv:"))
