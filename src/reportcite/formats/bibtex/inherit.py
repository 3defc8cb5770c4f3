"""What an entry takes over from others: BibTeX's and biblatex's `crossref`, biblatex's `xdata`.

After btxdoc and the default rules in appendix B of the biblatex manual.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import BinaryIO

from reportcite.errors import Place
from reportcite.formats.bibtex.parse import Entry, Value
from reportcite.formats.reading.lines import numbered_lines
from reportcite.formats.rules import BIBTEX_CROSSREF

_REFERENCE = re.compile(r"(?:crossref|xdata)\s*=\s*[{\"]?\s*([^\"{}=]{1,500})", re.IGNORECASE)
_DEEPEST = 8
# Of a volume, an entry in it takes the title as its book's title.
_IN_BOOK = {
    "title": "booktitle", "subtitle": "booksubtitle", "author": "bookauthor",
}  # fmt: skip
_IN_JOURNAL = {"title": "journaltitle", "subtitle": "journalsubtitle"}
_PARTS = frozenset(
    """inbook incollection inproceedings conference inreference bookinbook suppbook
    suppcollection""".split()
)
_NOT_INHERITED = frozenset(
    """title subtitle shorttitle titleaddon crossref xdata xref entryset entrysubtype options
    keywords abstract note annotation annote pagetotal pages label shorthand sortkey presort
    execute related""".split()
)


def wanted_parents(source: BinaryIO) -> set[str]:
    """The keys, in small letters, that entries of the file inherit from."""
    wanted: set[str] = set()
    for line in numbered_lines(source):
        if "=" in line.text:
            for match in _REFERENCE.finditer(line.text):
                wanted.update(key.strip().lower() for key in match[1].split(","))
    return wanted


def inherit(entry: Entry, parents: Mapping[str, Entry], name: str) -> Entry:
    """`entry` with the fields it takes over; what it has itself stays.

    A reference to an entry that is not in the file becomes one of its problems.
    """
    for child, key in _ancestors(entry, parents):
        parent = parents.get(key.lower())
        if parent is None:
            line = entry.fields[child].line if child in entry.fields else entry.line
            message = f"the entry {key[:80]!r} to inherit from is not in the file"
            place = Place(name, line, 1)
            entry.problems.append(BIBTEX_CROSSREF.found(message, place=place))
            continue
        for field_name, value in _passed_on(entry.type, parent, child).items():
            entry.fields.setdefault(field_name, value)
    return entry


def _ancestors(entry: Entry, parents: Mapping[str, Entry]) -> Iterator[tuple[str, str]]:
    """How (`crossref` or `xdata`) and from which key the entry inherits, nearest first."""
    seen = {entry.key.lower()}
    generation = [entry]
    for _ in range(_DEEPEST):
        following: list[Entry] = []
        for child in generation:
            for how in ("xdata", "crossref"):
                for key in _keys(child.fields.get(how)):
                    if key.lower() not in seen:
                        seen.add(key.lower())
                        yield how, key
                        if parent := parents.get(key.lower()):
                            following.append(parent)
        generation = following


def _keys(value: Value | None) -> list[str]:
    return [key.strip() for key in value.text.split(",") if key.strip()] if value else []


def _passed_on(child_type: str, parent: Entry, how: str) -> dict[str, Value]:
    if how == "xdata" or parent.type == "xdata":
        return {name: value for name, value in parent.fields.items() if name not in ("xdata",)}
    renamed = {}
    if child_type in _PARTS:
        renamed = _IN_BOOK
    elif child_type == "article":
        renamed = _IN_JOURNAL
    passed = {
        name: value
        for name, value in parent.fields.items()
        if name not in _NOT_INHERITED and name not in renamed
    }
    for name, new_name in renamed.items():
        if name in parent.fields:
            passed.setdefault(new_name, parent.fields[name])
    return passed
