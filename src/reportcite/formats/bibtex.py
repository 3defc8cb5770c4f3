"""BibTeX, as btxdoc describes it: written for BibTeX and everything that reads its files."""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO

from reportcite.errors import Problem
from reportcite.formats.bibtex_fields import Dialect
from reportcite.formats.bibtex_write import write_entry
from reportcite.formats.format import Fields, Format
from reportcite.record.model import Record


def read(stream: BinaryIO, name: str) -> Iterable[Record | Problem]:
    """The records of a BibTeX or biblatex file."""
    from reportcite.formats import bibtex_read

    return bibtex_read.read(stream, name)


def write(fields: Fields, key: str) -> str:
    """The record as one BibTeX entry."""
    fields.tell_later(tell)
    return write_entry(fields, key, "bibtex")


def tell(fields: Fields, dialect: Dialect = "bibtex") -> None:
    """State what readers of the entry take otherwise."""
    from reportcite.formats.rereading import tell_bibtex

    tell_bibtex(fields, dialect)


FORMAT = Format("bibtex", "BibTeX", (".bib", ".bibtex"), write=write, read=read, keyed=True)
