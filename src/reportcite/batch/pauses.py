"""Reads from streams that pause: what has come by then need not wait for the rest."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterable, Iterator
from io import BufferedReader
from typing import BinaryIO, Final, TypeVar

_Found = TypeVar("_Found")

_PAUSE: Final = 0.05
"""Seconds without a byte that are a pause; programs that write as fast as they can make none."""


def read_until_pause(
    stream: BufferedReader, file: BinaryIO, size: int, enough: Callable[[bytes], object]
) -> tuple[bytes, bool]:
    """As `stream.read(size)`, but only what is there where nothing more comes for a moment and
    that is `enough`; and whether this is so. `file` is what the system reads for `stream`.
    """
    if not _may_pause(file):
        return stream.read(size), False
    data = b""
    while len(data) < size and (more := stream.read1(size - len(data))):
        data += more
        if len(data) < size and _pauses(file) and enough(data):
            return data, True
    return data, False


def until_pauses(found: Iterable[_Found], file: BinaryIO, most: int) -> Iterator[list[_Found]]:
    """What is `found` in a stream, at most so much at once; where the stream pauses what there is,
    and then nothing. `file` is what the system reads for it.
    """
    may_pause = _may_pause(file)
    some: list[_Found] = []
    paused = False
    for one in found:
        some.append(one)
        # In a pause there may be more at hand that was read before.
        paused = may_pause and _pauses(file, 0 if paused else _PAUSE)
        if paused or len(some) == most:
            yield some
            some = []
        if paused:
            yield []
    if some:
        yield some


def _may_pause(file: BinaryIO) -> bool:
    """Whether nobody knows when the next bytes come: those of a pipe, of a terminal."""
    try:
        return not stat.S_ISREG(os.fstat(file.fileno()).st_mode)
    except OSError:  # not a file of the system
        return False


def _pauses(file: BinaryIO, seconds: float = _PAUSE) -> bool:
    from select import select  # most runs read files

    try:
        return not select([file], [], [], seconds)[0]
    except (OSError, ValueError):  # Windows cannot say so of a pipe
        return False
