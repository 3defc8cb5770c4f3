"""PubMed XML: read as PubMed's download and E-utilities give it."""

from __future__ import annotations

from typing import Final

from reportcite.formats.format import Format
from reportcite.formats.pubmed_xml.read import read

FORMAT: Final = Format(name="pubmed-xml", title="PubMed XML", read=read)
