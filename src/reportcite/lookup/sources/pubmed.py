"""PubMed, by EFetch of NCBI's E-utilities (ncbi.nlm.nih.gov/books/NBK25499)."""

from __future__ import annotations

from typing import Final

from reportcite.lookup.source import Source, reader_of


def _path(pmid: str) -> str:
    return f"?db=pubmed&id={pmid}&retmode=xml&tool=reportcite"


SOURCE: Final = Source(
    "PUBMED",
    "PubMed",
    "https://eutils.ncbi.nlm.nih.gov/entrez/eutils/efetch.fcgi",
    _path,
    "application/xml, text/xml",
    b"<",
    reader_of("pubmed-xml"),
)
