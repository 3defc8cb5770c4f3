"""Where an entry of Hayagriva holds what: one table, for writing and reading."""

from __future__ import annotations

from typing import Final

# CSL type → Hayagriva's type and that of the parent it stands in, "" for none. Of several CSL
# types with the same two, the first is meant when read.
TYPES: Final = {
    "report": ("report", ""),
    "article-journal": ("article", "periodical"),
    "article-newspaper": ("article", "newspaper"),
    "article-magazine": ("article", "periodical"),
    "article": ("article", ""),
    "post-weblog": ("article", "blog"),
    "paper-conference": ("article", "proceedings"),
    "chapter": ("chapter", "book"),
    "entry-encyclopedia": ("entry", "reference"),
    "entry-dictionary": ("entry", "reference"),
    "entry": ("entry", "reference"),
    "review": ("article", "periodical"),
    "review-book": ("article", "periodical"),
    "book": ("book", ""),
    "classic": ("book", ""),
    "collection": ("anthology", ""),
    "thesis": ("thesis", ""),
    "webpage": ("web", ""),
    "post": ("thread", ""),
    "software": ("repository", ""),
    "dataset": ("repository", ""),
    "motion_picture": ("video", ""),
    "broadcast": ("video", ""),
    "song": ("audio", ""),
    "graphic": ("artwork", ""),
    "figure": ("artwork", ""),
    "map": ("artwork", ""),
    "patent": ("patent", ""),
    "legal_case": ("case", ""),
    "legislation": ("legislation", ""),
    "bill": ("legislation", ""),
    "regulation": ("legislation", ""),
    "treaty": ("legislation", ""),
    "manuscript": ("manuscript", ""),
    "periodical": ("periodical", ""),
    "performance": ("performance", ""),
    "speech": ("conference", ""),
    "event": ("exhibition", ""),
    "document": ("misc", ""),
}
OTHERWISE: Final = ("misc", "")
"""The types of a work that Hayagriva has none for."""

READ: Final = {
    **{pair: name for name, pair in reversed(TYPES.items())},
    ("anthos", "anthology"): "chapter",
    ("anthos", ""): "chapter",
    ("chapter", ""): "chapter",
    ("chapter", "anthology"): "chapter",
    ("entry", ""): "entry",
    ("article", "conference"): "paper-conference",
    ("article", "newspaper"): "article-newspaper",
    ("newspaper", ""): "article-newspaper",
    ("proceedings", ""): "book",
    ("reference", ""): "book",
    ("blog", ""): "webpage",
    ("post", ""): "post",
    ("tweet", ""): "post",
    ("scene", ""): "motion_picture",
    ("original", ""): "document",
}
"""Types of an entry and its first parent → CSL type."""

PARENTS: Final = {"chapter": "book", "entry": "reference", "anthos": "anthology",
                  "article": "periodical"}  # fmt: skip
"""What a parent is that does not say it."""

TEXTS: Final = {
    "genre": "genre",
    "abstract": "abstract",
    "note": "note",
    "archive": "archive",
    "archive-place": "archive-location",
    "call-number": "call-number",
}
"""CSL variable → field that may hold markup."""

STRINGS: Final = {
    "edition": "edition",
    "volume": "volume",
    "issue": "issue",
    "number-of-volumes": "volume-total",
    "number-of-pages": "page-total",
    "page": "page-range",
    "chapter-number": "chapter",
}
"""CSL variable → field that holds plain text."""

NUMBERS: Final = {
    "DOI": "doi",
    "ISBN": "isbn",
    "ISSN": "issn",
    "PMID": "pmid",
    "PMCID": "pmcid",
    "number": "serial",
}
"""CSL variable → member of `serial-number`."""

KEPT: Final = ("runtime", "time-range")
"""What CSL has no variable for."""

ROLES: Final = {
    "translator": "translator",
    "composer": "composer",
    "producer": "producer",
    "executive-producer": "executive-producer",
    "director": "director",
    "illustrator": "illustrator",
    "narrator": "narrator",
    "organizer": "organizer",
    "compiler": "compiler",
    "script-writer": "writer",
    "performer": "cast-member",
    "contributor": "collaborator",
}
"""CSL variable → role of those `affiliated`."""
