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
from reportcite.values.eprints import eprint_number

_SERIES: Final = frozenset({"book", "report", "thesis", "anthology", "proceedings", "misc"})
"""The types of entries whose parent is a series."""
_PARTS: Final = frozenset({"article", "chapter", "entry", "anthos", "newspaper"})
"""Those that stand in an anthology; to all others it is a series."""
_TAKEN: Final = (
    *("volume", "issue", "edition", "number-of-volumes", "ISSN", "ISBN", "URL"),
    *("publisher", "publisher-place", "editor", "issued"),
)
"""What a record has from the journal or book that an entry stands in."""


def fields_in(entry: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a record, untyped, as `formats.hayagriva.values.NOTATION` has them."""
    parents = mappings(entry.get("parent"))
    kind = text_of(entry.get("type")).lower() or "misc"
    whole, conference = _parents_by_kind(parents, kind)
    found = _own(entry)
    if whole is not None:
        held = _own(whole)
        title = held.pop("title", "")
        is_series = _is_series(whole, kind)
        found.setdefault("collection-title" if is_series else "container-title", title)
        if is_series:
            found.setdefault("collection-editor", held.get("editor"))
        else:
            _take_from_whole(found, held, whole)
    if conference is not None:
        found.setdefault("event-title", read_text(conference.get("title")))
        found.setdefault("event-place", read_text(conference.get("location")))
    kinds = [_kind(one, kind) for one in (whole, conference) if one is not None]
    types = [READ[pair] for pair in ((kind, one) for one in (*kinds, "")) if pair in READ]
    found["type"] = types[0] if types else "document"
    return {name: value for name, value in found.items() if value}


def unread_in(entry: Mapping[str, Any]) -> dict[str, Any]:
    """What of the title and of the parents of an entry no field of a record holds: the title's
    other members, and all parents, where one of them says more than is read."""
    found: dict[str, Any] = {}
    title = entry.get("title")
    if isinstance(title, Mapping):
        more = {name: one for name, one in title.items() if name not in _OF_TITLES}
        found |= {"title": more} if more else {}
    kind = text_of(entry.get("type")).lower() or "misc"
    parents = mappings(entry.get("parent"))
    whole, conference = _parents_by_kind(parents, kind)
    read = [one is not None for one in (whole, conference)].count(True)
    if (
        read < len(parents)
        or (whole is not None and _says_more(whole, entry, kind))
        or (conference is not None and not _OF_CONFERENCES.issuperset(conference))
    ):
        found["parent"] = parents
    return found


def _says_more(whole: Mapping[str, Any], entry: Mapping[str, Any], kind: str) -> bool:
    """Whether a parent has what is not read, or what the entry itself has otherwise."""
    if _is_series(whole, kind):
        return not _OF_SERIES.issuperset(whole)
    own, held = _own(entry), _own(whole)
    above = mappings(whole.get("parent"))
    return (
        not _OF_WHOLES.issuperset(whole)
        or any(own.get(name, held[name]) != held[name] for name in _TAKEN if name in held)
        or len(above) > 1
        or any(not {"type", "title"}.issuperset(one) for one in above)
    )


_OF_TITLES: Final = frozenset({"value", "name", "short", "shorthand", "verbatim"})
_OF_CONFERENCES: Final = frozenset({"type", "title", "location"})
_OF_SERIES: Final = frozenset({"type", "title", "editor"})
_OF_WHOLES: Final = _OF_SERIES | frozenset(
    """volume issue edition volume-total serial-number issn isbn url publisher organization location
    author date parent""".split()
)


def _is_series(parent: Mapping[str, Any], of: str) -> bool:
    return of in _SERIES or (of not in _PARTS and _kind(parent, of) == "anthology")


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
    for name in _TAKEN:
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
        found["number"] = f"arXiv:{eprint_number(arxiv)}"
