"""BibTeX, as btxdoc describes it: written for BibTeX and everything that reads its files."""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO, Final

from reportcite.formats.bibtex.fields import Dialect
from reportcite.formats.bibtex.writing.entry import write_entry
from reportcite.formats.format import Format
from reportcite.formats.loss import Fields
from reportcite.limits import LIMITS, Limits
from reportcite.problems import Problem
from reportcite.record.model import Record


def read(stream: BinaryIO, name: str, limits: Limits = LIMITS) -> Iterable[Record | Problem]:
    """The records of a BibTeX or biblatex file."""
    from reportcite.formats.bibtex import read as bibtex_read

    return bibtex_read.read(stream, name, limits)


def write(fields: Fields, key: str) -> str:
    """The record as one BibTeX entry."""
    fields.report_later(report)
    return write_entry(fields, key, "bibtex")


def report(fields: Fields, dialect: Dialect = "bibtex") -> None:
    """Report what readers of the entry take for something else."""
    from reportcite.formats.bibtex.writing.reread import report_reread

    report_reread(fields, dialect)


FORMAT: Final = Format("bibtex", "BibTeX", write=write, read=read, keyed=True)
