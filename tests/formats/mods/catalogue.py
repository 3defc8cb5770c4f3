"""One record of a catalogue, of elements that a test is about."""

from __future__ import annotations

from reportcite.record.model import Record
from tests.formats.files import read_record

HOST = '<relatedItem type="host">{}</relatedItem>'
ISSUED = "<originInfo><issuance>{}</issuance></originInfo>"


def catalogued(*elements: str, attributes: str = "") -> Record:
    return read_record("mods", f"<mods{attributes}>{''.join(elements)}</mods>")
