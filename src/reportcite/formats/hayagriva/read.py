"""Reads Hayagriva YAML, an entry at a time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from yaml import (
    DocumentEndEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
)

from reportcite.errors import Place
from reportcite.formats.hayagriva.entry import fields_in, unread_in
from reportcite.formats.hayagriva.fields import KEPT, NUMBERS, STRINGS, TEXTS
from reportcite.formats.hayagriva.values import NOTATION
from reportcite.formats.reading.members import left_out
from reportcite.formats.reading.yaml import Values
from reportcite.formats.reading.yaml_documents import Documents, Mapped
from reportcite.formats.rules import NOT_A_RECORD, UNKNOWN_FIELD
from reportcite.limits import LIMITS, Limits
from reportcite.problems import Problem, shown
from reportcite.record.assemble.record import assemble
from reportcite.record.custom import kept
from reportcite.record.model import Record
from reportcite.record.untyped import UntypedRecord

if TYPE_CHECKING:
    pass

_NEXT_ENTRY: Final = r"""["'\w][^\n:]{0,200}:\s*\n"""
_EMPTY: Final = ("the file holds no entry", "write “key:” and its fields")
_MEMBERS: Final = {"issued": "date", "URL": "url", "publisher-place": "location",
                   "container-title": "parent", **TEXTS, **STRINGS,
                   **dict.fromkeys(NUMBERS, "serial-number")}  # fmt: skip
_KNOWN: Final = frozenset(
    "type title author date parent editor affiliated publisher location organization url "
    "serial-number language".split()
) | {*TEXTS.values(), *STRINGS.values(), *NUMBERS.values()}


def read(stream: BinaryIO, name: str, limits: Limits = LIMITS) -> Iterator[Record | Problem]:
    """The records of a file, each with its key as id; what follows a mistake is not read."""
    for found in Documents(stream, name, limits, _NEXT_ENTRY, _EMPTY).read(_entries):
        yield found if isinstance(found, Problem) else _record(found, name)


def _entries(
    documents: Documents, event: Any, next_event: Any, values: Values
) -> Iterator[Mapped | Problem]:
    """The entries of a document."""
    if event.__class__ is not MappingStartEvent:
        if not (event.__class__ is ScalarEvent and not event.value):
            message = "a bibliography is a mapping of keys to entries, which this is not"
            problem = NOT_A_RECORD.found(message, "write “key:”")
            yield from documents.instead(problem, event, values)
        return
    while (key := next_event()).__class__ not in (MappingEndEvent, DocumentEndEvent):
        start: Any = key.start_mark
        documents.begin(start)
        id_ = key.value if key.__class__ is ScalarEvent else str(values.value(key))
        event = next_event()
        if event.__class__ is MappingStartEvent:
            yield from documents.mapping(start, event, values, id_)
        else:
            message = f"{shown(id_)} is not the key of an entry"
            problem = NOT_A_RECORD.found(message, "write its fields below it")
            yield from documents.instead(problem, event, values)


def _record(found: Mapped, name_of_file: str) -> Record:
    entry, places, line, problems, id_ = found
    place = Place(name_of_file, line, 1)
    for name in left_out(entry, _KNOWN, KEPT):
        message = f"{shown(name)} is no field of Hayagriva: left out"
        problems.append(UNKNOWN_FIELD.found(message, place=place))
    fields = {"id": id_, **fields_in(entry), "citation-key": id_}
    more = {name: entry[name] for name in KEPT if entry.get(name)}
    fields |= kept("hayagriva", more | unread_in(entry))
    known = {name: places[_MEMBERS.get(name, name)] for name in fields
             if _MEMBERS.get(name, name) in places}  # fmt: skip
    return assemble(UntypedRecord(fields, place, NOTATION, id_ or "entry", (), problems, known))
