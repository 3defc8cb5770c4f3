"""What counts in a record where it is asked whether another is about the same work."""

from __future__ import annotations

from typing import Any, Final

from reportcite.record.model import Record
from reportcite.record.works import kinds, packing
from reportcite.record.works.details import details_of, without_volume
from reportcite.record.works.identifiers import identifiers, isbns_of
from reportcite.record.works.kinds import kind_of
from reportcite.record.works.people import Creator, creator_of
from reportcite.record.works.titles import Title, name_words, title_from, title_of
from reportcite.tuples import NamedTuple
from reportcite.values.dates.questions import years_of
from reportcite.vocabulary import CREATORS

_MOST_CREATORS: Final = 20


class Traits(NamedTuple):
    """Of one record: the `kind` of work, its title, its years of issue, those who made it (or else
    who published it), its `identifiers` (such as `DOI 10.1234/a`), the `details` that tell works of
    one title apart; what it stands `within`, by title (several) and by number; where it is.

    Small, and made of plain values, so that it can be kept in a file by the million.
    """

    kind: str
    title: Title
    years: tuple[int, ...]
    creators: tuple[Creator, ...]
    identifiers: tuple[str, ...]
    details: dict[str, str]
    containers: tuple[tuple[str, ...], ...]
    numbers: tuple[str, ...]
    publisher: tuple[str, ...]
    address: str

    def packed(self) -> bytes:
        """As bytes, for `unpacked`."""
        words, main, _, _ = self.title
        return packing.packed((self.kind, words, main, *self[2:]))


def unpacked(data: bytes) -> Traits:
    """The traits that `Traits.packed` made `data` of. Raises InputError where it made none."""
    try:
        return _traits(packing.unpacked(data))
    except (TypeError, ValueError) as error:
        raise packing.damaged() from error


def _traits(told: list[Any]) -> Traits:
    kind, words, main, years, creators, identifiers, details, containers, *others = told
    numbers, publisher, address = others
    return Traits(
        kind,
        title_from(tuple(words), main),
        tuple(years),
        tuple([(whole, given, tuple(parts)) for whole, given, parts in creators]),
        tuple(identifiers),
        details,
        tuple(map(tuple, containers)),
        tuple(numbers),
        tuple(publisher),
        address,
    )


def traits_of(record: Record) -> Traits:
    """The traits of `record`."""
    fields: Any = record.fields
    kind = kind_of(record.type, fields)
    issued = fields.get("issued")
    own = tuple([str(one) for one in identifiers(kind, fields)])
    publisher = name_words(_text(fields, "publisher"))
    details = details_of(record.type, kind, fields)
    title, subtitle = _text(fields, "title"), _text(fields, "subtitle")
    if kind in (kinds.WHOLE, kinds.ANY):
        title, subtitle = (without_volume(text, details) for text in (title, subtitle))
    return Traits(
        kind,
        title_of(title, subtitle),
        tuple(years_of(issued)) if issued else (),
        _creators(fields, publisher),
        own,
        details,
        _containers(fields),
        _numbers(fields, own),
        publisher,
        _address(_text(fields, "URL")),
    )


def _creators(fields: Any, publisher: tuple[str, ...]) -> tuple[Creator, ...]:
    for name in CREATORS:
        names = fields.get(name)
        if isinstance(names, list) and names:
            return tuple([creator_of(one) for one in names[:_MOST_CREATORS]])
    return (("".join(publisher), "", publisher),) if publisher else ()


def _containers(fields: Any) -> tuple[tuple[str, ...], ...]:
    names = ("container-title", "container-title-short")
    return tuple([name_words(_text(fields, name)) for name in names if name in fields])


def _numbers(fields: Any, own: tuple[str, ...]) -> tuple[str, ...]:
    """The ISSNs and ISBNs of what it stands in."""
    found = [f"ISBN {one.isbn13}" for one in isbns_of(fields)] if "ISBN" in fields else []
    text = _text(fields, "ISSN").upper().replace("-", "")
    found += [f"ISSN {one}" for one in text.replace(",", " ").split() if len(one) == 8]
    return tuple([one for one in found if one not in own])


def _text(fields: Any, name: str) -> str:
    value = fields.get(name)
    return value if isinstance(value, str) else ""


def _address(url: str) -> str:
    """A URL without what differs between two that lead to one page; "" where it is a host's."""
    bare = url.strip().partition("://")[2].removeprefix("www.").partition("#")[0].rstrip("/")
    host, slash, path = bare.partition("/")
    return f"{host.lower()}/{path}" if slash else ""
