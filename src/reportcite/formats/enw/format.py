"""ENW, the tagged format of EndNote and of refer before it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO, Final

from reportcite.formats.enw.write import write
from reportcite.formats.format import Format
from reportcite.formats.writing.spellings import LINES
from reportcite.limits import LIMITS, Limits
from reportcite.problems import Problem
from reportcite.record.model import Record


def read(stream: BinaryIO, name: str, limits: Limits = LIMITS) -> Iterable[Record | Problem]:
    """The references of an ENW file."""
    from reportcite.formats.enw import read as enw_read

    return enw_read.read(stream, name, limits)


FORMAT: Final = Format("enw", "ENW", write=write, read=read, in_place=LINES)
