"""What a work of DataCite is part of: the journal, book or series it was published in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from reportcite.formats.datacite_json.contributors import contributors_in, creators_in
from reportcite.formats.reading.members import mappings, text_of
from reportcite.patterns import pattern
from reportcite.values.pages import join_pages
from reportcite.vocabulary import ARTICLE_TYPES, PART_TYPES

_PARTS: Final = ARTICLE_TYPES | PART_TYPES | {"article"}
_PAGE: Final = pattern(r"[A-Za-z]{0,3}\d[\w.-]{0,10}")
_IN: Final = ("IsPublishedIn", "IsPartOf")
_NUMBERS: Final = ("ISBN", "ISSN", "EISSN")


def whole_of(doi: Mapping[str, Any], type_: str) -> dict[str, Any]:
    """The fields that `relatedItems`, `container` and `relatedIdentifiers` give for the whole."""
    fields: dict[str, Any] = {}
    for fill in (_related_item(doi, type_), _container(doi, type_), _identifiers(doi)):
        fields |= {name: value for name, value in fill.items() if value and name not in fields}
    return fields


def _title_field(type_: str) -> str:
    return "container-title" if type_ in _PARTS else "collection-title"


def _related_item(doi: Mapping[str, Any], type_: str) -> dict[str, Any]:
    items = [one for one in mappings(doi.get("relatedItems")) if one.get("relationType") in _IN]
    if not items:
        return {}
    item = items[0]
    title = next((text_of(one.get("title")) for one in mappings(item.get("titles"))), "")
    is_part = type_ in _PARTS
    fields: dict[str, Any] = {
        _title_field(type_): title,
        "volume": text_of(item.get("volume")),
        "issue": text_of(item.get("issue")),
        "page": _pages(item),
        "edition": text_of(item.get("edition")),
    }
    if is_part:
        names = contributors_in(item.get("contributors"))
        fields["editor"] = names.get("editor", [])
        fields["container-author"] = creators_in(item.get("creators"))
    if item.get("relationType") == "IsPublishedIn" and is_part:
        fields["issued"] = text_of(item.get("publicationYear"))
    identifier = item.get("relatedItemIdentifier")
    if isinstance(identifier, Mapping):
        kind = text_of(identifier.get("relatedItemIdentifierType"))
        if kind in _NUMBERS:
            fields[kind.removeprefix("E")] = text_of(identifier.get("relatedItemIdentifier"))
    return fields


def _container(doi: Mapping[str, Any], type_: str) -> dict[str, Any]:
    container = doi.get("container")
    if not isinstance(container, Mapping):
        return {}
    fields: dict[str, Any] = {
        _title_field(type_): text_of(container.get("title")),
        "volume": text_of(container.get("volume")),
        "issue": text_of(container.get("issue")),
        "page": _pages(container),
    }
    kind = text_of(container.get("identifierType"))
    if kind in _NUMBERS:
        fields[kind.removeprefix("E")] = text_of(container.get("identifier"))
    return fields


def _identifiers(doi: Mapping[str, Any]) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    for one in mappings(doi.get("relatedIdentifiers")):
        kind = text_of(one.get("relatedIdentifierType"))
        if one.get("relationType") in _IN and kind in _NUMBERS:
            fields.setdefault(kind.removeprefix("E"), text_of(one.get("relatedIdentifier")))
    return fields


def _pages(whole: Mapping[str, Any]) -> str:
    """The range of pages; some write there what is no page at all."""
    first, last = text_of(whole.get("firstPage")), text_of(whole.get("lastPage"))
    if not _PAGE.fullmatch(first):
        return ""
    return join_pages(first, last if last != first and _PAGE.fullmatch(last) else "")
