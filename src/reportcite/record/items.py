"""Records as the items that are cited, no two with one id."""

from __future__ import annotations

from collections.abc import Iterable

from reportcite.record.model import Record


def items(records: Iterable[Record]) -> list[dict[str, object]]:
    """The records as CSL-JSON items for the citation engine."""
    return UniqueIds().items((record.id, record.item()) for record in records)


class UniqueIds:
    """Gives items the ids of their records; one that is there already gets a number."""

    def __init__(self) -> None:
        """No id has been given."""
        self._seen: set[str] = set()
        self._count = 0

    def items(self, named: Iterable[tuple[str, dict[str, object]]]) -> list[dict[str, object]]:
        """More items, each with its id."""
        found: list[dict[str, object]] = []
        for name, item in named:
            id_ = self.of(name)
            found.append(item if id_ == item.get("id") else item | {"id": id_})
        return found

    def of(self, name: str) -> str:
        """The id of one more item."""
        self._count += 1
        id_ = name
        while id_ in self._seen:
            id_ = f"{id_}#{self._count}"
        self._seen.add(id_)
        return id_
