"""EndNote's reference types: what a field means for each, once for RIS, EndNote XML and ENW.

A field is called by its tag in RIS, where `M1` is EndNote's field "Number" and `NV` "Number of
Volumes", whatever tag RIS has for them in a reference of some type. Sources: EndNote's table of
reference types, as the RIS specification of 2011 prints it, and what Zotero reads where EndNote's
own label has no counterpart in CSL.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Container, Mapping, MutableMapping
from functools import lru_cache
from types import MappingProxyType
from typing import Any, Final

from reportcite.tuples import NamedTuple
from reportcite.values.standard_numbers import Kind


class ReferenceType(NamedTuple):
    """A type of reference: its type in CSL, EndNote's name and number of it ("" and 0 for one that
    only RIS has), and the variable in each field, in the order in which two fields of one variable
    count."""

    csl_type: str
    name: str
    number: int
    variables: Mapping[str, str]


_FIELD: Final = re.compile(r"([A-Z0-9]{2})([=<])(\S*)")


def _pairs(text: str, signs: str = "=<") -> dict[str, str]:
    """Tag → variable; where `<` stands between them the field is read and not written."""
    return {tag: variable for tag, sign, variable in _FIELD.findall(text) if sign in signs}


# What a field means where a type does not say otherwise.
_GENERIC: Final = _pairs(
    """TI=title ST=title-short TT=original-title AU=author A2=editor A3=collection-editor
    A4=translator J2=container-title-short T2=container-title T3=collection-title PB=publisher
    CY=publisher-place DA=issued M3=genre M1=number ET=edition VL=volume NV=number-of-volumes
    SP=page SE=section RI=reviewed-title SN=ISBN DO=DOI UR=URL Y2=accessed LA=language
    CN=call-number DB=source DP=source KW=keyword AB=abstract N1=note"""
)
_JOURNAL: Final = "M1=issue SE<page SN=ISSN C2=PMCID C7=number ET=available-date"
_SERIES: Final = "A2=collection-editor T2=collection-title M1=collection-number SP=number-of-pages"
_PICTURE: Final = "T2=container-title VL=dimensions ET=version"
_AUDIOVISUAL: Final = "A2=performer C3=dimensions C5=medium C1<performer"
_LAW: Final = "ET=chapter-number T3=authority OP=references"
FALLBACK: Final = "GEN"

# RIS type: CSL type, EndNote's name and number, and the fields that mean something of their own
# (nothing for one without a counterpart in CSL; `<` for one that is only read).
_TABLE: Final[dict[str, tuple[str, str, int, str]]] = {
    "JOUR": ("article-journal", "Journal Article", 17, _JOURNAL),
    "RPRT": (
        "report", "Report", 27,
        "A2=collection-editor T2=collection-title SP=number-of-pages SN=number C6=issue "
        "NV=collection-number",
    ),
    "BOOK": ("book", "Book", 6, f"{_SERIES} A3=editor SE<page"),
    "CHAP": ("chapter", "Book Section", 5, "M1=collection-number SE=chapter-number C1=section"),
    "EDBOOK": ("book", "Edited Book", 28, f"{_SERIES} A3=editor"),
    "CONF": (
        "paper-conference", "Conference Proceedings", 10,
        "T2=event-title C3=container-title CY=event-place C1=publisher-place M1=issue "
        "A4=contributor",
    ),
    "CPAPER": (
        "paper-conference", "Conference Paper", 47,
        "T2=event-title C3=container-title CY=event-place C1=publisher-place A3=collection-editor",
    ),
    "THES": ("thesis", "Thesis", 32, "A3=contributor T2=division SP=number-of-pages"),
    "ELEC": ("webpage", "Web Page", 12, "A2=collection-editor M1<accessed"),
    "NEWS": ("article-newspaper", "Newspaper Article", 23, "SN=ISSN C1<section C2<issue"),
    "MGZN": ("article-magazine", "Magazine Article", 19, "M1=issue SE<page SN=ISSN"),
    "GEN": ("document", "Generic", 13, ""),
    "ABST": ("article-journal", "", 0, _JOURNAL),
    "ADVS": ("motion_picture", "Audiovisual Material", 3, _AUDIOVISUAL),
    "AGGR": ("dataset", "Aggregated Database", 55, ""),
    "ANCIENT": ("classic", "Ancient Text", 51, "T3=volume-title"),
    "ART": ("graphic", "Artwork", 2, "M3=medium C3=dimensions M1<dimensions SN="),
    "BILL": ("bill", "Bill", 4, f"A2=author SN= {_LAW}"),
    "BLOG": ("post-weblog", "Blog", 56, "A3=illustrator T3=publisher"),
    "CASE": (
        "legal_case", "Case", 7,
        "A2=container-title T2<container-title A3= A4= PB=authority OP=references SV=number "
        "NV=container-title-short T3=status ET=status SE=submitted SN= M3<references",
    ),
    "CHART": ("figure", "Chart or Table", 38, _PICTURE),
    "CLSWK": ("classic", "Classical Work", 49, _SERIES),
    "COMP": (
        "software", "Computer Program", 9,
        "ET=version M1=medium A2=collection-editor T2=collection-title VL=edition",
    ),
    "CTLG": ("book", "Catalog", 8, "T2=collection-title M1=collection-number NV=number A2="),
    "DATA": (
        "dataset", "Dataset", 59,
        "A2=producer A4=contributor ET=version NV=number C3<genre SE=original-date SN=ISSN RI=",
    ),
    "DBASE": ("dataset", "Online Database", 45, "SN=number"),
    "DICT": ("entry-dictionary", "Dictionary", 52, "SE=version"),
    "EBOOK": (
        "book", "Electronic Book", 44,
        f"{_SERIES} A2=editor A3=collection-editor NV=version C7=PMCID",
    ),
    "ECHAP": ("chapter", "Electronic Book Section", 60, "M1=chapter-number C1=section C7=PMCID"),
    "EJOUR": (
        "article-journal", "Electronic Article", 43,
        "M1=issue SE=available-date SN=ISSN C3=PMCID C7=number C5=volume-title NV=number",
    ),
    "ENCYC": ("entry-encyclopedia", "Encyclopedia", 53, ""),
    "EQUA": ("figure", "Equation", 39, _PICTURE),
    "FIGURE": ("figure", "Figure", 37, _PICTURE),
    "GOVDOC": (
        "report", "Government Document", 46,
        "A2=division C1=authority T2=collection-title M1=issue SN=number",
    ),
    "GRANT": ("document", "Grant", 54, "SE= NV= ET= RI="),
    "HEAR": ("hearing", "Hearing", 14, f"{_LAW} T2=section SE="),
    "ICOMM": ("personal_communication", "", 0, "A2=recipient ET="),
    "INPR": ("article-journal", "", 0, _JOURNAL),
    "JFULL": ("periodical", "", 0, _JOURNAL),
    "LEGAL": (
        "regulation", "Legal Rule or Regulation", 50,
        "A2=authority SN=number M1<page OP=references T3=supplement-number NV=chapter-number",
    ),
    "MANSCPT": (
        "manuscript", "Manuscript", 36,
        "T2=archive_collection PB=archive NV=number M1<page SE<page",
    ),
    "MAP": (
        "map", "Map", 20,
        "A2=collection-editor T2=collection-title C1=scale C3=dimensions",
    ),
    "MPCT": (
        "motion_picture", "Film or Broadcast", 21,
        "A2=director A3=producer A4=performer C4=genre C5=medium M3<medium SP=dimensions "
        "T2=collection-title C1<performer",
    ),
    "MULTI": (
        "webpage", "Online Multimedia", 48,
        "A2=collection-editor M1=dimensions C5=medium",
    ),
    "MUSIC": ("musical_score", "Music", 61, "A4=producer C1=medium SN=ISSN"),
    "PAMP": (
        "pamphlet", "Pamphlet", 24,
        "A2=contributor M1=collection-number VL=number",
    ),
    "PAT": (
        "patent", "Patent", 25,
        "A2=authority A3= M1=call-number SN=number OP=issue C6=status C5=references VL=version "
        "C3=jurisdiction ET= NV= T3=",
    ),
    "PCOMM": ("personal_communication", "Personal Communication", 26, "A2=recipient ET="),
    "SER": (
        "book", "Serial", 57,
        "A4<editor M1=collection-number SE=chapter-number C1=section C2=number C6=issue",
    ),
    "SLIDE": ("speech", "", 0, f"{_AUDIOVISUAL} T2=event-title CY=event-place"),
    "SOUND": ("song", "", 0, _AUDIOVISUAL),
    "STAND": ("standard", "Standard", 58, "SN=number C5=publisher C6=volume M1<page"),
    "STAT": ("legislation", "Statute", 31, f"{_LAW} SN= T3= A2="),
    "UNBILL": ("bill", "", 0, f"A2=author SN= {_LAW}"),
    "UNPB": (
        "manuscript", "Unpublished Work", 34,
        "A2=collection-editor T2=collection-title T3=division",
    ),
    "VIDEO": ("motion_picture", "", 0, _AUDIOVISUAL),
    "WEB": ("webpage", "", 0, "A2=collection-editor"),
}  # fmt: skip


def _reference_type(csl_type: str, name: str, number: int, own: str) -> ReferenceType:
    fields = {**_GENERIC, **_pairs(own)}
    return ReferenceType(csl_type, name, number, MappingProxyType(fields))


REFERENCE_TYPES: Final[Mapping[str, ReferenceType]] = MappingProxyType(
    {ris: _reference_type(*row) for ris, row in _TABLE.items()}
)
"""RIS type → what is known of it."""

WRITTEN_AS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "article": "UNPB", "article-journal": "JOUR", "article-magazine": "MGZN",
        "article-newspaper": "NEWS", "bill": "BILL", "book": "BOOK", "broadcast": "VIDEO",
        "chapter": "CHAP", "classic": "CLSWK", "collection": "GEN", "dataset": "DATA",
        "document": "GEN", "entry": "ENCYC", "entry-dictionary": "DICT",
        "entry-encyclopedia": "ENCYC", "event": "GEN", "figure": "FIGURE", "graphic": "ART",
        "hearing": "HEAR", "interview": "PCOMM", "legal_case": "CASE", "legislation": "STAT",
        "manuscript": "MANSCPT", "map": "MAP", "motion_picture": "MPCT",
        "musical_score": "MUSIC", "pamphlet": "PAMP", "paper-conference": "CONF",
        "patent": "PAT", "performance": "GEN", "periodical": "JFULL",
        "personal_communication": "PCOMM", "post": "BLOG", "post-weblog": "BLOG",
        "regulation": "LEGAL", "report": "RPRT", "review": "JOUR", "review-book": "JOUR",
        "software": "COMP", "song": "SOUND", "speech": "SLIDE", "standard": "STAND",
        "thesis": "THES", "treaty": "LEGAL", "webpage": "ELEC",
    }
)  # fmt: skip
"""CSL type → the RIS type for it. Where several share one, that of the RIS type is meant, and the
others are named in the entry."""

_NAMED: Final[Mapping[str, str]] = MappingProxyType(
    {"ICOMM": "PCOMM", "INPR": "JOUR", "ABST": "JOUR", "JFULL": "SER", "SLIDE": "ADVS",
     "SOUND": "ADVS", "UNBILL": "BILL", "VIDEO": "ADVS", "WEB": "ELEC"}
)  # fmt: skip

_UNPUBLISHED: Final = "CPAPER"
"""The type of a paper that was held at a conference and is in no proceedings."""


def ris_type(csl_type: str, present: Container[str] = ()) -> str:
    """The RIS type for a CSL type of which the variables `present` are given; `GEN` for one that
    CSL does not know."""
    if csl_type == "paper-conference" and "event-title" in present:
        return "CONF" if "container-title" in present else _UNPUBLISHED
    return WRITTEN_AS.get(csl_type, FALLBACK)


def endnote_type(csl_type: str, present: Container[str] = ()) -> str:
    """As `ris_type`, but one that EndNote knows by name."""
    ris = ris_type(csl_type, present)
    return _NAMED.get(ris, ris)


@lru_cache(maxsize=1 << 7)  # a file has few of them
def type_named(name: str, number: str = "") -> str:
    """The RIS type that EndNote calls so, or else has under this number; "" for none.

    >>> type_named("Book Section"), type_named("", "27"), type_named("Zine")
    ('CHAP', 'RPRT', '')
    """
    wanted = _OTHER_NAMES.get(name, name).lower()
    for ris, known in REFERENCE_TYPES.items():
        if known.name and (
            known.name.lower() == wanted or (not name and number == str(known.number))
        ):
            return ris
    return ""


_OTHER_NAMES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "Conference Proceeding": "Conference Proceedings", "Electronic Source": "Web Page",
        "Electronic Chapter": "Electronic Book Section", "Serial Publication": "Serial",
        "Serial (Book, Monograph)": "Serial", "Chart": "Chart or Table",
        "Unpublished Material": "Unpublished Work", "Podcast": "Audiovisual Material",
        "Multimedia Application": "Online Multimedia", "Press Release": "Report",
        "Social Media": "Blog", "Discussion Forum": "Blog", "Interview": "Personal Communication",
        "Television Episode": "Film or Broadcast", "Music Score": "Music", "Data File": "Dataset",
        "Journal": "Journal Article", "Preprint": "Unpublished Work",
    }
)  # fmt: skip
"""What other versions of EndNote and other programs call its types."""


def tags_of(ris: str, present: Collection[str] = ()) -> Mapping[str, str]:
    """Variable → its tag in references of this type in which `present` are given.

    What a type has of its own goes before what is usual.
    """
    own = _pairs(_TABLE[ris][3])
    usual = {variable: tag for tag, variable in _GENERIC.items() if tag not in own}
    written = _pairs(_TABLE[ris][3], "=").items()
    tags = {**usual, **{variable: tag for tag, variable in reversed(written) if variable}}
    held = {tags.get(variable) for variable in present}
    if tags.get("collection-editor") == "A2" and held.isdisjoint(BESIDE_SERIES_EDITORS):
        del tags["collection-editor"]
    if ris == _PROCEEDINGS:
        for usual_tag, (its_own, of_proceedings) in _OF_PROCEEDINGS.items():
            if its_own not in present:
                tags[of_proceedings] = usual_tag
                del tags[its_own]
            elif of_proceedings not in present:
                del tags[its_own]
    return tags


BESIDE_SERIES_EDITORS: Final = frozenset({"AU", "A1", "A3", "ED", "T2", "T3"})
"""The tags without any of which those in A2, who would be editors of a series, are editors."""

_PROCEEDINGS: Final = "CONF"
# What has the title and the place of the conference in EndNote, and of the book in most files of
# other programs, which have no other.
_OF_PROCEEDINGS: Final = {
    "T2": ("event-title", "container-title"),
    "CY": ("event-place", "publisher-place"),
}


@lru_cache(maxsize=1 << 7)
def expected_number(ris: str) -> Kind:
    """What SN holds in a reference of this type."""
    held = REFERENCE_TYPES[ris].variables["SN"]
    return "ISSN" if held == "ISSN" else "number" if held == "number" else "ISBN"


_PUBMED: Final = ("PubMed", "MEDLINE", "Medline", "NLM")
_PMC: Final = re.compile(r"PMC[0-9]+")


def read_accession(number: str, database: str) -> Mapping[str, str]:
    """What works are cited by, by variable, in the number that a database has for one: those of
    PubMed, PubMed Central and ERIC.

    >>> read_accession("123", "PubMed"), read_accession("123", "Scopus")
    ({'PMID': '123'}, {})
    >>> read_accession("ED12", "ERIC")
    {'archive': 'ERIC', 'archive_location': 'ED12'}
    """
    if number.isdecimal() and database.startswith(_PUBMED):
        return {"PMID": number}
    if database == "PMC" and _PMC.fullmatch(number):
        return {"PMCID": number}
    if database == "ERIC" and number:
        return {"archive": database, "archive_location": number}
    return {}


def read_proceedings(ris: str, fields: MutableMapping[str, Any]) -> None:
    """Let the only title, and the only place, in a reference to proceedings be those of the book
    (`fields` by variable), since most programs have no other."""
    if ris != _PROCEEDINGS:
        return
    for of_conference, of_book in _OF_PROCEEDINGS.values():
        if of_conference in fields and of_book not in fields:
            fields[of_book] = fields.pop(of_conference)
