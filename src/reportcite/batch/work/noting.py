"""Notes what a record is known by, in bytes, so that a million of them can wait in a file."""

from __future__ import annotations

import marshal
from array import array

from reportcite.errors import Place
from reportcite.record.model import Record
from reportcite.record.works.keys import keys_of, stable_hash
from reportcite.record.works.traits import traits_of
from reportcite.tuples import NamedTuple


class Named(NamedTuple):
    """What a record is called: id, citation key (or ""), and title; and where it stands."""

    id: str
    key: str
    place: Place
    title: str

    def packed(self) -> bytes:
        """As bytes, for `named`."""
        return marshal.dumps((self.id, self.key, tuple(self.place), self.title))


def named(data: bytes) -> Named:
    """What `Named.packed` made `data` of."""
    id_, key, place, title = marshal.loads(data)
    return Named(id_, key, Place(*place), title)


class Noted(NamedTuple):
    """Of one record, as bytes: its traits, what it is called, what is kept of it, such as all; and
    the hashes of its keys."""

    traits: bytes
    named: bytes
    kept: bytes
    keys: array[int]


def note(record: Record, kept: bytes) -> Noted:
    """What `record` is known by, with what is to be `kept` of it."""
    traits = traits_of(record)
    own = record.fields.get("citation-key")
    title = record.fields.get("title")
    called = Named(
        record.id,
        own if isinstance(own, str) else "",
        record.place_of("id"),
        title if isinstance(title, str) else "",
    )
    keys = array("Q", map(stable_hash, keys_of(traits)))
    return Noted(traits.packed(), called.packed(), kept, keys)
