"""Which RIS reference type and tag holds what, for writing and reading.

What a tag means in a reference of some type is EndNote's (`formats.reference_types`); here stands
how RIS differs from that, after its specifications of 2001 (Research Information Systems) and
2011, and what has no tag: it goes into `M1  - Label: value`, one per line, which Zotero files
under the field so called.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from enum import Enum, auto
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Final, Literal

from reportcite.formats.reference_types import REFERENCE_TYPES, tags_of
from reportcite.record.fields import FIELDS
from reportcite.tuples import NamedTuple
from reportcite.vocabulary import DATE_VARIABLES, NAME_VARIABLES

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
    GENRE = auto()  # in M3, where it is no DOI
    COUNT = auto()  # in SP, unless it is taken for a range
    NUMBER = auto()  # in SN, where it looks like one of its kind
    BARE = auto()  # in M1, without a label
    DEPARTMENT = auto()  # in T2, unless it is taken for a subtitle or a series
    LABELLED = auto()  # in M1, behind a label
    LABELLED_TEXT = auto()  # the same of what is no list of names and no date
    KEY = auto()


class Target(NamedTuple):
    """The tag for a variable, and how its value stands there."""

    tag: str
    kind: FieldKind


# Tags in the order in which a reference shows them; what has a label follows by the alphabet, or
# where it would stand if it had a tag.
_ORDER: Final = """TI ST TT AU A2 A3 ED A4 T2 C3 J2 T3 SV PB CY C1 DA M3 M1 SN ET VL IS NV SE SP DO
    UR Y2 LA AV CN DP KW AB N1""".split()

_BEHIND: Final = {"collection-number": "T3", "number": "M1", "ISBN": "DO", "ISSN": "DO"}

_KINDS: Final = {
    "title": FieldKind.TITLE,
    "subtitle": FieldKind.SUBTITLE,
    "issued": FieldKind.ISSUED,
    "keyword": FieldKind.KEYWORDS,
    "DOI": FieldKind.DOI,
    "URL": FieldKind.URL,
    "language": FieldKind.LANGUAGE,
    "note": FieldKind.NOTE,
    "genre": FieldKind.GENRE,
    "medium": FieldKind.GENRE,
    "citation-key": FieldKind.KEY,
}

_OF_TAGS: Final = {"M1": FieldKind.BARE, "SN": FieldKind.NUMBER}

# Tags of RIS for EndNote's fields "Number" and "Number of Volumes" in references of a type.
_RETAGGED: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType(
    {"CHAP": {"M1": "SV", "NV": "IS"}}
)

# What is written elsewhere than EndNote has it, so that Zotero and pandoc find it.
_WRITTEN: Final[Mapping[str, Mapping[str, str]]] = MappingProxyType(
    {
        "RPRT": {"collection-number": "", "editor": "ED", "number-of-volumes": ""},
        "GOVDOC": {"editor": "ED"},
    }
)

_SYNONYMS: Final[Mapping[str, str]] = MappingProxyType(
    {"T1": "TI", "CT": "TI", "A1": "AU", "N2": "AB", "PP": "CY", "JF": "T2", "BT": "T2", "J1": "J2",
     "J9": "J2", "JA": "J2", "JI": "J2", "H1": "DP", "H2": "CN"}
)  # fmt: skip
"""Tags that say the same as another one: in the specification of 2001, in Citavi (H1, H2)."""

# Tags with one meaning in every type: the text of a licence, the issue in Reference Manager.
_EVERYWHERE: Final[Mapping[str, str]] = MappingProxyType(
    {"ED": "editor", "AV": "archive_location", "CR": "license", "CP": "issue", "M2": "page"}
)
_TITLED_BY_BT: Final = frozenset({"BOOK", "EDBOOK", "EBOOK", "UNPB", "MANSCPT"})
_PROCEEDINGS: Final = frozenset({"CONF", "CPAPER"})

# Tags that are read together with others, or when the rest is known.
JOINED: Final = frozenset(
    {"TY", "ID", "ER", "PY", "Y1", "DA", "SP", "EP", "SN", "M1", "N1", "RN", "JO", "M3"}
)

_LABELS = {"collection-number": "Series Number", "URL": "URL", "DOI": "DOI"}
TYPE_LABEL = "Type"


def targets(ris: str, present: Collection[str], dialect: Dialect) -> Mapping[str, Target]:
    """Every variable with its place in a reference of RIS type `ris` in which `present` are given,
    in the order they are written."""
    tags = _tags(ris, present)
    table = {name: _target(name, tags.get(name, "")) for name in sorted(FIELDS)}
    if dialect == "refman2001" and tags.get("number") == "SN":
        table |= {
            "ISBN": Target("SN", FieldKind.NUMBER),
            "number": Target("M1", FieldKind.LABELLED),
        }
    # A subtitle is written with its title, or in its place.
    return dict(sorted(table.items(), key=lambda one: (_rank(*one), one[0] == "subtitle")))


def _rank(variable: str, target: Target) -> int:
    labelled = target.kind is FieldKind.LABELLED
    tag = _BEHIND.get(variable, "") if labelled else target.tag
    return _ORDER.index(tag) if tag in _ORDER else len(_ORDER)


def _tags(ris: str, present: Collection[str]) -> dict[str, str]:
    """Variable → its tag; those without one are missing, or have ""."""
    retagged = _RETAGGED.get(ris, {})
    tags = {variable: retagged.get(tag, tag) for variable, tag in tags_of(ris, present).items()}
    if "IS" not in tags.values() and tags.get("issue") != "OP":
        tags["issue"] = "IS"
    tags["subtitle"] = "TI"
    tags.setdefault("editor", "ED")
    tags["archive_location"] = "AV"
    tags.update(_WRITTEN.get(ris, {}))
    return tags


def _target(variable: str, tag: str) -> Target:
    if variable in ("subtitle", "citation-key"):
        kind = _KINDS[variable]
    elif not tag:
        kind = FieldKind.LABELLED
    elif (variable, tag) == ("division", "T2"):
        kind = FieldKind.DEPARTMENT
    elif variable in NAME_VARIABLES:
        kind = FieldKind.NAMES
    elif variable in DATE_VARIABLES and variable != "issued":
        kind = FieldKind.DATE
    elif tag == "SP":
        kind = FieldKind.PAGES if variable == "page" else FieldKind.COUNT
    else:
        kind = _OF_TAGS.get(tag) or _KINDS.get(variable, FieldKind.TEXT)
    return Target(tag or "M1", kind)


@lru_cache(maxsize=1 << 7)
def variables(ris: str) -> Mapping[str, str]:
    """Tag → the variable it holds in a reference of RIS type `ris`; "" for a tag that CSL has
    nothing for, which the others are, too."""
    retagged = _RETAGGED.get(ris, {})
    own = REFERENCE_TYPES[ris].variables
    found = {retagged.get(tag, tag): variable for tag, variable in own.items()}
    found = {"IS": "issue", "C2": "PMCID", **found, **_EVERYWHERE}
    for tag, same in _SYNONYMS.items():
        found.setdefault(tag, found.get(same, ""))
    if ris in _TITLED_BY_BT:
        found["BT"] = "title"
    if ris in _PROCEEDINGS:
        found |= dict.fromkeys(("BT", "JF", "JO"), "container-title")
    found.setdefault("JO", found["T2"])
    return MappingProxyType(found)


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
