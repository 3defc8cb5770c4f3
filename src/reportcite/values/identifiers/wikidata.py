"""Wikidata, of anything."""

from __future__ import annotations

import re
from typing import Final

from reportcite.patterns import pattern
from reportcite.values.identifiers.identifier import Identifier, Kind

_FORM: Final = pattern(r"[QPL][1-9][0-9]{0,10}", re.IGNORECASE)


def read_wikidata(code: str) -> Identifier:
    """What `code` is as an item (Q), property (P) or lexeme (L) of Wikidata.

    >>> read_wikidata("q42")[:3]
    ('Wikidata', 'Q42', 'https://www.wikidata.org/wiki/Q42')
    >>> read_wikidata("P50").link, read_wikidata("L7").link
    ('https://www.wikidata.org/wiki/Property:P50', 'https://www.wikidata.org/wiki/Lexeme:L7')
    """
    bare = code.strip().upper()
    if _FORM.fullmatch(bare) is None:
        return Identifier("Wikidata", reason="it is a Q and a number, as in Q42")
    space = {"Q": "", "P": "Property:", "L": "Lexeme:"}[bare[0]]
    return Identifier("Wikidata", bare, f"https://www.wikidata.org/wiki/{space}{bare}")


def looks_like_wikidata(code: str) -> bool:
    """Whether `code` is written as an item is.

    >>> looks_like_wikidata("Q42"), looks_like_wikidata("P50")
    (True, False)
    """
    return code[:1] == "Q" and _FORM.fullmatch(code) is not None


KIND: Final = Kind(
    "Wikidata",
    pattern(
        r"https?://(?:www\.|m\.)?wikidata\.org/(?:wiki|entity)/(?:Property:|Lexeme:|Special:EntityData/)?|"
        r"(?:wikidata|wd)[\s:]\s*",
        re.IGNORECASE,
    ),
    looks_like_wikidata,
    read_wikidata,
)
