"""What is found in one cell, for whatever kind of identifier."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from reportcite.tuples import NamedTuple


class Verdict(NamedTuple):
    """Whether all identifiers of a cell are right, and the cells that say so beside it.

    `keys` are equal for equal identifiers. `details` gives all that is known, one mapping for each
    identifier, when it is asked for.
    """

    valid: bool
    cells: tuple[str, ...]
    keys: tuple[str, ...]
    details: Callable[[], list[dict[str, Any]]]


class Judging(NamedTuple):
    """How cells of a kind are judged, what the columns beside them are called, and which names
    (lower-case, without spaces and punctuation at their ends) a column of them has; what a column
    with such a name holds may be judged otherwise."""

    columns: tuple[str, ...]
    names: Callable[[str], bool]
    judge: Callable[[str], Verdict]
    judge_below: Callable[[str], Callable[[str], Verdict]] | None = None
