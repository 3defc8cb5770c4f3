"""Reads MODS as libraries write it: any version 3, single records, collections, OAI-PMH answers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, BinaryIO, Final

from reportcite.errors import Place
from reportcite.formats.mods.fields import (
    ALSO_READ,
    DATES,
    GENRES,
    HOST,
    NAME_PLACES,
    OWN_TYPE,
    PARTS,
    RELATORS,
    RESOURCES,
    TEXTS,
)
from reportcite.formats.reading.note_lines import Found, read_lines, record_of
from reportcite.formats.reading.xml import (
    Indexed,
    found_at,
    indexed,
    line_of,
    read_elements,
    text_at,
    text_of,
)
from reportcite.formats.rules import UNKNOWN_FIELD
from reportcite.limits import LIMITS, Limits
from reportcite.problems import Problem
from reportcite.record.assemble.record import numbered_id, stem_of
from reportcite.record.model import Record
from reportcite.record.untyped import Notation, Untyped
from reportcite.values.dates.catalogued import read_catalogued
from reportcite.values.dates.reading import Reading
from reportcite.values.keywords import join_keywords
from reportcite.values.language import language_tag
from reportcite.values.names.display import name_text
from reportcite.values.names.parts import person
from reportcite.values.names.reading import Reading as NamesReading
from reportcite.values.names.typed import name_from_text
from reportcite.values.pages import join_pages
from reportcite.values.standard_numbers import read_numbers
from reportcite.vocabulary import ITEM_TYPES, NAME_VARIABLES

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_TYPE_OF_GENRE: Final = {term: csl_type for csl_type, term in GENRES.items()} | ALSO_READ
_TYPE_OF_RESOURCE: Final = {term: csl_type for csl_type, term in reversed(RESOURCES.items())}
# Codes and terms of the MARC relator list.
_VARIABLE_OF_TERM: Final = {
    **{code: name for name, code in RELATORS.items() if name not in NAME_PLACES},
    **dict.fromkeys(("cre", "creator", "dis", "dissertant", "writer"), "author"),
}
_EXTENT: Final = re.compile(r"(?:.{0,40},\s)?([0-9]+) ?(?:p\.?|pp\.?|pages?|S\.|Seiten)(?:\W.*)?")
# What libraries call the number of a report.
_NUMBER_TYPES: Final = ("report-number", "reportnumber", "reportNumber", "report", "local")
# Where a work in another one takes these from where it has none of its own.
_OF_HOST: Final = {
    "publisher": "originInfo/publisher",
    "publisher-place": "originInfo/place/placeTerm type=text",
    "edition": "originInfo/edition",
}
_DATES_OF_HOST: Final = (f"{HOST}/part/date", f"{HOST}/originInfo/dateIssued", "part/date")
_DEGREE_GRANTORS: Final = frozenset({"degree grantor", "degree granting institution", "dgg"})
_RELATED: Final = frozenset({"host", "series", "original", "reviewOf"})
_IDENTIFIERS: Final = frozenset({"isbn", "issn", "doi", "pmid", "pmc", "report number", ""}) | {
    kind.lower() for kind in _NUMBER_TYPES
}
_NAME_PARTS: Final = ("family", "given", "termsOfAddress")
# Elements of which nothing is read; those that describe the record or the shelf are passed over.
_NOT_READ: Final = frozenset({"tableOfContents"})


def read(stream: BinaryIO, name: str, limits: Limits = LIMITS) -> Iterable[Record | Problem]:
    """The records of a MODS file, one at a time."""
    stem = stem_of(name)
    elements = read_elements(stream, name, ("{*}mods",), "MODS", limits)
    for number, element in enumerate(elements, 1):
        if isinstance(element, Problem):
            yield element
            continue
        root = indexed(element)
        lines = [read_lines(text_of(one)) for one in found_at(root, "extension")]
        id_ = text_at(root, "recordInfo/recordIdentifier") or element.get("ID", "")
        found = own(root)
        found.problems += _left_out(root)
        yield record_of(
            found,
            next((one for one in lines if one), None),
            id_.strip() or numbered_id(stem, number),
            Place(name, line_of(element)),
            NOTATION,
        )


def own(root: Indexed) -> Found:
    """What the elements of MODS say, without the extension."""
    found = Found(_type(root))
    for name, path in TEXTS.items():
        if text := _text(root, path):
            found.fields[name] = text
    _read_title(root, found)
    _read_numbers(root, found)
    _read_parts(root, found)
    for name, path in DATES.items():
        _read_date(root, name, path, found)
    if "relatedItem" in root.children:
        _read_host(root, found)
    for variable, names in _names(root):
        found.fields[variable] = names
    if found.type == "thesis" and "publisher" not in found.fields:
        _read_degree_grantor(root, found)
    topics = [text_of(topic).strip() for topic in found_at(root, "subject/topic")]
    if words := join_keywords(topics):
        found.fields["keyword"] = words
    return found


def _text(root: Indexed, path: str) -> str:
    """The text at `path`; elements that have further attributes of no matter here count too."""
    for one in found_at(root, path):
        text = text_of(one)
        if text and not text.isspace():
            return text
    return ""


def _type(root: Indexed) -> str:
    if (own_type := _text(root, OWN_TYPE)) in ITEM_TYPES:
        return own_type
    genres = [text_of(one).strip().lower() for one in found_at(root, "genre")]
    for genre in genres:
        if genre in _TYPE_OF_GENRE:
            return _TYPE_OF_GENRE[genre]
    if found_at(root, HOST):
        return "article-journal" if _text(root, f"{HOST}/identifier type=issn") else "chapter"
    resource = _text(root, "typeOfResource").strip()
    if resource in _TYPE_OF_RESOURCE:
        return _TYPE_OF_RESOURCE[resource]
    return "book" if _text(root, "identifier type=isbn") else "document"


def _read_title(root: Indexed, found: Found) -> None:
    """The main title with its article, and the genre that is no type."""
    titles = [one for one in found_at(root, "titleInfo") if not one.get("type")]
    for variable, tag in (("title", "title"), ("subtitle", "subTitle"),
                          ("part-number", "partNumber"), ("part-title", "partName")):  # fmt: skip
        found.fields.pop(variable, None)
        if titles and (text := text_at(titles[0], tag)):
            found.fields[variable] = text
    if titles and (article := text_at(titles[0], "nonSort").strip()):
        space = "" if article.endswith(("'", "’")) else " "
        found.fields["title"] = article + space + text_at(titles[0], "title")
    found.fields.pop("genre", None)
    for genre in found_at(root, "genre"):
        if not genre.attrib and text_of(genre).strip():
            found.fields.setdefault("genre", text_of(genre))
    found.fields.pop("note", None)
    for note in found_at(root, "note"):
        if not note.get("type") and text_of(note).strip():
            found.fields.setdefault("note", text_of(note))


def _read_host(root: Indexed, found: Found) -> None:
    """What is said only of the work that this one stands in."""
    if not found_at(root, HOST):
        return
    fields = found.fields
    for variable, path in _OF_HOST.items():
        if variable not in fields and (text := _text(root, f"{HOST}/{path}")):
            fields[variable] = text
    for path in _DATES_OF_HOST:
        if "issued" not in fields:
            _read_date(root, "issued", path, found)
    for name, text in _numbers(found_at(root, f"{HOST}/identifier")).items():
        if name != "DOI":
            fields.setdefault(name, text)


def _read_degree_grantor(root: Indexed, found: Found) -> None:
    for element in found_at(root, "name"):
        if not _DEGREE_GRANTORS.isdisjoint(_terms(element)) and (value := _name(element)):
            [name], _, _ = _read_name("publisher", value)
            found.fields["publisher"] = name_text(name)
            return


def _left_out(root: Indexed) -> Iterator[Problem]:
    """What is said of elements that have no place in a record."""
    kinds = [tag for tag in root.children if tag in _NOT_READ]
    for element in root.children.get("relatedItem", []):
        if element.get("type", "") not in _RELATED:
            kinds.append(f"relatedItem {element.get('type', '')}".strip())
    for element in root.children.get("identifier", []):
        if element.get("type", "").lower() not in _IDENTIFIERS and text_of(element).strip():
            kinds.append(f"identifier {element.get('type', '')}")
    for kind in kinds:
        yield UNKNOWN_FIELD.found(f"{kind[:80]} has no place in a record: left out")


def _read_numbers(root: Indexed, found: Found) -> None:
    identifiers = found_at(root, "identifier")
    found.fields.update(_numbers(identifiers))
    kinds = {one.get("type", "") for one in identifiers}
    for kind in _NUMBER_TYPES:
        if kind in kinds and (text := _text(root, f"identifier type={kind}")):
            found.fields.setdefault("number", text)


def _numbers(identifiers: list[Element]) -> dict[str, str]:
    """ISBN, ISSN and DOI; of several ISBNs or ISSNs one text with commas."""
    several: dict[str, list[str]] = {}
    for element in identifiers:
        kind, text = element.get("type", "").upper(), text_of(element)
        if not text.strip() or element.get("invalid") == "yes":
            continue
        if kind == "ISBN":
            several.setdefault(kind, []).append(read_numbers(text, "ISBN").get("ISBN", text))
        elif kind == "ISSN":
            several.setdefault(kind, []).append(read_numbers(text, "ISSN").get("ISSN", text))
        elif kind == "DOI":
            several.setdefault(kind, [text])
    return {kind: ", ".join(dict.fromkeys(texts)) for kind, texts in several.items()}


def _read_parts(root: Indexed, found: Found) -> None:
    for inside in ("", f"{HOST}/") if "relatedItem" in root.children else ("",):
        if not found_at(root, f"{inside}part"):
            continue
        for name, path in PARTS.items():
            if text := _text(root, inside + path):
                found.fields.setdefault(name, text)
        if pages := _pages(root, inside):
            found.fields.setdefault("page", pages)
    if number := _text(root, "part/detail type=number/number"):
        found.fields.setdefault("number", number)
    if found_at(root, "relatedItem type=series/part"):
        for kind in ("volume", "number"):
            if number := _text(root, f"relatedItem type=series/part/detail type={kind}/number"):
                found.fields.setdefault("collection-number", number)
    for term in found_at(root, "language/languageTerm"):
        if text_of(term).strip():
            found.fields.setdefault("language", text_of(term))
    extent = _text(root, "physicalDescription/extent").strip()
    if match := _EXTENT.fullmatch(extent):
        found.fields["number-of-pages"] = match[1]


def _pages(root: Indexed, inside: str) -> str:
    for extent in found_at(root, f"{inside}part/extent"):
        if extent.get("unit", "") in ("page", "pages"):
            first, last = text_at(extent, "start"), text_at(extent, "end")
            pages = join_pages(first if first.strip() else "", last if last.strip() else "")
            pages = pages or text_at(extent, "list")
            if pages.strip():
                return pages
    return ""


def _read_date(root: Indexed, name: str, path: str, found: Found) -> None:
    dates = sorted(found_at(root, path), key=lambda one: not one.get("encoding"))
    if not dates or (name == "submitted" and dates[0].get("type") != "submitted"):
        return
    texts = {one.get("point", ""): text_of(one).strip() for one in reversed(dates)}
    text = texts.get("") or "/".join(texts.get(point, "") for point in ("start", "end"))
    if text.strip("/"):
        circa = dates[0].get("qualifier") == "approximate"
        found.fields[name] = {"text": text, "circa": True} if circa else text


def _read_dated(field: str, value: Untyped) -> Reading:
    """A date in EDTF or as cataloguers write it; a mapping of it where it is an approximate one."""
    if isinstance(value, dict):
        reading = _read_dated(field, value["text"])
        if reading.date is not None:
            reading.date["circa"] = True
        return reading
    return read_catalogued(str(value))


def _names(root: Indexed) -> Iterator[tuple[str, list[Untyped]]]:
    """Each variable that has names, with them."""
    names: dict[str, list[Untyped]] = {}
    for element in found_at(root, "name"):
        if (name := _name(element)) and (variable := _variable(element)):
            names.setdefault(variable, []).append(name)
    if "relatedItem" in root.children:
        names = _names_of_host(root) | names
    for variable, path in NAME_PLACES.items():
        if path.startswith(HOST):
            continue
        related: list[Untyped] = [one for one in map(_name, found_at(root, path)) if one]
        if related:
            names[variable] = related
    yield from names.items()


def _names_of_host(root: Indexed) -> dict[str, list[Untyped]]:
    """Those who made the work that this one stands in, by the part they had."""
    names: dict[str, list[Untyped]] = {}
    for element in found_at(root, f"{HOST}/name"):
        variable = _variable(element) if _terms(element) else "editor"
        variable = "container-author" if variable == "author" else variable
        if variable and (name := _name(element)):
            names.setdefault(variable, []).append(name)
    return names


def _terms(element: Element) -> list[str]:
    return [text_of(term).strip().lower() for term in found_at(element, "role/roleTerm")]


def _variable(element: Element) -> str:
    """The variable that the role of a name is; "" for one whose part stands elsewhere."""
    terms = _terms(element)
    for term in terms:
        if term in NAME_VARIABLES:
            return term
    for term in terms:
        if term in _VARIABLE_OF_TERM:
            return _VARIABLE_OF_TERM[term]
    if not _DEGREE_GRANTORS.isdisjoint(terms):
        return ""
    return "contributor" if terms else "author"


def _name(element: Element) -> Untyped:
    """What an element says of a name: a text, its parts, or an organization; None for nothing."""
    texts: dict[str, str] = {}
    for part in found_at(element, "namePart"):
        kind = part.get("type", "")
        texts[kind] = " ".join(filter(None, (texts.get(kind, ""), text_of(part))))
    whole = texts.get("", "") or text_at(element, "displayForm")
    if element.get("type") in ("corporate", "conference"):
        return {"literal": whole} if whole.strip() else None
    if texts.get("family") or texts.get("given"):
        return {part: texts.get(part, "") for part in _NAME_PARTS}
    return whole if whole.strip() else None


def _read_name(field: str, value: Untyped) -> NamesReading:
    """A name as `_name` found it; of one in parts the particles are separated."""
    if not isinstance(value, dict):
        name = name_from_text(str(value))
    elif literal := value.get("literal"):
        name = {"literal": str(literal)}
    else:
        family, given, suffix = (str(value[part]) for part in _NAME_PARTS)
        name = person(family, given, suffix)
    return NamesReading([name] if name else [])


NOTATION: Final = Notation(_read_name, _read_dated, {"language": language_tag})
"""How MODS writes values."""
