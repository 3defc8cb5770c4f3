"""What became of the names in a text, whatever the notation."""

from __future__ import annotations

from collections.abc import Sequence

from reportcite.problems import Problem
from reportcite.tuples import NamedTuple
from reportcite.values.shapes import Contributor


class Reading(NamedTuple):
    """The names as read, what is wrong or doubtful about them, and whether the text says that
    further names are left out (`and others`)."""

    names: list[Contributor]
    problems: Sequence[Problem] = ()
    truncated: bool = False
