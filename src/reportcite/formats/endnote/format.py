"""EndNote XML: a `record` element for each record."""

from __future__ import annotations

from typing import Final

from reportcite.formats.endnote.read import read
from reportcite.formats.endnote.write import write
from reportcite.formats.format import Format
from reportcite.formats.writing.xml import DECLARATION

FORMAT: Final = Format(
    name="endnote-xml",
    title="EndNote XML",
    write=write,
    read=read,
    head=DECLARATION + "<xml><records>\n",
    tail="</records></xml>\n",
)
