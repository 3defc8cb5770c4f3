"""Reads MODS as libraries write it: any version 3, single records, collections, OAI-PMH answers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, BinaryIO, Final

from reportcite.errors import Place
from reportcite.formats.mods.access import read_access
from reportcite.formats.mods.at_once import made_at_once
from reportcite.formats.mods.fields import HOST, NAME_PLACES, PARTS
from reportcite.formats.mods.govinfo import read_govinfo
from reportcite.formats.mods.kept import (
    NUMBERS_READ,
    OWN_EXTENSION,
    kept_in,
    kind_of,
    related_items,
)
from reportcite.formats.mods.kinds import is_named_by_type, type_of
from reportcite.formats.mods.origin import (
    issued_in,
    origin_of,
    read_date,
    written_date,
)
from reportcite.formats.mods.people import (
    DEGREE_GRANTORS,
    PUBLISHERS,
    body_with_role,
    index_names,
    read_name,
)
from reportcite.formats.reading.note_lines import Found, read_lines, record_of
from reportcite.formats.reading.xml import (
    Indexed,
    found_at,
    indexed,
    line_of,
    line_text,
    name_of,
    read_elements,
    text_at,
    text_of,
)
from reportcite.formats.rules import SECOND_VALUE
from reportcite.limits import LIMITS, Limits
from reportcite.problems import Problem
from reportcite.record.assemble.record import numbered_id, stem_of
from reportcite.record.custom import kept
from reportcite.record.model import Record
from reportcite.record.untyped import Notation, Untyped
from reportcite.values.isbd import bare_text, pages_in, scale_in, volumes_in
from reportcite.values.keywords import join_keywords
from reportcite.values.language import language_tag
from reportcite.values.pages import join_pages
from reportcite.values.standard_numbers import Kind, read_numbers
from reportcite.values.title import join_part, join_title

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_ABBREVIATED: Final = "abbreviated"
_CODES: Final = {
    "isbn": "ISBN",
    "issn": "ISSN",
    "doi": "DOI",
    "pmid": "PMID",
    "pubmed": "PMID",
    "pmc": "PMCID",
    "pmcid": "PMCID",
}


def read(stream: BinaryIO, name: str, limits: Limits = LIMITS) -> Iterable[Record | Problem]:
    """The records of a MODS file, one at a time."""
    stem = stem_of(name)
    elements = read_elements(stream, name, ("{*}mods",), "MODS", limits)
    for number, element in enumerate(elements, 1):
        if isinstance(element, Problem):
            yield element
            continue
        root = indexed(element)
        lines = [
            read_lines(text_of(one))
            for one in root.children.get("extension", ())
            if one.get("displayLabel") == OWN_EXTENSION or not len(one)
        ]
        found = own(root)
        found.fields |= kept("mods", kept_in(root))
        id_, place = _id_of(root) or numbered_id(stem, number), Place(name, line_of(element))
        stated = next((one for one in lines if one), None)
        made = made_at_once(found, id_, place) if stated is None else None
        yield made or record_of(found, stated, id_, place, NOTATION)


def own(root: Indexed) -> Found:
    """What the elements of MODS say, without the extension."""
    related = related_items(root.children.get("relatedItem", ()))
    host = related.get("host")
    origin = origin_of(root)
    found = Found(type_of(root, host, origin.texts))
    fields = found.fields
    _read_titles(root, found)
    fields |= origin.texts
    _read_texts(root, found)
    _read_numbers(root.children.get("identifier", ()), found)
    _read_parts(root, found, in_host=False)
    for variable, elements in origin.dates.items():
        if date := written_date(elements):
            fields[variable] = date
    if host is not None:
        _read_host(host, found)
    _read_related(related, found)
    read_access(root, found)
    if "extension" in root.children:
        read_govinfo(root, found)
    fields |= _names(root, related, found)
    if "publisher" not in fields:
        roles = PUBLISHERS | DEGREE_GRANTORS if found.type == "thesis" else PUBLISHERS
        if body := body_with_role(root.children.get("name", ()), roles):
            fields["publisher"] = body
    return found


def _id_of(root: Indexed) -> str:
    """The record's identifier, or the key under which programs cite it."""
    id_ = text_at(root, "recordInfo/recordIdentifier").strip() or root.element.get("ID", "").strip()
    return id_ or text_at(root, "identifier type=citekey").strip()


