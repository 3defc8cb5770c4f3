"""Cuts sources into pieces that can be read apart from each other, and reads the pieces.

Where a piece ends depends on the source alone, so the result is the same however many processes
share the work.
"""

from __future__ import annotations

import io
import os
import stat
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from io import BytesIO
from itertools import chain, islice
from types import MappingProxyType
from typing import TYPE_CHECKING, BinaryIO, Final, NamedTuple, TypeAlias, cast

from reportcite.batch.sources import Opened, sources, unreadable
from reportcite.errors import Place
from reportcite.formats.format import Read
from reportcite.formats.reading.source import MAX_RECORD_SIZE, Unreadable, refuse_binary
from reportcite.formats.registry import format_named
from reportcite.formats.rules import EMPTY_FILE
from reportcite.problems import Problem
from reportcite.record.model import Record

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

SIZE: Final = 1 << 18
"""Bytes of a piece: some hundred records, so that handing it over costs nothing beside the work."""

_MOST_RESULTS: Final = 500
_LARGEST: Final = 8 * SIZE
"""Without a place to cut in so many bytes, a YAML file is read from there without cutting."""


class Text(NamedTuple):
    """Part of a source, as bytes: from `first_line` on; `whole` if it is all of the source."""

    name: str
    format: str
    data: bytes
    first_line: int
    whole: bool


Part: TypeAlias = "Text | list[Record | Problem]"


class Chunk(NamedTuple):
    """What is worked on at once; `size` is how many bytes of files it took to come by it."""

    parts: list[Part]
    size: int


def chunks(
    paths: Iterable[str], from_: str | None = None, *, max_record_size: int = MAX_RECORD_SIZE
) -> Iterator[Chunk]:
    """All of `paths` (see `sources`) in order, small files together, large ones in pieces.

    Raises UsageError before anything is read.
    """
    return _gathered(_measured(sources(paths, from_), max_record_size))


def results(chunk: Chunk, *, max_record_size: int = MAX_RECORD_SIZE) -> Iterator[Record | Problem]:
    """The records of a chunk, and the problems that stand for what could not become one."""
    for part in chunk.parts:
        if isinstance(part, Text):
            yield from _read(part, max_record_size)
        else:
            yield from part


def read(
    paths: Iterable[str], from_: str | None = None, *, max_record_size: int = MAX_RECORD_SIZE
) -> Iterator[Record | Problem]:
    """The records of all `paths` in order; a Problem stands for what could not become one.

    Raises UsageError before anything is read.
    """
    parts = chunks(paths, from_, max_record_size=max_record_size)
    return chain.from_iterable(results(part, max_record_size=max_record_size) for part in parts)


def _read(text: Text, max_record_size: int) -> Iterator[Record | Problem]:
    reader = _reader(text.format, max_record_size, text.first_line)
    found = iter(reader(BytesIO(text.data), text.name))
    if not text.whole:
        # A part without records does not make a file without records.
        first = next(found, None)
        found = chain([first] if first and not _tells_emptiness(first) else [], found)
    return found


def _tells_emptiness(result: Record | Problem) -> bool:
    return isinstance(result, Problem) and result.rule.name == EMPTY_FILE.name


def _reader(format: str, max_record_size: int, first_line: int) -> Read:
    """What reads `format` within the limit, from a line on if it is one that can be cut."""
    if format == "jsonl":
        from reportcite.formats.csl.read_json import read_jsonl

        return partial(read_jsonl, max_record_size=max_record_size, first_line=first_line)
    if format == "yaml":
        from reportcite.formats.yaml.read import read_yaml

        return partial(read_yaml, max_record_size=max_record_size, first_line=first_line)
    if format == "csl-json":
        from reportcite.formats.csl.csl_json import read as read_items

        return partial(read_items, max_record_size=max_record_size)
    reader = format_named(format).read
    assert reader is not None, "no source is opened for a format that cannot be read"
    return reader


def _gathered(measured: Iterable[tuple[Part, int]]) -> Iterator[Chunk]:
    """Small parts together."""
    parts: list[Part] = []
    size = weight = 0
    for part, bytes_read in measured:
        own = len(part.data) if isinstance(part, Text) else len(part) * SIZE // _MOST_RESULTS
        if parts and weight + own > SIZE:
            yield Chunk(parts, size)
            parts, size, weight = [], 0, 0
        parts.append(part)
        size += bytes_read
        weight += own
    if parts:
        yield Chunk(parts, size)


