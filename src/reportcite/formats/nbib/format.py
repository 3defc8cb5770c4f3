"""NBIB, as PubMed exports it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO, Final

from reportcite.formats.format import Format
from reportcite.formats.nbib.write import write
from reportcite.formats.writing.spellings import LINES
from reportcite.limits import LIMITS, Limits
from reportcite.problems import Problem
from reportcite.record.model import Record


def read(stream: BinaryIO, name: str, limits: Limits = LIMITS) -> Iterable[Record | Problem]:
    """The records of an NBIB file."""
    from reportcite.formats.nbib import read as nbib_read

    return nbib_read.read(stream, name, limits)


FORMAT: Final = Format("nbib", "NBIB", write=write, read=read, in_place=LINES)
