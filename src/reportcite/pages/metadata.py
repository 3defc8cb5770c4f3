"""What a page says of its record to programs: Highwire and Dublin Core tags, JSON-LD, COinS."""

from __future__ import annotations

from html import escape

from reportcite.formats.format import Format, write_all
from reportcite.formats.loss import Fields
from reportcite.formats.registry import format_named
from reportcite.formats.web.oai_dc import elements, written_type
from reportcite.record.model import Record


def head_tags(record: Record) -> str:
    """The tags for the head of the page, as HTML.

    Programs that go by RDF, as Zotero does, want the prefix DC declared (DCMI, "Expressing Dublin
    Core metadata using HTML/XHTML meta and link elements") and the first type to be the record's;
    of both vocabularies they prefer Highwire's. A note is no description of the publication.
    """
    said = elements(Fields(record))
    without = set() if record.fields.get("abstract") else {"description"}
    dublin_core = [(name, text) for name, text in said if text and name not in without]
    dublin_core.sort(key=lambda one: one != ("type", written_type(record.type)))
    return "".join(
        [
            _written("highwire", record),
            '<link rel="schema.DC" href="http://purl.org/dc/elements/1.1/">\n',
            *(f'<meta name="DC.{name}" content="{escape(text)}">\n' for name, text in dublin_core),
            f'<script type="application/ld+json">\n{_written("schema-org", record)}</script>\n',
        ]
    )


def coins(record: Record) -> str:
    """The empty span that programs read, as HTML."""
    return _written("coins", record).strip()


def entry(target_format: Format, record: Record, key: str) -> str:
    """The record as an entry of a format that can be written."""
    assert target_format.write is not None
    return target_format.write(Fields(record), key)


def _written(name: str, record: Record) -> str:
    target_format = format_named(name)
    return "".join(write_all(target_format, [entry(target_format, record, "")]))
