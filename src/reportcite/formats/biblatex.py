"""biblatex, as its manual describes the data model: written for biber and its kin."""

from __future__ import annotations

from reportcite.formats.bibtex_read import read
from reportcite.formats.bibtex_write import write_entry
from reportcite.formats.format import Fields, Format


def write(fields: Fields, key: str) -> str:
    """The record as one biblatex entry."""
    return write_entry(fields, key, "biblatex")


FORMAT = Format("biblatex", "BibLaTeX", (".biblatex", ".biblatex.bib"), write=write, read=read)
