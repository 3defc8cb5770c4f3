"""Reads Hayagriva YAML, an entry at a time.

YAML is read by `formats.reading.yaml`, which bounds depth, size and aliases.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from yaml import (
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    YAMLError,
)

from reportcite.errors import Place
from reportcite.formats.hayagriva.entry import fields_in
from reportcite.formats.hayagriva.fields import KEPT, NUMBERS, STRINGS, TEXTS
from reportcite.formats.hayagriva.values import NOTATION
from reportcite.formats.reading.libyaml import CBaseLoader
from reportcite.formats.reading.members import left_out
from reportcite.formats.reading.source import RecordTooLarge, Source, Unreadable, too_large
from reportcite.formats.reading.yaml import Broken, Values
from reportcite.formats.rules import EMPTY_FILE, NOT_A_RECORD, UNKNOWN_FIELD, YAML_SYNTAX
from reportcite.limits import LIMITS, Limits
from reportcite.problems import Problem, shown
from reportcite.record.assemble.record import assemble
from reportcite.record.custom import kept
from reportcite.record.model import Record
from reportcite.record.untyped import Places, UntypedRecord

if TYPE_CHECKING:
    from yaml import Mark

_NEXT_ENTRY: Final = r"""["'\w][^\n:]{0,200}:\s*\n"""
_MEMBERS: Final = {"issued": "date", "URL": "url", "publisher-place": "location",
                   "container-title": "parent", **TEXTS, **STRINGS,
                   **dict.fromkeys(NUMBERS, "serial-number")}  # fmt: skip
_KNOWN: Final = frozenset(
    "type title author date parent editor affiliated publisher location organization url "
    "serial-number language".split()
) | {*TEXTS.values(), *STRINGS.values(), *NUMBERS.values()}


def read(stream: BinaryIO, name: str, limits: Limits = LIMITS) -> Iterator[Record | Problem]:
    """The records of a file, each with its key as id; what follows a mistake is not read."""
    return _Reader(Source(stream, limits.max_record_size), name).records()


class _Reader:
    """One stream being read; `base` and `base_line` are where the present parser began."""

    def __init__(self, source: Source, name: str) -> None:
        self.source = source
        self.name = name
        self.base = 0
        self.base_line = 1
        self.line = 1  # in which the present entry begins
        self.problems: list[Problem] = []

    def records(self) -> Iterator[Record | Problem]:
        source = self.source
        empty = True
        while True:
            try:
                for found in self._entries():
                    empty = False
                    yield found
                break
            except RecordTooLarge:
                empty = False
                yield too_large(source.max_record_size).at(Place(self.name, self.line, 1))
            except Broken as broken:
                yield broken.problem.at(self._place(broken.mark))
                return
            except Unreadable as unreadable:
                yield unreadable.problem.at(Place(self.name))
                return
            except YAMLError as error:
                yield self._syntax_problem(error)
                return
            found_next = source.skip_to(_NEXT_ENTRY, self.line)
            if found_next is None:
                return
            self.base, self.base_line = found_next
        if empty:
            message = "the file holds no entry"
            yield EMPTY_FILE.found(message, "write “key:” and its fields", Place(self.name, 1, 1))

    def _entries(self) -> Iterator[Record | Problem]:
        """As `records` from here on, but what ends the reading is raised."""
        next_event: Any = CBaseLoader(self.source).get_event
        values = Values(next_event, self._report, self.base_line)
        while (event := next_event()) is not None:
            if event.__class__ is not DocumentStartEvent:
                continue
            values.anchors.clear()
            event = next_event()
            if event.__class__ is MappingStartEvent:
                yield from self._mapping(next_event, values)
            elif not (event.__class__ is ScalarEvent and not event.value):
                message = "a bibliography is a mapping of keys to entries, which this is not"
                self._report(NOT_A_RECORD.found(message, "write “key:”"), event.start_mark)
                values.value(event)
            yield from self._taken_problems()

    def _mapping(self, next_event: Any, values: Values) -> Iterator[Record | Problem]:
        source = self.source
        while (key := next_event()).__class__ not in (MappingEndEvent, DocumentEndEvent):
            start: Any = key.start_mark
            self.line = start.line + self.base_line
            source.keep_from(start.index + self.base)
            id_ = key.value if key.__class__ is ScalarEvent else str(values.value(key))
            event = next_event()
            if event.__class__ is not MappingStartEvent:
                message = f"{shown(id_)} is not the key of an entry"
                self._report(NOT_A_RECORD.found(message, "write its fields below it"), start)
                values.value(event)
            else:
                entry, places, end = values.fields(event)
                if end.end_mark.index - start.index > source.max_record_size:
                    self.problems.clear()
                    self._report(too_large(source.max_record_size), start)
                else:
                    problems, self.problems = self.problems, []
                    yield self._record(id_, entry, places, problems)
                source.keep_from(end.end_mark.index + self.base)
            yield from self._taken_problems()

    def _record(
        self, id_: str, entry: dict[str, Any], places: Places, problems: list[Problem]
    ) -> Record:
        place = Place(self.name, self.line, 1)
        for name in left_out(entry, _KNOWN, KEPT):
            message = f"{shown(name)} is no field of Hayagriva: left out"
            problems.append(UNKNOWN_FIELD.found(message, place=place))
        fields = {"id": id_, **fields_in(entry), "citation-key": id_}
        fields |= kept("hayagriva", {name: entry[name] for name in KEPT if entry.get(name)})
        known = {name: places[_MEMBERS.get(name, name)] for name in fields
                 if _MEMBERS.get(name, name) in places}  # fmt: skip
        return assemble(UntypedRecord(fields, place, NOTATION, id_ or "entry", (), problems, known))

    def _taken_problems(self) -> Iterator[Problem]:
        problems, self.problems = self.problems, []
        yield from problems

    def _report(self, problem: Problem, mark: Mark) -> None:
        self.problems.append(problem.at(self._place(mark)))

    def _place(self, mark: Any) -> Place:
        return Place(self.name, mark.line + self.base_line, mark.column + 1)

    def _syntax_problem(self, error: YAMLError) -> Problem:
        mark: Any = getattr(error, "problem_mark", None)
        place = self._place(mark) if mark else Place(self.name)
        hint = "put quotes round the text, or check the indentation"
        message = getattr(error, "problem", None) or str(error)
        return YAML_SYNTAX.found(message, hint, place=place)
