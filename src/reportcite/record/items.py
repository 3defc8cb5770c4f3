"""Records as the items that are cited, no two with one id."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from reportcite.record.checks.duplicates import Ids
from reportcite.record.model import Record


def items(records: Iterable[Record]) -> list[dict[str, object]]:
    """The records as CSL-JSON items for the citation engine."""
    return UniqueIds().items((record.id, record.item()) for record in records)


class UniqueIds:
    """Gives items the ids of their records; one that is there already gets a number.

    It knows hashes of 64 bits: that any of a million gets a number that it does not need has a
    chance of one in thirty million.
    """

    def __init__(self) -> None:
        """No id has been given."""
        self._seen: set[int] = set()
        self._count = 0

    def items(self, named: Iterable[tuple[str, dict[str, object]]]) -> list[dict[str, object]]:
        """More items, each with its id."""
        found: list[dict[str, object]] = []
        for name, item in named:
            id_ = self._of(name)
            found.append(item if id_ == item.get("id") else item | {"id": id_})
        return found

    def others(self, ids: Ids) -> dict[int, str]:
        """As `items`, of more records with these `ids`: only those that get others, by their
        indices."""
        hashes = [*chain.from_iterable(run.hashes for run in ids.runs())]
        new = {*hashes}
        if len(new) == len(hashes) and new.isdisjoint(self._seen):
            self._seen |= new
            self._count += len(hashes)
            return {}
        unique = [*map(self._of, ids.ids)]
        own = zip(unique, ids.ids, strict=True)
        return {index: id_ for index, (id_, name) in enumerate(own) if id_ != name}

    def _of(self, name: str) -> str:
        """The id of one more item."""
        self._count += 1
        id_ = name
        while (key := hash(id_)) in self._seen:
            id_ = f"{id_}#{self._count}"
        self._seen.add(key)
        return id_
