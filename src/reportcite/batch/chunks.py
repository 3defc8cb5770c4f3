"""Cuts sources into segments that can be read apart from each other, and reads them.

Where a segment ends depends on the source alone, so the result is the same however many processes
share the work.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import BytesIO
from itertools import chain
from typing import BinaryIO, Final, TypeAlias

from reportcite.batch.ahead import given_back
from reportcite.batch.pauses import read_until_pause, until_pauses
from reportcite.batch.sources import Opened, cut_off, sources, unreadable
from reportcite.errors import Place
from reportcite.formats.format import Cut, Format, Read
from reportcite.formats.reading.source import Unreadable, refuse_binary
from reportcite.formats.recognition.binary import UTF16
from reportcite.formats.registry import format_named
from reportcite.formats.rules import EMPTY_FILE
from reportcite.limits import LIMITS, Limits
from reportcite.path_patterns import PathPatterns
from reportcite.problems import Problem
from reportcite.record.frame import Frames, frames_of, in_order
from reportcite.record.model import Record
from reportcite.tuples import NamedTuple

SIZE: Final = 1 << 18
"""Bytes of a segment: some hundred records, so that to hand it over costs next to nothing."""

_MOST_RESULTS: Final = 500
_LARGEST: Final = 8 * SIZE
"""Without a place to cut in so many bytes, a source is read from there without cutting."""


class Segment(NamedTuple):
    """A part of a source as bytes, from `first_line` on; `whole` if it is all of the source.

    `format` is the name of one, because formats themselves do not go from process to process.
    """

    name: str
    format: str
    data: bytes
    first_line: int
    whole: bool


Results: TypeAlias = "list[Record | Problem]"
"""Records that were read here, because their source cannot be cut; none stand for a pause of it."""


class Chunk(NamedTuple):
    """What is worked on at once; `size` is how many bytes of files it took to come by it.

    One without parts says that more may be long in coming.
    """

    parts: list[Segment | Results]
    size: int


def pauses(chunk: Chunk) -> bool:
    """Whether what has been done is to be given out before there is more to do."""
    return not chunk.parts


def chunks(
    paths: Iterable[str],
    from_: str | None = None,
    limits: Limits = LIMITS,
    excluded: tuple[PathPatterns, ...] = (),
) -> Iterator[Chunk]:
    """All of `paths` (see `sources`) in order, small files together, large ones in pieces.

    Raises UsageError before anything is read.
    """
    return _gathered(_measured(sources(paths, from_, excluded), limits))


def results(chunk: Chunk, limits: Limits = LIMITS) -> Iterator[Record | Problem]:
    """The records of a chunk, and the problems that stand for what could not become one."""
    for part in chunk.parts:
        if isinstance(part, Segment):
            found = _frames(part, limits)
            yield from _read(part, limits) if found is None else in_order(found)
        else:
            yield from part


def frames(chunk: Chunk, limits: Limits = LIMITS) -> Iterator[Frames | Iterator[Record | Problem]]:
    """As `results`, for each part of the chunk: in frames, or one by one where these do not pay."""
    for part in chunk.parts:
        if not isinstance(part, Segment):
            yield frames_of(part)
        elif format_named(part.format).read_frames is None:
            yield frames_of([*_read(part, limits)])
        else:
            yield _frames(part, limits) or _read(part, limits)


def read(
    paths: Iterable[str], from_: str | None = None, limits: Limits = LIMITS
) -> Iterator[Record | Problem]:
    """The records of all `paths` in order; a Problem stands for what could not become one.

    Raises UsageError before anything is read.
    """
    parts = chunks(paths, from_, limits)
    return chain.from_iterable(results(part, limits) for part in parts)


def _frames(segment: Segment, limits: Limits) -> Frames | None:
    """All in `segment` in frames, where its format reads many records at once."""
    read_frames = format_named(segment.format).read_frames
    if read_frames is None:
        return None
    return read_frames(segment.data, segment.name, limits._replace(first_line=segment.first_line))


def _read(segment: Segment, limits: Limits) -> Iterator[Record | Problem]:
    reader = _reader(format_named(segment.format))
    here = limits._replace(first_line=segment.first_line)
    found = iter(reader(BytesIO(segment.data), segment.name, here))
    if not segment.whole:
        # A segment without records does not make a file without records.
        first = next(found, None)
        found = chain([first] if first and not _means_empty(first) else [], found)
    return found


def _means_empty(result: Record | Problem) -> bool:
    return isinstance(result, Problem) and result.rule == EMPTY_FILE


def _reader(file_format: Format) -> Read:
    assert file_format.read is not None, "no source is opened for a format that cannot be read"
    return file_format.read


def _gathered(measured: Iterable[tuple[Segment | Results, int]]) -> Iterator[Chunk]:
    """Small parts together, so that a chunk has about `SIZE` bytes."""
    parts: list[Segment | Results] = []
    size = weight = 0
    for part, bytes_read in measured:
        if not part:
            if parts:
                yield Chunk(parts, size)
                parts, size, weight = [], 0, 0
            yield Chunk([], 0)
            continue
        own = len(part.data) if isinstance(part, Segment) else len(part) * SIZE // _MOST_RESULTS
        if parts and weight + own > SIZE:
            yield Chunk(parts, size)
            parts, size, weight = [], 0, 0
        parts.append(part)
        size += bytes_read
        weight += own
    if parts:
        yield Chunk(parts, size)


def _measured(
    opened: Iterable[Opened | Problem], limits: Limits
) -> Iterator[tuple[Segment | Results, int]]:
    """Each part with the number of bytes that were read from files for it."""
    for source in opened:
        if isinstance(source, Problem):
            yield [source], 0
            continue
        done = 0
        for part in _parts(source, limits):
            position = max(_position(source.file), done)
            yield part, position - done
            done = position
        if source.doubts:
            yield [*source.doubts], 0


def _position(file: BinaryIO) -> int:
    try:
        return file.tell()
    except OSError:  # a pipe has none
        return 0


def _parts(source: Opened, limits: Limits) -> Iterator[Segment | Results]:
    begun = False
    try:
        for part in _parts_while_readable(source, limits):
            yield part
            begun = True
    except OSError as error:
        yield [cut_off(source.name, error) if begun else unreadable(source.name, error)]
    except Unreadable as error:
        yield [error.problem.at(Place(source.name, 1, 1))]


def _parts_while_readable(source: Opened, limits: Limits) -> Iterator[Segment | Results]:
    """Raises OSError where the source cannot be read on, Unreadable where it is no text."""
    cut = source.format.cut

    def holds_a_record(data: bytes) -> bool:
        if cut is None or data.startswith(UTF16):
            return source.format.prompt
        return cut.last(data) > 0

    # One byte more parts a source that ends here from one that goes on.
    data, paused = read_until_pause(source.stream, source.file, SIZE + 1, holds_a_record)
    if len(data) <= SIZE and not paused:
        yield Segment(source.name, source.format.name, data, 1, True)
    elif cut and not data.startswith(UTF16):  # of which places are cut by bytes
        refuse_binary(data)
        yield from _segments(source, data, paused, cut, limits)
    else:
        yield from _uncut(source, data, limits)


def _segments(
    source: Opened, data: bytes, paused: bool, cut: Cut, limits: Limits
) -> Iterator[Segment | Results]:
    """The source in segments that end where a record ends; `data` is its beginning, after which it
    may have `paused`. Where it pauses stand no results."""

    def holds_a_record(more: bytes) -> bool:
        return cut.last(data + more) > 0

    line = 1
    nothing = True
    while data:
        if data.isspace() and (end := data.rfind(b"\n") + 1):
            # No reader looks at empty lines, of which a small packed file may hold gigabytes.
            line += cut.lines(data[:end])
            data = data[end:] + source.stream.read(SIZE)
            continue
        nothing = False
        end = cut.last(data)
        while not end and (more := source.stream.read(SIZE)):
            data += more
            if len(data) > _LARGEST:
                yield from _uncut(source, data, limits._replace(first_line=line))
                return
            end = cut.last(data)
        piece, data = (data[:end], data[end:]) if end else (data, b"")
        yield Segment(source.name, source.format.name, piece, line, False)
        line += cut.lines(piece)
        if paused:
            yield []
        more, paused = read_until_pause(source.stream, source.file, SIZE, holds_a_record)
        data += more
    if nothing:
        yield Segment(source.name, source.format.name, b"", 1, True)


def _uncut(source: Opened, data: bytes, limits: Limits) -> Iterator[Results]:
    """The rest of a source, of which `data` is the beginning, as records that are read here; where
    it pauses stand no results."""
    stream = given_back(data, source.stream, prompt=source.format.prompt)
    found = _reader(source.format)(stream, source.name, limits)
    yield from until_pauses(found, source.file, _MOST_RESULTS)
