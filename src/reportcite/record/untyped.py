"""What a reader parsed, before it is known what each value means."""

from __future__ import annotations

from typing import TypeAlias

from reportcite.problems import Problem, shown
from reportcite.values.rules import WRONG_SHAPE

Tree: TypeAlias = "str | int | float | bool | list[Tree] | dict[str, Tree] | None"
"""What a reader parsed, whatever the format: scalars (text wherever the source has text), lists
and mappings. Shared parts are fine; a tree is only walked as deep as a record goes."""


def kind_of(value: Tree) -> str:
    """What `value` is, for a message."""
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list):
        return "a list"
    return shown(str(value))


def wrong_shape(name: str, value: Tree, wanted: str) -> Problem:
    """That `name` holds something else than what is `wanted`."""
    message = f"{name} wants {wanted}, but holds {kind_of(value)}"
    return WRONG_SHAPE.found(message, "see the record format in the README")
