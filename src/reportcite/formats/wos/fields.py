"""The field tags of the Web of Science, after Clarivate's list of them (Core Collection Field Tags)
and those of its other databases."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from reportcite.formats.reading.tagged import TagSyntax
from reportcite.formats.rules import TAGGED_SYNTAX

_TAGS: Final = frozenset(
    """FN VR PT AU AF BA BF CA GP BE TI SO SE BS LA DT CT CY CL SP HO DE ID AB C1 C3 RP EM RI OI
    FU FX FP CR NR TC Z9 Z1 Z2 Z3 Z4 Z8 ZB ZS ZR U1 U2 PU PI PA SN EI BN J9 JI PD PY VL IS PN PS SU
    SI MA BP EP AR DI D2 L3 EA EY PG P2 WC WE SC GA PM UT OA HC HP DA ER EF AE AK AN AW BD BI BR
    CC CN CP CI DG DL DN DP DS EC ED FD FS FT GE GI GT HI IC II IN IP IV LK LS MC MI MQ MP NM OB OR
    PC PE PL PR PV RC RG RS SA SD SF SL SS ST SW TA TD TM TN TS UC UR US VN VI""".split()
)
# Tags of which each line is a value of its own.
_LISTS: Final = frozenset({"AU", "AF", "BA", "BF", "BE", "CA", "GP", "ED", "CR", "IV"})

VARIABLES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "TI": "title",
        "CA": "author",
        "BE": "editor",
        "ED": "editor",
        "SE": "collection-title",
        "BS": "part-title",
        "LA": "language",
        "CT": "event-title",
        "CL": "event-place",
        "DE": "keyword",
        "ID": "keyword",
        "MC": "keyword",
        "MQ": "keyword",
        "AB": "abstract",
        "PU": "publisher",
        "PI": "publisher-place",
        "VL": "volume",
        "IS": "issue",
        "SU": "supplement-number",
        "AR": "number",
        "PM": "PMID",
        "UR": "URL",
    }
)
"""Tag → the variable it holds, where that is all there is to say."""

TYPES: Final[Mapping[str, str]] = MappingProxyType(
    {"J": "article-journal", "B": "book", "S": "chapter", "P": "patent", "C": "paper-conference"}
)
"""Publication type (PT) → CSL type."""

DOCUMENT_TYPES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "proceedings paper": "paper-conference",
        "meeting abstract": "paper-conference",
        "meeting": "paper-conference",
        "book chapter": "chapter",
        "book": "book",
        "book review": "review-book",
        "patent": "patent",
        "data set": "dataset",
        "thesis": "thesis",
        "dissertation/thesis": "thesis",
        "report": "report",
    }
)
"""Document type (DT) → CSL type, where it says more than the publication type."""

SEASONS: Final[Mapping[str, str]] = MappingProxyType(
    {"SPR": "Spring", "SUM": "Summer", "FAL": "Fall", "WIN": "Winter", "AUT": "Autumn"}
)
"""What a season is called in PD."""

SYNTAX: Final = TagSyntax(
    tagged=re.compile(r"([A-Z][A-Z0-9])(?: |$)"),
    begins=frozenset({"PT"}),
    kind="record of the Web of Science",
    hint="a record begins with a line “PT J” and ends in “ER”",
    misplaced=TAGGED_SYNTAX,
    tags=_TAGS,
    ends="ER",
    around=frozenset({"FN", "VR", "EF"}),
    is_further=lambda tag, text: tag in _LISTS and bool(text.strip()),
)
"""Two capitals and a space; lines that go on are indented, or were once."""
