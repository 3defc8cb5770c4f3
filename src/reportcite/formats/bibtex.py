"""BibTeX, as btxdoc describes it: written for BibTeX and everything that reads its files."""

from __future__ import annotations

from reportcite.formats.bibtex_read import read
from reportcite.formats.bibtex_write import write_entry
from reportcite.formats.format import Fields, Format


def write(fields: Fields, key: str) -> str:
    """The record as one BibTeX entry."""
    return write_entry(fields, key, "bibtex")


FORMAT = Format("bibtex", "BibTeX", (".bib", ".bibtex"), write=write, read=read)
