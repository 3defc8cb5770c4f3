"""Where a record of EndNote's XML holds what: one table, for writing and reading."""

from __future__ import annotations

from typing import Final

# CSL type → EndNote's reference type. Of several CSL types with one reference type, the first
# is meant when read; the others are named in the research notes.
TYPES: Final[dict[str, tuple[int, str]]] = {
    "report": (27, "Report"),
    "article": (34, "Unpublished Work"),
    "article-journal": (17, "Journal Article"),
    "article-magazine": (19, "Magazine Article"),
    "article-newspaper": (23, "Newspaper Article"),
    "bill": (4, "Bill"),
    "book": (6, "Book"),
    "motion_picture": (21, "Film or Broadcast"),
    "broadcast": (21, "Film or Broadcast"),
    "chapter": (5, "Book Section"),
    "classic": (49, "Classical Work"),
    "document": (13, "Generic"),
    "collection": (13, "Generic"),
    "dataset": (59, "Dataset"),
    "entry-encyclopedia": (53, "Encyclopedia"),
    "entry": (53, "Encyclopedia"),
    "entry-dictionary": (52, "Dictionary"),
    "event": (13, "Generic"),
    "figure": (37, "Figure"),
    "graphic": (2, "Artwork"),
    "hearing": (14, "Hearing"),
    "legal_case": (7, "Case"),
    "legislation": (31, "Statute"),
    "manuscript": (36, "Manuscript"),
    "map": (20, "Map"),
    "musical_score": (61, "Music"),
    "pamphlet": (13, "Generic"),
    "paper-conference": (47, "Conference Paper"),
    "patent": (25, "Patent"),
    "performance": (13, "Generic"),
    "periodical": (57, "Serial"),
    "personal_communication": (26, "Personal Communication"),
    "interview": (26, "Personal Communication"),
    "post-weblog": (56, "Blog"),
    "regulation": (50, "Legal Rule or Regulation"),
    "review": (17, "Journal Article"),
    "review-book": (17, "Journal Article"),
    "software": (9, "Computer Program"),
    "song": (61, "Music"),
    "speech": (13, "Generic"),
    "standard": (58, "Standard"),
    "thesis": (32, "Thesis"),
    "treaty": (13, "Generic"),
    "webpage": (12, "Web Page"),
    "post": (12, "Web Page"),
}
ALSO_READ: Final = {
    "Conference Proceedings": "paper-conference",
    "Edited Book": "book",
    "Electronic Book": "book",
    "Electronic Article": "article-journal",
    "Electronic Book Section": "chapter",
    "Government Document": "report",
    "Audiovisual Material": "motion_picture",
    "Online Multimedia": "webpage",
    "Pamphlet": "pamphlet",
}
ARTICLES: Final = frozenset(
    {"article-journal", "article-magazine", "article-newspaper", "periodical", "review",
     "review-book"}
)  # fmt: skip
PARTS: Final = ARTICLES | frozenset(
    {"chapter", "paper-conference", "entry", "entry-dictionary", "entry-encyclopedia",
     "post-weblog"}
)  # fmt: skip

NAMES: Final = {
    "author": "authors",
    "editor": "secondary-authors",
    "collection-editor": "tertiary-authors",
    "translator": "subsidiary-authors",
}
TEXTS: Final = {
    "title-short": "titles/short-title",
    "original-title": "titles/translated-title",
    "container-title-short": "titles/alt-title",
    "volume": "volume",
    "number-of-volumes": "num-vols",
    "edition": "edition",
    "section": "section",
    "publisher-place": "pub-location",
    "publisher": "publisher",
    "call-number": "call-num",
    "DOI": "electronic-resource-num",
    "abstract": "abstract",
    "note": "notes",
    "genre": "work-type",
    "source": "remote-database-name",
    "language": "language",
}


def paths(csl_type: str) -> dict[str, str]:
    """Where the texts of a record of this type stand."""
    places = dict(TEXTS)
    places["ISSN" if csl_type in ARTICLES else "ISBN"] = "isbn"
    places["URL"] = "urls/related-urls/url"
    if csl_type in PARTS:
        places |= {"container-title": "titles/secondary-title", "page": "pages"}
        places |= {"collection-title": "titles/tertiary-title"}
        places |= {"issue": "number", "number": "report-id"}
    else:
        places |= {"collection-title": "titles/secondary-title", "number-of-pages": "pages"}
        places["number"] = "number"
    return places
