"""What a reference of the Citation File Format 1.2.0 (schema.json) holds, as variables of CSL."""

from __future__ import annotations

from typing import Final

from reportcite.vocabulary import ARTICLE_TYPES, PART_TYPES

# CSL type → type of a reference. Of several CSL types with one type the first is meant when read.
TYPES: Final = {
    "report": "report",
    "article-journal": "article",
    "article": "article",
    "article-magazine": "magazine-article",
    "article-newspaper": "newspaper-article",
    "bill": "bill",
    "book": "book",
    "broadcast": "audiovisual",
    "classic": "historical-work",
    "dataset": "data",
    "document": "generic",
    "entry-dictionary": "dictionary",
    "entry-encyclopedia": "encyclopedia",
    "graphic": "art",
    "figure": "art",
    "hearing": "hearing",
    "legal_case": "legal-case",
    "legislation": "statute",
    "manuscript": "unpublished",
    "map": "map",
    "motion_picture": "film-broadcast",
    "musical_score": "music",
    "pamphlet": "pamphlet",
    "paper-conference": "conference-paper",
    "patent": "patent",
    "periodical": "serial",
    "personal_communication": "personal-communication",
    "post-weblog": "blog",
    "regulation": "legal-rule",
    "review": "article",
    "review-book": "article",
    "software": "software",
    "song": "sound-recording",
    "standard": "standard",
    "thesis": "thesis",
    "webpage": "website",
    "post": "website",
}
"""All others are `generic`."""

ALSO_READ: Final = {
    "catalogue": "book",
    "conference": "paper-conference",
    "database": "dataset",
    "dataset": "dataset",
    "edited-work": "book",
    "government-document": "report",
    "grant": "document",
    "manual": "book",
    "multimedia": "document",
    "proceedings": "book",
    "slides": "speech",
    "software-code": "software",
    "software-container": "software",
    "software-executable": "software",
    "software-virtual-machine": "software",
    "video": "motion_picture",
}

NAMES: Final = {
    "author": "authors",
    "editor": "editors",
    "collection-editor": "editors-series",
    "translator": "translators",
    "recipient": "recipients",
}
TEXTS: Final = {
    "number": "number",
    "edition": "edition",
    "volume": "volume",
    "volume-title": "volume-title",
    "issue": "issue",
    "number-of-volumes": "number-volumes",
    "number-of-pages": "pages",
    "section": "section",
    "version": "version",
    "medium": "medium",
    "DOI": "doi",
    "ISBN": "isbn",
    "ISSN": "issn",
    "PMCID": "pmcid",
    "URL": "url",
    "abstract": "abstract",
}


def titles(csl_type: str) -> dict[str, str]:
    """The variables of the larger works that a work of this type stands in."""
    if csl_type in ARTICLE_TYPES:
        return {"container-title": "journal", "collection-title": "collection-title"}
    if csl_type in PART_TYPES:
        return {"container-title": "collection-title"}
    return {"collection-title": "collection-title"}
