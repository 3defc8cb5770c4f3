"""Notes what a record is known by, in bytes, so that a million of them can wait in a file."""

from __future__ import annotations

import io
import pickle
from array import array
from typing import Any, Final

from reportcite.errors import ExitCode, InputError, Place
from reportcite.record.model import Record
from reportcite.record.works.keys import keys_of, stable_hash
from reportcite.record.works.packing import damaged, packed, unpacked
from reportcite.record.works.traits import traits_of
from reportcite.tuples import NamedTuple

_CLASSES: Final = frozenset(
    {
        ("builtins", "dict"),  # what `custom` is that is made when it is asked for
        ("reportcite.errors", "ExitCode"),
        ("reportcite.errors", "Place"),
        ("reportcite.problems", "Fix"),
        ("reportcite.problems", "Ignored"),
        ("reportcite.problems", "Judgement"),
        ("reportcite.problems", "Problem"),
        ("reportcite.problems", "Rule"),
        ("reportcite.record.model", "Record"),
        ("reportcite.record.places", "FieldPlaces"),
    }
)
"""What records consist of, beside texts, numbers, lists and mappings."""


_NO_PICKLE: Final = (
    pickle.UnpicklingError,
    EOFError,
    ValueError,
    TypeError,
    LookupError,
    AttributeError,
    ImportError,
)
"""What `pickle` raises for bytes that it did not write."""


class Named(NamedTuple):
    """What a record is called: id, citation key (or ""), and title; and where it stands."""

    id: str
    key: str
    place: Place
    title: str

    def packed(self) -> bytes:
        """As bytes, for `named`."""
        return packed((self.id, self.key, self.place[:], self.title))


def named(data: bytes) -> Named:
    """What `Named.packed` made `data` of. Raises InputError where it made none."""
    try:
        id_, key, place, title = unpacked(data)
        return Named(id_, key, Place(*place), title)
    except (TypeError, ValueError) as error:
        raise damaged() from error


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


def kept_of(data: bytes) -> Any:
    """What was kept of a record, which `pickle` made `data` of.

    In a run in parts it comes from a file that others may write, so nothing is made of it but what
    records consist of. Raises InputError for anything else, which could run any program.
    """
    try:
        return _Unpickler(io.BytesIO(data)).load()
    except _NO_PICKLE as error:
        raise damaged() from error


class _Unpickler(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        if (module, name) in _CLASSES:
            return super().find_class(module, name)
        if (module, name) == ("builtins", "getattr"):  # before 3.11.4, of members of enumerations
            return _exit_code
        message = f"a file of this run holds {module}.{name}, which is no part of a record"
        raise InputError(message, suggestion="begin anew, without --resume")


def _exit_code(enumeration: object, name: str) -> ExitCode:
    if enumeration is not ExitCode:
        raise damaged()
    return ExitCode[name]
