"""MARC records to try readers with, written so that they can be read."""

from __future__ import annotations

from collections.abc import Sequence

from reportcite.formats.marc.crosswalk.crossed import crossed
from reportcite.formats.marc.fields import Marc
from reportcite.record.model import Record
from tests.formats.files import read_record

LEADER = "00000nam a2200000 a 4500"
CODED = "240307s2024    gw            000 0 ger d"


def content(text: str) -> str:
    """`10 $aMain :$bsub` as it stands in a record."""
    return text.replace(" $", "\x1f", 1).replace("$", "\x1f") if "$" in text else text


def marc(*lines: str, leader: str = LEADER) -> Marc:
    """A record of lines such as `245 10 $aMain :$bsub` and `001 a1`."""
    return Marc(leader, [(line[:3], content(line[4:].replace("#", " "))) for line in lines])


def iso2709(*lines: str, leader: str = LEADER, encoding: str = "utf-8") -> bytes:
    """A whole record in ISO 2709."""
    return packed(
        [(tag, text.encode(encoding)) for tag, text in marc(*lines).fields], leader=leader
    )


def packed(fields: Sequence[tuple[str, bytes]], leader: str = LEADER) -> bytes:
    """Fields with leader, directory and ends."""
    directory, data = b"", b""
    for tag, text in fields:
        directory += f"{tag}{len(text) + 1:04}{len(data):05}".encode()
        data += text + b"\x1e"
    base = 24 + len(directory) + 1
    length = base + len(data) + 1
    head = f"{length:05}{leader[5:12]}{base:05}{leader[17:]}".encode()
    return head + directory + b"\x1e" + data + b"\x1d"


def fields_of(*lines: str, leader: str = LEADER) -> dict[str, object]:
    """What the crosswalk makes of these fields, without what it keeps."""
    _, fields = crossed(marc(*lines, leader=leader))
    return {name: value for name, value in fields.items() if name != "custom"}


def kept_of(*lines: str) -> dict[str, list[str]]:
    """What the crosswalk keeps of these fields, without the leader."""
    _, fields = crossed(marc(*lines))
    custom = fields.get("custom", {})
    assert isinstance(custom, dict)
    kept = custom.get("marc", {})
    assert isinstance(kept, dict)
    return {tag: contents for tag, contents in kept.items() if tag != "LDR"}


def record_from(*lines: str, leader: str = LEADER) -> Record:
    """The record that a file with these fields holds."""
    return read_record("marc", iso2709(*lines, leader=leader))
