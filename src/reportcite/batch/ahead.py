"""Reads the beginning of a stream, and lets it be read again."""

from __future__ import annotations

import io
import os
import stat
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer


def given_back(
    beginning: bytes, stream: io.BufferedReader, *, prompt: bool = False
) -> io.BufferedReader:
    """A stream that has what was read of `stream`, its `beginning`, and then the rest of it. If it
    is to be `prompt`, it gives what has come where that is less than what was asked for.

    A file is that stream itself, since some readers go over it twice.
    """
    if _is_regular(stream):
        stream.seek(-len(beginning), io.SEEK_CUR)
        return stream
    kind = _Prompt if prompt else io.BufferedReader
    return kind(cast(io.RawIOBase, _Joined(beginning, stream)))


class _Prompt(io.BufferedReader):
    """Reads no more than once for what it is asked for."""

    def read(self, size: int | None = -1, /) -> bytes:
        """The next bytes, at most `size`, and b"" at the end; all of them without one."""
        return super().read(size) if size is None or size < 0 else self.read1(size)


def _is_regular(stream: io.BufferedReader) -> bool:
    try:
        return stream.seekable() and stat.S_ISREG(os.fstat(stream.fileno()).st_mode)
    except OSError:  # not a file of the system
        return False


class _Joined(io.RawIOBase):
    """`head`, and then what `stream` still has."""

    def __init__(self, head: bytes, stream: io.BufferedReader) -> None:
        self._head = memoryview(head)
        self._stream = stream

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        target = memoryview(buffer).cast("B")
        data = self._head[: len(target)] or memoryview(self._stream.read1(len(target)))
        self._head = self._head[len(target) :]
        target[: len(data)] = data
        return len(data)
