"""Writes MARC 21: ISO 2709 in UTF-8, MARCXML, MARC-in-JSON."""

from __future__ import annotations

import json
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from reportcite.formats.loss import Fields
from reportcite.formats.marc.fields import DELIMITER, FIELD_END, RECORD_END, Marc
from reportcite.formats.marc.written import written

NAMESPACE: Final = "http://www.loc.gov/MARC21/slim"
_CONTROL: Final = "009"
_LONGEST_FIELD: Final = 9999
_LONGEST: Final = 99999


def write_iso2709(fields: Fields, key: str) -> str:
    """A record in ISO 2709, whose lengths are those of its bytes in UTF-8.

    Of what is longer than ISO 2709 can say the greatest length is stated; readers go by the ends.
    """
    marc = written(fields)
    directory: list[str] = []
    start = 0
    for tag, content in marc.fields:
        length = len(content.encode()) + 1
        directory.append(f"{tag}{min(length, _LONGEST_FIELD):04}{min(start, _LONGEST):05}")
        start += length
    base = 24 + 12 * len(directory) + 1
    leader = marc.leader
    head = (
        f"{min(base + start + 1, _LONGEST):05}{leader[5:12]}{min(base, _LONGEST):05}{leader[17:]}"
    )
    data = "".join([content + FIELD_END for _, content in marc.fields])
    return head + "".join(directory) + FIELD_END + data + RECORD_END


def write_xml(fields: Fields, key: str) -> str:
    """A `record` element."""
    marc = written(fields)
    lines = ["<record>", f"  <leader>{escape(marc.leader)}</leader>"]
    for tag, content in marc.fields:
        if tag <= _CONTROL:
            lines.append(f'  <controlfield tag="{tag}">{escape(content)}</controlfield>')
            continue
        one, two = content[:1], content[1:2]
        lines.append(
            f"  <datafield tag={quoteattr(tag)} ind1={quoteattr(one)} ind2={quoteattr(two)}>"
        )
        for part in content.split(DELIMITER)[1:]:
            text = escape(part[1:], {"\r": "&#13;"})
            lines.append(f"    <subfield code={quoteattr(part[:1])}>{text}</subfield>")
        lines.append("  </datafield>")
    return "\n".join([*lines, "</record>\n"])


def write_json(fields: Fields, key: str) -> str:
    """A record in MARC-in-JSON, on one line."""
    marc = written(fields)
    return json.dumps({"leader": marc.leader, "fields": _members(marc)}, ensure_ascii=False)


def _members(marc: Marc) -> list[dict[str, object]]:
    members: list[dict[str, object]] = []
    for tag, content in marc.fields:
        if tag <= _CONTROL:
            members.append({tag: content})
            continue
        parts = [{part[:1]: part[1:]} for part in content.split(DELIMITER)[1:]]
        members.append({tag: {"subfields": parts, "ind1": content[:1], "ind2": content[1:2]}})
    return members
