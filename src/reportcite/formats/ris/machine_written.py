"""References as programs write them, seen to be so at once: one line a value, nothing to repair.

A file that has another reference is read line by line from there on.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO, Final

from reportcite.formats.reading.numbered_lines import LONGEST_LINE, numbered_lines
from reportcite.formats.reading.tagged import Field, Tagged, no_entries, tagged_records
from reportcite.formats.ris.syntax import SYNTAX
from reportcite.limits import Limits
from reportcite.problems import Problem
from reportcite.record.fields import are_one_line

_EMPTY: Final = (b"\n", b"\r\n")
_END: Final = b"ER  -"
_BETWEEN: Final = "  - "


def references(stream: BinaryIO, name: str, limits: Limits) -> Iterator[Tagged | Problem]:
    """What `tagged_records` makes of a RIS file."""
    line = 1
    block: list[bytes] = []
    size = 0
    anything = False
    # Run for every line of a file.
    while raw := stream.readline(LONGEST_LINE):
        if not block and raw.isspace():  # there may be millions of them
            # A carriage return alone ends a line, too.
            line += 1 if raw in _EMPTY else _breaks_in(raw)
            continue
        block.append(raw)
        size += len(raw)
        if not raw.startswith(_END) and size <= limits.max_record_size:
            continue
        found = _clean(block, line) if size <= limits.max_record_size else None
        if found is None:
            break
        yield found
        anything = True
        line += len(block)
        block, size = [], 0
    if block:
        rest = numbered_lines(_Rest(block, stream), line)
        yield from _without_emptiness(tagged_records(rest, name, SYNTAX, limits), anything)
    elif not anything:
        yield no_entries(name, SYNTAX)


def _breaks_in(raw: bytes) -> int:
    return raw.count(b"\n") + raw.count(b"\r") - raw.count(b"\r\n")


def _without_emptiness(
    records: Iterator[Tagged | Problem], anything: bool
) -> Iterator[Tagged | Problem]:
    """`records`, but that there are none is no problem behind others."""
    for record in records:
        if anything and isinstance(record, Problem) and record.rule.whole_file:
            continue
        yield record


def _clean(block: list[bytes], first: int) -> Tagged | None:
    """The reference in the lines of `block`; None where one of them wants a closer look."""
    try:
        text = b"".join(block).decode().replace("\r\n", "\n")
    except UnicodeDecodeError:
        return None
    lines = text.split("\n")
    fields = []
    for number, line in enumerate(lines, first):
        if line[2:6] == _BETWEEN:
            fields.append(Field(line[:2], number, line[6:]))
        elif line.strip() or (fields and number < first + len(lines) - 1):
            return None  # an empty line goes on with the value before it
    if len(fields) < 2 or "&" in text or "\r" in text:
        return None
    end = fields.pop()
    tags = [tag for tag, _, _ in fields]
    whole = tags[0] == "TY" and tags.count("TY") == 1 and end.tag == "ER" and not end.text
    if not whole or not all(map(_is_tag, set(tags))):
        return None
    if not are_one_line([text for _, _, text in fields]):
        return None
    return Tagged(fields[0].line, closed=True, clean=fields)


def _is_tag(tag: str) -> bool:
    return tag.isascii() and tag.isalnum() and tag.isupper() and not tag[0].isdigit()


class _Rest:
    """Lines that were read from a stream already, and what follows them."""

    def __init__(self, lines: list[bytes], stream: BinaryIO) -> None:
        self._lines = lines[::-1]
        self._stream = stream

    def readline(self, size: int) -> bytes:
        """The next line, at most `size` bytes of it."""
        return self._lines.pop() if self._lines else self._stream.readline(size)

    def read(self, size: int) -> bytes:
        """The next bytes; at most `size`, or a line."""
        return self._lines.pop() if self._lines else self._stream.read(size)
