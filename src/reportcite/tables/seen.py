"""Where each identifier of a table stood first, in little memory for any number of rows."""

from __future__ import annotations

from array import array
from typing import Final

_FIRST_SLOTS: Final = 1 << 12
_GROWTH: Final = 4


class FirstRows:
    """The rows by the hashes of their keys: 16 bytes for each of twice to eight times as many slots
    as there are keys, where a dictionary needs a hundred and more for each key."""

    def __init__(self) -> None:
        """Nothing is known yet."""
        self._make_room(_FIRST_SLOTS)
        self._count = 0

    def before(self, keys: tuple[str, ...], row: int) -> int:
        """The row in which the first of `keys` was that was before; 0 where all are new. All stand
        in `row` from now on, where they are new."""
        first = 0
        for key in keys:
            found = self.row_before(key, row)
            first = first or found
        return first

    def row_before(self, key: str, row: int) -> int:
        """The row in which `key` was before; 0 where it is new, and stands in `row` from now on."""
        code = hash(key) or 1
        hashes, last = self._hashes, self._last
        slot = code & last
        while there := hashes[slot]:
            if there == code:
                return self._rows[slot]
            slot = (slot + 1) & last
        hashes[slot] = code
        self._rows[slot] = row
        self._count += 1
        if self._count * 2 > last:
            self._grow()
        return 0

    def _make_room(self, slots: int) -> None:
        self._hashes = array("q", bytes(8 * slots))
        self._rows = array("q", bytes(8 * slots))
        self._last = slots - 1

    def _grow(self) -> None:
        old = zip(self._hashes, self._rows, strict=True)
        self._make_room(_GROWTH * len(self._hashes))
        hashes, rows, last = self._hashes, self._rows, self._last
        for code, row in old:
            if code:
                slot = code & last
                while hashes[slot]:
                    slot = (slot + 1) & last
                hashes[slot], rows[slot] = code, row
