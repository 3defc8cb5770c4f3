"""Reads records from CSL-JSON (csl-data.json of the CSL 1.0.2 schema) and from JSON Lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from io import BytesIO
from itertools import repeat
from typing import Any, BinaryIO, Final

from orjson import JSONDecodeError, loads

from reportcite.errors import Place
from reportcite.formats.reading.agency import agency_record, is_of_agency
from reportcite.formats.reading.json_items import (
    Found,
    Making,
    empty_file,
    no_record,
    read_items,
)
from reportcite.formats.reading.json_values import (
    Decoder,
    MemberPlaces,
    NotJson,
    places_of,
    typed_member,
    white_end,
)
from reportcite.formats.reading.source import Unreadable, byte_problem, refuse_binary, too_large
from reportcite.formats.rules import JSON_SYNTAX
from reportcite.limits import LIMITS, Limits
from reportcite.problems import Problem
from reportcite.record.assemble.frames import assemble_frames
from reportcite.record.assemble.notations import CSL, OWN
from reportcite.record.assemble.record import (
    assemble,
    assemble_item,
    assemble_machine_written,
    numbered_id,
    stem_of,
)
from reportcite.record.frame import Frames
from reportcite.record.model import Record
from reportcite.record.untyped import NONE, Untyped, UntypedRecord

_SAMPLE: Final = 32
_OF_A_KIND: Final = 4
"""So many records of a sample are to have the same fields where all are worked on together."""
_MARK: Final = b"\xef\xbb\xbf"


def read_jsonl(
    stream: BinaryIO,
    name: str,
    limits: Limits = LIMITS,
) -> Iterator[Record | Problem]:
    """The records of a JSON Lines stream, a line each; empty lines count only as lines.

    Never raises for bad data: a line that is no record is a Problem. A record without an id is
    named after the file and its line: `stem`, `stem-2`.
    """
    max_record_size, first_line = limits.max_record_size, limits.first_line
    decoder = Decoder()
    stem = stem_of(name)
    empty = True
    longest = 4 * max_record_size  # in bytes
    new = tuple.__new__
    lines = iter(partial(stream.readline, longest + 1), b"")
    for number, line in enumerate(lines, first_line):
        if line.isspace() and len(line) <= longest:  # there may be millions of them
            continue
        place = new(Place, (name, number, 1))  # as Place(…), in half the time
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
        yield empty_file(name)


def read_jsonl_frames(data: bytes, name: str, limits: Limits = LIMITS) -> Frames | None:
    """As `read_jsonl`, all at once; None, where a look at the whole is needed, and where records
    have so many sets of fields that it does not pay."""
    lines = [*BytesIO(data)]
    first_line, max_record_size = limits.first_line, limits.max_record_size
    if not _are_alike(lines) or max(map(len, lines)) > max_record_size:
        return None
    sources = _loaded(lines)
    strings = [*map(_count_strings, lines)] if b"\\" in data else _without_escapes(lines)
    numbers = range(first_line, first_line + len(lines))
    places = [*map(tuple.__new__, repeat(Place), zip(repeat(name), numbers, repeat(1)))]
    frames = assemble_frames(sources, strings, places)
    left = {*range(len(lines))}.difference(*[frame.rows for frame in frames])
    if first_line == 1 and 0 in left:  # what a file begins with may say what it is
        return None
    decoder, stem = Decoder(), stem_of(name)
    rest: list[tuple[int, Record | Problem]] = []
    for row in sorted(left):
        if lines[row].isspace():
            continue
        rest.append(
            (
                row,
                assemble_machine_written(sources[row], places[row], strings[row])
                or _line_record(lines[row], places[row], decoder, stem, max_record_size),
            )
        )
    return Frames(frames, rest)


def _are_alike(lines: list[bytes]) -> bool:
    """Whether many of the records in `lines` have the same fields, as a sample shows."""
    sample = lines[:: len(lines) // _SAMPLE or 1]
    kinds = {*map(tuple, _loaded(sample))}
    return 0 < len(kinds) * _OF_A_KIND <= len(sample)


def _loaded(lines: list[bytes]) -> list[dict[str, Any]]:
    """What each line says, {} for one that wants a closer look."""
    try:
        values = [*map(loads, lines)]
    except JSONDecodeError:
        values = [*map(_load, lines)]
    if not {*map(type, values)} <= {dict}:
        values = [value if value.__class__ is dict else {} for value in values]
    return values


def _load(line: bytes) -> Any:
    try:
        return loads(line)
    except JSONDecodeError:
        return {}


def _without_escapes(lines: list[bytes]) -> list[int]:
    """How many strings stand in each of `lines`, in which every other quotation mark begins one."""
    return [marks // 2 for marks in map(bytes.count, lines, repeat(b'"'))]


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
    at = white_end(text, 0)
    try:
        value, end = decoder.decode(text, at)
    except NotJson as error:
        return error.problem.at(place._replace(column=error.offset + 1))
    if not (text[end:] == "\n" or white_end(text, end) == len(text)):
        message = "something follows the record on its line"
        problem = JSON_SYNTAX.found(message, "write one record a line")
        return problem.at(place._replace(column=white_end(text, end) + 1))
    problems = [problem.at(place) for problem in decoder.problems]
    if not isinstance(value, dict):
        return no_record(value).at(place)
    places = places_of(value, text, at, place.line, at + 1)
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
    return read_items(stream, name, limits, Making(_record, _item))


def _item(item: dict[str, Any], place: Place, strings: int, places: MemberPlaces) -> Record | None:
    """The record of an item that needs no closer look; those of the agencies have DOIs as ids."""
    if str(item.get("id")).startswith("http"):
        return None
    return assemble_item(item, place, strings, places)


def _record(item: Mapping[str, Untyped], found: Found) -> Record:
    if is_of_agency(item):
        return agency_record(item, found)
    return assemble(
        UntypedRecord(item, found.place, CSL, found.fallback_id, (), found.problems, found.places)
    )
