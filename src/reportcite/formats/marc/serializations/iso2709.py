"""MARC in ISO 2709: leader, directory, fields, and a byte at the end of each.

Source: ISO 2709:2008; MARC 21 Specifications for Record Structure (Library of Congress).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache, partial
from struct import Struct
from typing import BinaryIO, Final

from reportcite.errors import Place
from reportcite.formats.format import Cut
from reportcite.formats.marc.fields import FIELD_END, Marc, plain
from reportcite.formats.marc.records import crossings, record_from, record_of
from reportcite.formats.marc.serializations.marc8 import decode_marc8
from reportcite.formats.reading.source import CHUNK, too_large
from reportcite.formats.rules import MARC_CHARACTERS, MARC_STRUCTURE, NO_RECORDS
from reportcite.limits import LIMITS, Limits
from reportcite.problems import Problem
from reportcite.record.assemble.record import numbered_id, stem_of
from reportcite.record.model import Record
from reportcite.tuples import NamedTuple

_RECORD_END: Final = b"\x1d"
_ESCAPE: Final = b"\x1b"
"""Where MARC-8 goes to another set of characters."""
_FIELD_END: Final = b"\x1e"
_BETWEEN: Final = b"\r\n \t\x00\x1a"
_MOST_BYTES: Final = 4
"""A character has so many bytes at most."""
_TOGETHER: Final = 32
"""Of 16 to 64 the rate is the same, of one a tenth less."""
_LEADER: Final = 24
_ENTRY: Final = 12
_NEXT_LEADER: Final = re.compile(
    rb"[0-9]{5}[acdnp][acdefgijkmoprt][abcdims][ a-z0-9][ a][0-9 ]{2}[0-9]{5}"
)
_LONGEST_LENGTH: Final = 12
"""So many digits at most a program writes for a length, of which a leader has room for five."""
_TAGS: Final = {b"%03d" % number: f"{number:03}" for number in range(1000)}
_LENGTHS: Final = [b"%04d" % number for number in range(1, 10_000)]
"""What the directory says of a field, by how long it is without its end."""
_MEND: Final = "export the record anew"


class _Broken(Exception):
    """The record cannot be read; the message says why."""


class Found(NamedTuple):
    """The fields of a record, and what is wrong with it."""

    marc: Marc
    problems: list[Problem]


def read(stream: BinaryIO, name: str, limits: Limits = LIMITS) -> Iterator[Record | Problem]:
    """The records of a file in ISO 2709. What counts as line of a place is the record's number."""
    stem = stem_of(name)
    number = limits.first_line - 1
    largest = limits.max_record_size
    for pieces, ended in _pieces(stream, largest * _MOST_BYTES):
        # Run for all records of a catalogue, of which nearly all are as long as they say. Each step
        # is done for some dozen of them at once: its code stays in the caches of the processor.
        read = crossings([_at_once(data, largest) if ended else None for data in pieces])
        made: list[Record | Problem] = []
        for data, found in zip(pieces, read, strict=True):
            if found is not None:
                number += 1
                id_ = found.id or numbered_id(stem, number)
                made.append(record_from(found, id_, Place(name, number)))
                continue
            for part, whole in _separated(data, ended=ended):
                number += 1
                made.append(_closely(part, Place(name, number), stem, largest, whole=whole))
        yield from made
    if number < 1:
        message = "there is no MARC record in this file"
        yield NO_RECORDS.found(message, "name its format", place=Place(name, 1))


def _at_once(data: bytes, largest: int) -> Marc | None:
    """The fields of a record in which nothing is unusual."""
    if data[:5] != b"%05d" % (len(data) + 1) or len(data) > largest:
        return None
    return whole_record(data)


def _closely(
    data: bytes, place: Place, stem: str, largest: int, *, whole: bool
) -> Record | Problem:
    """The record in `data`; `whole` is whether there is an end behind it."""
    if len(data) > largest and _is_too_large(data, largest):
        return too_large(largest).at(place)
    try:
        if not whole:
            raise _Broken("it ends before its last field does")
        found = parse(data)
    except _Broken as error:
        message = f"record {place.line} cannot be read: {error}"
        return MARC_STRUCTURE.found(message, _MEND, place=place)
    return record_of(found.marc, place, partial(numbered_id, stem, place.line), found.problems)


