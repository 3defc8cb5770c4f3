"""How much of a source is read as one record, and where the reading begins."""

from __future__ import annotations

from typing import Final

from reportcite.tuples import NamedTuple

MAX_RECORD_SIZE: Final = 1 << 20
"""How many characters one record may have, unless the caller says otherwise."""


class Limits(NamedTuple):
    """What bounds a reader: the characters of a record, so that memory does not grow with files;
    and what is told to it.

    `first_line` is the line of its file in which the stream begins; only the readers of formats
    that can be cut look at it. `assumed_language` is the tag of the language of entries that state
    none, "" where nothing is assumed; only the readers of formats where it decides how a title is
    written look at it.
    """

    max_record_size: int = MAX_RECORD_SIZE
    first_line: int = 1
    assumed_language: str = ""


LIMITS: Final = Limits()
"""Those that hold unless the caller says otherwise."""
