"""MODS: a `mods` element for each record."""

from __future__ import annotations

from typing import Final

from reportcite.formats.format import Format
from reportcite.formats.mods.fields import NAMESPACE
from reportcite.formats.mods.read import read
from reportcite.formats.mods.write import write
from reportcite.formats.writing.xml import DECLARATION

FORMAT: Final = Format(
    name="mods",
    title="MODS",
    write=write,
    read=read,
    head=f'{DECLARATION}<modsCollection xmlns="{NAMESPACE}">\n',
    tail="</modsCollection>\n",
)
