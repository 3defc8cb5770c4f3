"""Which BibTeX or biblatex entry type and field holds what: one table, for writing and reading.

After the BibTeX documentation (btxdoc) and the biblatex manual, sections 2.1 to 2.3. A variable
for which neither has a field goes into a field of its own, `csl-…`, which readers pass over.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, auto
from functools import cache
from types import MappingProxyType
from typing import Literal, NamedTuple

from reportcite.record.model import FIELDS
from reportcite.vocabulary import DATE_VARIABLES, NAME_VARIABLES

Dialect = Literal["bibtex", "biblatex"]


class Shape(Enum):
    """How a value stands in its field."""

    TEXT = auto()
    TITLE = auto()  # in double braces, so that no style changes its capitals
    LIST = auto()  # biblatex: several literals joined by " and "
    BODY = auto()  # the same in BibTeX, where only some readers split on " and "
    VERBATIM = auto()  # a URL or DOI, not LaTeX
    PAGES = auto()
    NAMES = auto()
    DATE = auto()
    YEAR = auto()  # BibTeX: year, month and day in fields of their own
    LANGUAGE = auto()
    GENRE = auto()
    EDITION = auto()
    JOINED_TITLE = auto()  # BibTeX: the subtitle behind it
    JOINED_SUBTITLE = auto()
    KEY = auto()


class Slot(NamedTuple):
    """The field for a variable, and how its value stands there."""

    field: str
    shape: Shape


# CSL type → entry type in BibTeX, in biblatex. Where several types share an entry type, the one
# READ_TYPES gives is meant, and `entrysubtype` names the others.
_TYPES: dict[str, tuple[str, str]] = {
    "article": ("misc", "online"),
    "article-journal": ("article", "article"),
    "article-magazine": ("article", "article"),
    "article-newspaper": ("article", "article"),
    "bill": ("misc", "legislation"),
    "book": ("book", "book"),
    "broadcast": ("misc", "video"),
    "chapter": ("incollection", "incollection"),
    "classic": ("book", "book"),
    "collection": ("misc", "misc"),
    "dataset": ("misc", "dataset"),
    "document": ("misc", "misc"),
    "entry": ("incollection", "inreference"),
    "entry-dictionary": ("incollection", "inreference"),
    "entry-encyclopedia": ("incollection", "inreference"),
    "event": ("misc", "misc"),
    "figure": ("misc", "image"),
    "graphic": ("misc", "image"),
    "hearing": ("misc", "legal"),
    "interview": ("misc", "misc"),
    "legal_case": ("misc", "jurisdiction"),
    "legislation": ("misc", "legislation"),
    "manuscript": ("unpublished", "unpublished"),
    "map": ("misc", "misc"),
    "motion_picture": ("misc", "movie"),
    "musical_score": ("misc", "music"),
    "pamphlet": ("booklet", "booklet"),
    "paper-conference": ("inproceedings", "inproceedings"),
    "patent": ("misc", "patent"),
    "performance": ("misc", "performance"),
    "periodical": ("misc", "periodical"),
    "personal_communication": ("misc", "letter"),
    "post": ("misc", "online"),
    "post-weblog": ("misc", "online"),
    "regulation": ("misc", "legal"),
    "report": ("techreport", "report"),
    "review": ("article", "article"),
    "review-book": ("article", "article"),
    "software": ("misc", "software"),
    "song": ("misc", "audio"),
    "speech": ("unpublished", "unpublished"),
    "standard": ("misc", "standard"),
    "thesis": ("phdthesis", "thesis"),
    "treaty": ("misc", "legal"),
    "webpage": ("misc", "online"),
}
FALLBACK_TYPE = "document"

READ_TYPES: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("article", "suppperiodical"), "article-journal"),
        **dict.fromkeys(
            ("book", "mvbook", "collection", "mvcollection", "proceedings", "mvproceedings",
             "reference", "mvreference", "manual", "commentary"), "book"),
        **dict.fromkeys(
            ("inbook", "bookinbook", "suppbook", "incollection", "suppcollection"), "chapter"),
        **dict.fromkeys(("inproceedings", "conference"), "paper-conference"),
        **dict.fromkeys(("online", "electronic", "www"), "webpage"),
        **dict.fromkeys(("report", "techreport"), "report"),
        **dict.fromkeys(("thesis", "phdthesis", "mastersthesis"), "thesis"),
        **dict.fromkeys(("artwork", "image"), "graphic"),
        **dict.fromkeys(("movie", "video"), "motion_picture"),
        **dict.fromkeys(("audio", "music"), "song"),
        "booklet": "pamphlet", "dataset": "dataset", "inreference": "entry-encyclopedia",
        "jurisdiction": "legal_case", "legal": "treaty", "legislation": "legislation",
        "letter": "personal_communication", "misc": FALLBACK_TYPE, "patent": "patent",
        "performance": "performance", "periodical": "periodical", "review": "review",
        "software": "software", "standard": "standard", "unpublished": "manuscript",
    }
)  # fmt: skip
"""Entry type → CSL type, for entries without an `entrysubtype`."""

_ARTICLES = frozenset(
    {"article-journal", "article-magazine", "article-newspaper", "review", "review-book"}
)
_PARTS = frozenset(
    {"chapter", "paper-conference", "entry", "entry-dictionary", "entry-encyclopedia"}
)
# In a book, and in a part of one, `number` is the number in the series.
_IN_SERIES = _PARTS | {"book", "classic", "pamphlet"}

# Variables in the order in which an entry shows them, with their field in either dialect.
_FIELDS: dict[str, Slot] = {
    "title": Slot("title", Shape.TITLE),
    "subtitle": Slot("subtitle", Shape.TITLE),
    "title-short": Slot("shorttitle", Shape.TITLE),
    "author": Slot("author", Shape.NAMES),
    "editor": Slot("editor", Shape.NAMES),
    "translator": Slot("translator", Shape.NAMES),
    "container-author": Slot("bookauthor", Shape.NAMES),
    "container-title": Slot("titleaddon", Shape.TITLE),
    "container-title-short": Slot("shortjournal", Shape.TITLE),
    "publisher": Slot("publisher", Shape.LIST),
    "publisher-place": Slot("address", Shape.LIST),
    "issued": Slot("date", Shape.DATE),
    "genre": Slot("type", Shape.GENRE),
    "number": Slot("number", Shape.TEXT),
    "collection-title": Slot("series", Shape.TITLE),
    "edition": Slot("edition", Shape.EDITION),
    "volume": Slot("volume", Shape.TEXT),
    "issue": Slot("issue", Shape.TEXT),
    "part-number": Slot("part", Shape.TEXT),
    "chapter-number": Slot("chapter", Shape.TEXT),
    "page": Slot("pages", Shape.PAGES),
    "number-of-volumes": Slot("volumes", Shape.TEXT),
    "number-of-pages": Slot("pagetotal", Shape.TEXT),
    "version": Slot("version", Shape.TEXT),
    "status": Slot("pubstate", Shape.TEXT),
    "event-title": Slot("eventtitle", Shape.TITLE),
    "event-date": Slot("eventdate", Shape.DATE),
    "event-place": Slot("venue", Shape.TEXT),
    "original-title": Slot("origtitle", Shape.TITLE),
    "original-publisher": Slot("origpublisher", Shape.LIST),
    "original-publisher-place": Slot("origlocation", Shape.LIST),
    "original-date": Slot("origdate", Shape.DATE),
    "ISBN": Slot("isbn", Shape.TEXT),
    "ISSN": Slot("issn", Shape.TEXT),
    "DOI": Slot("doi", Shape.VERBATIM),
    "URL": Slot("url", Shape.VERBATIM),
    "accessed": Slot("urldate", Shape.DATE),
    "PMID": Slot("pmid", Shape.TEXT),
    "PMCID": Slot("pmcid", Shape.TEXT),
    "archive": Slot("archiveprefix", Shape.TEXT),
    "archive_location": Slot("eprint", Shape.TEXT),
    "archive_collection": Slot("primaryclass", Shape.TEXT),
    "call-number": Slot("library", Shape.TEXT),
    "language": Slot("language", Shape.LANGUAGE),
    "keyword": Slot("keywords", Shape.TEXT),
    "abstract": Slot("abstract", Shape.TEXT),
    "annote": Slot("annote", Shape.TEXT),
    "note": Slot("note", Shape.TEXT),
    "citation-key": Slot("", Shape.KEY),
}
_BIBLATEX_FIELDS = {
    "publisher-place": "location", "annote": "annotation", "archive": "eprinttype",
    "archive_collection": "eprintclass",
}  # fmt: skip
_BIBTEX_SHAPES = {
    "title": Shape.JOINED_TITLE,
    "subtitle": Shape.JOINED_SUBTITLE,
    "issued": Shape.YEAR,
    "publisher": Shape.BODY,
    "publisher-place": Shape.BODY,
    "original-publisher": Shape.BODY,
    "original-publisher-place": Shape.BODY,
}

# Fields other programs write, and those a dialect calls otherwise, in order of preference.
_ALSO_READ: dict[str, tuple[str, ...]] = {
    "publisher": ("institution", "school", "organization", "howpublished", "publisher"),
    "publisher-place": ("location", "address"),
    "container-title": ("journaltitle", "journal", "booktitle", "maintitle", "titleaddon"),
    "container-title-short": (
        "shortjournal",
        "journalabbr",
        "journal-iso",
        "abbrev_source_title",
    ),
    "annote": ("annotation", "annote"),
    "subtitle": ("subtitle",),
    "number": ("number", "eid", "report-number", "articleno", "art_number"),
    "number-of-pages": ("pagetotal", "numpages"),
    "version": ("version", "revision"),
    "archive": ("csl-archive",),
    "archive_location": ("csl-archive-location",),
    "archive_collection": ("csl-archive-collection",),
    "keyword": ("keywords", "keyword", "author_keywords"),
    "ISBN": ("isbn", "isbn-13", "isbn13", "isbn10"),
    "ISSN": ("issn", "eissn", "e-issn"),
    "PMID": ("pmid", "pubmed_id"),
    "PMCID": ("pmcid", "pmc"),
    "language": ("language", "langid", "hyphenation"),
    "call-number": ("library", "callnumber"),
    "note": ("note", "addendum"),
    "issued": ("date", "year"),
}


# The parts that `editortype` gives the names in `editor`.
EDITOR_TYPES = {
    "compiler": "compiler", "organizer": "organizer", "director": "director",
    "producer": "producer", "illustrator": "illustrator", "translator": "translator",
}  # fmt: skip

ENTRY_SUBTYPES = {"article-newspaper": "newspaper", "article-magazine": "magazine"}
"""What biblatex and pandoc call some CSL types in `entrysubtype`; the others stand as they are."""

# biblatex demands a `type` of reports and theses, and BibTeX prints "Technical report" where it is
# missing. A genre of the record that says the same is braced once more, so that reading can tell
# it apart.
STAND_IN_TYPES = {"report": "Report", "thesis": "Thesis"}

READ_GENRES = {
    "phdthesis": "PhD thesis",
    "mathesis": "Master’s thesis",
    "mastersthesis": "Master’s thesis",
    "candthesis": "Candidate thesis",
    "techreport": "Technical report",
    "resreport": "Research report",
}
"""What biblatex's keys in `type` mean."""

