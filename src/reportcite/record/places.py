"""Where the fields of a record stand, without an object for each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence


class FieldPlaces(Mapping[str, tuple[int, int]]):
    """The places of fields, by name, at the begin of lines; found when they are asked for, as those
    of most records are not.

    `where` has the number of each as it stands in the source, and `below` tells for each number how
    many lines below `line` that is. The fields of many records may share both.

    >>> FieldPlaces({"title": 1, "issued": 0}, (1, 2), 10)["title"]
    (12, 1)
    """

    __slots__ = ("_below", "_line", "_where")

    def __init__(self, where: Mapping[str, int], below: Sequence[int], line: int) -> None:
        self._where = where
        self._below = below
        self._line = line

    def __getitem__(self, name: str) -> tuple[int, int]:
        return self._line + self._below[self._where[name]], 1

    def __iter__(self) -> Iterator[str]:
        return iter(self._where)

    def __len__(self) -> int:
        return len(self._where)
