"""Packs and unpacks gzip (RFC 1952) and Zstandard (RFC 8878) streams piece by piece.

What is read is known by its bytes, what is written by its name.
"""

from __future__ import annotations

import io
import sys
import zlib
from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, BinaryIO, Final, Protocol, cast

from reportcite.tuples import NamedTuple

if TYPE_CHECKING:
    from types import ModuleType

    from _typeshed import WriteableBuffer

_GZIP: Final = b"\x1f\x8b"
_ZSTANDARD: Final = b"\x28\xb5\x2f\xfd"
_SKIPPABLE: Final = range(0x184D2A50, 0x184D2A60)
"""The first four bytes of a frame that holds no content (RFC 8878, 3.1.2); pzstd begins with it."""
_PIECE: Final = 1 << 10
"""Packed bytes taken at a time: four bytes of Zstandard may unpack to 128 KiB, so that a kibibyte
of the worst kind still fits in memory."""
_WINDOW_LOG: Final = 27
"""The most that a Zstandard file may ask to be kept at hand, as the power of two of its bytes; its
own command's limit."""


class _Member(Protocol):
    """One gzip member or Zstandard frame being unpacked."""

    @property
    def eof(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...
    def decompress(self, data: bytes, /) -> bytes: ...


class _Kind(NamedTuple):
    """How members are unpacked; what stands behind one and begins otherwise than with `magic` is
    no other, but is passed over as gzip itself does."""

    begin: Callable[[], _Member]
    error: type[Exception]
    magic: bytes = b""


def _say_nothing() -> None:
    pass


def unpacked(
    stream: io.BufferedReader,
    passed_over: Callable[[], object] = _say_nothing,
    broken: Callable[[OSError], object] | None = None,
) -> io.BufferedReader:
    """`stream` itself, or what it holds where it is compressed; waits for its first bytes.

    Reading raises OSError for a compressed stream that is damaged or cut off; but where something
    of it was unpacked, and `broken` is given, it calls that with the error, and ends there. It
    calls `passed_over` where something else stands behind a whole one of gzip. Raises OSError
    where a package that unpacks it is missing.
    """
    head = stream.peek(4)[:4]
    if head.startswith(_GZIP):
        kind = _Kind(lambda: zlib.decompressobj(wbits=31), zlib.error, _GZIP)
    elif head == _ZSTANDARD or int.from_bytes(head, "little") in _SKIPPABLE:
        kind = _zstandard()
    else:
        return stream
    content = _Unpacked(stream, kind, passed_over, broken)
    return io.BufferedReader(cast(io.RawIOBase, content), 1 << 16)


def packing(file: BinaryIO, name: str) -> BinaryIO:
    """A writer to `file` that packs as the suffix of `name` says (.gz, .zst); else `file` itself.

    Closing it writes what is left, and leaves a `file` that it packs into open. Raises OSError
    where a package that packs it is missing.
    """
    name = name.lower()
    if name.endswith(".gz"):
        import gzip

        # Without a name and a time the same content gives the same bytes.
        return cast(BinaryIO, gzip.GzipFile("", "wb", 6, file, mtime=0))
    if name.endswith(".zst"):
        return cast(BinaryIO, _zstd().ZstdFile(file, "wb"))
    return file


def _zstd() -> ModuleType:
    # The module has stood in the standard library since Python 3.14.
    module = "compression.zstd" if sys.version_info >= (3, 14) else "backports.zstd"
    try:
        return import_module(module)
    except ImportError as error:
        raise OSError(None, f"the Python module {module}, which it needs, is missing") from error


def _zstandard() -> _Kind:
    zstd = _zstd()
    options = {zstd.DecompressionParameter.window_log_max: _WINDOW_LOG}
    return _Kind(lambda: zstd.ZstdDecompressor(options=options), zstd.ZstdError)


class CutOff(OSError):
    """A file ends before its content does."""


class _Unpacked(io.RawIOBase):
    """The content of `packed`, of all its members one after another."""

    def __init__(
        self,
        packed: io.BufferedReader,
        kind: _Kind,
        passed_over: Callable[[], object],
        broken: Callable[[OSError], object] | None,
    ) -> None:
        self._packed = packed
        self._kind = kind
        self._passed_over = passed_over
        self._broken = broken
        self._begun = self._ended = self._gave_some = False
        self._member: _Member | None = None
        self._rest = b""
        self._ready = memoryview(b"")

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        target = memoryview(buffer).cast("B")
        while not self._ready and not self._ended:
            try:
                self._ready = memoryview(self._next())
            except OSError as error:
                if self._broken is None or not self._gave_some:
                    raise
                self._broken(error)
                self._ended = True
        self._gave_some = True
        size = min(len(target), len(self._ready))
        target[:size] = self._ready[:size]
        self._ready = self._ready[size:]
        return size

    def _next(self) -> bytes:
        """The next of the content, which may be nothing yet."""
        packed = self._rest or self._packed.read(_PIECE)
        if packed:
            return self._decompress(packed)
        if self._member is not None:
            raise CutOff(None, "the compressed file is cut off")
        self._ended = True
        return b""

    def _decompress(self, packed: bytes) -> bytes:
        self._rest = b""
        if self._member is None:
            if not packed.strip(b"\0"):  # what tapes and block devices are filled up with
                return b""
            if len(packed) < len(self._kind.magic):
                packed += self._packed.read(1)
            if self._begun and not packed.lstrip(b"\0").startswith(self._kind.magic):
                self._ended = True
                self._passed_over()
                return b""
            self._begun = True
            self._member = self._kind.begin()
        try:
            content = self._member.decompress(packed)
        except self._kind.error as error:
            raise OSError(None, f"the compressed file is damaged: {error}") from error
        if self._member.eof:
            self._rest, self._member = self._member.unused_data, None
        return content

    def close(self) -> None:
        if not self.closed:
            self._packed.close()
        super().close()
