"""Sections of a bibliography: which of its items to print, by what their variables say.

The conditions are those of the test suite's BIBSECTION: mappings of `field` and `value`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from reportcite.csl.items.model import Item
from reportcite.tuples import NamedTuple
from reportcite.values.keywords import split_keywords

Condition: TypeAlias = Mapping[str, str]
"""`field` names a variable, "type" or "id"; `value` is what it must be, "" for "not there"."""


class Selection(NamedTuple):
    """`select`: all must hold; `include`: one must; `exclude`: none may; `quash`: not all may."""

    select: Sequence[Condition] = ()
    include: Sequence[Condition] = ()
    exclude: Sequence[Condition] = ()
    quash: Sequence[Condition] = ()

    def takes(self, item: Item) -> bool:
        """Whether `item` belongs to the section."""
        if self.quash and all(_holds(condition, item) for condition in self.quash):
            return False
        if self.include and not any(_holds(condition, item) for condition in self.include):
            return False
        if any(_holds(condition, item) for condition in self.exclude):
            return False
        return all(_holds(condition, item) for condition in self.select)


def _holds(condition: Condition, item: Item) -> bool:
    field, value = condition.get("field", ""), condition.get("value", "")
    if field in ("type", "id"):
        return bool(getattr(item, field) == value)
    if field == "keyword" and value:
        return value in split_keywords(item.texts.get("keyword", ""))
    if not value:
        return field not in item.signature
    if field in item.texts:
        return item.texts[field] == value
    return any(
        value in (name.family, name.literal, f"{name.family}, {name.given}")
        for name in item.names.get(field, ())
    )
