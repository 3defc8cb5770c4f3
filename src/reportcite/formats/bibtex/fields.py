"""Which BibTeX or biblatex entry type and field holds what: one table, for writing and reading.

After the BibTeX documentation (btxdoc) and the biblatex manual, sections 2.1 to 2.3. A variable
for which neither has a field goes into a field of its own, `csl-…`, which readers pass over.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, auto
from functools import lru_cache
from types import MappingProxyType
from typing import Literal

from reportcite.record.fields import FIELDS
from reportcite.tuples import NamedTuple
from reportcite.vocabulary import ARTICLE_TYPES, DATE_VARIABLES, NAME_VARIABLES, PART_TYPES

Dialect = Literal["bibtex", "biblatex"]


class FieldKind(Enum):
    """How a value stands in its field."""

    TEXT = auto()
    TITLE = auto()  # in double braces, so that no style changes its capitals
    LIST = auto()  # biblatex: several literals joined by " and "
    ORGANIZATION = auto()  # the same in BibTeX, where only some readers split on " and "
    VERBATIM = auto()  # a URL or DOI, not LaTeX
    NUMBER = auto()  # ISBNs or ISSNs
    PAGES = auto()
    NAMES = auto()
    DATE = auto()
    YEAR = auto()  # BibTeX: year, month and day in fields of their own
    LANGUAGE = auto()
    LANGID = auto()  # biblatex, which prints what is in `language`: in `langid` alone, if it can be
    GENRE = auto()
    EDITION = auto()
    JOINED_TITLE = auto()  # BibTeX: the subtitle behind it
    JOINED_SUBTITLE = auto()
    KEYWORDS = auto()
    KEY = auto()


class Target(NamedTuple):
    """The field for a variable, and how its value stands there."""

    field: str
    kind: FieldKind


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
        # What other programs write, and what CSL does not call so.
        **dict.fromkeys(("newspaper", "newspaper_article", "news"), "article-newspaper"),
        **dict.fromkeys(("magazine", "magazine_article"), "article-magazine"),
        **dict.fromkeys(("journal_article", "journalarticle"), "article-journal"),
        **dict.fromkeys(("web_page", "website", "web_site", "internet"), "webpage"),
        **dict.fromkeys(("book_section", "booksection", "book_chapter"), "chapter"),
        **dict.fromkeys(("film", "video_recording", "videorecording"), "motion_picture"),
        **dict.fromkeys(("conference_paper", "conference_proceedings"), "paper-conference"),
        **dict.fromkeys(("computer_program", "computerprogram", "program"), "software"),
        **dict.fromkeys(("tvbroadcast", "tv_broadcast", "television_broadcast"), "broadcast"),
        **dict.fromkeys(("working_paper", "workingpaper", "government_document"), "report"),
        **dict.fromkeys(("encyclopedia_article", "encyclopediaarticle"), "entry-encyclopedia"),
        **dict.fromkeys(("case", "court_case"), "legal_case"),
        **dict.fromkeys(("statute", "law"), "legislation"),
        **dict.fromkeys(("blog", "blogpost", "blog_post"), "post-weblog"),
        "presentation": "speech", "forumpost": "post", "podcast": "broadcast",
        "radiobroadcast": "broadcast", "audio_recording": "song",
        "phd_thesis": "thesis", "masters_thesis": "thesis", "bachelorthesis": "thesis",
        "booklet": "pamphlet", "dataset": "dataset", "inreference": "entry-encyclopedia",
        "jurisdiction": "legal_case", "legal": "treaty", "legislation": "legislation",
        "letter": "personal_communication", "misc": FALLBACK_TYPE, "patent": "patent",
        "performance": "performance", "periodical": "periodical", "review": "review",
        "software": "software", "standard": "standard", "unpublished": "manuscript",
    }
)  # fmt: skip
"""ParsedEntry type → CSL type, for entries without an `entrysubtype`."""

OF_EVENTS: Mapping[str, str] = MappingProxyType(
    {"eventdate": "event-date", "eventtitle": "event-title", "venue": "event-place"}
)
"""Fields and variables of an @unpublished that was given as a talk: Zotero and biblatex have no
other type for it, and pandoc reads it so."""

ARTICLES = ARTICLE_TYPES | {"periodical"}
"""The types of what stands in a journal, whose `number` is the issue, and of an issue of one."""
# In a book, and in a part of one, `number` is the number in the series.
IN_SERIES = PART_TYPES | {"book", "classic", "pamphlet"}

# Variables in the order in which an entry shows them, with their field in either dialect.
_FIELDS: dict[str, Target] = {
    "title": Target("title", FieldKind.TITLE),
    "subtitle": Target("subtitle", FieldKind.TITLE),
    "title-short": Target("shorttitle", FieldKind.TITLE),
    "author": Target("author", FieldKind.NAMES),
    "editor": Target("editor", FieldKind.NAMES),
    "translator": Target("translator", FieldKind.NAMES),
    "container-author": Target("bookauthor", FieldKind.NAMES),
    "container-title": Target("maintitle", FieldKind.TITLE),
    "container-title-short": Target("shortjournal", FieldKind.TITLE),
    "publisher": Target("publisher", FieldKind.LIST),
    "publisher-place": Target("address", FieldKind.LIST),
    "issued": Target("date", FieldKind.DATE),
    "genre": Target("type", FieldKind.GENRE),
    "number": Target("number", FieldKind.TEXT),
    "collection-title": Target("series", FieldKind.TITLE),
    "edition": Target("edition", FieldKind.EDITION),
    "volume": Target("volume", FieldKind.TEXT),
    "issue": Target("issue", FieldKind.TEXT),
    "part-number": Target("part", FieldKind.TEXT),
    "chapter-number": Target("chapter", FieldKind.TEXT),
    "page": Target("pages", FieldKind.PAGES),
    "number-of-volumes": Target("volumes", FieldKind.TEXT),
    "number-of-pages": Target("pagetotal", FieldKind.TEXT),
    "version": Target("version", FieldKind.TEXT),
    "status": Target("pubstate", FieldKind.TEXT),
    "event-title": Target("eventtitle", FieldKind.TITLE),
    "event-date": Target("eventdate", FieldKind.DATE),
    "event-place": Target("venue", FieldKind.TEXT),
    "original-title": Target("origtitle", FieldKind.TITLE),
    "original-publisher": Target("origpublisher", FieldKind.LIST),
    "original-publisher-place": Target("origlocation", FieldKind.LIST),
    "original-date": Target("origdate", FieldKind.DATE),
    "ISBN": Target("isbn", FieldKind.NUMBER),
    "ISSN": Target("issn", FieldKind.NUMBER),
    "DOI": Target("doi", FieldKind.VERBATIM),
    "URL": Target("url", FieldKind.VERBATIM),
    "accessed": Target("urldate", FieldKind.DATE),
    "PMID": Target("pmid", FieldKind.TEXT),
    "PMCID": Target("pmcid", FieldKind.TEXT),
    "archive": Target("archiveprefix", FieldKind.TEXT),
    "archive_location": Target("eprint", FieldKind.TEXT),
    "archive_collection": Target("primaryclass", FieldKind.TEXT),
    "call-number": Target("library", FieldKind.TEXT),
    "language": Target("language", FieldKind.LANGUAGE),
    "keyword": Target("keywords", FieldKind.KEYWORDS),
    "abstract": Target("abstract", FieldKind.TEXT),
    "annote": Target("annote", FieldKind.TEXT),
    "note": Target("note", FieldKind.TEXT),
    "citation-key": Target("", FieldKind.KEY),
}
_BIBLATEX_FIELDS = {
    "publisher-place": "location", "annote": "annotation", "archive": "eprinttype",
    "archive_collection": "eprintclass",
}  # fmt: skip
_BIBTEX_KINDS = {
    "title": FieldKind.JOINED_TITLE,
    "subtitle": FieldKind.JOINED_SUBTITLE,
    "issued": FieldKind.YEAR,
    "publisher": FieldKind.ORGANIZATION,
    "publisher-place": FieldKind.ORGANIZATION,
    "original-publisher": FieldKind.ORGANIZATION,
    "original-publisher-place": FieldKind.ORGANIZATION,
}

# Fields other programs write, and those a dialect calls otherwise, in order of preference.
_ALSO_READ: dict[str, tuple[str, ...]] = {
    "publisher": ("publisher", "institution", "school", "organization", "howpublished"),
    "publisher-place": ("location", "address"),
    "container-title": ("journaltitle", "journal", "booktitle", "maintitle"),
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
    "ISBN": ("isbn", "isbn-13", "isbn13", "isbn10", "csl-isbn"),
    "ISSN": ("issn", "eissn", "e-issn", "csl-issn"),
    "PMID": ("pmid", "pubmed_id"),
    "PMCID": ("pmcid", "pmc"),
    "language": ("language", "langid", "hyphenation"),
    "call-number": ("library", "callnumber"),
    "note": ("note", "addendum"),
    "issued": ("date", "year"),
    "original-date": ("origdate", "origyear"),
}


# The roles that `editortype` gives the names in `editor`, and `editoratype` those in `editora`.
EDITOR_TYPES = {
    **{name.replace("-", ""): name for name in NAME_VARIABLES - {"author", "editor"}},
    **{name: name for name in NAME_VARIABLES - {"author", "editor"}},
    "collaborator": "contributor", "podcaster": "host", "presenter": "host",
    "moderator": "host", "castmember": "performer",
}  # fmt: skip

AUTHOR_TYPE = "performer"
"""What `authortype` says of authors that are performers: those of recordings, which are cited under
their names (APA 7, 10.13). All other values leave them authors."""

CASED = frozenset(
    """title subtitle titlesubtitle shorttitle booktitle booksubtitle maintitle
    mainsubtitle""".split()
)
"""The fields of titles that people write in title case, and in which braces protect case."""

ENTRY_SUBTYPES = {"article-newspaper": "newspaper", "article-magazine": "magazine"}
"""What biblatex and pandoc call some CSL types in `entrysubtype`; the others stand as they are."""

# biblatex demands a `type` of reports and theses, and BibTeX prints "Technical report" where it is
# missing. A genre of the record that says the same is braced once more, so that a reader sees
# the difference.
STAND_IN_TYPES = {"report": "Report", "thesis": "Thesis"}

GENRES_OF_ENTRIES = frozenset({"phdthesis", "mastersthesis"})
"""The entry types that say what `type` would, where an entry has none."""


def entry_type(csl_type: str, dialect: Dialect) -> str:
    """The entry type for a CSL type; `misc` for one that CSL does not know."""
    return _TYPES.get(csl_type, _TYPES[FALLBACK_TYPE])[dialect == "biblatex"]


@lru_cache(maxsize=1 << 7)  # CSL has 45 types; a caller may make up others
def targets(csl_type: str, dialect: Dialect) -> Mapping[str, Target]:
    """Every variable with its place in an entry of this type, in the order they are written."""
    own = {name: _own_target(name) for name in sorted(FIELDS - _FIELDS.keys())}
    table = {**_FIELDS, **own}
    renamed = _by_type(csl_type, dialect)
    if dialect == "biblatex":
        renamed |= _BIBLATEX_FIELDS
        table["language"] = Target(_FIELDS["language"].field, FieldKind.LANGID)
    else:
        for name, kind in _BIBTEX_KINDS.items():
            table[name] = Target(_FIELDS[name].field, kind)
    for variable, field in renamed.items():
        table[variable] = Target(field, table[variable].kind)
    return MappingProxyType(table)


@lru_cache(maxsize=1 << 7)
def variables(csl_type: str) -> Mapping[str, tuple[str, FieldKind]]:
    """Field (in small letters) → the variable it holds in an entry of this type, and its kind.

    Fields of both dialects and of other programs; of several fields for one variable the first
    in this order is preferred.
    """
    found: dict[str, tuple[str, FieldKind]] = {}
    for table in (targets(csl_type, "biblatex"), targets(csl_type, "bibtex")):
        for variable, target in table.items():
            # A publisher beside it counts.
            if target.field and target.field != "howpublished":
                found.setdefault(target.field, (variable, target.kind))
    for variable, fields in _ALSO_READ.items():
        for field in fields:
            found.setdefault(field, (variable, _FIELDS[variable].kind))
    return MappingProxyType(found)


def _own_target(variable: str) -> Target:
    kind = FieldKind.TEXT
    if variable in NAME_VARIABLES:
        kind = FieldKind.NAMES
    elif variable in DATE_VARIABLES:
        kind = FieldKind.DATE
    return Target(f"csl-{variable.lower().replace('_', '-')}", kind)


def _by_type(csl_type: str, dialect: Dialect) -> dict[str, str]:
    """The fields that are called otherwise in entries of this type."""
    entry = entry_type(csl_type, dialect)
    fields: dict[str, str] = {}
    if csl_type in ARTICLES:
        container = "journaltitle" if dialect == "biblatex" else "journal"
        fields |= {"container-title": container, "issue": "number", "number": "eid"}
    elif csl_type in PART_TYPES:
        fields["container-title"] = "booktitle"
    if csl_type in IN_SERIES:
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
