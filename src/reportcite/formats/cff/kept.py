"""What a CITATION.cff says and CSL has no variable for: kept when it is read, written again.

It is what the file would lack if it were written of the record alone, so that nothing is lost and
nothing is kept twice. What the record says counts before what was kept.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from reportcite.formats.cff.reference import Node
from reportcite.formats.cff.schema import ENTITY, REFERENCE, ROOT, Fits

ROOT_ENTRY: Final = "root"
"""The entry that holds what a file says of the work itself where it prefers another citation."""


REFERENCE_ENTRY: Final = "reference"
"""The entry which says that a file refers to the work, and is not about it."""


def lacking(read: Mapping[str, Any], written: Mapping[str, Any]) -> Node:
    """What of the keys that were `read` is not `written`; of mappings, the keys in them."""
    found: Node = {}
    for key, value in read.items():
        if key not in written:
            found[key] = value
        elif isinstance(value, dict) and isinstance(written[key], dict):
            if inner := lacking(value, written[key]):
                found[key] = inner
        elif _goes_on(value, written[key]):
            found[key] = value
    return found


def differing(read: Mapping[str, Any], written: Mapping[str, Any]) -> Node:
    """The keys that were `read` and are `written` otherwise."""
    return {key: value for key, value in read.items() if not _same(value, written.get(key))}


def restored(written: Node, kept: Mapping[str, Any]) -> Node:
    """`written` with what was kept."""
    found = {**written}
    for key, value in kept.items():
        if key not in found:
            found[key] = value
        elif isinstance(value, dict) and isinstance(found[key], dict):
            found[key] = restored(found[key], value)
        elif _goes_on(value, found[key]):
            found[key] = value
    return found


def allowed(key: str, value: object, *, root: bool) -> bool:
    """Whether the schema allows what was kept, which may be a part of an entity."""
    keys: Mapping[str, Fits] = ROOT if root else REFERENCE
    if key not in keys:
        return False
    if isinstance(value, dict):
        return bool(value) and all(part in ENTITY and ENTITY[part](one) for part, one in
                                   value.items())  # fmt: skip
    return keys[key](value)


def _goes_on(longer: object, shorter: object) -> bool:
    """Whether one list begins as another does, and goes on."""
    if not isinstance(longer, list) or not isinstance(shorter, list):
        return False
    return len(longer) > len(shorter) and _same(longer[: len(shorter)], shorter)


def _same(one: object, other: object) -> bool:
    """Whether two values are the same, numbers and their texts alike."""
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(_same(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(_same, one, other))
    return str(one) == str(other)