def _pieces(stream: BinaryIO, largest: int) -> Iterator[tuple[list[bytes], bool]]:
    """What stands before each end of a record, some at once, and whether there is an end behind
    them; of what is too large only the beginning."""
    rest: list[bytes] = []
    size = 0
    while data := stream.read(CHUNK * 8):
        first, *others = data.split(_RECORD_END)
        if size <= largest:
            rest.append(first)
        size += len(first)
        if others:
            pieces = [b"".join(rest), *others[:-1]]
            for at in range(0, len(pieces), _TOGETHER):
                yield pieces[at : at + _TOGETHER], True
            rest, size = [others[-1]], len(others[-1])
    last = b"".join(rest)
    if last.strip(_BETWEEN):
        yield [last], False


def _is_too_large(data: bytes, largest: int) -> bool:
    """Whether a record has more characters than are allowed."""
    return len(data.decode("utf-8", "replace")) > largest


def _separated(data: bytes, *, ended: bool) -> Iterator[tuple[bytes, bool]]:
    """The records in `data`, of which all but the last were cut short; whether each is whole."""
    if not data[:1].isdigit():
        data = data.lstrip(_BETWEEN)
        if not data:
            return
    stated = data[:5]
    if not (stated.isdigit() and int(stated) == len(data) + 1):
        while match := _NEXT_LEADER.search(data, _LONGEST_LENGTH):
            yield data[: match.start()], False
            data = data[match.start() :]
    yield data, ended


def whole_record(data: bytes) -> Marc | None:
    """The fields of a record that is as long as it says, without the byte at its end, where all
    is as the directory says, and all characters are known; most are so."""
    # Run for each record of a catalogue.
    if _ESCAPE in data:
        return None
    if data.isascii():
        contents = data.decode("ascii").split(FIELD_END)
        lengths = [*map(len, contents)]
    else:
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError:
            text = "\ufffd" if data[9:10] == b"a" else decode_marc8(data).text
            if "\ufffd" in text:
                return None
        lengths = [*map(len, data.split(_FIELD_END))]
        contents = _composed(text).split(FIELD_END)
    count = len(lengths) - 2
    end = lengths[0]
    if count < 1 or lengths[-1] or end != _LEADER + _ENTRY * count:
        return None
    directory = _directory(data[:end], lengths[1:-1])
    if directory is None:
        return None
    leader = contents[0][:_LEADER]
    tags, order = directory
    found = contents[1:-1]
    if order is not None:
        found = [*map(found.__getitem__, order)]
    return Marc(leader, [*zip(tags, found, strict=True)])


def parse(data: bytes) -> Found:
    """The fields of one record without the byte at its end.

    Raises _Broken where it is no record.
    """
    lengths = [*map(len, data.split(_FIELD_END))]
    count = len(lengths) - 2
    head = data[: lengths[0]]
    problems: list[Problem] = []
    if count < 1 or lengths[-1] or not head[:1].isdigit():
        raise _Broken("it has no directory" if count < 1 else "its last field has no end")
    whole = len(head) == _LEADER + _ENTRY * count and head[:5] == b"%05d" % (len(data) + 1)
    if whole and (directory := _directory(head, lengths[1:-1])):
        tags, order = directory
    else:
        tags = _loose_directory(head, count)
        order = None
        problems.append(_lengths_problem())
    contents = _text(data, head, problems).split(FIELD_END)[1:-1]
    if order is not None:
        contents = [contents[index] for index in order]
    leader = head[:_LEADER].decode("ascii", "replace")
    return Found(Marc(leader, list(zip(tags, contents, strict=True))), problems)


