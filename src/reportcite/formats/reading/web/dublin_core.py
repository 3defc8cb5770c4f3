"""Works as Dublin Core describes them, in meta tags of a page (`DC.…`, PRISM's beside them) or XML.

Source: DCMI Metadata Terms, and what OJS, DSpace and EPrints write into these elements.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from reportcite.formats.reading.generic_genres import is_generic_genre
from reportcite.formats.reading.web.described import Described, Tag
from reportcite.patterns import pattern
from reportcite.record.assemble.notations import EXACT
from reportcite.record.untyped import Written
from reportcite.values.dates.edtf import read_edtf
from reportcite.values.dates.slashed import hyphenated_date
from reportcite.values.doi import says_it_is_doi
from reportcite.values.identifiers.recognise import labelled
from reportcite.values.issn import looks_like_issn
from reportcite.values.names.catalogued import name_of_heading
from reportcite.values.names.typed import name_from_text
from reportcite.values.pages import read_extent
from reportcite.values.shapes import Contributor
from reportcite.values.standard_numbers import read_numbers
from reportcite.vocabulary import ITEM_TYPES

PREFIX: Final = "DC."
"""What stands before an element that CSL has no variable for."""

_DUBLIN_CORE: Final = {
    "title": "title",
    "publisher": "publisher",
    "language": "language",
    "description": "abstract",
    "description.abstract": "abstract",
    "abstract": "abstract",
    "identifier.doi": "DOI",
    "identifier.isbn": "ISBN",
    "identifier.issn": "ISSN",
    "identifier.uri": "URL",
    "identifier.pagenumber": "page",
    "source": "container-title",
    "source.issn": "ISSN",
    "source.volume": "volume",
    "source.issue": "issue",
    "relation.ispartof": "container-title",
    "ispartof": "container-title",
    "rights": "license",
    "rights.license": "license",
    "license": "license",
}
_DC_DATES: Final = ("date.issued", "issued", "date", "date.created", "created", "date.available")
_PRISM: Final = {
    "publicationname": "container-title",
    "volume": "volume",
    "number": "issue",
    "issn": "ISSN",
    "eissn": "ISSN",
    "isbn": "ISBN",
    "doi": "DOI",
    "startingpage": "page",
}
# In a type, as people write it or as a vocabulary calls it (COAR, info:eu-repo, DCMI) → CSL type.
_KINDS: Final = (
    ("thesis", "thesis"),
    ("dissertation", "thesis"),
    ("report", "report"),
    ("working paper", "report"),
    ("workingpaper", "report"),
    ("bookpart", "chapter"),
    ("book part", "chapter"),
    ("chapter", "chapter"),
    ("conference", "paper-conference"),
    ("preprint", "article"),
    ("journal", "article-journal"),
    ("article", "article-journal"),
    ("book", "book"),
    ("dataset", "dataset"),
    ("software", "software"),
    ("movingimage", "motion_picture"),
    ("image", "graphic"),
    ("sound", "song"),
    ("patent", "patent"),
    ("lecture", "speech"),
)
_OTHERWISE_MEANT: Final = "article"
"""The type of CSL, a preprint, whose name others have for an article of a journal."""
_IN_JOURNAL: Final = pattern(
    r"(?P<journal>[^;]+);\s*(?=\S)(?:Vol(?:ume|\.)?\s*(?P<volume>[^\s,;:()]+),?\s*)?"
    r"(?:(?:No|Nr|Núm|Num|N|Issue|Bd|Iss)\.?\s*(?P<issue>[^\s,;:()]+)\s*)?"
    r"(?:\((?P<year>[0-9]{4})\))?(?::[^;]*)?(?:;\s*(?P<page>[^;\s]+))?"
)
"""Where an article stands, as OJS writes it: `Field Notes; Vol. 3 No. 2 (2011): Soil; 17-29`."""
_YEARS_OF_LIFE: Final = pattern(r", [0-9]{4}-(?:[0-9]{4})?\.?$")
_SERIES: Final = pattern(r"([^;:/]{1,200})(?:;\s*([^;:/]{1,30}))?")
"""A series, as DSpace writes it: `Working Papers;17`; other relations are addresses."""
LONGEST_NOTE: Final = 200
"""Characters of a description beside the abstract that is a note, and no abstract."""
NUMBERED: Final = frozenset({"legislation", "patent", "regulation", "report", "standard"})
"""Types of what has a number of its own."""
_NUMBER: Final = pattern(r"[^:;]{1,40}")


def read_dublin_core(tags: Sequence[Tag]) -> Described | None:
    """The work that tags of Dublin Core, and PRISM's beside them, describe; None where there are
    none with a title."""
    own: list[Tag] = []
    prism: list[Tag] = []
    for tag in tags:
        prefix, dot, name = tag.name.replace(":", ".").partition(".")
        if dot and prefix in ("dc", "dcterms"):
            own.append(tag._replace(name=name))
        elif dot and prefix == "prism":
            prism.append(tag._replace(name=name))
    if not any(tag.name == "title" and tag.content for tag in own):
        return None
    found = described(own)
    for tag in prism:
        found.put(_PRISM.get(tag.name, ""), tag.name in _PRISM and tag.content, tag.line)
        if tag.name == "publicationdate":
            found.put("issued", hyphenated_date(tag.content), tag.line)
    if not found.type and ("ISSN" in found.fields or "issue" in found.fields):
        found.type = "article-journal"
    return found


def described(tags: Sequence[Tag]) -> Described:
    """The work of which elements of Dublin Core, by their bare names, say this."""
    found = Described(weak=not any(tag.name.startswith(("creator", "identifier")) for tag in tags))
    # Beside the abstract, which is the longest, stand short notes.
    longest = max((len(tag.content) for tag in tags if tag.name == "description"), default=0)
    for tag in sorted(
        tags, key=lambda tag: tag.name == "description" and len(tag.content) < longest
    ):
        _put_dublin_core(found, tag)
    for name in _DC_DATES:
        # Times are those of the repository, which took it in or made it available.
        for tag in sorted(tags, key=lambda tag: tag.content[10:11] == "T"):
            if tag.name == name:
                found.put("issued", _date(tag.content), tag.line)
    if not found.type and ("ISSN" in found.fields or "issue" in found.fields):
        found.type = "article-journal"
    return found


def _date(text: str) -> str | Written:
    """A date; years before the first are counted otherwise in EDTF than by people."""
    if text[:1] != "-":
        return hyphenated_date(text)
    return Written(read_edtf(text) or {"literal": text}, EXACT)


def _name(text: str) -> Contributor:
    """A name; libraries have the years of life behind it."""
    return name_of_heading(text) if _YEARS_OF_LIFE.search(text) else name_from_text(text)


def _put_dublin_core(found: Described, tag: Tag) -> None:
    name, content, line = tag
    if name.startswith("creator"):
        found.add("author", _name(content), line)
    elif name.startswith("contributor"):
        role = "editor" if name.endswith("editor") else "contributor"
        found.add(role, _name(content), line)
    elif name.startswith("subject"):
        for word in content.split(";"):
            found.add("keyword", word.strip(), line)
    elif name in ("type", "type.dcmitype"):
        _put_type(found, content, line)
    elif name == "identifier" or (name == "identifier.uri" and says_it_is_doi(content)):
        _put_identifier(found, content, line)
    elif name == "source":
        _put_source(found, content, line)
    elif name == "description" and "abstract" in found.fields and len(content) <= LONGEST_NOTE:
        held = found.fields.get("note")
        found.fields["note"] = f"{held}\n{content}" if held else content
    elif name == "relation" and (series := _SERIES.fullmatch(content)) and _may_be_in(found.type):
        _put(found, name, "collection-title", series[1].strip(), line)
        found.put("collection-number", series[2], line)
    elif name == "format" and (extent := read_extent(content)):
        found.put_all(extent, line)
    elif variable := _DUBLIN_CORE.get(name):
        _put(found, name, variable, content, line)
    elif not name.startswith("date"):
        found.keep(PREFIX + name, content)


def _may_be_in(csl_type: str) -> bool:
    """Whether what a work is a part of is a series, and not a journal."""
    return not csl_type.startswith(("article-", "review"))


def _put(found: Described, name: str, variable: str, text: str, line: int) -> None:
    """Let `variable` be `text`; a second one is kept beside it."""
    if found.fields.get(variable, text) == text:
        found.put(variable, text, line)
    elif variable == "ISSN":
        if text not in found.fields[variable]:
            found.fields[variable] += f", {text}"
    else:
        found.keep(PREFIX + name, text)


def _put_type(found: Described, text: str, line: int) -> None:
    """A type of CSL, the first of which counts, or else one of other vocabularies, at the end of an
    address or alone."""
    kind = text.lower().rpartition("/")[2]
    meant = next((type_ for sign, type_ in _KINDS if sign in kind), "")
    if kind in _SAYING_NOTHING:
        if text in ITEM_TYPES:  # it may be an article of a journal, but nobody says so
            found.type = found.type or text
    elif kind in ITEM_TYPES and kind != _OTHERWISE_MEANT and "type" not in found.exact:
        found.type = kind
        found.exact.add("type")
    elif meant and found.type in ("", "document"):
        found.type = meant
    elif found.type and _is_kind_of(found.type, meant, text):
        found.put("genre", text, line)
    elif not meant:
        found.keep(PREFIX + "type", text)


def _is_kind_of(csl_type: str, meant: str, text: str) -> bool:
    """Whether `text`, such as `PhD thesis`, says more than that a work is of this type."""
    says_more = meant == csl_type and " " in text and not is_generic_genre(text, csl_type)
    return (not meant or says_more) and ":" not in text and "/" not in text


def _put_source(found: Described, text: str, line: int) -> None:
    """The journal, with volume, issue and pages where they stand behind it, or its ISSN."""
    if looks_like_issn(text):
        _put(found, "source", "ISSN", text, line)
        return
    place = _IN_JOURNAL.fullmatch(text)
    if place is None or not (place["volume"] or place["issue"]):
        _put(found, "source", "container-title", text, line)
        return
    for variable, group in _GROUPS:
        found.put(variable, (place[group] or "").strip(), line)


_GROUPS: Final = (
    ("container-title", "journal"),
    ("volume", "volume"),
    ("issue", "issue"),
    ("page", "page"),
)
_SAYING_NOTHING: Final = frozenset(
    """text document publishedversion acceptedversion submittedversion updatedversion draft
    peerreviewed nonpeerreviewed""".split()
)


def _put_identifier(found: Described, text: str, line: int) -> None:
    known = labelled(text)
    if known:
        _put(found, "identifier", known.variable, known.value, line)
        if known.variable != "DOI" and text.startswith("http"):
            found.put("URL", text, line)
    elif text.lower().startswith(("http://", "https://")):
        _put(found, "identifier", "URL", text, line)
    else:
        numbers = read_numbers(text, "number")
        for variable, number in numbers.items():
            if variable != "number" or (found.type in NUMBERED and _NUMBER.fullmatch(number)):
                _put(found, "identifier", variable, number, line)
            else:
                found.keep(PREFIX + "identifier", number)
