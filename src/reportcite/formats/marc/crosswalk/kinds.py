"""Which type of CSL a MARC record is of: its leader, coded data, thesis note and genres.

Source: MARC 21 Bibliographic, Leader/06 and 07, 006 and 008; the Library of Congress's mapping of
MARC to MODS (typeOfResource, genre, issuance).
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from reportcite.patterns import pattern

_KINDS: Final = {
    "c": "musical_score", "d": "musical_score", "e": "map", "f": "map", "g": "motion_picture",
    "i": "song", "j": "song", "k": "graphic", "r": "graphic", "o": "collection", "p": "collection",
}  # fmt: skip
_LEVELS: Final = {"s": "periodical", "b": "article-journal", "i": "webpage", "c": "collection"}
_GENRES: Final = pattern(
    r"(?i)(?P<thesis>hochschulschrift|dissertations?|thes[ie]s|thèses).*|"
    r"(?P<report>(?:technical |research )?reports?|forschungsbericht|bericht|working papers?).*"
)
_COMPUTER: Final = {"a": "dataset", "b": "software", "c": "software", "g": "software"}
_CONTENTS: Final = {"m": "thesis", "t": "report", "j": "patent"}
_OF_INVENIO: Final = ("coc", "uu")
"""What Invenio (of CERN and INSPIRE) writes for every record; it says nothing of it."""
_LEADER: Final = 24
CODES: Final = {
    "article-journal": "ab", "article-magazine": "ab", "article-newspaper": "ab", "chapter": "aa",
    "paper-conference": "aa", "entry-encyclopedia": "aa", "entry-dictionary": "aa",
    "entry": "aa", "article": "ab", "review": "ab", "review-book": "ab",
    "periodical": "as", "collection": "pc", "webpage": "ai", "manuscript": "tm",
    "musical_score": "cm", "map": "em", "motion_picture": "gm", "broadcast": "gm", "song": "jm",
    "graphic": "km", "figure": "km", "software": "mm", "dataset": "mm", "thesis": "am",
}  # fmt: skip
"""CSL type → Leader/06 and 07, for writing; `am` for all others."""


def leader_for(csl_type: str) -> str:
    """The leader of a new record; lengths, which stand at 0 and 12, are 0."""
    return f"00000n{CODES.get(csl_type, 'am')} a2200000 c 4500"


def bare_leader(leader: str) -> str:
    """`leader` without what depends on the serialization, lengths and encoding; "" for no leader.

    >>> bare_leader("01527cam  2200421 i 4500")
    '00000cam a2200000 i 4500'
    """
    if not (len(leader) == _LEADER and leader.isascii() and leader.isprintable()):
        return ""
    return f"00000{leader[5:9]}a2200000{leader[17:20]}4500"


def unusual_leader(leader: str, csl_type: str) -> str:
    """The bare leader; "" for no leader, and for that of a new record of the type.

    >>> unusual_leader("01527nam  2200421 c 4500", "book")
    ''
    """
    if len(leader) == _LEADER and leader.isascii() and leader.isprintable():
        return _unusual(leader[5:9], leader[17:20], csl_type)
    return ""


@lru_cache(maxsize=1 << 10)  # the records of a file have the same few
def _unusual(kind: str, rules: str, csl_type: str) -> str:
    usual = leader_for(csl_type)
    is_usual = (kind, rules) == (usual[5:9], usual[17:20])
    return "" if is_usual else f"00000{kind}a2200000{rules}4500"


def leader_of_text(leader: str, coded: str) -> str:
    """The leader of a book that is catalogued as a computer file because one reads it online; that
    of any other file as it is.

    >>> leader_of_text("00000nmm a2200000 c 4500", "")[6:8]
    'am'
    """
    is_text = leader[6:8] == "mm" and coded[26:27] not in _COMPUTER
    return f"{leader[:6]}a{leader[7:]}" if is_text else leader


def type_of(leader: str, coded: str, genres: list[str], *, thesis: bool, host: str) -> str:
    """The CSL type. `coded` is field 008; `host` is that of the work it stands in: "" for none,
    `serial`, `book` or `unknown`.

    >>> type_of("00000nam a22000000a 4500", "", [], thesis=False, host="")
    'book'
    """
    kind, level = leader[6:7], leader[7:8]
    if kind == "o" and (leader[5:8], leader[17:19]) == _OF_INVENIO:
        kind = level = ""
    if thesis:
        return "thesis"
    if kind == "m":
        return _COMPUTER.get(coded[26:27], "webpage")
    if kind in _KINDS:
        return _KINDS[kind]
    if host and level != "m":
        return "article-journal" if host == "serial" or level == "b" else "chapter"
    if kind == "t":
        return "manuscript"
    return _LEVELS.get(level) or _monograph(coded, genres)


def _monograph(coded: str, genres: list[str]) -> str:
    for content in coded[24:28]:
        if content in _CONTENTS:
            return _CONTENTS[content]
    for genre in genres:
        if match := _GENRES.fullmatch(genre):
            return match.lastgroup or "book"
    return "book"
