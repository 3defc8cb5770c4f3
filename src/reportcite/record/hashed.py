"""Numbers by hashes, in little room: what is known of millions of records."""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterator, Sequence
from struct import iter_unpack
from typing import Final

_FEW: Final = 1 << 12
"""Hashes that are kept in a dictionary, in which one takes ten times the room."""
_BUCKETS: Final = 1 << 12
_FULL: Final = 256
"""Entries that a bucket has on average before there are twice as many buckets."""
_HASH: Final = 6
"""Bytes of a hash that an entry begins with; its number has the rest."""
_UPPER: Final = (1 << 48) - 1

LARGEST: Final = (1 << 32) - 1
"""The largest number that a hash can have."""


class Hashed:
    """A number from 1 to 4,294,967,295 for each of many hashes of 64 bits, as Python's `hash` gives
    them.

    A million takes 9 MiB where no number is above 255, and 11 MiB where none is above 16 million.
    Of a hash 60 bits are compared: that any two of a million are held for the same has a chance of
    one in two million.
    """

    __slots__ = ("_buckets", "_count", "_few", "_size")

    def __init__(self) -> None:
        """There are none."""
        self._few: dict[int, int] = {}
        # Bits 4 and above of a hash say in which of these its entry is. They grow one by one, while
        # a table of all is twice as large as it need be, and three times when it has to grow. What
        # can be changed in its place takes a quarter more room.
        self._buckets: list[bytes] = []
        self._count = 0
        self._size = 1  # bytes of each number: as many as the largest needs

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
        self._make_room(max(numbers, default=0))
        again: list[tuple[int, int]] = []
        buckets, last = self._buckets, len(self._buckets) - 1
        ends, packed = _ends(hashes), self._packed(numbers)
        # As little as can be: the one process that sees all records of an export runs this.
        for index, (key, (end,), (number,)) in enumerate(zip(hashes, ends, packed, strict=True)):
            at = key >> 4 & last
            bucket = buckets[at]
            if end in bucket and (known := self._number(bucket, end)):
                again.append((index, known))
            elif keep:
                buckets[at] = bucket + (end + number)
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
        buckets, last, size, one = self._buckets, len(self._buckets) - 1, *self._one()
        for index, (key, (end,)) in enumerate(zip(hashes, _ends(hashes), strict=True)):
            place = key >> 4 & last
            bucket = buckets[place]
            if end in bucket and (at := self._place(bucket, end)) >= 0:
                number = int.from_bytes(bucket[at : at + size], "little") + 1
                again.append((index, number))
                if number >> 8 * size:
                    self.replace(key, number)
                    size, one = self._one()
                else:
                    new = number.to_bytes(size, "little")
                    buckets[place] = bucket[:at] + new + bucket[at + size :]
            else:
                buckets[place] = bucket + (end + one)
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
        at = key >> 4 & len(self._buckets) - 1
        end = _end(key)
        if end in self._buckets[at] and (known := self._number(self._buckets[at], end)):
            return known
        self._make_room(number)
        self._buckets[at] += end + self._bytes(number)
        self._count += 1
        if self._count > _FULL * len(self._buckets):
            self._split()
        return 0

    def get(self, key: int) -> int:
        """The number of a hash, 0 where it has none."""
        if not self._buckets:
            return self._few.get(key, 0)
        return self._number(self._buckets[key >> 4 & len(self._buckets) - 1], _end(key))

    def replace(self, key: int, number: int) -> None:
        """Give a hash that has a number another one."""
        if not self._buckets:
            self._few[key] = number
            return
        self._make_room(number)
        place = key >> 4 & len(self._buckets) - 1
        bucket = self._buckets[place]
        at = self._place(bucket, _end(key))
        self._buckets[place] = bucket[:at] + self._bytes(number) + bucket[at + self._size :]

    def _spread_if_many(self) -> None:
        if len(self._few) > _FEW:
            few, self._few = self._few, {}
            self._buckets = [b"" for _ in range(_BUCKETS)]
            self.note(array("q", few), [*few.values()])

    def _split(self) -> None:
        """Have twice as many buckets: the next bit of its hash says of each entry in which it is of
        the two that one becomes."""
        byte, bit = divmod(len(self._buckets).bit_length() - _BUCKETS.bit_length(), 8)
        upper: list[bytes] = []
        for number, bucket in enumerate(self._buckets):
            entries = self._entries(bucket)
            upper.append(b"".join([one for one in entries if one[byte] >> bit & 1]))
            lower = [one for one in entries if not one[byte] >> bit & 1]
            self._buckets[number] = b"".join(lower)
        self._buckets += upper

    def _make_room(self, number: int) -> None:
        """Have room in each entry for a number as large."""
        size = (number.bit_length() + 7) // 8
        if size <= self._size:
            return
        more = bytes(size - self._size)
        for place, bucket in enumerate(self._buckets):
            self._buckets[place] = b"".join([one + more for one in self._entries(bucket)])
        self._size = size

    def _entries(self, bucket: bytes) -> list[bytes]:
        return [one for (one,) in iter_unpack(f"{_HASH + self._size}s", bucket)]

    def _bytes(self, number: int) -> bytes:
        return number.to_bytes(self._size, "little")

    def _one(self) -> tuple[int, bytes]:
        """The bytes of a number, and those of the number 1."""
        return self._size, self._bytes(1)

    def _packed(self, numbers: Sequence[int]) -> Iterator[tuple[bytes]]:
        """The bytes of each."""
        four = _little(array("I", numbers))
        return iter_unpack(f"{self._size}s{four.itemsize - self._size}x", four)

    def _number(self, bucket: bytes, end: bytes) -> int:
        """The number in the entry of a bucket that begins with `end`; 0 where there is none."""
        at = self._place(bucket, end)
        return int.from_bytes(bucket[at : at + self._size], "little") if at >= 0 else 0

    def _place(self, bucket: bytes, end: bytes) -> int:
        """Where that number stands; -1 where there is none."""
        at, entry = bucket.find(end), _HASH + self._size
        while at >= 0 and at % entry:  # in the middle of an entry, or between two
            at = bucket.find(end, at + 1)
        return at + _HASH if at >= 0 else -1


def _end(key: int) -> bytes:
    """The upper 48 bits of a hash."""
    return (key >> 16 & _UPPER).to_bytes(_HASH, "little")


def _ends(hashes: array[int]) -> Iterator[tuple[bytes]]:
    """The upper 48 bits of each."""
    return iter_unpack("2x6s", _little(hashes))


def _little(numbers: array[int]) -> array[int]:
    """`numbers` as bytes of which the lowest comes first."""
    if sys.byteorder == "little":
        return numbers
    swapped = numbers[:]
    swapped.byteswap()
    return swapped
