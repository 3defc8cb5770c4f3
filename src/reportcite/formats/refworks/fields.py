"""The tags and reference types of RefWorks, after its help page on the tagged format."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from reportcite.formats.reading.tagged import TagSyntax
from reportcite.formats.rules import TAGGED_SYNTAX

_TAGS: Final = frozenset(
    """RT SR ID A1 T1 JF JO YR FD VO IS SP OP K1 AB NO A2 T2 ED PB PP A3 A4 A5 A6 T3 SN AV AD AN LA
    CL SF OT LK DO CN DB DS IP RD ST U1 U2 U3 U4 U5 U6 U7 U8 U9 U10 U11 U12 U13 U14 U15 UL SL LL CR
    WT WV WP OL PMID PMCID CA RP EN RF SI CT LL FU TA NT""".split()
)

VARIABLES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "A1": "author",
        "T1": "title",
        "JF": "container-title",
        "JO": "container-title-short",
        "VO": "volume",
        "IS": "issue",
        "K1": "keyword",
        "AB": "abstract",
        "NO": "note",
        "A2": "editor",
        "A3": "collection-editor",
        "A4": "translator",
        "T2": "container-title",
        "T3": "collection-title",
        "ED": "edition",
        "PB": "publisher",
        "PP": "publisher-place",
        "LA": "language",
        "OT": "original-title",
        "CN": "call-number",
        "AV": "archive_location",
        "DB": "source",
        "DS": "source",
        "RD": "accessed",
        "ST": "title-short",
        "LK": "URL",
        "UL": "URL",
        "CR": "license",
        "WT": "container-title",
        "WV": "version",
        "PMID": "PMID",
        "PMCID": "PMCID",
    }
)
"""Tag → the variable it holds, where that is all there is to say."""

TYPES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "abstract": "article-journal",
        "artwork": "graphic",
        "bills/resolutions": "bill",
        "book, edited": "book",
        "book, section": "chapter",
        "book, whole": "book",
        "case/court decisions": "legal_case",
        "computer program": "software",
        "conference proceeding": "paper-conference",
        "conference proceedings": "paper-conference",
        "dissertation": "thesis",
        "dissertation/thesis": "thesis",
        "dissertation/thesis, unpublished": "thesis",
        "generic": "document",
        "grant": "document",
        "hearing": "hearing",
        "journal": "article-journal",
        "journal article": "article-journal",
        "journal, electronic": "article-journal",
        "laws/statutes": "legislation",
        "magazine article": "article-magazine",
        "map": "map",
        "monograph": "book",
        "motion picture": "motion_picture",
        "music score": "musical_score",
        "newspaper article": "article-newspaper",
        "online discussion forum": "post",
        "online discussion forum/blogs": "post-weblog",
        "patent": "patent",
        "personal communication": "personal_communication",
        "report": "report",
        "sound recording": "song",
        "thesis": "thesis",
        "unpublished material": "manuscript",
        "video/dvd": "motion_picture",
        "video/ dvd": "motion_picture",
        "web page": "webpage",
    }
)
"""RefWorks's type → CSL type."""

SERIES: Final = frozenset({"book", "report", "map", "thesis", "software"})
"""Types of which T2 is the series."""

ARTICLES: Final = frozenset({"article-journal", "article-magazine", "article-newspaper"})
NUMBERED: Final = frozenset({"report", "patent"})
"""Types of which SN is the number of the thing itself."""

SYNTAX: Final = TagSyntax(
    tagged=re.compile(r"([A-Z][A-Z0-9]|U1[0-5]|PMC?ID)(?: |$)"),
    begins=frozenset({"RT"}),
    kind="RefWorks reference",
    hint="a reference begins like “RT Journal Article”",
    misplaced=TAGGED_SYNTAX,
    tags=_TAGS,
)
"""Two capitals and a space; all that begins otherwise goes on with the value before it."""
