"""biblatex, as its manual describes the data model: written for biber and its kin."""

from __future__ import annotations

from functools import partial
from typing import Final

from reportcite.formats.bibtex.format import read, report, spellings
from reportcite.formats.bibtex.writing.entry import write_entries, write_entry
from reportcite.formats.format import Format, InPlace
from reportcite.formats.loss import Fields
from reportcite.record.frame import Frame


def write(fields: Fields, key: str) -> str:
    """The record as one biblatex entry."""
    fields.report_later(partial(report, dialect="biblatex"))
    return write_entry(fields, key, "biblatex")


def write_frame(frame: Frame, key: str) -> list[str]:
    """The records as one biblatex entry each."""
    return write_entries(frame, key, "biblatex")


FORMAT: Final = Format(
    "biblatex",
    "BibLaTeX",
    write=write,
    read=read,
    keyed=True,
    in_place=InPlace(spellings),
    write_frame=write_frame,
)
