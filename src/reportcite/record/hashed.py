"""Numbers by hashes, in little room: what is known of millions of records."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterator, Sequence
from struct import Struct, iter_unpack
from typing import Final

_FEW: Final = 1 << 12
"""Hashes that are kept in a dictionary, in which one takes ten times the room."""
_BUCKETS: Final = 1 << 13
_FULL: Final = 256
"""Entries that a bucket has on average before there are twice as many buckets."""
_ENTRY: Final = 10
"""Bytes of an entry: the upper 48 bits of a hash, then a number of 32 bits."""
_HASH: Final = 6
_UPPER: Final = (1 << 48) - 1
_NUMBER: Final = Struct("=I")
_ONE: Final = _NUMBER.pack(1)

LARGEST: Final = (1 << 32) - 1
"""The largest number that a hash can have."""


class Hashed:
    """A number from 1 to 4,294,967,295 for each of many hashes of 64 bits, as Python's `hash` gives
    them.

    A million takes 15 MiB. Of a hash 61 bits are compared: that any two of a million are held for
    the same has a chance of one in four million.
    """

    __slots__ = ("_buckets", "_count", "_few")

    def __init__(self) -> None:
        """There are none."""
        self._few: dict[int, int] = {}
        # Bits 3 and above of a hash say in which of these its entry is. They grow one by one, while
        # a table of all is twice as large as it need be, and three times when it has to grow.
        self._buckets: list[bytearray] = []
        self._count = 0

    def __len__(self) -> int:
        """How many hashes have a number."""
        return self._count + len(self._few)

    def note(
        self, hashes: array[int], numbers: Sequence[int], *, keep: bool = True
    ) -> list[tuple[int, int]]:
        """Give `numbers` to those of the `hashes`, an array of type q, that have none, if they are
        to be kept; returns the indices of those that have one, also by what stands before them
        here, and these numbers."""
        if not self._buckets:
            return self._note_few(hashes, numbers, keep=keep)
        if self._count > _FULL * len(self._buckets):
            self._split()
        again: list[tuple[int, int]] = []
        buckets, last = self._buckets, len(self._buckets) - 1
        ends, packed = _ends(hashes), iter_unpack("4s", array("I", numbers))
        # As little as can be: the one process that sees all records of an export runs this.
        for index, (key, (end,), (number,)) in enumerate(zip(hashes, ends, packed, strict=True)):
            bucket = buckets[key >> 3 & last]
            if end in bucket and (known := _number(bucket, end)):
                again.append((index, known))
            elif keep:
                bucket += end + number
        self._count += len(hashes) - len(again) if keep else 0
        return again

    def _note_few(
        self, hashes: array[int], numbers: Sequence[int], *, keep: bool
    ) -> list[tuple[int, int]]:
        again: list[tuple[int, int]] = []
        few = self._few
        for index, (key, number) in enumerate(zip(hashes, numbers, strict=True)):
            if key in few:
                again.append((index, few[key]))
            elif keep:
                few[key] = number
        self._spread_if_many()
        return again

    def count(self, hashes: array[int]) -> list[tuple[int, int]]:
        """Add one to the number of each of the `hashes`, an array of type q, 1 for those that have
        none; returns the indices of those that had one, and their numbers then."""
        again: list[tuple[int, int]] = []
        if not self._buckets:
            few = self._few
            for index, key in enumerate(hashes):
                few[key] = number = few.get(key, 0) + 1
                if number > 1:
                    again.append((index, number))
            self._spread_if_many()
            return again
        if self._count > _FULL * len(self._buckets):
            self._split()
        buckets, last = self._buckets, len(self._buckets) - 1
        for index, (key, (end,)) in enumerate(zip(hashes, _ends(hashes), strict=True)):
            bucket = buckets[key >> 3 & last]
            if end in bucket and (at := _place(bucket, end)) >= 0:
                number = _NUMBER.unpack_from(bucket, at)[0] + 1
                _NUMBER.pack_into(bucket, at, number)
                again.append((index, number))
            else:
                bucket += end + _ONE
        self._count += len(hashes) - len(again)
        return again

    def note_one(self, key: int, number: int) -> int:
        """As `note`, of one hash that is kept: the number it has, 0 where it is given `number`."""
        if not self._buckets:
            if known := self._few.get(key, 0):
                return known
            self._few[key] = number
            self._spread_if_many()
            return 0
        bucket = self._buckets[key >> 3 & len(self._buckets) - 1]
        end = (key >> 16 & _UPPER).to_bytes(_HASH, "little")
        if end in bucket and (known := _number(bucket, end)):
            return known
        bucket += end + _NUMBER.pack(number)
        self._count += 1
        if self._count > _FULL * len(self._buckets):
            self._split()
        return 0

    def get(self, key: int) -> int:
        """The number of a hash, 0 where it has none."""
        if not self._buckets:
            return self._few.get(key, 0)
        bucket = self._buckets[key >> 3 & len(self._buckets) - 1]
        return _number(bucket, (key >> 16 & _UPPER).to_bytes(_HASH, "little"))

    def replace(self, key: int, number: int) -> None:
        """Give a hash that has a number another one."""
        if not self._buckets:
            self._few[key] = number
            return
        bucket = self._buckets[key >> 3 & len(self._buckets) - 1]
        at = _place(bucket, (key >> 16 & _UPPER).to_bytes(_HASH, "little"))
        _NUMBER.pack_into(bucket, at, number)

    def _spread_if_many(self) -> None:
        if len(self._few) > _FEW:
            few, self._few = self._few, {}
            self._buckets = [bytearray() for _ in range(_BUCKETS)]
            self.note(array("q", few), [*few.values()])

    def _split(self) -> None:
        """Have twice as many buckets: the next bit of its hash says of each entry in which it is of
        the two that one becomes."""
        byte, bit = divmod(len(self._buckets).bit_length() - _BUCKETS.bit_length(), 8)
        upper: list[bytearray] = []
        for number, bucket in enumerate(self._buckets):
            entries = [one for (one,) in iter_unpack(f"{_ENTRY}s", bucket)]
            upper.append(bytearray().join([one for one in entries if one[byte] >> bit & 1]))
            lower = [one for one in entries if not one[byte] >> bit & 1]
            self._buckets[number] = bytearray().join(lower)
        self._buckets += upper


def _ends(hashes: array[int]) -> Iterator[tuple[bytes]]:
    """The upper 48 bits of each."""
    if sys.byteorder == "big":
        hashes = hashes[:]
        hashes.byteswap()
    return iter_unpack("=2x6s", hashes)


def _number(bucket: bytearray, end: bytes) -> int:
    at = _place(bucket, end)
    return int(_NUMBER.unpack_from(bucket, at)[0]) if at >= 0 else 0


def _place(bucket: bytearray, end: bytes) -> int:
    """Where the number stands in the entry of a bucket that begins with `end`; -1 where there is
    none."""
    at = bucket.find(end)
    while at >= 0 and at % _ENTRY:  # in the middle of an entry, or between two
        at = bucket.find(end, at + 1)
    return at + _HASH if at >= 0 else -1
