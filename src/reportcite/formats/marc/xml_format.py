"""MARCXML."""

from __future__ import annotations

from typing import Final

from reportcite.formats.format import Format
from reportcite.formats.marc.serializations.marcxml import read
from reportcite.formats.marc.write import NAMESPACE, write_xml
from reportcite.formats.writing.xml import DECLARATION

FORMAT: Final = Format(
    "marcxml",
    "MARCXML",
    write=write_xml,
    read=read,
    head=f'{DECLARATION}<collection xmlns="{NAMESPACE}">\n',
    tail="</collection>\n",
)
