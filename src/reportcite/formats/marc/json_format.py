"""MARC-in-JSON: a list of records."""

from __future__ import annotations

from typing import Final

from reportcite.formats.format import Format
from reportcite.formats.marc.serializations.marcjson import read
from reportcite.formats.marc.write import write_json

FORMAT: Final = Format(
    "marc-json",
    "MARC-in-JSON",
    write=write_json,
    read=read,
    head="[\n",
    separator=",\n",
    tail="\n]\n",
)
