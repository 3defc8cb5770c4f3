"""RIS, the tagged format of Reference Manager, EndNote and Zotero; `refman2001` is its old dialect.

The default keeps SN of a report for the report's number, as the specification of 2011 does; the
old dialect writes the ISBN there.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO, Final

from reportcite.formats.format import Format
from reportcite.formats.loss import Fields
from reportcite.formats.ris.write import write_reference, write_references
from reportcite.formats.writing.spellings import LINES
from reportcite.limits import LIMITS, Limits
from reportcite.problems import Problem
from reportcite.record.frame import Frame
from reportcite.record.model import Record


def read(stream: BinaryIO, name: str, limits: Limits = LIMITS) -> Iterable[Record | Problem]:
    """The records of a RIS file."""
    from reportcite.formats.ris import read as ris_read

    return ris_read.read(stream, name, limits)


def write(fields: Fields, key: str) -> str:
    """The record as one RIS reference."""
    fields.report_later(_report)
    return write_reference(fields, key, "ris")


def write_refman2001(fields: Fields, key: str) -> str:
    """The record as one RIS reference for readers that know the specification of 2001 only."""
    fields.report_later(_report)
    return write_reference(fields, key, "refman2001")


def write_frame(frame: Frame, key: str) -> list[str]:
    """The records as one RIS reference each."""
    return write_references(frame, key, "ris")


def _report(fields: Fields) -> None:
    from reportcite.formats.ris.reread import report_reread

    report_reread(fields)


FORMAT: Final = Format(
    "ris",
    "RIS",
    write=write,
    read=read,
    keyed=True,
    in_place=LINES,
    prompt=True,
    write_frame=write_frame,
    dialects={"refman2001": write_refman2001},
)
