"""Crossref XML, read from deposits and from answers in UNIXREF and UNIXSD."""

from __future__ import annotations

from typing import Final

from reportcite.formats.crossref_xml.read import read
from reportcite.formats.format import Format

FORMAT: Final = Format(name="crossref-xml", title="Crossref XML", read=read)