GENRES_OF_ENTRIES = {name: READ_GENRES[name] for name in ("phdthesis", "mastersthesis")}
"""What an entry type says of an entry without `type`."""


def entry_type(csl_type: str, dialect: Dialect) -> str:
    """The entry type for a CSL type; `misc` for one that CSL does not know."""
    return _TYPES.get(csl_type, _TYPES[FALLBACK_TYPE])[dialect == "biblatex"]


@cache
def slots(csl_type: str, dialect: Dialect) -> Mapping[str, Slot]:
    """Every variable with its place in an entry of this type, in the order they are written."""
    own = {name: _own_slot(name) for name in sorted(FIELDS - _FIELDS.keys())}
    table = {**_FIELDS, **own}
    renamed = _by_type(csl_type, dialect)
    if dialect == "biblatex":
        renamed |= _BIBLATEX_FIELDS
    else:
        table |= {name: Slot(_FIELDS[name].field, shape) for name, shape in _BIBTEX_SHAPES.items()}
    for variable, field in renamed.items():
        table[variable] = Slot(field, table[variable].shape)
    return MappingProxyType(table)


@cache
def variables(csl_type: str) -> Mapping[str, tuple[str, Shape]]:
    """Field (in small letters) → the variable it holds in an entry of this type, and its shape.

    Fields of both dialects and of other programs; of several fields for one variable the first
    in this order is preferred.
    """
    found: dict[str, tuple[str, Shape]] = {}
    for table in (slots(csl_type, "biblatex"), slots(csl_type, "bibtex")):
        for variable, slot in table.items():
            if slot.field:
                found.setdefault(slot.field, (variable, slot.shape))
    for variable, fields in _ALSO_READ.items():
        for field in fields:
            found.setdefault(field, (variable, _FIELDS[variable].shape))
    return MappingProxyType(found)


def _own_slot(variable: str) -> Slot:
    shape = Shape.TEXT
    if variable in NAME_VARIABLES:
        shape = Shape.NAMES
    elif variable in DATE_VARIABLES:
        shape = Shape.DATE
    return Slot(f"csl-{variable.lower().replace('_', '-')}", shape)


def _by_type(csl_type: str, dialect: Dialect) -> dict[str, str]:
    """The fields that are called otherwise in entries of this type."""
    entry = entry_type(csl_type, dialect)
    fields: dict[str, str] = {}
    if csl_type in _ARTICLES:
        container = "journaltitle" if dialect == "biblatex" else "journal"
        fields |= {"container-title": container, "issue": "number", "number": "eid"}
    elif csl_type in _PARTS:
        fields["container-title"] = "booktitle"
    if csl_type in _IN_SERIES:
        fields |= {"collection-number": "number", "number": "csl-number"}
    if entry in ("techreport", "report") or (entry, dialect) == ("thesis", "biblatex"):
        fields["publisher"] = "institution"
    elif entry == "phdthesis":
        fields["publisher"] = "school"
    elif entry == "online":
        fields["publisher"] = "organization"
    elif entry in ("misc", "booklet", "unpublished"):
        fields["publisher"] = "howpublished"
    return fields
