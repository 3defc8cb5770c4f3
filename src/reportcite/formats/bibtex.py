"""BibTeX, as btxdoc describes it: written for BibTeX and everything that reads its files."""

from __future__ import annotations

from reportcite.formats.bibtex_read import read
from reportcite.formats.bibtex_write import write_entry
from reportcite.formats.format import Fields, Format
from reportcite.formats.rereading import tell_bibtex


def write(fields: Fields, key: str) -> str:
    """The record as one BibTeX entry."""
    fields.tell_later(tell_bibtex)
    return write_entry(fields, key, "bibtex")


FORMAT = Format("bibtex", "BibTeX", (".bib", ".bibtex"), write=write, read=read, keyed=True)
