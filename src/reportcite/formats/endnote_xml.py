"""EndNote XML, after the document type definition RSXML.dtd that Clarivate publishes for EndNote.

A corporate body ends in a comma, or has its own first comma doubled, as the EndNote manual asks.
What EndNote has no field for stands in its research notes (`reportcite.formats.lines`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, BinaryIO, Final

from lxml import etree

from reportcite.errors import Place, Problem
from reportcite.formats.edtf import read_edtf, write_edtf
from reportcite.formats.format import Fields, Format
from reportcite.formats.lines import Found, merge, read_lines, record_of, remainder
from reportcite.formats.names_text import name_text
from reportcite.formats.taking import clean, keywords, take_all
from reportcite.formats.xml_text import (
    DECLARATION,
    add,
    found_at,
    line_of,
    put,
    read_elements,
    text_at,
    text_of,
    write_element,
)
from reportcite.record.build import numbered_id, stem_of
from reportcite.record.dates import date_from_text
from reportcite.record.model import Contributor, Date, Record, Value, join_title
from reportcite.record.names import name_from_text

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

# CSL type → EndNote's reference type. Of several CSL types with one reference type, the first
# is meant when read; the others are named in the research notes.
_TYPES: Final[dict[str, tuple[int, str]]] = {
    "report": (27, "Report"),
    "article": (34, "Unpublished Work"),
    "article-journal": (17, "Journal Article"),
    "article-magazine": (19, "Magazine Article"),
    "article-newspaper": (23, "Newspaper Article"),
    "bill": (4, "Bill"),
    "book": (6, "Book"),
    "motion_picture": (21, "Film or Broadcast"),
    "broadcast": (21, "Film or Broadcast"),
    "chapter": (5, "Book Section"),
    "classic": (49, "Classical Work"),
    "document": (13, "Generic"),
    "collection": (13, "Generic"),
    "dataset": (59, "Dataset"),
    "entry-encyclopedia": (53, "Encyclopedia"),
    "entry": (53, "Encyclopedia"),
    "entry-dictionary": (52, "Dictionary"),
    "event": (13, "Generic"),
    "figure": (37, "Figure"),
    "graphic": (2, "Artwork"),
    "hearing": (14, "Hearing"),
    "interview": (26, "Personal Communication"),
    "legal_case": (7, "Case"),
    "legislation": (31, "Statute"),
    "manuscript": (36, "Manuscript"),
    "map": (20, "Map"),
    "musical_score": (61, "Music"),
    "pamphlet": (13, "Generic"),
    "paper-conference": (47, "Conference Paper"),
    "patent": (25, "Patent"),
    "performance": (13, "Generic"),
    "periodical": (57, "Serial"),
    "personal_communication": (26, "Personal Communication"),
    "post": (12, "Web Page"),
    "post-weblog": (56, "Blog"),
    "regulation": (50, "Legal Rule or Regulation"),
    "review": (17, "Journal Article"),
    "review-book": (17, "Journal Article"),
    "software": (9, "Computer Program"),
    "song": (61, "Music"),
    "speech": (13, "Generic"),
    "standard": (58, "Standard"),
    "thesis": (32, "Thesis"),
    "treaty": (13, "Generic"),
    "webpage": (12, "Web Page"),
}
_ALSO_READ: Final = {
    "Conference Proceedings": "paper-conference",
    "Edited Book": "book",
    "Electronic Book": "book",
    "Electronic Article": "article-journal",
    "Electronic Book Section": "chapter",
    "Government Document": "report",
    "Audiovisual Material": "motion_picture",
    "Online Multimedia": "webpage",
    "Pamphlet": "pamphlet",
}
_ARTICLES: Final = frozenset(
    {"article-journal", "article-magazine", "article-newspaper", "periodical", "review",
     "review-book"}
)  # fmt: skip
_PARTS: Final = _ARTICLES | frozenset(
    {"chapter", "paper-conference", "entry", "entry-dictionary", "entry-encyclopedia",
     "post-weblog"}
)  # fmt: skip

_NAMES: Final = {
    "author": "authors",
    "editor": "secondary-authors",
    "collection-editor": "tertiary-authors",
    "translator": "subsidiary-authors",
}
_TEXTS: Final = {
    "title-short": "titles/short-title",
    "original-title": "titles/translated-title",
    "container-title-short": "titles/alt-title",
    "volume": "volume",
    "number-of-volumes": "num-vols",
    "edition": "edition",
    "section": "section",
    "publisher-place": "pub-location",
    "publisher": "publisher",
    "call-number": "call-num",
    "DOI": "electronic-resource-num",
    "abstract": "abstract",
    "note": "notes",
    "genre": "work-type",
    "source": "remote-database-name",
    "language": "language",
}
# The order of the definition; only these are written.
_ORDER: Final = (
    "ref-type", "contributors", "titles", "pages", "volume", "number", "num-vols", "edition",
    "section", "keywords", "dates", "pub-location", "publisher", "isbn", "call-num", "report-id",
    "electronic-resource-num", "abstract", "label", "notes", "research-notes", "work-type",
    "remote-database-name", "language", "urls", "access-date",
)  # fmt: skip


def write(fields: Fields, key: str) -> str:
    """One `record`; the record's id is its label."""
    record = fields.record
    values = take_all(fields)
    element = etree.Element("record")
    number, name = _TYPES.get(record.type, _TYPES["document"])
    ref_type = add(element, "ref-type")
    ref_type.set("name", name)
    ref_type.text = str(number)
    put(element, "label", clean(record.id))
    title, subtitle = values.get("title", ""), values.get("subtitle", "")
    put(element, "titles/title", join_title(str(title), str(subtitle)))
    for variable, value in values.items():
        _put_field(element, record.type, variable, value)
    put(element, "research-notes", remainder(fields, values, _own(element)))
    element[:] = sorted(element, key=lambda child: _ORDER.index(str(child.tag)))
    return write_element(element)


