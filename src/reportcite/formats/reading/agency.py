"""What the agencies that register DOIs answer instead of CSL-JSON, of which theirs is a dialect.

Members: Crossref's REST API (github.com/CrossRef/rest-api-doc, "api_format.md"), whose items
content negotiation hands out nearly as they are; DataCite's CSL-JSON holds HTML.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from reportcite.formats.reading.json_items import Found
from reportcite.formats.reading.markup import read_markup
from reportcite.record.assemble.crossref import OTHER_MEMBERS
from reportcite.record.assemble.notations import CSL
from reportcite.record.assemble.record import assemble
from reportcite.record.custom import kept
from reportcite.record.model import Record
from reportcite.record.spelling import type_name
from reportcite.record.untyped import Notation, Untyped, UntypedRecord
from reportcite.values.doi import bare_doi, is_doi
from reportcite.values.names.capitals import without_capitals
from reportcite.vocabulary import ITEM_TYPES, NAME_VARIABLES

AGENCY: Final[Notation] = CSL._replace(unescape=read_markup)
"""How they write values: as CSL-JSON does, but with the markup of those who deposit them."""

_LISTS: Final = ("title", "container-title", "subtitle", "ISBN", "ISSN")
_DATES: Final = (
    *("published-print", "published-online", "published", "published-other", "posted"),
    *("approved", "content-created", "created"),
)
"""Where the date of publication stands if it is not `issued`, the best first."""
_KEPT: Final = (
    *("funder", "license", "relation", "update-to", "subject", "group-title", "degree"),
    *("institution", "clinical-trial-number", "component-number", "issue-title"),
    *("accepted", "approved", "posted", "published-print", "published-online", "published-other"),
    *("article-number-type", "event-acronym", "free-to-read", "project", "review"),
    *("alternative-id", "aliases", "proceedings-subject"),
)
"""What CSL has no variable for, and whoever uses the record may want; the rest is about the
deposit."""
_PARTS: Final = frozenset({"chapter", "entry", "entry-encyclopedia", "paper-conference"})
_PREPRINTS: Final = frozenset({"posted-content", "preprint"})


def is_of_agency(item: Mapping[str, Untyped]) -> bool:
    """Whether an item has what only the agencies write.

    >>> is_of_agency({"title": ["A"]}), is_of_agency({"title": "A", "type": "journal-article"})
    (True, True)
    >>> is_of_agency({"id": "a", "type": "book", "title": "A"})
    False
    """
    if not OTHER_MEMBERS.isdisjoint(item):
        return True
    kind = item.get("type")
    if isinstance(kind, str) and kind not in ITEM_TYPES and type_name(kind):
        return True
    for name in _LISTS:  # in a loop of its own: run for every item
        if item.get(name).__class__ is list:
            return True
    id_, doi = item.get("id"), item.get("DOI")
    return (
        isinstance(id_, str)
        and isinstance(doi, str)
        and id_.startswith("https://doi.org/")
        and bare_doi(id_).lower() == bare_doi(doi).lower()
    )


def agency_record(item: Mapping[str, Untyped], found: Found) -> Record:
    """The record in an item of Crossref, DataCite or another agency."""
    fields: dict[str, Any] = {**item}
    type_ = type_name(str(fields.get("type", ""))) or ""
    _settle_date(fields)
    _settle_titles(fields, type_)
    _settle_names(fields)
    _settle_publisher(fields, type_)
    _settle_event(fields)
    _settle_links(fields)
    entries = {name: fields.pop(name) for name in _KEPT if fields.get(name)}
    if isinstance(fields.get("archive"), list):
        entries["archive"] = fields.pop("archive")  # services that preserve it: nobody cites them
    if license_ := item.get("license"):
        fields["license"] = license_
    custom = fields.get("custom")
    if entries and (custom is None or isinstance(custom, Mapping)):
        fields["custom"] = {**(custom or {}), **kept("crossref", entries)["custom"]}
    for name in [name for name, value in fields.items() if value in ([], {}, None)]:
        del fields[name]
    places = {name: place for name, place in found.places.items() if name in fields}
    return assemble(
        UntypedRecord(fields, found.place, AGENCY, found.fallback_id, (), found.problems, places)
    )


def _settle_date(fields: dict[str, Any]) -> None:
    """Of a work without a date of issue the next best date counts."""
    if not _says_date(fields.get("issued")):
        fields.pop("issued", None)
        name = next((name for name in _DATES if _says_date(fields.get(name))), "")
        if name:
            date = fields.pop(name)
            points = _points(date)
            fields["issued"] = {"date-parts": points} if points else date


def _says_date(value: Any) -> bool:
    if not isinstance(value, Mapping):
        return bool(value)
    if isinstance(value.get("date-parts"), list):
        return bool(_points(value))
    return any(value.get(name) for name in ("raw", "literal", "season"))


def _points(date: Any) -> list[Any]:
    """The first and the last day of a date in parts; nothing of one that says no year."""
    parts = date.get("date-parts") if isinstance(date, Mapping) else None
    if not isinstance(parts, list) or not parts or not isinstance(parts[0], list):
        return []
    return parts if parts[0][:1] not in ([], [None]) else []


def _settle_titles(fields: dict[str, Any], type_: str) -> None:
    """A subtitle that the title has already is none; the first of two containers is a series."""
    title, subtitle = _first(fields.get("title")), _first(fields.get("subtitle"))
    if subtitle and title.casefold().endswith(subtitle.casefold()):
        del fields["subtitle"]
    containers = fields.get("container-title")
    if type_ in _PARTS and isinstance(containers, list) and len(containers) == 2:
        fields["container-title"] = containers[1]
        fields.setdefault("collection-title", containers[0])


def _first(value: Any) -> str:
    """The first text in a list, or the text itself."""
    one = value[0] if isinstance(value, list) and value else value
    return one if isinstance(one, str) else ""


def _settle_names(fields: dict[str, Any]) -> None:
    for name in NAME_VARIABLES & fields.keys():
        members = fields[name]
        if isinstance(members, list):
            fields[name] = [
                without_capitals(one) if isinstance(one, Mapping) else one for one in members
            ]


def _settle_publisher(fields: dict[str, Any], type_: str) -> None:
    """Of a preprint and a thesis the institution counts, which has a place."""
    institution = fields.get("institution")
    held = institution[0] if isinstance(institution, list) and institution else institution
    if not isinstance(held, Mapping) or not isinstance(name := held.get("name"), str):
        return
    if str(fields.get("type")) in _PREPRINTS or type_ == "thesis" or not fields.get("publisher"):
        fields["publisher"] = name
        if place := _first(held.get("place")):
            fields.setdefault("publisher-place", place)
    if type_ == "thesis" and (degree := _first(fields.get("degree"))):
        fields.setdefault("genre", degree)


def _settle_event(fields: dict[str, Any]) -> None:
    event = fields.get("event")
    if not isinstance(event, Mapping):
        return
    del fields["event"]
    if event.get("name"):
        fields.setdefault("event-title", event["name"])
    if event.get("location"):
        fields.setdefault("event-place", event["location"])
    points = [end[0] for name in ("start", "end") if (end := _points(event.get(name)))]
    if points:
        fields.setdefault("event-date", {"date-parts": points[: 1 + (points[0] != points[-1])]})
    elif event.get("start"):
        fields.setdefault("event-date", event["start"])


def _settle_links(fields: dict[str, Any]) -> None:
    """The page that a DOI leads to says more than a link of the DOI; an ISBN is no URI."""
    url, doi = fields.get("URL"), fields.get("DOI")
    is_link = isinstance(url, str) and isinstance(doi, str) and is_doi(bare_doi(url))
    resource = fields.pop("resource", None)
    primary = resource.get("primary") if isinstance(resource, Mapping) else None
    page = primary.get("URL") if isinstance(primary, Mapping) else None
    if isinstance(page, str) and page and (is_link or not url):
        fields["URL"] = page
    elif is_link and isinstance(url, str) and bare_doi(url).lower() == bare_doi(str(doi)).lower():
        del fields["URL"]
    for name in ("ISBN", "ISSN"):
        numbers = fields.get(name)
        if isinstance(numbers, list):
            fields[name] = [_without_uri(one) for one in numbers]
        elif isinstance(numbers, str):
            fields[name] = _without_uri(numbers)


def _without_uri(number: Any) -> Any:
    """`http://id.crossref.org/isbn/9783948289829` as the number alone."""
    if isinstance(number, str) and number.lower().startswith(("http:", "https:", "urn:")):
        return number.replace(":", "/").rpartition("/")[2]
    return number
