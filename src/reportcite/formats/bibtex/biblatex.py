"""biblatex, as its manual describes the data model: written for biber and its kin."""

from __future__ import annotations

from functools import partial
from typing import Final

from reportcite.formats.bibtex.bibtex import read, tell
from reportcite.formats.bibtex.write import write_entry
from reportcite.formats.format import Fields, Format


def write(fields: Fields, key: str) -> str:
    """The record as one biblatex entry."""
    fields.tell_later(partial(tell, dialect="biblatex"))
    return write_entry(fields, key, "biblatex")


FORMAT: Final = Format("biblatex", "BibLaTeX", write=write, read=read, keyed=True)