def read(stream: BinaryIO, name: str) -> Iterable[Record | Problem]:
    """The records of an EndNote XML file, one at a time."""
    stem = stem_of(name)
    for number, element in enumerate(read_elements(stream, name, ("record",), "EndNote"), 1):
        if isinstance(element, Problem):
            yield element
            continue
        notes = text_at(element, "research-notes")
        lines = read_lines(notes)
        found = merge(_own(element), lines)
        if lines is None:
            found.fields.setdefault("annote", notes)
        id_ = text_at(element, "label").strip() or text_at(element, "rec-number").strip()
        place = Place(name, line_of(element))
        yield record_of(found, id_ or numbered_id(stem, number), place)


def _put_field(element: Element, type: str, variable: str, value: Value) -> None:
    path = _paths(type).get(variable)
    if variable in _NAMES and isinstance(value, list):
        for name in value:
            put(element, f"contributors/{_NAMES[variable]}/author", _write_name(name))
    elif isinstance(value, dict):
        _put_date(element, variable, value)
    elif variable == "keyword" and isinstance(value, str):
        for word in keywords(value):
            put(element, "keywords/keyword", word)
    elif path and isinstance(value, str):
        put(element, path, value)


def _paths(type: str) -> dict[str, str]:
    """Where the texts of a record of this type stand."""
    paths = dict(_TEXTS)
    paths["ISSN" if type in _ARTICLES else "ISBN"] = "isbn"
    paths["URL"] = "urls/related-urls/url"
    if type in _PARTS:
        paths |= {"container-title": "titles/secondary-title", "page": "pages"}
        paths |= {"collection-title": "titles/tertiary-title"}
        paths |= {"issue": "number", "number": "report-id"}
    else:
        paths |= {"collection-title": "titles/secondary-title", "number-of-pages": "pages"}
        paths["number"] = "number"
    return paths


def _put_date(element: Element, variable: str, date: Date) -> None:
    edtf = write_edtf(date)
    if variable == "accessed":
        put(element, "access-date", edtf or "")
    elif variable == "issued":
        years = [str(point[0]) for point in date.get("date-parts", []) if point]
        put(element, "dates/year", years[0] if years else date.get("literal", ""))
        put(element, "dates/pub-dates/date", edtf if edtf and edtf not in years else "")


def _write_name(name: Contributor) -> str:
    literal = name.get("literal")
    if not literal:
        return name_text(name)
    return literal.replace(",", ",,", 1) if "," in literal else f"{literal},"


def _read_name(text: str) -> Contributor:
    if text.endswith(",") and "," not in text[:-1]:
        return {"literal": text[:-1]}
    if ",," in text:
        return {"literal": text.replace(",,", ",", 1)}
    return name_from_text(text)


def _own(element: Element) -> Found:
    """What the fields of EndNote say, without the research notes."""
    found = Found(_read_type(element))
    fields = found.fields
    for variable, path in {"title": "titles/title", **_paths(found.type)}.items():
        if text := text_at(element, path):
            fields[variable] = text
    for variable, group in _NAMES.items():
        texts = _all_texts(element, f"contributors/{group}/author")
        if names := [name for text in texts if (name := _read_name(text))]:
            fields[variable] = names
    if words := list(_all_texts(element, "keywords/keyword")):
        fields["keyword"] = ", ".join(words)
    if url := next(_all_texts(element, "urls/*/url"), ""):
        fields["URL"] = url
    if "number" not in fields and (text := text_at(element, "report-id")):
        fields["number"] = text
    if "container-title" not in fields and (text := text_at(element, "periodical/full-title")):
        fields["container-title"] = text
    _own_dates(element, found)
    return found


def _own_dates(element: Element, found: Found) -> None:
    year = text_at(element, "dates/year").strip()
    day = text_at(element, "dates/pub-dates/date").strip()
    issued = read_edtf(day) or (date_from_text(year) if year else None)
    if isinstance(issued, dict):
        found.fields["issued"] = issued
    elif issued and issued.date:
        found.fields["issued"] = issued.date
    elif issued and issued.absent:
        found.absent.add("issued")
    accessed = read_edtf(text_at(element, "access-date"))
    if accessed:
        found.fields["accessed"] = accessed


def _read_type(element: Element) -> str:
    ref_types = found_at(element, "ref-type")
    if not ref_types:
        return ""
    wanted = (ref_types[0].get("name", ""), text_of(ref_types[0]).strip())
    for type, (number, name) in _TYPES.items():
        if name == wanted[0] or (not wanted[0] and str(number) == wanted[1]):
            return type
    return _ALSO_READ.get(wanted[0], "document")


def _all_texts(element: Element, path: str) -> Iterator[str]:
    return (text for one in found_at(element, path) if (text := text_of(one)).strip())


FORMAT: Final = Format(
    name="endnote-xml",
    title="EndNote XML",
    suffixes=(".xml", ".endnote.xml"),
    write=write,
    read=read,
    head=DECLARATION + "<xml><records>\n",
    tail="</records></xml>\n",
)
