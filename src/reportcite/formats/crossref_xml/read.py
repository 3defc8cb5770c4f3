"""Reads Crossref XML: deposits (`doi_batch`) and answers (`doi_records`, `crossref_result`).

Source: Crossref's metadata deposit schema 5.3.1 and UNIXREF 1.1 (crossref.org/documentation).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, BinaryIO, Final

from reportcite.errors import Place
from reportcite.formats.crossref_xml.works import TAGS, Work, works_in
from reportcite.formats.format import Format
from reportcite.formats.reading.placed import PlacedFields
from reportcite.formats.reading.xml import (
    found_at,
    line_of,
    line_text,
    marked_text,
    name_of,
    read_elements,
    text_at,
)
from reportcite.limits import LIMITS, Limits
from reportcite.problems import Problem
from reportcite.record.assemble.record import numbered_id, stem_of
from reportcite.record.model import Record
from reportcite.record.untyped import Notation, Untyped
from reportcite.values.dates.exchanged import read_date
from reportcite.values.dates.reading import Reading
from reportcite.values.language import language_tag
from reportcite.values.names.parts import contributor
from reportcite.values.names.reading import Reading as NamesReading
from reportcite.values.pages import join_pages

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

# What the description of a work holds, or that of the work it stands in where it has none itself.
_TEXTS: Final = {
    "publisher": "publisher/publisher_name",
    "publisher-place": "publisher/publisher_place",
    "volume": "journal_volume/volume",
    "issue": "issue",
    "edition": "edition_number",
    "genre": "degree",
    "collection-title": "series_metadata/titles/title",
    "container-title-short": "abbrev_title",
}
_INSTITUTION: Final = {
    "publisher": "institution/institution_name",
    "publisher-place": "institution/institution_place",
}
_EVENT: Final = {"event-title": "conference_name", "event-place": "conference_location"}
_NUMBERS: Final = {"ISBN": "isbn", "ISSN": "issn"}
_ROLES: Final = {
    "author": "author",
    "editor": "editor",
    "chair": "chair",
    "translator": "translator",
    "reviewer": "author",
}
_ARTICLE_NUMBERS: Final = frozenset({"article_number", "article-number"})
_DATES: Final = ("publication_date", "posted_date", "approval_date", "creation_date", "review_date")
_LEFT_OUT: Final = frozenset(
    {"citation_list", "component_list", "crossmark", "archive_locations", "contract_number"}
)


def read(stream: BinaryIO, name: str, limits: Limits = LIMITS) -> Iterable[Record | Problem]:
    """The records of a Crossref XML file, one at a time."""
    stem, number = stem_of(name), 0
    tags = tuple(f"{{*}}{tag}" for tag in TAGS)
    for element in read_elements(stream, name, tags, "Crossref", limits):
        if isinstance(element, Problem):
            yield element
            continue
        for work in works_in(element):
            number += 1
            id_ = numbered_id(stem, number)
            yield _found(work).record(id_, Place(name, line_of(work.element)), _NOTATION)


def _found(work: Work) -> PlacedFields:
    found, element = PlacedFields(work.type), work.element
    _put_title(found, element)
    _put_names(found, element)
    _put_date(found, [element, *work.wholes])
    _put_link(found, element)
    _put_pages(found, element)
    _put_abstract(found, element)
    if work.part:
        _put_whole(found, work.wholes)
    for description in (element, *work.wholes):
        for variable, path in _TEXTS.items():
            found.put(variable, _first(description, path))
        _put_numbers(found, description)
        found.put("language", description, description.get("language", ""))
        _put_event(found, description)
    _put_institution(found, work)
    _put_report_number(found, work)
    found.leave_out(name_of(one) for one in element if name_of(one) in _LEFT_OUT)
    return found


def _first(element: Element, path: str) -> Element | None:
    return next((one for one in found_at(element, path) if line_text(one)), None)


def _put_title(found: PlacedFields, element: Element) -> None:
    for title in (_first(element, "titles/title"), _first(element, "full_title")):
        found.put("title", title, marked_text(title))
    for variable, path in (("subtitle", "titles/subtitle"),
                           ("original-title", "titles/original_language_title")):  # fmt: skip
        text = _first(element, path)
        found.put(variable, text, marked_text(text))


def _put_names(found: PlacedFields, element: Element) -> None:
    for name in found_at(element, "contributors/*"):
        variable = _ROLES.get(name.get("contributor_role", "author"), "contributor")
        if value := _name(name):
            found.add_name(variable, name, value)


def _name(element: Element) -> dict[str, Untyped]:
    if name_of(element) == "organization":
        return {"literal": text} if (text := line_text(element)) else {}
    if name_of(element) != "person_name":
        return {}
    texts = {name_of(child): line_text(child) for child in element}
    places = [
        *found_at(element, "affiliation"),
        *found_at(element, "affiliations/institution/institution_name"),
    ]
    return {
        "family": texts.get("surname", ""),
        "given": texts.get("given_name", ""),
        "suffix": texts.get("suffix", ""),
        "ORCID": texts.get("ORCID", ""),
        "affiliation": "; ".join(filter(None, map(line_text, places))),
    }


def _read_name(field: str, value: Untyped) -> NamesReading:
    parts = value if isinstance(value, dict) else {}
    name = contributor(**{part: str(text) for part, text in parts.items()})
    return NamesReading([name] if name else [])


def _put_date(found: PlacedFields, descriptions: Iterable[Element]) -> None:
    """The date in print, or else any: that online may be later by years."""
    for description in descriptions:
        dates = [one for tag in _DATES for one in found_at(description, tag)]
        dates.sort(key=lambda one: one.get("media_type", "print") != "print")
        for date in [*dates, *found_at(description, "database_date/*")]:
            parts = [text_at(date, part).strip() for part in ("year", "month", "day")]
            while parts and not parts[-1]:
                parts.pop()
            if parts and "" not in parts:
                found.put("issued", date, "-".join(parts))


def _put_link(found: PlacedFields, element: Element) -> None:
    found.put("DOI", _first(element, "doi_data/doi"))
    found.put("URL", _first(element, "doi_data/resource"))
    for path in ("program/license_ref", "crossmark/custom_metadata/program/license_ref"):
        found.put("license", _first(element, path))


def _put_pages(found: PlacedFields, element: Element) -> None:
    if (pages := _first(element, "pages")) is not None:
        first, last = (text_at(pages, f"{end}_page").strip() for end in ("first", "last"))
        found.put("page", pages, join_pages(first, "" if first == last else last))
    for number in found_at(element, "publisher_item/item_number"):
        if number.get("item_number_type") in _ARTICLE_NUMBERS:
            found.put("page", number)


def _put_abstract(found: PlacedFields, element: Element) -> None:
    """The abstract, a paragraph on each line."""
    for abstract in found_at(element, "abstract"):
        paragraphs = list(_paragraphs(abstract))
        found.put("abstract", abstract, "\n".join(paragraphs) or marked_text(abstract))


def _paragraphs(element: Element) -> Iterator[str]:
    for child in element:
        if name_of(child) == "sec":
            yield from _paragraphs(child)
            continue
        text = marked_text(child) if name_of(child) in ("p", "title") else ""
        if text and not (name_of(child) == "title" and text.lower() == "abstract"):
            yield text


def _put_whole(found: PlacedFields, wholes: Iterable[Element]) -> None:
    """The title of what the work stands in, and its editors."""
    for whole in wholes:
        if name_of(whole) == "event_metadata":
            continue
        for path in ("full_title", "titles/title", "proceedings_title"):
            title = _first(whole, path)
            found.put("container-title", title, marked_text(title))
        for name in found_at(whole, "contributors/* contributor_role=editor"):
            if value := _name(name):
                found.add_name("editor", name, value)


def _put_numbers(found: PlacedFields, element: Element) -> None:
    """ISBN and ISSN; those of a series of books are not those of the book."""
    for variable, tag in _NUMBERS.items():
        if numbers := found_at(element, tag):
            texts = dict.fromkeys(filter(None, map(line_text, numbers)))
            found.put(variable, numbers[0], ", ".join(texts))
    found.put("volume", _first(element, "volume"))


def _put_event(found: PlacedFields, element: Element) -> None:
    for variable, path in _EVENT.items():
        found.put(variable, _first(element, path))
    for date in found_at(element, "conference_date"):
        ends = [
            "-".join(filter(None, (date.get(f"{end}_{part}") for part in ("year", "month", "day"))))
            for end in ("start", "end")
        ]
        found.put("event-date", date, "/".join(filter(None, ends)))


def _put_institution(found: PlacedFields, work: Work) -> None:
    """Who stands behind a work that has no publisher; of a blog it is the blog."""
    element = work.element
    if found.type == "post-weblog":
        found.put("container-title", _first(element, _INSTITUTION["publisher"]))
        return
    for variable, path in _INSTITUTION.items():
        found.put(variable, _first(element, path))
    found.put("publisher", _first(element, "standards_body/standards_body_name"))
    if found.type == "article":
        found.put("publisher", _first(element, "group_title"))


def _put_report_number(found: PlacedFields, work: Work) -> None:
    if found.type in ("report", "standard"):
        found.put("number", _first(work.element, "publisher_item/item_number"))
        found.put("number", _first(work.element, "designators/std_designator"))
        found.put("number", _first(work.element, "std_designator"))


def _read_date(field: str, value: Untyped) -> Reading:
    return read_date(str(value))


_NOTATION: Final = Notation(_read_name, _read_date, {"language": language_tag})


FORMAT: Final = Format("crossref-xml", "Crossref XML", read=read)
