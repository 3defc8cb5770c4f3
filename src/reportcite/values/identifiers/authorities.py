"""Numbers without a check digit: VIAF, Wikidata, OCLC, and LCCN, the control numbers of the Library
of Congress (info:lccn, "Normalization of LCCNs")."""

from __future__ import annotations

import re
from typing import Final

from reportcite.patterns import pattern
from reportcite.values.identifiers.identifier import Identifier, Kind, never

_WIKIDATA: Final = pattern(r"[QPL][1-9][0-9]{0,10}", re.IGNORECASE)
_VIAF: Final = pattern(r"[1-9][0-9]{0,21}")
_OCLC: Final = pattern(r"0*([1-9][0-9]{0,11})")
_LCCN: Final = pattern(r"([a-z]{0,3})([0-9]{2}|20[0-9]{2})(?:-([0-9]{1,6})|([0-9]{6}))")
# What the numbers of its authority records begin with.
_AUTHORITY: Final = pattern(r"(?:n|nb|no|nr|ns|sh|sj|gf|mp|dg) ?(?:[0-9]{2}|20[0-9]{2})[0-9]{6}")
_OCLC_MARKED: Final = pattern(r"(?:ocm|ocn|on)[0-9]{8,12}", re.IGNORECASE)


def read_viaf(code: str) -> Identifier:
    """What `code` is as a number of the Virtual International Authority File.

    >>> read_viaf("24602065").link
    'https://viaf.org/viaf/24602065'
    """
    bare = code.strip().rstrip("/")
    if _VIAF.fullmatch(bare) is None:
        return Identifier("VIAF", reason="a number of VIAF has up to 22 digits, and no others")
    return Identifier("VIAF", bare, f"https://viaf.org/viaf/{bare}")


def read_oclc(code: str) -> Identifier:
    """What `code` is as a control number of OCLC; zeros before it, and ocm, do not count.

    >>> read_oclc("ocm00012345")[:3]
    ('OCLC', '12345', 'https://www.worldcat.org/oclc/12345')
    """
    bare = re.sub(r"\A(?:ocm|ocn|on)", "", code.strip(), flags=re.IGNORECASE).rstrip("/")
    match = _OCLC.fullmatch(bare)
    if match is None:
        return Identifier("OCLC", reason="a number of OCLC has up to 12 digits, and no others")
    return Identifier("OCLC", match[1], f"https://www.worldcat.org/oclc/{match[1]}")


def read_lccn(code: str) -> Identifier:
    """What `code` is as a control number of the Library of Congress, of a record or an authority;
    its parts are joined, what stands behind a slash is left out.

    >>> read_lccn("85-2 ")[:3]
    ('LCCN', '85000002', 'https://lccn.loc.gov/85000002')
    >>> read_lccn("n 79021164").normalized, read_lccn(" 2001012345/AC/r932").normalized
    ('n79021164', '2001012345')
    """
    bare = "".join(code.partition("/")[0].split()).lower()
    match = _LCCN.fullmatch(bare)
    if match is None or len(match[1] + match[2]) > 6:
        return Identifier("LCCN", reason="an LCCN is like 2001012345, 85-2773 or n79021164")
    right = match[1] + match[2] + (match[3] or match[4]).rjust(6, "0")
    return Identifier("LCCN", right, f"https://lccn.loc.gov/{right}")


def looks_like_lccn(code: str) -> bool:
    """Whether `code` begins as an authority's number does, and is as long.

    >>> looks_like_lccn("sh85076671"), looks_like_lccn("n 79021164"), looks_like_lccn("85076671")
    (True, True, False)
    """
    return _AUTHORITY.fullmatch(code) is not None


def looks_like_oclc(code: str) -> bool:
    """Whether `code` is marked as one, with ocm, ocn or on.

    >>> looks_like_oclc("ocn123456789"), looks_like_oclc("123456789")
    (True, False)
    """
    return _OCLC_MARKED.fullmatch(code) is not None


def read_wikidata(code: str) -> Identifier:
    """What `code` is as an item (Q), property (P) or lexeme (L) of Wikidata.

    >>> read_wikidata("q42")[:3]
    ('Wikidata', 'Q42', 'https://www.wikidata.org/wiki/Q42')
    >>> read_wikidata("P50").link, read_wikidata("L7").link
    ('https://www.wikidata.org/wiki/Property:P50', 'https://www.wikidata.org/wiki/Lexeme:L7')
    """
    bare = code.strip().upper()
    if _WIKIDATA.fullmatch(bare) is None:
        return Identifier("Wikidata", reason="it is a Q and a number, as in Q42")
    space = {"Q": "", "P": "Property:", "L": "Lexeme:"}[bare[0]]
    return Identifier("Wikidata", bare, f"https://www.wikidata.org/wiki/{space}{bare}")


def looks_like_wikidata(code: str) -> bool:
    """Whether `code` is written as an item is.

    >>> looks_like_wikidata("Q42"), looks_like_wikidata("P50")
    (True, False)
    """
    return code[:1] == "Q" and _WIKIDATA.fullmatch(code) is not None


LCCN: Final = Kind(
    "LCCN",
    pattern(
        r"(?:https?://)?(?:www\.)?lccn\.loc\.gov/|https?://id\.loc\.gov/authorities/[a-z]+/|"
        r"info:lccn/|\(DLC\)\s*|(?:LCCN|LC control (?:no\.|number))[\s:/=]\s*",
        re.IGNORECASE,
    ),
    looks_like_lccn,
    read_lccn,
)
VIAF: Final = Kind(
    "VIAF",
    pattern(
        r"(?:https?://)?(?:www\.)?viaf\.org/viaf/|VIAF(?:[- ]ID)?[\s:/=]\s*|\(VIAF\)\s*",
        re.IGNORECASE,
    ),
    never,
    read_viaf,
)
OCLC: Final = Kind(
    "OCLC",
    pattern(
        r"(?:https?://)?(?:www\.|search\.)?worldcat\.org/(?:\S*/)?(?:oclc|title)/(?=[0-9])|"
        r"\(OCoLC\)\s*|info:oclcnum/|"
        r"(?:OCLC|OCoLC)(?:[- ]?(?:number|no\.?|nr\.?))?[\s:/#=]\s*",
        re.IGNORECASE,
    ),
    looks_like_oclc,
    read_oclc,
)
WIKIDATA: Final = Kind(
    "Wikidata",
    pattern(
        r"https?://(?:www\.|m\.)?wikidata\.org/(?:wiki|entity)/(?:Property:|Lexeme:|Special:EntityData/)?|"
        r"(?:wikidata|wd)[\s:]\s*",
        re.IGNORECASE,
    ),
    looks_like_wikidata,
    read_wikidata,
)
