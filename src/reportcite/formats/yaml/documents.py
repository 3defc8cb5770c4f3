"""Reads many documents of YAML: those in the plainest YAML one by one, all others by the reader of
YAML, so that the records are the same that this finds in the whole."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import Final

from reportcite.errors import Place
from reportcite.formats.reading.source import DIRECTIVE, NOT_YAML, Unreadable, refuse_binary
from reportcite.formats.rules import EMPTY_FILE
from reportcite.formats.yaml.cut import count_lines
from reportcite.formats.yaml.simple import simple_record
from reportcite.limits import Limits
from reportcite.problems import Problem
from reportcite.record.assemble.record import stem_of
from reportcite.record.model import Record

MOST_BYTES: Final = 1 << 20
"""Of so many the documents are looked for at once; a segment of a large file has fewer."""

_MARKER: Final = "---\n"


def read_documents(data: bytes, name: str, limits: Limits) -> Iterator[Record | Problem] | None:
    """What `read_yaml` finds in `data`; None, and nothing is read, where its first document is not
    written plainly."""
    try:
        refuse_binary(data)
        text = data.decode()
    except (UnicodeDecodeError, Unreadable):
        return None
    # A comment for this program may be about the document behind it.
    if DIRECTIVE in text:
        return None
    documents = _Documents(text, name, limits)
    first = documents.plain()
    return None if first is None else documents.read(first)


class _Documents:
    """The documents in a text; the next one begins at `begin` in `line`, and ends at `end`."""

    def __init__(self, text: str, name: str, limits: Limits) -> None:
        self.text = text
        self.name = name
        self.limits = limits
        self.stem = stem_of(name)
        self.line = limits.first_line
        self.begin = self.end = 0

    def plain(self) -> Record | None:
        """The record in the next document, which is then behind it, if that is plain."""
        found = self.text.find(f"\n{_MARKER}", self.begin)
        self.end = len(self.text) if found == -1 else found + 1
        if self.end - self.begin > self.limits.max_record_size:
            return None
        marked = self.text.startswith(_MARKER, self.begin)
        document = self.text[self.begin + marked * len(_MARKER) : self.end]
        place = Place(self.name, self.line + marked)
        # Only what begins a file can be its first record.
        record = simple_record(document, place, self.stem, first=self.line == 1)
        if record is not None:
            self.line += document.count("\n") + marked
            self.begin = self.end
        return record

    def read(self, record: Record) -> Iterator[Record | Problem]:
        """All results, the first of which is `record`."""
        yield record
        more_plain = 1  # than others, up to now
        forbidden: bool | None = None
        while self.begin < len(self.text):
            found = self.plain()
            if found is not None:
                more_plain += 1
                yield found
                continue
            if forbidden is None:
                # It is reported with the record before which it stands, wherever that is.
                forbidden = bool(NOT_YAML.search(self.text))
            more_plain -= 1
            if forbidden or not more_plain:
                self.end = len(self.text)
            yield from self._others()

    def _others(self) -> Iterator[Record | Problem]:
        """What is in the text up to `end`, which is then behind it."""
        from reportcite.formats.yaml.read import read_yaml

        piece = self.text[self.begin : self.end].encode()
        here = self.limits._replace(first_line=self.line)
        self.line += count_lines(piece)
        self.begin = self.end
        # What it ends before is in no quotes: the reader has to see that.
        marker = _MARKER.encode() if self.end < len(self.text) else b""
        for result in read_yaml(BytesIO(piece + marker), self.name, here):
            if not (isinstance(result, Problem) and result.rule == EMPTY_FILE):
                yield result
