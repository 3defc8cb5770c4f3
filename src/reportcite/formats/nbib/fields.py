"""The tags of NBIB, after the National Library of Medicine's list of MEDLINE/PubMed elements, and
what ERIC writes in the same format."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from reportcite.formats.reading.tagged import TagSyntax
from reportcite.formats.rules import TAGGED_SYNTAX

VARIABLES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "PMID": "PMID",
        "PMC": "PMCID",
        "TI": "title",
        "TT": "original-title",
        "JT": "container-title",
        "TA": "container-title-short",
        "BTI": "container-title",
        "CTI": "collection-title",
        "VTI": "volume-title",
        "VI": "volume",
        "IP": "issue",
        "PG": "page",
        "EN": "edition",
        "PB": "publisher",
        "AB": "abstract",
        "OT": "keyword",
        "MH": "keyword",
        "LA": "language",
        "CI": "license",
        "GN": "note",
        "DEP": "available-date",
    }
)
"""Tag → the variable it holds, where that is all there is to say."""

TYPES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "academic dissertation": "thesis",
        "book chapter": "chapter",
        "book": "book",
        "books": "book",
        "congress": "paper-conference",
        "dataset": "dataset",
        "dissertations/theses": "thesis",
        "journal article": "article-journal",
        "monograph": "book",
        "newspaper article": "article-newspaper",
        "preprint": "article",
        "technical report": "report",
    }
)
"""Publication type (PT) → CSL type."""

WRITTEN_TYPES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "article-journal": "Journal Article",
        "article": "Preprint",
        "article-newspaper": "Newspaper Article",
        "book": "Book",
        "chapter": "Book Chapter",
        "dataset": "Dataset",
        "paper-conference": "Congress",
        "report": "Technical Report",
        "thesis": "Academic Dissertation",
    }
)
"""CSL type → publication type."""

PLACED: Final = frozenset({"book", "chapter", "report", "thesis"})
"""The CSL types of works whose place of publication is meant by PL; of journals it is a country."""

ERIC: Final = "ERIC"
"""What owns a record (OWN) whose number (OID) is one by which it is cited."""
DOCUMENTS: Final = "ED"
"""How numbers of documents in ERIC begin; those of articles begin with EJ."""

SYNTAX: Final = TagSyntax(
    tagged=re.compile(r"([A-Z][A-Z0-9]{1,3}) {0,3}-(?: |$|(?<=PMID-)(?=[0-9]))"),
    begins=frozenset({"PMID"}),
    kind="NBIB record",
    hint="a record begins like “PMID- 12345678”",
    misplaced=TAGGED_SYNTAX,
    empty_ends=True,
)
"""A tag and blanks up to its fifth column, a hyphen and a space, which some programs leave out
before the number; what goes on is indented."""
