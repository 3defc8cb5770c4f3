"""Files of sections, one for each bucket or part, of which each is read by itself."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from itertools import takewhile
from struct import Struct
from typing import Any, BinaryIO, Final, TypeAlias

Section: TypeAlias = Any
"""What JSON can say."""

_OFFSET: Final = Struct("<Q")


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


def write_sections(file: BinaryIO, sections: Iterable[Section]) -> None:
    """The sections, and behind them where each begins."""
    offsets = [0]
    for section in sections:
        # Lone surrogates, which records may hold, are ASCII in JSON.
        data = json.dumps(section, separators=(",", ":")).encode("ascii")
        file.write(data)
        offsets.append(offsets[-1] + len(data))
    file.write(b"".join(map(_OFFSET.pack, offsets)))


def read_section(file: BinaryIO, number: int, count: int) -> Section:
    """Section `number` of the `count` in `file`."""
    file.seek(-(count + 1 - number) * _OFFSET.size, 2)
    start, end = (_OFFSET.unpack(file.read(_OFFSET.size))[0] for _ in range(2))
    file.seek(start)
    return json.loads(file.read(end - start))


def read_sections(file: BinaryIO, count: int) -> Iterator[Section]:
    """All `count` sections of `file`, in order."""
    return (read_section(file, number, count) for number in range(count))