def _read_titles(root: Indexed, found: Found) -> None:
    infos = root.children.get("titleInfo", ())
    title, subtitle, _ = _title(infos)
    if title:
        found.fields["title"] = title
    if subtitle:
        found.fields["subtitle"] = subtitle
    if short := _short_title(infos):
        found.fields["title-short"] = short


def _title(infos: Sequence[Element], *, numbered: bool = False) -> tuple[str, str, str]:
    """Title and subtitle of the first that is the title proper, or else of any; with their part
    joined to them, or its number apart where the title is that of something `numbered`."""
    proper = [one for one in infos if not one.get("type")]
    proper = proper or [one for one in infos if one.get("type") != _ABBREVIATED]
    if not proper:
        return "", "", ""
    texts: dict[str, str] = {}
    for child in proper[0]:
        if text := line_text(child):
            texts.setdefault(name_of(child), text)
    title = bare_text(texts.get("title", ""))
    if article := texts.get("nonSort"):
        title = article + ("" if article.endswith(("'", "’", "-")) else " ") + title
    subtitle = texts.get("subTitle", "")
    number, name = texts.get("partNumber", ""), texts.get("partName", "")
    if numbered:
        return title, subtitle, number
    if number or name:
        if subtitle:
            subtitle = join_part(subtitle, number, name)
        else:
            title = join_part(title, number, name)
    return title, subtitle, ""


def _short_title(infos: Iterable[Element]) -> str:
    return next((_title([one])[0] or line_text(one) for one in infos
                 if one.get("type") == _ABBREVIATED), "")  # fmt: skip


def _read_texts(root: Indexed, found: Found) -> None:
    """Genre, notes, abstract, keywords, language, and what is physical."""
    children, fields = root.children, found.fields
    for genre in children.get("genre", ()):
        if genre.get("authority") is None and not genre.attrib:
            text = line_text(genre)
            if text and not is_named_by_type(text, found.type):
                fields.setdefault("genre", text)
    notes = [text_of(one).strip() for one in children.get("note", ()) if not one.get("type")]
    if note := "\n".join(filter(None, notes)):
        fields["note"] = note
    for abstract in children.get("abstract", ()):
        if text := text_of(abstract).strip():
            fields.setdefault("abstract", text)
    words: list[str] = []
    for subject in children.get("subject", ()):
        for child in subject:
            tag = name_of(child)
            if tag == "topic":
                words.append(line_text(child))
            elif tag == "cartographics" and (scale := text_at(child, "scale").strip()):
                fields.setdefault("scale", scale_in(scale))
    if keyword := join_keywords(dict.fromkeys(words)):
        fields["keyword"] = keyword
    _read_language(children.get("language", ()), found)
    _read_physical(children.get("physicalDescription", ()), found)


def _read_language(elements: Sequence[Element], found: Found) -> None:
    """The language of the work; that of a part of it, such as a summary, counts only alone."""
    codes: list[str] = []
    if len(elements) > 1:
        elements = sorted(elements, key=lambda one: one.get("objectPart") is not None)
    for element in elements:
        terms: Iterable[Element] = element
        if len(element) > 1:
            terms = sorted(element, key=lambda term: term.get("type") != "code")
        text = next((text for term in terms if (text := line_text(term))), "")
        if text and (not codes or element.get("objectPart") is None):
            codes.append(text)
    if codes:
        found.fields["language"] = codes[0]
    if len(dict.fromkeys(map(language_tag, codes))) > 1:
        found.problems.append(SECOND_VALUE.found("a second value for language is left out"))


def _read_physical(elements: Iterable[Element], found: Found) -> None:
    fields = found.fields
    for element in elements:
        for child in element:
            tag = name_of(child)
            if tag == "extent" and (text := line_text(child)):
                pages, volumes = pages_in(text), volumes_in(text)
                if pages:
                    fields.setdefault("number-of-pages", pages)
                if volumes:
                    fields.setdefault("number-of-volumes", volumes)
            # Forms out of a list say print or electronic, which a citation does not.
            elif tag == "form" and not child.get("authority") and (text := line_text(child)):
                fields.setdefault("medium", text)


