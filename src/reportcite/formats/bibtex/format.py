"""BibTeX, as btxdoc describes it: written for BibTeX and everything that reads its files."""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO, Final

from reportcite.formats.bibtex.fields import Dialect
from reportcite.formats.bibtex.writing.entry import write_entries, write_entry
from reportcite.formats.format import Format, InPlace
from reportcite.formats.loss import Fields
from reportcite.limits import LIMITS, Limits
from reportcite.problems import Problem
from reportcite.record.frame import Frame
from reportcite.record.model import Record
from reportcite.values.pages import double_hyphens

_CODES: Final = frozenset({"DOI", "ISBN", "ISSN", "URL"})


def read(stream: BinaryIO, name: str, limits: Limits = LIMITS) -> Iterable[Record | Problem]:
    """The records of a BibTeX or biblatex file."""
    from reportcite.formats.bibtex import read as bibtex_read

    return bibtex_read.read(stream, name, limits)


def write(fields: Fields, key: str) -> str:
    """The record as one BibTeX entry."""
    fields.report_later(report)
    return write_entry(fields, key, "bibtex")


def write_frame(frame: Frame, key: str) -> list[str]:
    """The records as one BibTeX entry each."""
    return write_entries(frame, key, "bibtex")


def report(fields: Fields, dialect: Dialect = "bibtex") -> None:
    """Report what readers of the entry take for something else."""
    from reportcite.formats.bibtex.writing.reread import report_reread

    report_reread(fields, dialect)


def spellings(variable: str, text: str) -> tuple[str, ...]:
    """How the text of a value may stand in a field: in LaTeX, or as it is."""
    from reportcite.formats.bibtex.latex.text import encode

    if variable in _CODES:
        return (text, encode(text))
    return (double_hyphens(text) if variable == "page" else encode(text), text)


FORMAT: Final = Format(
    "bibtex",
    "BibTeX",
    write=write,
    read=read,
    keyed=True,
    in_place=InPlace(spellings),
    prompt=True,
    write_frame=write_frame,
)
