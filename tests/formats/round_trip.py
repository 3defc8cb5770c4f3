"""Writing a record and reading it back: what a format says it carries must come back the same."""

from __future__ import annotations

import io

from reportcite.formats import format_named
from reportcite.formats.format import Fields, Write
from reportcite.record.model import Record, Value

KEY = "key1"


def written(record: Record, name: str, write: Write | None = None) -> tuple[str, Fields]:
    """The entry in the format called `name`, and what its writer says of the fields."""
    fields = Fields(record)
    writer = write or format_named(name).write
    assert writer is not None
    return writer(fields, KEY), fields


def read_text(text: str, name: str) -> list[Record]:
    """The records in `text`, which must be in order."""
    return read_bytes(text.encode("utf-8"), name)


def read_bytes(data: bytes, name: str) -> list[Record]:
    """The records in `data`, which must be in order."""
    reader = format_named(name).read
    assert reader is not None
    found = list(reader(io.BytesIO(data), "refs"))
    assert all(isinstance(one, Record) for one in found), found
    return [one for one in found if isinstance(one, Record)]


def unreported(record: Record, name: str, write: Write | None = None) -> dict[str, object]:
    """Field → (what went out, what came back) of every field altered without a word."""
    text, fields = written(record, name, write)
    back = read_text(text, name)
    assert len(back) == 1, text
    reported = {loss.field for loss in fields.losses()}
    expected: dict[str, Value] = {**record.fields, "citation-key": KEY}
    differing: dict[str, object] = {
        field: (expected.get(field), back[0].fields.get(field))
        for field in expected.keys() | back[0].fields.keys()
        if expected.get(field) != back[0].fields.get(field) and field not in reported
    }
    if back[0].type != record.type and "type" not in reported:
        differing["type"] = (record.type, back[0].type)
    return differing
