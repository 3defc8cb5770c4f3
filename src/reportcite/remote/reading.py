"""Reads a file elsewhere piece by piece, and lists what stands under an address."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any, Final, cast

from reportcite.remote.addresses import Address, address_of, inside
from reportcite.remote.connection import RangeRefused, ask, store_of, within
from reportcite.tuples import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from _typeshed import WriteableBuffer

PIECE: Final = 8 << 20
"""Bytes asked for at a time, which are what of a file is in memory."""


class Listed(NamedTuple):
    """The addresses of the files that stand directly under an address, and of the folders; by
    name."""

    files: list[str]
    folders: list[str]


def open_remote(path: str) -> io.BufferedReader:
    """The content of the file at the address `path`, of which its first piece has been read.

    Opening and reading raise OSError, also where the file is replaced while it is read. Raises
    UsageError for what is no address, MissingPackage.
    """
    return io.BufferedReader(cast(io.RawIOBase, _Pieces(address_of(path))), 1 << 16)


def size_of(path: str) -> int:
    """The bytes of the file at the address `path`; raises as `open_remote` does."""
    size: int = ask(address_of(path), "head")["size"]
    return size


def listed(path: str) -> Listed:
    """What stands under the address `path` of a bucket or of a part of one; nothing for a web page.

    Raises as `open_remote` does.
    """
    address = address_of(path)
    if address.is_web:
        return Listed([], [])
    prefix = address.key.rstrip("/")
    store = store_of(address.scheme, address.root)
    found: Any = within(address, lambda: store.list_with_delimiter(prefix or None))
    root = f"{address.scheme}://{address.root}"
    # An empty object with the name of the folder itself is how some programs make folders.
    files = [one["path"] for one in found["objects"] if one["path"] != prefix]
    return Listed(
        [inside(root, name) for name in sorted(files)],
        [inside(root, f"{name}/") for name in sorted(found["common_prefixes"])],
    )


def is_prefix(path: str) -> bool:
    """Whether files stand under the address `path`, and none at it; as far as can be known.

    Raises UsageError, MissingPackage.
    """
    address = address_of(path)
    if address.is_web:
        return False
    if not address.key or address.key.endswith("/"):
        return True
    try:
        size_of(path)
    except FileNotFoundError:
        try:
            return any(listed(path))
        except OSError:  # who opens the file is told why not
            return False
    except OSError:
        return False
    return False


class _Pieces(io.RawIOBase):
    """The file at an address, asked for in pieces, so that each is repeated alone if it fails."""

    def __init__(self, address: Address) -> None:
        self._address = address
        self._position = 0
        self._ready = memoryview(b"")
        self._rest: Iterator[Any] | None = None
        try:
            answer = self._ask(0)
        except RangeRefused:
            answer = ask(address, "get")
            self._rest = iter(answer.stream(min_chunk_size=PIECE))
        self._size: int = answer.meta["size"]
        tag = answer.meta["e_tag"] or ""
        # A weak tag (RFC 9110, 8.8.3) may stand for other bytes, and is never matched.
        self._tag = "" if tag.startswith("W/") else tag
        if self._rest is None:
            self._take(answer)

    def readable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._position

    def readinto(self, buffer: WriteableBuffer) -> int:
        target = memoryview(buffer).cast("B")
        if not self._ready:
            self._fetch()
        size = min(len(target), len(self._ready))
        target[:size] = self._ready[:size]
        self._ready = self._ready[size:]
        self._position += size
        return size

    def _fetch(self) -> None:
        if self._rest is not None:
            stream = self._rest
            self._ready = memoryview(within(self._address, lambda: next(stream, b"")))
        elif self._position < self._size:
            answer = self._ask(self._position)
            if answer.meta["size"] != self._size:
                raise OSError(None, "it was changed while it was read")
            self._take(answer)

    def _ask(self, start: int) -> Any:
        options: dict[str, object] = {"range": (start, start + PIECE)}
        if start and self._tag:
            options["if_match"] = self._tag
        return ask(self._address, "get", options=options)

    def _take(self, answer: Any) -> None:
        self._ready = memoryview(within(self._address, answer.bytes))
        if not self._ready and self._position < self._size:
            raise OSError(None, "the connection was cut")
