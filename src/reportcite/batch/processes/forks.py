"""Processes that are copies of this one, and the ways to them, by which large messages cost little.

Of the standard library only what is loaded anyway: `multiprocessing` takes as long to import as
some hundred records to export. And what goes through its pipes goes in pieces of 64 KiB, for each
of which both processes have to be awake; here it stands in memory that both have.
"""

from __future__ import annotations

import atexit
import gc
import os
import pickle
import sys
from collections import deque
from collections.abc import Callable, Iterable
from contextlib import suppress
from mmap import mmap
from select import POLLIN, poll
from signal import SIGKILL, raise_signal
from struct import Struct
from typing import Any, Final

_HEAD: Final = Struct("=qb?")
"""Before each message: how long it is, the part of the memory that is for it, -1 for none, and
whether it follows, instead of standing there."""

_NO_PART: Final = -1
_PARTS: Final = 4
_PART: Final = 1 << 20
"""Bytes: room enough for nearly all chunks and what is made of them; memory that nobody writes to
takes no room."""

_NO_END: Final = 1 << 63


class _Full(Exception):
    """A message is larger than the part of the memory that it is for."""


class _Part:
    """A part of some memory, as a file to write to."""

    def __init__(self, memory: memoryview) -> None:
        self._memory = memory
        self.size = 0

    def write(self, data: bytes) -> None:
        """Add `data`. Raises _Full where it has no room."""
        end = self.size + len(data)
        if end > len(self._memory):
            raise _Full
        self._memory[self.size : end] = data
        self.size = end


class Connection:
    """One end of a way between two processes, one of which asks and the other answers, in order.

    Up to four questions, and their answers, can be in the memory of both at once; others go
    through a pipe, as what is larger does. Each answer follows its question.
    """

    def __init__(self, reading: int, writing: int, memory: memoryview, *, asks: bool) -> None:
        self._reading, self._writing = reading, writing
        middle = _PARTS * _PART
        halves = memory[:middle], memory[middle:]
        self._sent, self._received = halves if asks else halves[::-1]
        self._asks = asks
        # Of who asks, those that are free; of who answers, those in which answers are to stand.
        self._parts: deque[int] = deque(range(_PARTS) if asks else ())

    def fileno(self) -> int:
        """What can be read from as soon as a message has come."""
        return self._reading

    def send(self, message: Any) -> None:
        """Raises OSError where nobody is there to take it."""
        part = self._parts.popleft() if self._parts else _NO_PART
        if part != _NO_PART:
            room = _Part(_part(self._sent, part))
            with suppress(_Full):
                pickle.Pickler(room, pickle.HIGHEST_PROTOCOL).dump(message)
                _write(self._writing, _HEAD.pack(room.size, part, False))
                return
        data = pickle.dumps(message, pickle.HIGHEST_PROTOCOL)
        _write(self._writing, _HEAD.pack(len(data), part, True))
        _write(self._writing, data)

    def recv(self) -> Any:
        """The next message, which is waited for. Raises EOFError, or OSError, where none comes."""
        size, part, follows = _HEAD.unpack(_read(self._reading, _HEAD.size))
        data = _read(self._reading, size) if follows else _part(self._received, part)[:size]
        if part != _NO_PART or not self._asks:
            self._parts.append(part)
        return pickle.loads(data)

    def close(self) -> None:
        """Close this end."""
        for descriptor in (self._reading, self._writing):
            with suppress(OSError):
                os.close(descriptor)
        self._reading = self._writing = -1


def _part(memory: memoryview, part: int) -> memoryview:
    return memory[part * _PART : (part + 1) * _PART]


def _write(descriptor: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def _read(descriptor: int, size: int) -> bytes:
    data = os.read(descriptor, size)
    if len(data) == size:
        return data
    pieces = [data]
    size -= len(data)
    while size:
        if not pieces[-1]:
            raise EOFError
        pieces.append(os.read(descriptor, size))
        size -= len(pieces[-1])
    return b"".join(pieces)


def pipe() -> tuple[Connection, Connection]:
    """Both ends of a way: of who asks, and of who answers. Raises OSError."""
    memory = memoryview(mmap(-1, 2 * _PARTS * _PART))
    asked = os.pipe()
    try:
        answered = os.pipe()
    except OSError:
        for descriptor in asked:
            os.close(descriptor)
        raise
    return (
        Connection(answered[0], asked[1], memory, asks=True),
        Connection(asked[0], answered[1], memory, asks=False),
    )


def ready(connections: Iterable[Connection], seconds: float | None = None) -> list[Connection]:
    """Those from which something has come, a message or the end; it is waited for so long, or until
    it comes."""
    by_number = {connection.fileno(): connection for connection in connections}
    waiting = poll()
    for number in by_number:
        waiting.register(number, POLLIN)
    found = waiting.poll(None if seconds is None else 1000 * seconds)
    return [by_number[number] for number, _ in found]


class Turns:
    """How many of its tasks a process has begun, and to how many of them it may come, in memory of
    it and of who gave them."""

    def __init__(self) -> None:
        self._numbers = memoryview(mmap(-1, 16)).cast("Q")
        self._numbers[1] = _NO_END

    def begin(self) -> bool:
        """Come to the next task; returns whether it is to be done."""
        self._numbers[0] += 1
        return self._numbers[0] <= self._numbers[1]

    def end_before(self, number: int) -> bool:
        """Have neither task `number`, counted from 1, nor any behind it done; returns whether it
        has begun. Where this is seen too late, it is done all the same, or not though it is said to
        have begun."""
        self._numbers[1] = number - 1
        return self._numbers[0] >= number


class Fork:
    """A process that is a copy of this one, and does `target`."""

    def __init__(self, target: Callable[..., object], *arguments: Any) -> None:
        """Start it. Raises OSError."""
        for stream in (sys.stdout, sys.stderr):
            with suppress(AttributeError, OSError, ValueError):  # closed
                stream.flush()  # else it would be written twice
        self._pid = os.fork()
        if not self._pid:
            _work(target, arguments)
        atexit.register(self.kill)

    def kill(self) -> None:
        """End it at once."""
        if self._pid:
            with suppress(OSError):
                os.kill(self._pid, SIGKILL)

    def join(self) -> None:
        """Wait for its end."""
        if self._pid:
            with suppress(ChildProcessError):  # somebody else has waited for it
                os.waitpid(self._pid, 0)
            self._pid = 0
            atexit.unregister(self.kill)


def _work(target: Callable[..., object], arguments: tuple[Any, ...]) -> None:
    """Do it, and end this process, which has nothing else to finish."""
    try:
        gc.freeze()  # a search for garbage would copy all that this process shares with the first
        target(*arguments)
    except Exception:
        sys.excepthook(*sys.exc_info())
    finally:
        raise_signal(SIGKILL)