def _measured(
    opened: Iterable[Opened | Problem], max_record_size: int
) -> Iterator[tuple[Part, int]]:
    """Each part with the number of bytes that were read from files for it."""
    for source in opened:
        if isinstance(source, Problem):
            yield [source], 0
            continue
        done = 0
        for part in _parts(source, max_record_size):
            position = max(_position(source.file), done)
            yield part, position - done
            done = position


def _position(file: BinaryIO) -> int:
    try:
        return file.tell()
    except OSError:  # a pipe has none
        return 0


def _parts(source: Opened, max_record_size: int) -> Iterator[Part]:
    cut = _CUTS.get(source.format.name)
    try:
        # One byte more tells a source that ends here from one that goes on.
        data = source.stream.read(SIZE + 1)
        if len(data) <= SIZE:
            yield Text(source.name, source.format.name, data, 1, True)
        elif cut:
            refuse_binary(data)
            yield from _pieces(source, data, cut, max_record_size)
        else:
            yield from _uncut(source, data, 1, max_record_size)
    except OSError as error:
        yield [unreadable(source.name, error)]
    except Unreadable as error:
        yield [error.fault.at(Place(source.name, 1, 1))]


def _pieces(source: Opened, data: bytes, cut: _Cut, max_record_size: int) -> Iterator[Part]:
    """The source in parts that end where a record ends; `data` is its beginning."""
    line = 1
    while data:
        end = cut.find(data)
        while not end and (more := source.stream.read(SIZE)):
            data += more
            if len(data) > _LARGEST:
                yield from _uncut(source, data, line, max_record_size)
                return
            end = cut.find(data)
        piece, data = (data[:end], data[end:]) if end else (data, b"")
        yield Text(source.name, source.format.name, piece, line, False)
        line += cut.count_lines(piece)
        data += source.stream.read(SIZE)


def _uncut(source: Opened, data: bytes, line: int, max_record_size: int) -> Iterator[Part]:
    """The rest of a source, of which `data` is the beginning, as records that are read here."""
    stream = source.stream
    if _is_regular(stream):
        stream.seek(-len(data), io.SEEK_CUR)  # some readers go over a file twice
    else:
        stream = io.BufferedReader(cast(io.RawIOBase, _Joined(data, stream)))
    found = _reader(source.format.name, max_record_size, line)(stream, source.name)
    results = iter(found)
    while some := list(islice(results, _MOST_RESULTS)):
        yield some


def _is_regular(stream: BinaryIO) -> bool:
    try:
        return stream.seekable() and stat.S_ISREG(os.fstat(stream.fileno()).st_mode)
    except OSError:  # not a file of the system
        return False


class _Joined(io.RawIOBase):
    """`head`, and then what `stream` still has."""

    def __init__(self, head: bytes, stream: BinaryIO) -> None:
        self._head = memoryview(head)
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        target = memoryview(buffer).cast("B")
        data = self._head[: len(target)] or memoryview(self._stream.read(len(target)))
        self._head = self._head[len(target) :]
        target[: len(data)] = data
        return len(data)


def _last_line_end(data: bytes) -> int:
    return data.rfind(b"\n") + 1


def _last_document(data: bytes) -> int:
    """Where the last YAML document begins that nothing before it belongs to; 0 if none does.

    `---` at the beginning of a line begins a document wherever it stands (YAML 1.2.2, section
    9.1.2). Directives stand before it, perhaps with comments between.
    """
    end = len(data)
    while (end := data.rfind(b"\n---", 0, end)) > 0:
        before = data[data.rfind(b"\n", 0, end) + 1 : end].rstrip(b"\r").rpartition(b"\r")[2]
        if data[end + 4 : end + 5] in _BLANKS and before.strip() and before[:1] not in b"%#":
            return end + 1
    return 0


def _count_yaml_breaks(data: bytes) -> int:
    """The line breaks as YAML 1.1 has them (section 4.2), like the parser of records."""
    returns = data.count(b"\r") - data.count(b"\r\n")
    others = sum(map(data.count, (b"\n", b"\xc2\x85", b"\xe2\x80\xa8", b"\xe2\x80\xa9")))
    return returns + others


class _Cut(NamedTuple):
    """How a format is cut: the last place to do it, 0 for none, and how lines are counted."""

    find: Callable[[bytes], int]
    count_lines: Callable[[bytes], int]


_BLANKS: Final = (b" ", b"\t", b"\r", b"\n")
_CUTS: Final[Mapping[str, _Cut]] = MappingProxyType(
    {
        "jsonl": _Cut(_last_line_end, lambda data: data.count(b"\n")),
        "yaml": _Cut(_last_document, _count_yaml_breaks),
    }
)
