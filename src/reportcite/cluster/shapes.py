"""Of which shape JSON is that a run has written down, and others may have written to since."""

from __future__ import annotations

from collections.abc import Collection
from itertools import chain
from typing import Any, Final, TypeAlias

from reportcite.tuples import NamedTuple

Shape: TypeAlias = Any
"""A type of texts, numbers, truth values or None, or several (`str | None`); numbers count
something, and are of 64 bits. `[shape]` is a list of any length, `(one, other)` a list of two,
`{"name": shape}` an object with these names, `{str: shape}` one with any; `object` is anything."""

_MOST: Final = 1 << 63


class Maybe(NamedTuple):
    """The shape `of`, or None."""

    of: Shape


def fits(value: Any, shape: Shape) -> bool:
    """Whether `value`, as JSON is read, is of this shape, to any depth.

    >>> fits([1, [["a", 2]]], (int, [(str, int)])), fits({"a": -1}, {str: int}), fits(True, int)
    (True, False, False)
    >>> fits({"fix": None}, {"fix": Maybe({"old": str})}), fits({"old": "a"}, {"old": str | None})
    (True, True)
    """
    return _all_fit([value], shape)


def _all_fit(values: Collection[Any], shape: Shape) -> bool:
    # Column by column, not value by value: there are a million rows, and a few columns.
    if isinstance(shape, Maybe):
        return _all_fit([one for one in values if one is not None], shape.of)
    if isinstance(shape, list):
        (inner,) = shape
        return _are(values, {list}) and _all_fit([*chain.from_iterable(values)], inner)
    if isinstance(shape, tuple):
        rows = _are(values, {list}) and {len(shape)}.issuperset(map(len, values))
        return rows and all(map(_all_fit, zip(*values, strict=True), shape))
    if isinstance(shape, dict):
        return _are(values, {dict}) and _members_fit(values, shape)
    types = {*getattr(shape, "__args__", (shape,))}
    return _are(values, types) and _count([one for one in values if one.__class__ is int])


def _members_fit(values: Collection[dict[str, Any]], shape: dict[Any, Shape]) -> bool:
    if str in shape:
        return _all_fit([*chain.from_iterable(one.values() for one in values)], shape[str])
    return all(one.keys() == shape.keys() for one in values) and all(
        _all_fit([one[name] for one in values], inner) for name, inner in shape.items()
    )


def _are(values: Collection[Any], types: set[type]) -> bool:
    return object in types or types.issuperset(map(type, values))


def _count(numbers: Collection[int]) -> bool:
    return not numbers or (min(numbers) >= 0 and max(numbers) < _MOST)
