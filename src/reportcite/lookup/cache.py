"""Keeps what sources answered in a folder, so that nobody is asked twice for the same record.

A file has the name of a hash of the address and the media types that were asked for, and holds a
hash of the answer, a line break and the answer: nothing of an address, which may hold a password,
and nothing that is taken for an answer once a byte of it has changed. It is written beside its name
and renamed when it is whole. Where a folder cannot be read or written, sources are asked.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Final

from reportcite.tuples import NamedTuple

_WEEK: Final = 7 * 24 * 60 * 60
_HASH: Final = 64  # hexadecimal digits of SHA-256


class Cache(NamedTuple):
    """A folder of answers.

    They hold for `seconds`, and have `most_bytes` together, of which the oldest go first. With
    `refreshed` none that was there before is taken, so that sources are asked anew. `now` is the
    time in seconds, as that of files is.
    """

    folder: Path
    refreshed: bool = False
    seconds: float = _WEEK
    most_bytes: int = 50_000_000
    now: Callable[[], float] = time.time

    def get(self, address: str, accept: str) -> bytes | None:
        """What `address` answered to who wanted `accept`; None where that is not known any more."""
        path = self.folder / _name(address, accept)
        try:
            age = self.now() - path.stat().st_mtime
            if self.refreshed or not 0 <= age < self.seconds:
                return None
            content = path.read_bytes()
        except OSError:
            return None
        digest, body = content[:_HASH], content[_HASH + 1 :]
        return body if digest == _digest(body) else None

    def put(self, address: str, accept: str, body: bytes) -> None:
        """Keep what `address` answered."""
        path = self.folder / _name(address, accept)
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            with NamedTemporaryFile(dir=self.folder, delete=False) as file:
                try:
                    file.write(_digest(body) + b"\n" + body)
                    file.close()
                    os.utime(file.name, (self.now(), self.now()))
                    Path(file.name).replace(path)
                except OSError:
                    Path(file.name).unlink(missing_ok=True)
                    raise
            self._shrink()
        except OSError:
            return

    def _shrink(self) -> None:
        """Delete what holds no more, what a run that was killed left, and the oldest if all is
        too much."""
        found = [(path.stat(), path) for path in self.folder.iterdir()]
        room = self.most_bytes
        for status, path in sorted(found, key=lambda one: one[0].st_mtime, reverse=True):
            room -= status.st_size
            if room < 0 or self.now() - status.st_mtime >= self.seconds:
                path.unlink(missing_ok=True)


def _name(address: str, accept: str) -> str:
    return sha256(f"{accept} {address}".encode()).hexdigest()


def _digest(body: bytes) -> bytes:
    return sha256(body).hexdigest().encode()
