"""RIS, the tagged format of Reference Manager, EndNote and Zotero; `refman2001` is its old dialect.

The default keeps SN of a report for the report's number, as the specification of 2011 does; the
old dialect writes the ISBN there.
"""

from __future__ import annotations

from reportcite.formats.format import Fields, Format
from reportcite.formats.rereading import tell_ris
from reportcite.formats.ris_read import read
from reportcite.formats.ris_write import write_reference


def write(fields: Fields, key: str) -> str:
    """The record as one RIS reference."""
    fields.tell_later(tell_ris)
    return write_reference(fields, key, "ris")


def write_refman2001(fields: Fields, key: str) -> str:
    """The record as one RIS reference for readers that know the specification of 2001 only."""
    fields.tell_later(tell_ris)
    return write_reference(fields, key, "refman2001")


FORMAT = Format(
    "ris",
    "RIS",
    (".ris",),
    write=write,
    read=read,
    keyed=True,
    dialects={"refman2001": write_refman2001},
)
