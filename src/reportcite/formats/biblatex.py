"""biblatex, as its manual describes the data model: written for biber and its kin."""

from __future__ import annotations

from reportcite.formats.bibtex_read import read
from reportcite.formats.bibtex_write import write_entry
from reportcite.formats.format import Fields, Format
from reportcite.formats.rereading import tell_bibtex


def write(fields: Fields, key: str) -> str:
    """The record as one biblatex entry."""
    entry = write_entry(fields, key, "biblatex")
    tell_bibtex(fields, "biblatex")
    return entry


FORMAT = Format("biblatex", "BibLaTeX", (".biblatex", ".biblatex.bib"), write=write, read=read)
