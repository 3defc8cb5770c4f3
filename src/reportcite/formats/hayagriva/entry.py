"""What the fields of one entry, and of the parents it stands in, say of a record."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from reportcite.formats.hayagriva.fields import (
    NUMBERS,
    PARENTS,
    READ,
    ROLES,
    STRINGS,
    TEXTS,
)
from reportcite.formats.hayagriva.values import read_text
from reportcite.formats.reading.members import mappings, text_of

_SERIES: Final = frozenset({"book", "report", "thesis", "anthology", "proceedings", "misc"})
"""The types of entries whose parent is a series."""
_PARTS: Final = frozenset({"article", "chapter", "entry", "anthos", "newspaper"})
"""Those that stand in an anthology; to all others it is a series."""
_FROM_PARENT: Final = ("volume", "issue", "edition", "number-of-volumes", "ISSN", "ISBN", "URL")


def fields_in(entry: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a record, untyped, as `formats.hayagriva.values.NOTATION` has them."""
    parents = mappings(entry.get("parent"))
    kind = text_of(entry.get("type")).lower() or "misc"
    whole, conference = _parents_by_kind(parents, kind)
    found = _own(entry)
    if whole is not None:
        held = _own(whole)
        title = held.pop("title", "")
        is_series = kind in _SERIES or (kind not in _PARTS and _kind(whole, kind) == "anthology")
        found.setdefault("collection-title" if is_series else "container-title", title)
        if not is_series:
            _take_from_whole(found, held, whole)
    if conference is not None:
        found.setdefault("event-title", read_text(conference.get("title")))
        found.setdefault("event-place", read_text(conference.get("location")))
    nearest = whole if whole is not None else conference
    parent_kind = _kind(nearest, kind) if nearest is not None else ""
    pair = (kind, parent_kind)
    found["type"] = READ.get(pair) or READ.get((kind, "")) or "document"
    return {name: value for name, value in found.items() if value}


def _parents_by_kind(
    parents: list[Mapping[str, Any]], kind: str
) -> tuple[Mapping[str, Any] | None, Mapping[str, Any] | None]:
    """The journal, book or series that an entry stands in, and the conference it belongs to."""
    conference = next((one for one in parents if _kind(one, kind) == "conference"), None)
    others = [one for one in parents if one is not conference]
    return (others[0] if others else None), conference


def _kind(parent: Mapping[str, Any], of: str) -> str:
    return text_of(parent.get("type")).lower() or PARENTS.get(of, "")


def _take_from_whole(found: dict[str, Any], held: dict[str, Any], whole: Mapping[str, Any]) -> None:
    for name in (*_FROM_PARENT, "publisher", "publisher-place", "editor", "issued"):
        if name in held:
            found.setdefault(name, held[name])
    if held.get("author"):
        found.setdefault("container-author", held["author"])
    for series in mappings(whole.get("parent"))[:1]:
        found.setdefault("collection-title", read_text(series.get("title")))


def _own(entry: Mapping[str, Any]) -> dict[str, Any]:
    """What the fields of one entry say of itself."""
    found: dict[str, Any] = {"title": read_text(entry.get("title"))}
    title = entry.get("title")
    if isinstance(title, Mapping):
        found["title-short"] = read_text(title.get("short") or title.get("shorthand"))
    for name in ("author", "editor"):
        found[name] = _people(entry.get(name))
    found["issued"] = text_of(entry.get("date"))
    for name, key in TEXTS.items():
        found[name] = read_text(entry.get(key))
    for name, key in STRINGS.items():
        found[name] = text_of(entry.get(key))
    _put_publisher(found, entry)
    _put_numbers(found, entry)
    url = entry.get("url")
    found["URL"] = text_of(url.get("value")) if isinstance(url, Mapping) else text_of(url)
    if isinstance(url, Mapping):
        found["accessed"] = text_of(url.get("date"))
    found["language"] = text_of(entry.get("language"))
    roles = {role: name for name, role in ROLES.items()}
    for one in mappings(entry.get("affiliated")):
        if variable := roles.get(text_of(one.get("role")).lower()):
            found.setdefault(variable, []).extend(_people(one.get("names")))
    return {name: value for name, value in found.items() if value}


def _people(value: Any) -> list[Any]:
    members = value if isinstance(value, list) else [value]
    return [one for one in members if one]


def _put_publisher(found: dict[str, Any], entry: Mapping[str, Any]) -> None:
    publisher = entry.get("publisher")
    found["publisher"] = read_text(publisher) or text_of(entry.get("organization"))
    place = publisher.get("location") if isinstance(publisher, Mapping) else None
    found["publisher-place"] = read_text(place) or read_text(entry.get("location"))


def _put_numbers(found: dict[str, Any], entry: Mapping[str, Any]) -> None:
    numbers = entry.get("serial-number")
    held = numbers if isinstance(numbers, Mapping) else {"serial": numbers}
    for name, key in NUMBERS.items():
        found[name] = text_of(held.get(key)) or text_of(entry.get(key))
    if not found["number"] and (arxiv := text_of(held.get("arxiv"))):
        found["number"] = f"arXiv:{arxiv.removeprefix('arXiv:')}"
