"""Which RIS reference type and tag holds what: one table, for writing and reading.

After the RIS specification of 2001 (Research Information Systems) and its revision of 2011, which
EndNote and Zotero follow. What has no tag goes into `M1  - Label: value`, one per line, which
Zotero files under the field so called.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, auto
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Literal, NamedTuple

from reportcite.record.model import FIELDS

Dialect = Literal["ris", "refman2001"]


class FieldKind(Enum):
    """How a value stands behind its tag."""

    TEXT = auto()
    TITLE = auto()  # the subtitle behind it
    SUBTITLE = auto()
    NAMES = auto()  # one line per name
    ISSUED = auto()  # PY and DA
    DATE = auto()
    KEYWORDS = auto()  # one line per keyword
    PAGES = auto()  # SP and EP
    DOI = auto()
    URL = auto()
    LANGUAGE = auto()
    NOTE = auto()
    COUNT = auto()  # in SP, unless it is taken for a range
    NUMBER = auto()  # in SN, where it looks like one of its kind
    LABELLED = auto()  # in M1, behind a label
    KEY = auto()


class Target(NamedTuple):
    """The tag for a variable, and how its value stands there."""

    tag: str
    kind: FieldKind


# CSL type → RIS type. Where several share one, READ_TYPES gives the one that is meant, and
# `M1  - Type: …` names the others.
_TYPES: dict[str, str] = {
    "article": "UNPB", "article-journal": "JOUR", "article-magazine": "MGZN",
    "article-newspaper": "NEWS", "bill": "BILL", "book": "BOOK", "broadcast": "VIDEO",
    "chapter": "CHAP", "classic": "CLSWK", "collection": "GEN", "dataset": "DATA",
    "document": "GEN", "entry": "ENCYC", "entry-dictionary": "DICT",
    "entry-encyclopedia": "ENCYC", "event": "GEN", "figure": "FIGURE", "graphic": "ART",
    "hearing": "HEAR", "interview": "PCOMM", "legal_case": "CASE", "legislation": "STAT",
    "manuscript": "MANSCPT", "map": "MAP", "motion_picture": "MPCT", "musical_score": "MUSIC",
    "pamphlet": "PAMP", "paper-conference": "CONF", "patent": "PAT", "performance": "GEN",
    "periodical": "JFULL", "personal_communication": "PCOMM", "post": "BLOG",
    "post-weblog": "BLOG", "regulation": "LEGAL", "report": "RPRT", "review": "JOUR",
    "review-book": "JOUR", "software": "COMP", "song": "SOUND", "speech": "SLIDE",
    "standard": "STAND", "thesis": "THES", "treaty": "LEGAL", "webpage": "ELEC",
}  # fmt: skip
FALLBACK_TYPE = "document"

READ_TYPES: Mapping[str, str] = MappingProxyType(
    {
        "ABST": "article-journal", "ADVS": "motion_picture", "AGGR": "dataset",
        "ANCIENT": "classic", "ART": "graphic", "BILL": "bill", "BLOG": "post-weblog",
        "BOOK": "book", "CASE": "legal_case", "CHAP": "chapter", "CHART": "figure",
        "CLSWK": "classic", "COMP": "software", "CONF": "paper-conference",
        "CPAPER": "paper-conference", "CTLG": "book", "DATA": "dataset", "DBASE": "dataset",
        "DICT": "entry-dictionary", "EBOOK": "book", "ECHAP": "chapter", "EDBOOK": "book",
        "EJOUR": "article-journal", "ELEC": "webpage", "ENCYC": "entry-encyclopedia",
        "EQUA": "figure", "FIGURE": "figure", "GEN": FALLBACK_TYPE, "GOVDOC": "report",
        "GRANT": FALLBACK_TYPE, "HEAR": "hearing", "ICOMM": "personal_communication",
        "INPR": "article-journal", "JFULL": "periodical", "JOUR": "article-journal",
        "LEGAL": "regulation", "MANSCPT": "manuscript", "MAP": "map",
        "MGZN": "article-magazine", "MPCT": "motion_picture", "MULTI": FALLBACK_TYPE,
        "MUSIC": "musical_score", "NEWS": "article-newspaper", "PAMP": "pamphlet",
        "PAT": "patent", "PCOMM": "personal_communication", "RPRT": "report", "SER": "book",
        "SLIDE": "speech", "SOUND": "song", "STAND": "standard", "STAT": "legislation",
        "THES": "thesis", "UNBILL": "bill", "UNPB": "manuscript", "VIDEO": "motion_picture",
        "WEB": "webpage",
    }
)  # fmt: skip
"""RIS type → CSL type, for references without `M1  - Type: …`."""

_ARTICLES = frozenset(
    {"article-journal", "article-magazine", "article-newspaper", "review", "review-book"}
)
_PARTS = frozenset(
    {"chapter", "paper-conference", "entry", "entry-dictionary", "entry-encyclopedia"}
)
_IN_SITES = frozenset({"post", "post-weblog", "webpage", "broadcast"})
# Types of which SN is the number of the thing itself.
_NUMBERED = frozenset({"report", "patent", "standard"})

# Variables in the order in which a reference shows them.
_TARGETS: dict[str, Target] = {
    "title": Target("TI", FieldKind.TITLE),
    "subtitle": Target("TI", FieldKind.SUBTITLE),
    "title-short": Target("ST", FieldKind.TEXT),
    "author": Target("AU", FieldKind.NAMES),
    "editor": Target("ED", FieldKind.NAMES),
    "collection-editor": Target("A3", FieldKind.NAMES),
    "translator": Target("A4", FieldKind.NAMES),
    "container-title-short": Target("J2", FieldKind.TEXT),
    "collection-title": Target("T2", FieldKind.TEXT),
    "collection-number": Target("M1", FieldKind.LABELLED),
    "publisher": Target("PB", FieldKind.TEXT),
    "publisher-place": Target("CY", FieldKind.TEXT),
    "issued": Target("DA", FieldKind.ISSUED),
    "genre": Target("M3", FieldKind.TEXT),
    "number": Target("M1", FieldKind.LABELLED),
    "edition": Target("ET", FieldKind.TEXT),
    "volume": Target("VL", FieldKind.TEXT),
    "issue": Target("IS", FieldKind.TEXT),
    "number-of-volumes": Target("NV", FieldKind.TEXT),
    "section": Target("SE", FieldKind.TEXT),
    "number-of-pages": Target("SP", FieldKind.COUNT),
    "ISBN": Target("M1", FieldKind.LABELLED),
    "ISSN": Target("M1", FieldKind.LABELLED),
    "DOI": Target("DO", FieldKind.DOI),
    "URL": Target("UR", FieldKind.URL),
    "accessed": Target("Y2", FieldKind.DATE),
    "language": Target("LA", FieldKind.LANGUAGE),
    "call-number": Target("CN", FieldKind.TEXT),
    "keyword": Target("KW", FieldKind.KEYWORDS),
    "abstract": Target("AB", FieldKind.TEXT),
    "note": Target("N1", FieldKind.NOTE),
    "citation-key": Target("ID", FieldKind.KEY),
}

_OTHER_TAGS = {
    # Tags that say the same as another one, in one of the two specifications.
    "T1": "TI", "CT": "TI", "A1": "AU", "A2": "ED", "ED": "A2", "N2": "AB", "JF": "T2",
    "JO": "T2", "BT": "T2", "T3": "T2", "JA": "J2", "J1": "J2",
    "J9": "J2", "JI": "J2", "PP": "CY", "RN": "N1", "L2": "UR",
}  # fmt: skip

_LABELS = {"collection-number": "Series Number", "URL": "URL", "DOI": "DOI"}
TYPE_LABEL = "Type"


PASSED_OVER = frozenset({"AD", "AN", "DB", "DP", "L1", "L4"})
"""Tags in which databases and programs keep addresses, files and their own numbers."""


def ris_type(csl_type: str) -> str:
    """The RIS type for a CSL type; `GEN` for one that CSL does not know."""
    return _TYPES.get(csl_type, _TYPES[FALLBACK_TYPE])


@lru_cache(maxsize=1 << 7)  # CSL has 45 types; a caller may make up others
def targets(csl_type: str, dialect: Dialect) -> Mapping[str, Target]:
    """Every variable with its place in a reference of this type, in the order they are written."""
    own = {name: Target("M1", FieldKind.LABELLED) for name in sorted(FIELDS - _TARGETS.keys())}
    table = {**_TARGETS, **own, **_by_type(csl_type)}
    if dialect == "refman2001" and csl_type in _NUMBERED:
        table |= {
            "ISBN": Target("SN", FieldKind.NUMBER),
            "number": Target("M1", FieldKind.LABELLED),
        }
    return MappingProxyType(table)


@lru_cache(maxsize=1 << 7)
def variables(csl_type: str) -> Mapping[str, tuple[str, FieldKind]]:
    """Tag → the variable it holds in a reference of this type, and how; SN and M1 apart."""
    found: dict[str, tuple[str, FieldKind]] = {}
    for variable, target in targets(csl_type, "ris").items():
        if target.tag not in ("SN", "M1"):
            found.setdefault(target.tag, (variable, target.kind))
    for tag, same in _OTHER_TAGS.items():
        if same in found:
            found.setdefault(tag, found[same])
    return MappingProxyType(found)


def expected_number(csl_type: str) -> Literal["ISBN", "ISSN", "number"]:
    """What SN holds in a reference of this type."""
    if csl_type in _NUMBERED:
        return "number"
    return "ISSN" if csl_type in _ARTICLES or csl_type == "periodical" else "ISBN"


@lru_cache(maxsize=1 << 8)  # more than there are variables
def label_of(variable: str) -> str:
    """What stands before the colon for `variable`: `Series Number`, `Event Place`, `ISBN`."""
    words = variable.replace("_", "-").split("-")
    return _LABELS.get(variable) or " ".join(word[:1].upper() + word[1:] for word in words)


def read_label(text: str, *, in_note: bool = True) -> tuple[str, str] | None:
    """The variable and the value in `Label: value`; None where no variable is called so.

    A note counts only where its value has a colon too: other values stand in M1.
    """
    label, colon, value = text[:60].partition(":")
    value = text[len(label) + 1 :].strip(" ")
    if not colon or not value or (in_note and ":" not in value):
        return None
    variable = _variable(label.strip(" "))
    return (variable, value) if variable else None


@cache
def _labels() -> dict[str, str]:
    return {label_of(name).lower(): name for name in FIELDS - {"note", "citation-key"}}


def _variable(label: str) -> str | None:
    return _labels().get(label.lower())


def _by_type(csl_type: str) -> dict[str, Target]:
    """The places that are elsewhere in references of this type."""
    targets: dict[str, Target] = {}
    if csl_type in _ARTICLES | _PARTS:
        targets["editor"] = Target("A2", FieldKind.NAMES)
        targets["page"] = Target("SP", FieldKind.PAGES)
        targets["number-of-pages"] = Target("M1", FieldKind.LABELLED)
    if csl_type in _ARTICLES | _PARTS | _IN_SITES:
        targets["container-title"] = Target("T2", FieldKind.TEXT)
        targets["collection-title"] = Target("T3", FieldKind.TEXT)
    if csl_type in _ARTICLES or csl_type == "periodical":
        targets["ISSN"] = Target("SN", FieldKind.NUMBER)
    elif csl_type in _NUMBERED:
        targets["number"] = Target("SN", FieldKind.NUMBER)
    else:
        targets["ISBN"] = Target("SN", FieldKind.NUMBER)
    return targets