def _directory(head: bytes, lengths: list[int]) -> tuple[list[str], list[int] | None] | None:
    """The tags in order, and which field is each of them where their order is another; None where
    the lengths in the directory, and where fields begin, are not those of the fields."""
    if head[12:17] != b"%05d" % (len(head) + 1):
        return None
    # Run for each record: what is done for each field is done by built-in functions.
    directory = head[_LEADER:]
    entries = _entries_of(len(lengths))(directory)
    starts = [*entries[2::3]]
    if directory.isdigit():  # as nearly all are
        tags = [*map(_TAGS.__getitem__, entries[::3])]
    elif b"".join(starts).isdigit():
        tags = [tag.decode("latin-1") for tag in entries[::3]]
    else:
        return None
    order = None
    ordered = sorted(starts)
    if ordered != starts:
        by_start = dict(zip(ordered, range(len(lengths)), strict=True))
        if len(by_start) != len(lengths):  # two fields cannot stand in one place
            return None
        order = [*map(by_start.__getitem__, starts)]
        lengths = [*map(lengths.__getitem__, order)]
    try:
        stated = [*map(_LENGTHS.__getitem__, lengths)]
    except IndexError:  # the directory has no room for so long a field
        return None
    return (tags, order) if stated == [*entries[1::3]] else None


@lru_cache(maxsize=64)  # most records have some dozen fields
def _entries_of(count: int) -> Callable[[bytes], tuple[bytes, ...]]:
    """Takes a directory apart: tag, length and start of each of so many fields."""
    return Struct("3s4s5s" * count).unpack


def _loose_directory(head: bytes, count: int) -> list[str]:
    """The tags where lengths are wrong: the directory must have one for each field."""
    begins = len(head) - _ENTRY * count
    directory = head[begins:]
    tags = [directory[at : at + 3].decode("latin-1") for at in range(0, _ENTRY * count, _ENTRY)]
    if not _LEADER - 4 <= begins <= _LEADER + 4 or not all(tag.isalnum() for tag in tags):
        raise _Broken("its directory does not have an entry for each field")
    return tags


def _lengths_problem() -> Problem:
    message = "lengths in the leader or the directory are wrong: fields were read to their ends"
    return MARC_STRUCTURE.of("a record that is read").found(message, _MEND)


def _text(data: bytes, head: bytes, problems: list[Problem]) -> str:
    """The record as text; composed (NFC), because many catalogues write accents apart."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        if head[9:10] == b"a":
            message = "the record is not in UTF-8, as its leader says"
            problems.append(MARC_CHARACTERS.found(message, "export it anew"))
            text = data.decode("utf-8", "replace")
        else:
            text = _from_marc8(data, problems)
    else:
        # MARC-8 is never UTF-8 by chance, but leaders are often not kept up.
        if _ESCAPE in data:
            text = _from_marc8(data, problems)
    return _composed(text)


def _from_marc8(data: bytes, problems: list[Problem]) -> str:
    text, unknown = decode_marc8(data)
    if unknown:
        message = f"MARC-8 has no set called {', '.join(unknown)}"
        problems.append(MARC_CHARACTERS.found(message, "export the record in UTF-8"))
    elif "\ufffd" in text:
        message = "the record has characters that MARC-8 has not"
        problems.append(MARC_CHARACTERS.found(message, "export the record in UTF-8"))
    return text


def _composed(text: str) -> str:
    """`text` with accents on their letters (NFC), without the marks round what is not sorted by."""
    text = unicodedata.normalize("NFC", text)
    if "\x98" in text or "\x9c" in text or "\x88" in text or "\x89" in text:
        return FIELD_END.join(map(_unsorted, text.split(FIELD_END)))
    return text


def _unsorted(text: str) -> str:
    return "\x1f".join(map(plain, text.split("\x1f")))


def _last(data: bytes) -> int:
    end = data.rfind(_RECORD_END) + 1
    return end if data[end:].strip(_BETWEEN) else data[: end - 1].rfind(_RECORD_END) + 1


CUT: Final = Cut(_last, lambda data: data.count(_RECORD_END))
"""Records end in a byte of their own; the number of these is that of records before a piece."""