def _read_numbers(elements: Iterable[Element], found: Found) -> None:
    """Identifiers; of several ISBNs or ISSNs one text with commas."""
    several: dict[str, list[str]] = {}
    for element in elements:
        kind, text = kind_of(element), text_of(element).strip()
        if not text or element.get("invalid") == "yes":
            continue
        variable = "number" if kind in NUMBERS_READ else _CODES.get(kind, "")
        if variable in ("ISBN", "ISSN"):
            expected: Kind = "ISBN" if variable == "ISBN" else "ISSN"
            text = read_numbers(text, expected).get(expected, text)
        if variable:
            several.setdefault(variable, []).append(text)
    for variable, texts in several.items():
        joined = variable in ("ISBN", "ISSN")
        text = ", ".join(dict.fromkeys(texts)) if joined else texts[0]
        found.fields.setdefault(variable, text)


def _read_parts(root: Indexed, found: Found, *, in_host: bool) -> None:
    """Volume, issue and pages, which stand in a part of the work or of its host."""
    fields = found.fields
    parts = root.children.get("part", ())
    if not parts:
        return
    for variable, path in PARTS.items():
        if variable not in fields and (text := text_at(root, path).strip()):
            fields[variable] = text
    if number := text_at(root, "part/detail type=number/number").strip():
        fields.setdefault("issue" if in_host else "number", number)
    if pages := _pages(root):
        fields.setdefault("page", pages)


def _pages(root: Indexed) -> str:
    for extent in found_at(root, "part/extent"):
        if extent.get("unit", "") in ("page", "pages"):
            first, last = text_at(extent, "start").strip(), text_at(extent, "end").strip()
            pages = join_pages(first, "" if first == last else last)
            if pages := pages or text_at(extent, "list").strip():
                return pages
    return ""


def _read_host(host: Indexed, found: Found) -> None:
    """What is said only of the work that this one stands in."""
    fields = found.fields
    infos = host.children.get("titleInfo", ())
    title, subtitle, _ = _title(infos)
    if joined := join_title(title, subtitle):
        fields["container-title"] = joined
    if short := _short_title(infos):
        fields["container-title-short"] = short
    _read_parts(host, found, in_host=True)
    origin = origin_of(host)
    for variable, text in origin.texts.items():
        fields.setdefault(variable, text)
    if "issued" not in fields and (date := issued_in(host, origin)):
        fields["issued"] = date
    numbers = Found()
    _read_numbers(host.children.get("identifier", ()), numbers)
    for variable in ("ISBN", "ISSN"):
        if variable in numbers.fields:
            fields.setdefault(variable, numbers.fields[variable])


def _read_related(related: dict[str, Indexed], found: Found) -> None:
    """The series, the original and the work reviewed."""
    fields = found.fields
    for kind, variable in (("series", "collection-title"), ("original", "original-title"),
                           ("reviewOf", "reviewed-title")):  # fmt: skip
        if kind not in related:
            continue
        item = related[kind]
        series = kind == "series"
        title, subtitle, number = _title(item.children.get("titleInfo", ()), numbered=series)
        if joined := join_title(title, subtitle):
            fields[variable] = joined
        for detail in ("volume", "number") if series and not number else ():
            number = number or text_at(item, f"part/detail type={detail}/number").strip()
        if number:
            fields["collection-number"] = number
    if original := related.get("original"):
        origin = origin_of(original)
        for variable, text in origin.texts.items():
            if variable != "edition":
                fields[f"original-{variable}"] = text
        if date := issued_in(original, origin):
            fields["original-date"] = date
        holders = [line_text(one) for one in found_at(original, "location/physicalLocation")]
        if holder := "; ".join(dict.fromkeys(filter(None, holders))):
            fields.setdefault("archive", holder)  # who holds it, not the copy
    if (reviewed := related.get("reviewOf")) and (genre := text_at(reviewed, "genre").strip()):
        fields["reviewed-genre"] = genre


def _names(root: Indexed, related: dict[str, Indexed], found_so_far: Found) -> dict[str, Untyped]:
    """Each variable that has names, with them; of the same role those of the work itself."""
    names: dict[str, Untyped] = {}
    if host := related.get("host"):
        for variable, found in index_names(host, "container-author").items():
            names["container-author" if variable == "author" else variable] = found
    names |= index_names(root, "author", found_so_far.type, found_so_far.fields.get("publisher"))
    for variable, path in NAME_PLACES.items():
        kind = path.removeprefix("relatedItem type=").removesuffix("/name")
        if kind in related and not path.startswith(HOST):
            found = [one for some in index_names(related[kind], variable).values() for one in some]
            if found:
                names[variable] = found
    return names


NOTATION: Final = Notation(read_name, read_date, {"language": language_tag})
"""How MODS writes values."""
