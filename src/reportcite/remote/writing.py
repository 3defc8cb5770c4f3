"""Writes a file elsewhere whole or not at all: nothing is sent before all of it is there."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import BinaryIO, Final, cast

from reportcite.remote.addresses import Address, address_of
from reportcite.remote.connection import ask
from reportcite.remote.reading import open_remote, size_of

_PART: Final = 8 << 20
"""Bytes of the parts of a large file, which are sent apart and become the file together."""
_MOST_PARTS: Final = 10_000
"""What S3 takes at most."""
_AT_ONCE: Final = 4
"""Parts on their way at a time, which are in memory."""
_COMPARED: Final = 1 << 20


@contextmanager
def remote_content(path: str, kept: Callable[[], object]) -> Iterator[BinaryIO]:
    """A file of this machine to write to, whose content the file at the address `path` gets when
    the block ends; `kept` is called instead where it has that content already.

    An exception or a kill before that end changes nothing elsewhere, and the store puts what is
    sent into place at once, or not. Raises OSError, UsageError, MissingPackage.
    """
    address = address_of(path)
    with tempfile.TemporaryFile() as file:
        yield cast(BinaryIO, file)
        size = file.tell()
        file.seek(0)
        if _has_content_of(path, file, size):
            kept()
            return
        file.seek(0)
        _send(address, file, size)


def _send(address: Address, file: object, size: int) -> None:
    # What HTTP itself calls PUT takes no parts.
    in_parts = not address.is_web and size > _PART
    part = max(_PART, -(-size // _MOST_PARTS))
    ask(
        address,
        "put",
        file,
        use_multipart=in_parts,
        chunk_size=part,
        max_concurrency=_AT_ONCE,
    )


def _has_content_of(path: str, file: BinaryIO, size: int) -> bool:
    """Whether what is at `path` is, byte for byte, the `size` bytes of `file`."""
    try:
        if size_of(path) != size:
            return False
        with open_remote(path) as old:
            while piece := file.read(_COMPARED):
                if old.read(len(piece)) != piece:
                    return False
            return not old.read(1)
    except OSError:  # it is not there, or may be written only; else to send it says what is wrong
        return False
