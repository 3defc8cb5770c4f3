"""Documents of YAML in which records stand one below another: of a stream that is read only as far
as it is sound, but for records that are too large.

YAML is read by `formats.reading.yaml`, which bounds depth, size and aliases.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, BinaryIO, TypeAlias

from yaml import DocumentStartEvent, YAMLError

from reportcite.errors import Place
from reportcite.formats.reading.libyaml import CBaseLoader
from reportcite.formats.reading.source import RecordTooLarge, Source, Unreadable, too_large
from reportcite.formats.reading.yaml import SYNTAX_HINT, Broken, Values
from reportcite.formats.rules import EMPTY_FILE, YAML_SYNTAX
from reportcite.limits import Limits
from reportcite.problems import Problem
from reportcite.record.untyped import Places
from reportcite.tuples import NamedTuple

if TYPE_CHECKING:
    from yaml import Mark


class Mapped(NamedTuple):
    """A mapping with the places in it, the line it begins in, and what is wrong with it.

    `key` is what it stands under, "" for a document.
    """

    fields: dict[str, Any]
    places: Places
    line: int
    problems: list[Problem]
    key: str = ""


Read: TypeAlias = "Callable[[Documents, Any, Any, Values], Iterator[Mapped | Problem]]"
"""Yields what is in one document: given its first event, and what gives the next ones."""


class Documents:
    """One stream being read; `base` and `base_line` are where the present parser began.

    `next_record` matches what a record begins with that is read after one that is too large, and
    `empty` are the message and the hint for a stream without any.
    """

    def __init__(
        self, stream: BinaryIO, name: str, limits: Limits, next_record: str, empty: tuple[str, str]
    ) -> None:
        self._source = Source(stream, limits.max_record_size)
        self._name = name
        self._next_record = next_record
        self._empty = empty
        self._base = 0
        self._base_line = 1
        self._line = 1  # in which the present record begins
        self._problems: list[Problem] = []

    def read(self, document: Read) -> Iterator[Mapped | Problem]:
        """What `document` makes of each document; what is wrong with the stream."""
        empty = True
        while True:
            try:
                for found in self._documents(document):
                    empty = False
                    yield found
                break
            except RecordTooLarge:
                empty = False
                yield self._too_large().at(Place(self._name, self._line, 1))
            except Broken as broken:
                yield broken.problem.at(self._place(broken.mark))
                return
            except Unreadable as unreadable:
                yield unreadable.problem.at(Place(self._name))
                return
            except YAMLError as error:
                yield self._syntax_problem(error)
                return
            found_next = self._source.skip_to(self._next_record, self._line)
            if found_next is None:
                return
            self._base, self._base_line = found_next
        if empty:
            yield EMPTY_FILE.found(*self._empty, Place(self._name, 1, 1))

    def _documents(self, document: Read) -> Iterator[Mapped | Problem]:
        """As `read` from here on, but what ends the reading is raised."""
        next_event: Any = CBaseLoader(self._source).get_event
        values = Values(next_event, self._report, self._base_line)
        while (event := next_event()) is not None:
            if event.__class__ is DocumentStartEvent:
                values.anchors.clear()
                yield from document(self, next_event(), next_event, values)
                yield from self._taken_problems()

    def begin(self, mark: Any) -> None:
        """Say that a record begins at `mark`: as much as a record may have is kept from there."""
        self._line = mark.line + self._base_line
        self._source.keep_from(mark.index + self._base)

    def mapping(
        self, start: Any, event: Any, values: Values, key: str = ""
    ) -> Iterator[Mapped | Problem]:
        """The mapping that begins with `event`, of the record that begins at `start`, or that it is
        too large."""
        fields, places, end = values.fields(event)
        problems = self._taken_problems()
        if end.end_mark.index - start.index > self._source.max_record_size:
            yield self._too_large().at(self._place(start))
        else:
            yield Mapped(fields, places, self._line, problems, key)
        self._source.keep_from(end.end_mark.index + self._base)

    def instead(self, problem: Problem, event: Any, values: Values) -> Iterator[Problem]:
        """What is wrong with a value that is no mapping, which begins with `event`."""
        values.value(event)
        yield problem.at(self._place(event.start_mark))
        yield from self._taken_problems()

    def _report(self, problem: Problem, mark: Mark) -> None:
        self._problems.append(problem.at(self._place(mark)))

    def _taken_problems(self) -> list[Problem]:
        problems, self._problems = self._problems, []
        return problems

    def _too_large(self) -> Problem:
        return too_large(self._source.max_record_size)

    def _place(self, mark: Any) -> Place:
        return Place(self._name, mark.line + self._base_line, mark.column + 1)

    def _syntax_problem(self, error: YAMLError) -> Problem:
        mark: Any = getattr(error, "problem_mark", None)
        place = self._place(mark) if mark else Place(self._name)
        message = getattr(error, "problem", None) or str(error)
        return YAML_SYNTAX.found(message, SYNTAX_HINT, place=place)
