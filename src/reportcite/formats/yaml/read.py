"""Reads records from YAML, one at a time, and goes on after a mistake.

A document is a record (a mapping), a list of records, or a mapping with pandoc's `references` list.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from yaml import (
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    MarkedYAMLError,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    YAMLError,
)

from reportcite.errors import Place
from reportcite.formats.reading.libyaml import CBaseLoader
from reportcite.formats.reading.source import (
    RecordTooLarge,
    Source,
    Unreadable,
    too_large,
)
from reportcite.formats.reading.yaml import SYNTAX_HINT, Broken, Values, too_deep
from reportcite.formats.rules import EMPTY_FILE, NOT_A_RECORD, YAML_SYNTAX
from reportcite.formats.yaml.comments import is_in, swallowed
from reportcite.formats.yaml.ignoring import Comment, comments_in, value_line
from reportcite.limits import LIMITS, Limits
from reportcite.problems import Ignored, Problem
from reportcite.record.assemble.notations import OWN
from reportcite.record.assemble.record import assemble, stem_of
from reportcite.record.model import Record
from reportcite.record.untyped import Notation, Places, Untyped, UntypedRecord

if TYPE_CHECKING:
    from yaml import Mark

_NEXT_DOCUMENT: Final = r"---(?=\s|$)"

# libyaml's words for a mistake, and what the person who made it can do.
_HINTS: Final = {
    "mapping values are not allowed in this context": "put quotes round a text that holds “: ”",
    "found character that cannot start any token": (
        "indent with spaces, not tabs; put quotes round a text that begins with @ ` or %"
    ),
    "found unexpected end of stream": "close the quotation mark or bracket",
    "could not find expected ':'": "write “field: value”, and indent lines that go on",
    "did not find expected key": "begin every field of a record in the same column",
    "did not find expected '-' indicator": "begin every record of the list in the same column",
    "did not find expected alphabetic or numeric character": (
        "put quotes round a text that begins with * or &"
    ),
}
_TOO_DEEP: Final = "exceeded maximum nesting depth"  # libyaml's own limit, from 0.2.6 on


def read_yaml(
    stream: BinaryIO,
    name: str,
    limits: Limits = LIMITS,
    *,
    notation: Notation = OWN,
) -> Iterator[Record | Problem]:
    """The records of a YAML stream in order; a Problem stands for what could not become one.

    After a mistake reading goes on at the next record that begins a line. Never raises for bad
    data; memory is bounded by `limits`, not by the file. A record without an id is named after the
    file, all but the first in it also after the line it begins in: `stem`, `stem-12`. In a dialect
    values are in another `notation`.
    """
    source = Source(stream, limits.max_record_size)
    return _Reader(source, name, limits.first_line, notation).read()


class _Reader:
    """One stream being read; `base` and `base_line` are where the present parser began."""

    def __init__(self, source: Source, name: str, line: int, notation: Notation) -> None:
        self.source = source
        self.name = name
        self.notation = notation
        self.stem = stem_of(name)
        self.first = line == 1  # whether the next record is the first of its file
        self.last_line = 0  # where the record before it began
        self.empty = True
        self.base = 0
        self.base_line = line
        self.start = (0, line, 1)  # offset, line and column of the present record
        self.next_record = _NEXT_DOCUMENT
        self.problems: list[Problem] = []
        self.ignored: list[Ignored] = []  # comments above the next record

    def read(self) -> Iterator[Record | Problem]:
        """Every record; the parser is started again after each mistake."""
        while True:
            try:
                yield from self._records()
                break
            except MarkedYAMLError as error:
                yield self._syntax_problem(error)
            except Broken as broken:
                yield broken.problem.at(self._place(broken.mark))
            except RecordTooLarge:
                yield too_large(self.source.max_record_size).at(self._start_place())
            except Unreadable as unreadable:
                yield unreadable.problem.at(Place(self.name, 1, 1))
                return
            except YAMLError as error:  # from the parser's own decoder, which knows no line
                yield YAML_SYNTAX.found(str(error), SYNTAX_HINT).at(self._start_place())
            self._next()
            self.ignored = []
            found = self.source.skip_to(self.next_record, self.start[1])
            if found is None:
                return
            self.base, self.base_line = found
            self.start = (self.base, self.base_line, 1)
        if self.empty:
            hint = "write a record, at least its title"
            place = Place(self.name, 1, 1)
            yield EMPTY_FILE.found("the file holds no record", hint).at(place)

    def _records(self) -> Iterator[Record | Problem]:
        """The records from here to the end or to the next mistake, which is raised."""
        next_event: Any = CBaseLoader(self.source).get_event
        values = Values(next_event, self._report, self.base_line)
        while (event := next_event()) is not None:
            if event.__class__ is not DocumentStartEvent:
                continue
            self._begin(event.start_mark)
            self.next_record = _NEXT_DOCUMENT
            values.anchors.clear()
            event = next_event()
            if event.__class__ is SequenceStartEvent:
                yield from self._members(event, values)
            elif event.__class__ is MappingStartEvent:
                yield from self._mapping(event, values)
            elif event.__class__ is not ScalarEvent or event.value:
                yield self._not_a_record(event)

    def _members(self, start: Any, values: Values) -> Iterator[Record | Problem]:
        if not start.flow_style and start.start_mark.column < 200:
            indent = start.start_mark.column
            self.next_record = rf"(?: {{{indent}}}-(?=\s|$)|{_NEXT_DOCUMENT})"
        while (event := values.next_event()).__class__ is not SequenceEndEvent:
            self._begin(event.start_mark)
            if event.__class__ is MappingStartEvent:
                yield self._record(*values.fields(event), values.stated_none)
            else:
                values.value(event)
                yield self._not_a_record(event)

    def _mapping(self, start: Any, values: Values) -> Iterator[Record | Problem]:
        self._begin(start.start_mark)
        fields, places, last = values.fields(start, list_key="references")
        if last.__class__ is MappingEndEvent:
            yield self._record(fields, places, last, values.stated_none)
            return
        self.problems.clear()  # of pandoc's metadata, which is no record
        yield from self._members(last, values)
        while (key := values.next_event()).__class__ is not MappingEndEvent:
            values.value(key)
            values.value(values.next_event())

    def _record(
        self, fields: dict[str, Untyped], places: Places, end: Any, stated_none: set[str]
    ) -> Record | Problem:
        source = self.source
        offset, line, column = self.start
        end_offset = self.base + end.end_mark.index
        result: Record | Problem
        if end_offset - offset > source.max_record_size:
            result = too_large(source.max_record_size).at(self._start_place())
        else:
            for *where, problem in source.problems_before(end_offset, line, column):
                self.problems.append(problem.at(Place(self.name, *where)))
            if source.hashes:
                for at, problem in swallowed(source.record_before(end_offset), fields):
                    place = Place(self.name, *source.position(offset + at, line, column))
                    self.problems.append(problem.at(place))
            own = self._ignored(end_offset, fields, places) if source.directed else ()
            result = assemble(
                UntypedRecord(
                    fields,
                    Place(self.name, line, column),
                    self.notation,
                    self._fallback_id(line, column),
                    stated_none if self.notation.states_none else (),
                    self.problems,
                    places,
                    ignored=own,
                )
            )
        self._next()
        self._go_to(end.end_mark)
        return result

    def _ignored(self, end: int, fields: dict[str, Untyped], places: Places) -> list[Ignored]:
        """What comments on the record before `end` have ignored in it; what stands in a line less
        indented than the record is kept for the next."""
        column = self.start[2]
        own: list[Ignored] = self.ignored
        later: list[Ignored] = []
        for comment, found in self._comments(self.source.record_before(end)):
            if is_in(comment.text, fields):
                continue
            if comment.indent is None:
                beside = value_line(found.place.line, places)
                own.append(found._replace(place=found.place._replace(line=beside)))
            else:
                above_next = comment.indent < column - 1
                (later if above_next else own).append(found)
        self.ignored = later
        return own

    def _comments(self, text: str) -> Iterator[tuple[Comment, Ignored]]:
        """The comments in `text`, which begins where the present record does."""
        offset, line, column = self.start
        for one in comments_in(text):
            place = Place(self.name, *self.source.position(offset + one.offset, line, column))
            yield one, Ignored(one.names, place, one.indent is not None, one.text)

    def _fallback_id(self, line: int, column: int) -> str:
        if self.first:
            return self.stem
        # Lists in brackets may hold several records in a line.
        return f"{self.stem}-{line}" + (f"-{column}" if line == self.last_line else "")

    def _not_a_record(self, event: Any) -> Problem:
        self._next()
        what = "a single text" if event.__class__ is ScalarEvent else "a list"
        message = f"{what} stands where a record belongs"
        hint = "write a record as “field: value” lines"
        return NOT_A_RECORD.found(message, hint).at(self._place(event.start_mark))

    def _syntax_problem(self, error: MarkedYAMLError) -> Problem:
        what = error.problem or "this is not YAML"
        # A quotation mark never closed is found at the end of the file, but stands elsewhere.
        unclosed = what == "found unexpected end of stream"
        marks = (error.problem_mark, error.context_mark)
        mark: Any = marks[unclosed] or marks[not unclosed]
        place = self._place(mark) if mark else self._start_place()
        if what == _TOO_DEEP:
            return too_deep().at(place)
        message = f"{error.context}: {what}" if error.context else what
        return YAML_SYNTAX.found(message, _HINTS.get(what, SYNTAX_HINT)).at(place)

    def _next(self) -> None:
        self.first = False
        self.last_line = self.start[1]
        self.empty = False
        self.problems.clear()

    def _begin(self, mark: Any) -> None:
        """A record, or what should be one, begins at `mark`."""
        if self.source.directed:
            between = self.source.record_before(self.base + mark.index)
            self.ignored += [found for _, found in self._comments(between) if found.whole]
        self._go_to(mark)

    def _go_to(self, mark: Any) -> None:
        offset = self.base + mark.index
        self.start = (offset, mark.line + self.base_line, mark.column + 1)
        self.source.keep_from(offset)

    def _report(self, problem: Problem, mark: Mark) -> None:
        self.problems.append(problem.at(self._place(mark)))

    def _place(self, mark: Mark) -> Place:
        return Place(self.name, mark.line + self.base_line, mark.column + 1)

    def _start_place(self) -> Place:
        return Place(self.name, *self.start[1:])
