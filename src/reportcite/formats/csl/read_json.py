"""Reads records from CSL-JSON (csl-data.json of the CSL 1.0.2 schema) and from JSON Lines.

An array is read one member at a time, so that its size does not matter.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import BinaryIO, Final

from orjson import JSONDecodeError, loads

from reportcite.errors import Place
from reportcite.formats.csl.json_values import Decoder, NotJson, typed_member
from reportcite.formats.reading.source import (
    CHUNK,
    NOT_UTF8,
    RecordTooLarge,
    Source,
    Unreadable,
    byte_problem,
    refuse_binary,
    too_large,
)
from reportcite.formats.rules import EMPTY_FILE, JSON_SYNTAX, NOT_A_RECORD
from reportcite.limits import LIMITS, Limits
from reportcite.patterns import pattern
from reportcite.problems import Problem
from reportcite.record.assemble.notations import CSL, OWN
from reportcite.record.assemble.record import (
    assemble,
    assemble_machine_written,
    numbered_id,
    stem_of,
)
from reportcite.record.model import Record
from reportcite.record.untyped import NONE, Places, Untyped, UntypedRecord

_MARK: Final = b"\xef\xbb\xbf"
_WHITE: Final = pattern(r"[ \t\n\r]*")
_COLON: Final = pattern(r"[ \t\n\r]*:")
_COMMAS: Final = "put a comma between two records and a ] after the last"


def read_jsonl(
    stream: BinaryIO,
    name: str,
    limits: Limits = LIMITS,
) -> Iterator[Record | Problem]:
    """The records of a JSON Lines stream, a line each; blank lines count only as lines.

    Never raises for bad data: a line that is no record is a Problem. A record without an id is
    named after the file and its line: `stem`, `stem-2`.
    """
    max_record_size, first_line = limits.max_record_size, limits.first_line
    decoder = Decoder()
    stem = stem_of(name)
    empty = True
    longest = 4 * max_record_size  # in bytes
    lines = iter(partial(stream.readline, longest + 1), b"")
    for number, line in enumerate(lines, first_line):
        place = Place(name, number, 1)
        if len(line) <= max_record_size and (record := _machine_written(line, place)) is not None:
            yield record
            empty = False
            continue
        if len(line) > longest and not line.endswith(b"\n"):
            _skip_line(stream, longest)
        if number == 1:
            try:
                refuse_binary(line.removeprefix(_MARK))
            except Unreadable as unreadable:
                yield unreadable.problem.at(place)
                return
        text = line.removeprefix(_MARK) if number == 1 else line
        if text and not text.isspace():
            yield _line_record(text, place, decoder, stem, max_record_size)
            empty = False
    if empty and first_line == 1:
        yield _empty(name)


def _skip_line(stream: BinaryIO, at_once: int) -> None:
    """Read on to the next line, a part of this one at a time."""
    while (rest := stream.readline(at_once)) and not rest.endswith(b"\n"):
        pass


def _line_record(
    line: bytes, place: Place, decoder: Decoder, stem: str, max_record_size: int
) -> Record | Problem:
    if len(line) > max_record_size and len(line.decode("utf-8", "replace")) > max_record_size:
        return too_large(max_record_size).at(place)
    try:
        text = line.decode()
    except UnicodeDecodeError as error:
        column = len(line[: error.start].decode()) + 1
        return byte_problem(line[error.start]).at(place._replace(column=column))
    at = _white_end(text, 0)
    try:
        value, end = decoder.decode(text, at)
    except NotJson as error:
        return error.problem.at(place._replace(column=error.offset + 1))
    if not (text[end:] == "\n" or _white_end(text, end) == len(text)):
        message = "something follows the record on its line"
        problem = JSON_SYNTAX.found(message, "write one record a line")
        return problem.at(place._replace(column=_white_end(text, end) + 1))
    problems = [problem.at(place) for problem in decoder.problems]
    if not isinstance(value, dict):
        return _no_record(value).at(place)
    places = _places(value, text, at, place.line, at + 1)
    if "custom" in value:
        value["custom"] = typed_member(text, at, "custom")
    # JSON has no words without quotes but its own; a text in a list of one is always the text.
    none = [name for name, one in value.items() if one == NONE]
    id_ = numbered_id(stem, place.line)
    return assemble(UntypedRecord(value, place, OWN, id_, none, problems, places))


def _machine_written(line: bytes, place: Place) -> Record | None:
    """The record of a line that needs no closer look, as nearly all lines of programs."""
    try:
        value = loads(line)
    except JSONDecodeError:
        return None
    if value.__class__ is not dict:
        return None
    # Without escapes, every other quotation mark begins a string.
    strings = _count_strings(line) if b"\\" in line else line.count(b'"') // 2
    return assemble_machine_written(value, place, strings)


def _count_strings(line: bytes) -> int:
    """How many strings stand in a line of JSON, names of members among them; -1 where that is not
    seen at once."""
    escaped = line.count(b'\\"')
    if escaped and b"\\\\" in line:
        return -1
    return (line.count(b'"') - escaped) // 2


def read_csl_json(
    stream: BinaryIO, name: str, limits: Limits = LIMITS
) -> Iterator[Record | Problem]:
    """The records of a CSL-JSON stream: an array of items, one item, or items one after another.

    After a mistake reading goes on at the next item that begins a line in the same column. Never
    raises for bad data; memory is bounded by `limits`, not by the file.
    """
    return _Reader(Source(stream, limits.max_record_size, NOT_UTF8), name).read()


class _Reader:
    """One stream being read: `text[at:]` is at hand, and `offset`, `line`, `column` are its."""

    def __init__(self, source: Source, name: str) -> None:
        self.source = source
        self.name = name
        self.decoder = Decoder()
        self.text = ""
        self.at = 0
        self.offset = 0
        self.line = 1
        self.column = 1

    def read(self) -> Iterator[Record | Problem]:
        try:
            first = self._peek()
            if not first:
                yield _empty(self.name)
            elif first == "[":
                self._go_to(self.at + 1)
                yield from self._items(in_array=True)
            else:
                yield from self._items(in_array=False)
        except Unreadable as unreadable:
            yield unreadable.problem.at(Place(self.name, 1, 1))

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
                yield self._item(numbered_id(stem, number))
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

    def _item(self, fallback_id: str) -> Record | Problem:
        value, end = self._decode()
        place = self._place()
        places = _places(value, self.text, self.at, self.line, self.column)
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
            return _no_record(value).at(place)
        return assemble(UntypedRecord(value, place, CSL, fallback_id, (), problems, places))

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
            self._go_to(_white_end(self.text, self.at))
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
        if found is None:
            return False
        self.offset, self.line = found
        self.text, self.at, self.column = "", 0, 1
        return True

    def _place(self) -> Place:
        return Place(self.name, self.line, self.column)


def _no_record(value: Untyped) -> Problem:
    what = "a list" if isinstance(value, list) else "a single value"
    message = f"{what} stands where a record belongs"
    return NOT_A_RECORD.found(message, "write a record as a JSON object: {…}")


def _places(value: Untyped, text: str, at: int, line: int, column: int) -> Places:
    """Where the fields of the object at `text[at]` stand, their names sought one after another."""
    places: Places = {}
    if not isinstance(value, dict):
        return places
    for name in value:
        quoted = f'"{name}"'
        found = text.find(quoted, at)
        # The same text may be a value before; a name has a colon after it.
        while found >= 0 and not _COLON.match(text, found + len(quoted)):
            found = text.find(quoted, found + 1)
        if found < 0:  # the name is written with escapes
            continue
        breaks = text.count("\n", at, found)
        column = found - text.rindex("\n", at, found) if breaks else column + found - at
        line, at = line + breaks, found
        places[name] = (line, column)
    return places


def _white_end(text: str, at: int) -> int:
    match = _WHITE.match(text, at)
    return match.end() if match else at


def _empty(name: str) -> Problem:
    hint = "write a record, at least its title"
    return EMPTY_FILE.found("the file holds no record", hint).at(Place(name, 1, 1))
