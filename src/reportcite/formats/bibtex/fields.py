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


class Notation(Enum):
    """How a value stands in its field."""

    TEXT = auto()
    TITLE = auto()  # in double braces, so that no style changes its capitals
    LIST = auto()  # biblatex: several literals joined by " and "
    ORGANIZATION = auto()  # the same in BibTeX, where only some readers split on " and "
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


class Target(NamedTuple):
    """The field for a variable, and how its value stands there."""

    field: str
    notation: Notation


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
_FIELDS: dict[str, Target] = {
    "title": Target("title", Notation.TITLE),
    "subtitle": Target("subtitle", Notation.TITLE),
    "title-short": Target("shorttitle", Notation.TITLE),
    "author": Target("author", Notation.NAMES),
    "editor": Target("editor", Notation.NAMES),
    "translator": Target("translator", Notation.NAMES),
    "container-author": Target("bookauthor", Notation.NAMES),
    "container-title": Target("titleaddon", Notation.TITLE),
    "container-title-short": Target("shortjournal", Notation.TITLE),
    "publisher": Target("publisher", Notation.LIST),
    "publisher-place": Target("address", Notation.LIST),
    "issued": Target("date", Notation.DATE),
    "genre": Target("type", Notation.GENRE),
    "number": Target("number", Notation.TEXT),
    "collection-title": Target("series", Notation.TITLE),
    "edition": Target("edition", Notation.EDITION),
    "volume": Target("volume", Notation.TEXT),
    "issue": Target("issue", Notation.TEXT),
    "part-number": Target("part", Notation.TEXT),
    "chapter-number": Target("chapter", Notation.TEXT),
    "page": Target("pages", Notation.PAGES),
    "number-of-volumes": Target("volumes", Notation.TEXT),
    "number-of-pages": Target("pagetotal", Notation.TEXT),
    "version": Target("version", Notation.TEXT),
    "status": Target("pubstate", Notation.TEXT),
    "event-title": Target("eventtitle", Notation.TITLE),
    "event-date": Target("eventdate", Notation.DATE),
    "event-place": Target("venue", Notation.TEXT),
    "original-title": Target("origtitle", Notation.TITLE),
    "original-publisher": Target("origpublisher", Notation.LIST),
    "original-publisher-place": Target("origlocation", Notation.LIST),
    "original-date": Target("origdate", Notation.DATE),
    "ISBN": Target("isbn", Notation.TEXT),
    "ISSN": Target("issn", Notation.TEXT),
    "DOI": Target("doi", Notation.VERBATIM),
    "URL": Target("url", Notation.VERBATIM),
    "accessed": Target("urldate", Notation.DATE),
    "PMID": Target("pmid", Notation.TEXT),
    "PMCID": Target("pmcid", Notation.TEXT),
    "archive": Target("archiveprefix", Notation.TEXT),
    "archive_location": Target("eprint", Notation.TEXT),
    "archive_collection": Target("primaryclass", Notation.TEXT),
    "call-number": Target("library", Notation.TEXT),
    "language": Target("language", Notation.LANGUAGE),
    "keyword": Target("keywords", Notation.TEXT),
    "abstract": Target("abstract", Notation.TEXT),
    "annote": Target("annote", Notation.TEXT),
    "note": Target("note", Notation.TEXT),
    "citation-key": Target("", Notation.KEY),
}
_BIBLATEX_FIELDS = {
    "publisher-place": "location", "annote": "annotation", "archive": "eprinttype",
    "archive_collection": "eprintclass",
}  # fmt: skip
_BIBTEX_NOTATIONS = {
    "title": Notation.JOINED_TITLE,
    "subtitle": Notation.JOINED_SUBTITLE,
    "issued": Notation.YEAR,
    "publisher": Notation.ORGANIZATION,
    "publisher-place": Notation.ORGANIZATION,
    "original-publisher": Notation.ORGANIZATION,
    "original-publisher-place": Notation.ORGANIZATION,
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


# The roles that `editortype` gives the names in `editor`.
EDITOR_TYPES = {
    "compiler": "compiler", "organizer": "organizer", "director": "director",
    "producer": "producer", "illustrator": "illustrator", "translator": "translator",
}  # fmt: skip

ENTRY_SUBTYPES = {"article-newspaper": "newspaper", "article-magazine": "magazine"}
"""What biblatex and pandoc call some CSL types in `entrysubtype`; the others stand as they are."""

# biblatex demands a `type` of reports and theses, and BibTeX prints "Technical report" where it is
# missing. A genre of the record that says the same is braced once more, so that a reader sees
# the difference.
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
def targets(csl_type: str, dialect: Dialect) -> Mapping[str, Target]:
    """Every variable with its place in an entry of this type, in the order they are written."""
    own = {name: _own_target(name) for name in sorted(FIELDS - _FIELDS.keys())}
    table = {**_FIELDS, **own}
    renamed = _by_type(csl_type, dialect)
    if dialect == "biblatex":
        renamed |= _BIBLATEX_FIELDS
    else:
        for name, notation in _BIBTEX_NOTATIONS.items():
            table[name] = Target(_FIELDS[name].field, notation)
    for variable, field in renamed.items():
        table[variable] = Target(field, table[variable].notation)
    return MappingProxyType(table)


@cache
def variables(csl_type: str) -> Mapping[str, tuple[str, Notation]]:
    """Field (in small letters) → the variable it holds in an entry of this type, and its notation.

    Fields of both dialects and of other programs; of several fields for one variable the first
    in this order is preferred.
    """
    found: dict[str, tuple[str, Notation]] = {}
    for table in (targets(csl_type, "biblatex"), targets(csl_type, "bibtex")):
        for variable, target in table.items():
            if target.field:
                found.setdefault(target.field, (variable, target.notation))
    for variable, fields in _ALSO_READ.items():
        for field in fields:
            found.setdefault(field, (variable, _FIELDS[variable].notation))
    return MappingProxyType(found)


def _own_target(variable: str) -> Target:
    notation = Notation.TEXT
    if variable in NAME_VARIABLES:
        notation = Notation.NAMES
    elif variable in DATE_VARIABLES:
        notation = Notation.DATE
    return Target(f"csl-{variable.lower().replace('_', '-')}", notation)


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
