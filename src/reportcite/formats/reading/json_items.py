"""Reads records from JSON (RFC 8259) one mapping at a time, so that the size of a list of them does
not matter."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterator, Mapping
from itertools import islice
from typing import Any, BinaryIO, Final, NoReturn, TypeAlias

from reportcite.errors import Place
from reportcite.formats.reading.json_values import (
    Decoder,
    MemberPlaces,
    NotJson,
    count_strings,
    places_of,
    typed_member,
    white_end,
)
from reportcite.formats.reading.source import (
    CHUNK,
    NOT_UTF8,
    RecordTooLarge,
    Source,
    Unreadable,
    too_large,
)
from reportcite.formats.recognition.json_paths import json_paths
from reportcite.formats.rules import EMPTY_FILE, JSON_SYNTAX, NOT_A_RECORD
from reportcite.limits import Limits
from reportcite.patterns import pattern
from reportcite.problems import Problem
from reportcite.record.assemble.record import numbered_id, stem_of
from reportcite.record.model import Record
from reportcite.record.untyped import Places, Untyped
from reportcite.tuples import NamedTuple

_WHOLE: Final = "fetch the answer anew"


def _no_number(name: str) -> NoReturn:
    raise ValueError(name)  # NaN and its kin


_DECODE: Final[Callable[[str, int], tuple[Any, int]]] = json.JSONDecoder(
    parse_constant=_no_number
).scan_once  # type: ignore[attr-defined]  # which the one in C has, too
"""(text, offset) → the value there and its end. Raises ValueError; StopIteration for no value."""
_COMMA: Final = pattern(r"[ \t\n\r]*,[ \t\n\r]*(?=\{)")
"""What stands between two records, if all of it is at hand."""
_COMMAS: Final = "put a comma between two records and a ] after the last"


class Found(NamedTuple):
    """Where a mapping stands and what was wrong with it; `places` are those of its members."""

    place: Place
    fallback_id: str
    problems: list[Problem]
    places: Places


Make: TypeAlias = Callable[[Mapping[str, Untyped], Found], "Record | Problem"]
"""Makes a record of a mapping."""


MakeAtOnce: TypeAlias = Callable[[dict[str, Any], Place, int, "MemberPlaces"], "Record | None"]
"""Makes a record of what a program wrote, of so many strings; None for what it leaves as it was,
because it wants a closer look."""


class Making(NamedTuple):
    """How records are made: `at_once` is asked first, with numbers as numbers, where there is one;
    `closely` is given them as texts."""

    closely: Make
    at_once: MakeAtOnce | None = None


class Wrapping(NamedTuple):
    """What records stand in: `paths`, such as `message/items`, of other data around them all, and
    the member `within` each mapping of which the record is made, if it has that."""

    paths: Collection[str] = ()
    within: str = ""


NO_WRAPPING: Final = Wrapping()


def read_items(
    stream: BinaryIO,
    name: str,
    limits: Limits,
    making: Making,
    wrapping: Wrapping = NO_WRAPPING,
) -> Iterator[Record | Problem]:
    """What is made of each mapping in a stream of JSON: a list of them, one alone, or one
    after another. What follows them in other data around them is not read.

    After a mistake reading goes on at the next mapping that begins a line in the same column. Never
    raises for bad data; memory is bounded by `limits`, not by the stream.
    """
    source = Source(stream, limits.max_record_size, NOT_UTF8)
    return _Reader(source, name, making, wrapping).read()


class _Reader:
    """One stream being read: `text[at:]` is at hand, and `offset`, `line`, `column` are its."""

    def __init__(
        self,
        source: Source,
        name: str,
        making: Making,
        wrapping: Wrapping,
    ) -> None:
        self.source = source
        self.name = name
        self.making = making
        self.wrapping = wrapping
        self.decoder = Decoder()
        self.text = ""
        self.at = 0
        self.offset = 0
        self.line = 1
        self.column = 1

    def read(self) -> Iterator[Record | Problem]:
        try:
            if not self._peek():
                yield empty_file(self.name)
                return
            while True:
                depth = self._unwrap()
                in_array = self._peek() == "["
                if in_array:
                    self._go_to(self.at + 1)
                found = self._items(in_array)
                yield from islice(found, 1) if depth and not in_array else found
                if not depth or not self._leave(depth, in_array):
                    return
        except Unreadable as unreadable:
            yield unreadable.problem.at(Place(self.name, 1, 1))
        except (NotJson, RecordTooLarge):  # what the records are wrapped in is damaged
            problem = JSON_SYNTAX.found("no record can be found behind this place", _WHOLE)
            yield problem.at(self._place())

    def _unwrap(self) -> int:
        """Go to the records where they stand within other data; in how many mappings they do.

        Raises NotJson, RecordTooLarge.
        """
        paths = self.wrapping.paths
        signs = json_paths(self.text[self.at : self.at + CHUNK]).signs if paths else []
        found = max((path for path in paths if path in signs), default="", key=len)
        names = found.split("/") if found else []
        for name in names:
            self._go_to(self.at + 1)
            self._go_to_member(name)
        return len(names)

    def _leave(self, depth: int, in_array: bool) -> bool:
        """Go past the data around the records, `depth` mappings; whether something follows.

        Raises NotJson, RecordTooLarge.
        """
        if in_array and self._peek() == "]":
            self._go_to(self.at + 1)
        for _ in range(depth):
            if self._peek() == ",":
                self._go_to(self.at + 1)
                self._go_to_member("")
            if self._peek() == "}":
                self._go_to(self.at + 1)
        return self._peek() != ""

    def _go_to_member(self, name: str) -> None:
        """Go to the value of member `name` of the mapping whose members are at hand, or to its
        end."""
        while self._peek() == '"':
            key, end = self._decode()
            self._go_to(end)
            self._peek()
            self._go_to(self.at + 1)  # the colon
            self._peek()
            if key == name:
                return
            self.source.keep_from(self.offset)
            _, end = self._decode()
            self._go_to(end)
            if self._peek() == ",":
                self._go_to(self.at + 1)

    def _items(self, in_array: bool) -> Iterator[Record | Problem]:
        stem = stem_of(self.name)
        number = 0
        comma_due = False
        while (first := self._peek()) and not (in_array and first == "]"):
            if in_array and first == "," and comma_due:
                self._go_to(self.at + 1)
                comma_due = False
                continue
            number += 1
            column = self.column
            self.source.keep_from(self.offset)
            try:
                if in_array and comma_due:
                    problem = JSON_SYNTAX.found("a comma is missing", _COMMAS)
                    raise NotJson(problem, self.at)
                yield self._item(stem, number)
                comma_due = True
                # Run for every record of a list: what is behind the comma is seen to be one.
                while in_array and (comma := _COMMA.match(self.text, self.at)):
                    self._go_to(comma.end())
                    number, column, comma_due = number + 1, self.column, False
                    self.source.keep_from(self.offset)
                    yield self._item(stem, number)
                    comma_due = True
            except NotJson as error:
                at = self.offset + max(error.offset - self.at, 0)
                place = Place(self.name, *self.source.position(at, self.line, self.column))
                yield error.problem.at(place)
                comma_due = False
            except RecordTooLarge:
                yield too_large(self.source.max_record_size).at(self._place())
                comma_due = False
            if not comma_due and not self._skip(column):
                return
        if in_array and not first:
            problem = JSON_SYNTAX.found("the list of records is not closed", _COMMAS)
            yield problem.at(self._place())

    def _at_once(self, make: MakeAtOnce) -> Record | None:
        """The record of the item at hand if it is such as programs write."""
        try:
            value, end = self._decode_at_once()
        except (ValueError, StopIteration, RecursionError):  # cut off, or a mistake
            return None
        text, at = self.text, self.at
        if value.__class__ is not dict or end - at > self.source.max_record_size:
            return None
        item = text[at:end]
        strings = count_strings(item) if "\\" in item else item.count('"') // 2
        if self.source.has_problem_before(self.offset + end - at):
            return None
        places = MemberPlaces(tuple(value), item, self.line, self.column)
        record = make(value, self._place(), strings, places)
        if record is not None:
            self._go_to(end)
        return record

    def _decode_at_once(self) -> tuple[Any, int]:
        """The value at hand and its end. Raises ValueError, StopIteration, RecursionError."""
        try:
            return _DECODE(self.text, self.at)
        except (ValueError, StopIteration):
            # The record at the end of a chunk is whole with the next one.
            if len(self.text) - self.at >= CHUNK or not self._read_more():
                raise
            return _DECODE(self.text, self.at)

    def _item(self, stem: str, number: int) -> Record | Problem:
        make = self.making.at_once
        if make is not None and (record := self._at_once(make)) is not None:
            return record
        value, end = self._decode()
        place = self._place()
        value, places = self._placed(value)
        if isinstance(value, dict) and "custom" in value:
            value["custom"] = typed_member(self.text, self.at, "custom")
        problems = [problem.at(place) for problem in self.decoder.problems]
        end_offset = self.offset + end - self.at
        for *where, problem in self.source.problems_before(end_offset, self.line, self.column):
            problems.append(problem.at(Place(self.name, *where)))
        too_long = end - self.at > self.source.max_record_size
        self._go_to(end)
        if too_long:
            return too_large(self.source.max_record_size).at(place)
        if not isinstance(value, dict):
            return no_record(value).at(place)
        return self.making.closely(value, Found(place, numbered_id(stem, number), problems, places))

    def _placed(self, value: Untyped) -> tuple[Untyped, Places]:
        """The mapping that counts, and the places of its members."""
        text, at, line, column = self.text, self.at, self.line, self.column
        inner = value.get(self.wrapping.within) if isinstance(value, dict) else None
        if not isinstance(inner, dict):
            return value, places_of(value, text, at, line, column)
        start = text.index("{", text.index(f'"{self.wrapping.within}"', at))
        breaks = text.count("\n", at, start)
        column = start - text.rindex("\n", at, start) if breaks else column + start - at
        return inner, places_of(inner, text, start, line + breaks, column)

    def _decode(self) -> tuple[Untyped, int]:
        """The value at hand and its end in `text`. Raises NotJson, RecordTooLarge."""
        while True:
            try:
                return self.decoder.decode(self.text, self.at)
            except NotJson as error:
                if not error.cut_off or not self._read_more():
                    raise

    def _read_more(self) -> bool:
        """Read on until twice as much is at hand, so that long records do not cost a square."""
        pieces = [self.text[self.at :]]
        wanted = 2 * len(pieces[0])
        while sum(map(len, pieces)) <= wanted and (more := self.source.read()):
            pieces.append(more)
        self.text, self.at = "".join(pieces), 0
        return len(pieces) > 1

    def _peek(self) -> str:
        """The next character that is not white space, "" at the end."""
        while True:
            self._go_to(white_end(self.text, self.at))
            if self.at < len(self.text):
                return self.text[self.at]
            self.source.keep_from(self.offset)
            self.text, self.at = self.source.read(), 0
            if not self.text:
                return ""

    def _go_to(self, end: int) -> None:
        breaks = self.text.count("\n", self.at, end)
        if breaks:
            self.line += breaks
            self.column = end - self.text.rindex("\n", self.at, end)
        else:
            self.column += end - self.at
        self.offset += end - self.at
        self.at = end
        if end > CHUNK:
            self.text, self.at = self.text[end:], 0

    def _skip(self, column: int) -> bool:
        """Go to the next item that begins a line in `column` or before; whether there is one."""
        indent = min(column - 1, 100)
        found = self.source.skip_to(rf"[ \t]{{0,{indent}}}\{{", self.line)
        self.text, self.at = "", 0
        if found is None:
            return False
        self.offset, self.line = found
        self.column = 1
        return True

    def _place(self) -> Place:
        return Place(self.name, self.line, self.column)


def no_record(value: Untyped) -> Problem:
    """What is wrong with a `value` that is no mapping."""
    what = "a list" if isinstance(value, list) else "a single value"
    message = f"{what} stands where a record belongs"
    return NOT_A_RECORD.found(message, "write a record as a JSON object: {…}")


def empty_file(name: str) -> Problem:
    """That the file called `name` holds no record."""
    hint = "write a record, at least its title"
    return EMPTY_FILE.found("the file holds no record", hint).at(Place(name, 1, 1))
