"""Files without a name that hold what is too much for memory, and are gone when the run ends."""

from __future__ import annotations

import tempfile
from array import array
from collections.abc import Iterable, Iterator
from struct import Struct
from typing import BinaryIO, Final

from reportcite.batch.sink import naming

BUCKETS: Final = 64
"""Into so many parts numbers are put, of which one at a time is looked at in memory."""

_PIECE: Final = 1 << 16
_NO_ROOM: Final = "free some room there, or let the environment variable TMPDIR name another folder"


def _file() -> BinaryIO:
    with naming(tempfile.gettempdir(), _NO_ROOM):
        return tempfile.TemporaryFile()


def row_of(pieces: Iterable[bytes]) -> bytes:
    """A row of pieces, for `pieces_of`."""
    return b"".join([len(piece).to_bytes(4, "little") + piece for piece in pieces])


def pieces_of(row: bytes) -> list[bytes]:
    """The pieces of a row that `row_of` made."""
    pieces = []
    at = 0
    while at < len(row):
        size = int.from_bytes(row[at : at + 4], "little")
        pieces.append(row[at + 4 : at + 4 + size])
        at += 4 + size
    return pieces


class Spool:
    """Rows of pieces of bytes, in a file; each row is found again by its number.

    In memory it keeps eight bytes a row.
    """

    def __init__(self) -> None:
        self._file = _file()
        self._ends = array("Q", [0])
        self._end = 0
        self._unwritten = bytearray()

    def __len__(self) -> int:
        return len(self._ends) - 1

    def add(self, *pieces: bytes) -> None:
        """Add a row."""
        self._unwritten += row_of(pieces)
        self._ends.append(self._end + len(self._unwritten))
        if len(self._unwritten) > _PIECE:
            self._flush()

    def row(self, number: int) -> list[bytes]:
        """The pieces of the row of this number, counted from 0."""
        start, end = self._ends[number], self._ends[number + 1]
        if self._unwritten:
            self._flush()
        self._file.seek(start)
        return pieces_of(self._file.read(end - start))

    def _flush(self) -> None:
        with naming(tempfile.gettempdir(), _NO_ROOM):
            self._file.seek(self._end)
            self._file.write(self._unwritten)
        self._end += len(self._unwritten)
        self._unwritten.clear()

    def close(self) -> None:
        """Let the file go."""
        self._file.close()


class Buckets:
    """Rows of numbers of a fixed size, in a file, in buckets that are read one by one."""

    def __init__(self, row: str) -> None:
        """`row` says of which numbers a row is, as `struct` has it."""
        self._row = Struct(row)
        self._file = _file()
        self._end = 0
        self._unwritten = [bytearray() for _ in range(BUCKETS)]
        self._pieces: list[list[tuple[int, int]]] = [[] for _ in range(BUCKETS)]

    def add(self, bucket: int, *numbers: int) -> None:
        """Add a row to the bucket of this number, 0 to `BUCKETS` - 1."""
        there = self._unwritten[bucket]
        there += self._row.pack(*numbers)
        if len(there) >= _PIECE:
            self._flush(bucket)

    def rows(self, bucket: int) -> Iterator[tuple[int, ...]]:
        """The rows of a bucket, in the order in which they were added."""
        for start, size in self._pieces[bucket]:
            self._file.seek(start)
            yield from self._row.iter_unpack(self._file.read(size))
        yield from self._row.iter_unpack(bytes(self._unwritten[bucket]))

    def _flush(self, bucket: int) -> None:
        data = self._unwritten[bucket]
        with naming(tempfile.gettempdir(), _NO_ROOM):
            self._file.seek(self._end)
            self._file.write(data)
        self._pieces[bucket].append((self._end, len(data)))
        self._end += len(data)
        self._unwritten[bucket] = bytearray()

    def close(self) -> None:
        """Let the file go."""
        self._file.close()
