"""Files of sections, one for each bucket or partition, of which each is read by itself."""

from __future__ import annotations

import json
from collections.abc import Iterable
from hashlib import blake2b
from itertools import takewhile
from struct import Struct
from typing import Any, BinaryIO, Final

from reportcite.cluster.shapes import Shape
from reportcite.cluster.storage import Damaged, Pieces, parsed

_OFFSET: Final = Struct("<Q")
OFFSET: Final = _OFFSET.size
"""Bytes that a file of sections has of each besides, and of its end."""
_TWO_OFFSETS: Final = Struct("<QQ")


def bucket(text: str, count: int) -> int:
    """Which of `count` buckets `text` belongs to, in every process and on every machine."""
    digest = blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return int.from_bytes(digest, "little") % count


def stem(key: str) -> str:
    """What a citation key shares with all keys whose suffixes may meet it: it up to its first
    digit, without regard to case.

    A suffix is a number behind a letter and letters behind a digit (`UniqueKeys`), so that a key
    and its suffixed ones have one stem.

    >>> stem("Smith2024b"), stem("smith2024"), stem("smithrisk"), stem("smithrisk2")
    ('smith', 'smith', 'smithrisk', 'smithrisk')
    """
    return "".join(takewhile(lambda char: not char.isdigit(), key.casefold()))


def write_sections(file: BinaryIO, sections: Iterable[bytes]) -> None:
    """The sections, and behind them where each begins."""
    offsets = [0]
    for data in sections:
        file.write(data)
        offsets.append(offsets[-1] + len(data))
    file.write(b"".join(map(_OFFSET.pack, offsets)))


def read_section(file: Pieces, number: int, count: int) -> bytes:
    """Section `number` of the `count` in `file`. Raises Damaged where it has no such section."""
    before = (count + 1 - number) * _OFFSET.size
    offsets = file.piece_before_end(before, _TWO_OFFSETS.size)
    if len(offsets) != _TWO_OFFSETS.size:
        raise Damaged(file.path)
    start, end = _TWO_OFFSETS.unpack(offsets)
    section = file.piece(start, end - start) if start <= end <= file.most else b""
    if end > file.most or len(section) != end - start:
        raise Damaged(file.path)
    return section


def section_of(path: str, number: int, count: int) -> bytes:
    """Section `number` of the `count` in the file at `path`."""
    with Pieces(path) as file:
        return read_section(file, number, count)


def told_in(path: str, number: int, count: int, shape: Shape) -> Any:
    """What section `number` of the `count` in the file at `path` says, which `as_json` made of what
    is of this shape. Raises Damaged where it is not."""
    return parsed(path, section_of(path, number, count), shape)


def as_json(told: Any) -> bytes:
    """What a section says, for `told_in`; it may hold lone surrogates, as records may."""
    return json.dumps(told, separators=(",", ":")).encode("ascii")
