"""What an entry takes over from others: BibTeX's and biblatex's `crossref`, biblatex's `xdata`.

After btxdoc and the default rules in appendix B of the biblatex manual.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import BinaryIO

from reportcite.errors import Place
from reportcite.formats.bibtex.reading.parse import ParsedEntry, RawEntry, Value
from reportcite.formats.reading.numbered_lines import numbered_lines
from reportcite.formats.rules import BIBTEX_CROSSREF
from reportcite.patterns import pattern

_REFERENCE = pattern(r"(?:crossref|xdata)\s*=\s*[{\"]?\s*([^\"{}=]{1,500})", re.IGNORECASE)
_BLOCK = 1 << 20
_MOST_FIELDS = 200
"""An entry with so many fields takes over no more: in a chain of entries each would have the fields
of all before it. biblatex knows 160."""
_MOST_TIMES = 64
_ALWAYS = 1 << 20
"""The entries of a file take over no more characters than so many times its size, or so many if it
is small: thousands of editors that thousands of entries take over would be millions."""
# Of a volume, an entry in it takes the title as its book's title.
_IN_BOOK = {
    "title": "booktitle", "subtitle": "booksubtitle", "author": "bookauthor",
}  # fmt: skip
# The author of a book is that of its parts, too.
_BY_THE_SAME = frozenset({"inbook", "bookinbook", "suppbook"})
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
    start = source.tell()
    if not _may_inherit(source):
        return set()
    source.seek(start)
    wanted: set[str] = set()
    for line in numbered_lines(source):
        if "=" in line.text:
            for match in _REFERENCE.finditer(line.text):
                wanted.update(key.strip().lower() for key in match[1].split(","))
    return wanted


def _may_inherit(source: BinaryIO) -> bool:
    """Whether the file has a word for it, as few have: seen without looking at its lines."""
    before = b""
    while block := source.read(_BLOCK):
        data = (before + block).lower().replace(b"\0", b"")  # every other byte of UTF-16
        if b"crossref" in data or b"xdata" in data:
            return True
        before = block[-32:]
    return False


class Parents:
    """The entries of one file that others inherit from; what each takes over is found once."""

    def __init__(self, entries: Mapping[str, ParsedEntry], name: str, size: int) -> None:
        """`entries` by their keys in small letters, from the file called `name`, of so many
        bytes."""
        self._entries = entries
        self._name = name
        self._room = max(_MOST_TIMES * size, _ALWAYS)
        self._whole: dict[str, ParsedEntry] = {}

    def inherit(self, entry: ParsedEntry) -> None:
        """Give `entry` the fields it takes over; what it has itself stays.

        A reference to an entry that is not in the file becomes one of its problems.
        """
        for how, key in _references(entry):
            small = key.lower()
            if small not in self._entries:
                message = f"the entry {key[:80]!r} to inherit from is not in the file"
                place = Place(self._name, entry.fields[how].line, 1)
                entry.problems.append(BIBTEX_CROSSREF.found(message, place=place))
            elif small not in self._whole:
                self._complete(small)
        if message := self._take_over(entry):
            entry.problems.append(
                BIBTEX_CROSSREF.found(message, place=Place(self._name, entry.line, 1))
            )

    def _complete(self, first: str) -> None:
        """Find what the entry called `first` takes over, and before it those above it. In a circle
        each has what was known when it was reached."""
        waiting = [first]
        begun: set[str] = set()
        while waiting:
            key = waiting[-1]
            if key in begun:
                waiting.pop()
                self._take_over(self._whole[key])
                continue
            begun.add(key)
            entry = self._entries[key]
            self._whole[key] = entry._replace(fields={**entry.fields}, problems=[])
            above = (parent.lower() for _, parent in _references(entry))
            waiting += [one for one in above if one in self._entries and one not in self._whole]

    def _take_over(self, entry: ParsedEntry) -> str:
        """What there was no room for; "" where there was for all fields."""
        for how, key in _references(entry):
            small = key.lower()
            parent = self._whole.get(small) if small != entry.key.lower() else None
            if parent is not None:
                for field_name, value in _passed_on(entry.type, parent, how):
                    if field_name not in entry.fields:
                        if len(entry.fields) >= _MOST_FIELDS:
                            return f"it has {_MOST_FIELDS} fields, and inherits no more"
                        if len(value.text) > self._room:
                            what = f"{_MOST_TIMES} times what is in it"
                            return f"the entries of this file inherit {what}, and no {field_name}"
                        self._room -= len(value.text)
                        entry.fields[field_name] = value
        return ""


def inherits(entry: ParsedEntry) -> bool:
    """Whether `entry` names others to take fields over from."""
    return bool(_references(entry))


def may_inherit(entry: RawEntry) -> bool:
    """Whether `entry` has a field that names others to take fields over from."""
    return "crossref" in entry.names or "xdata" in entry.names


def _references(entry: ParsedEntry) -> list[tuple[str, str]]:
    """How (`crossref` or `xdata`) and from which keys the entry inherits, data before parents."""
    fields = entry.fields
    return [(how, key) for how in ("xdata", "crossref") for key in _keys(fields.get(how))]


def _keys(value: Value | None) -> list[str]:
    return [key.strip() for key in value.text.split(",") if key.strip()] if value else []


def _passed_on(child_type: str, parent: ParsedEntry, how: str) -> Iterator[tuple[str, Value]]:
    """What a child takes over where it has no field of that name; the first of a name counts."""
    if how == "xdata" or parent.type == "xdata":
        yield from ((name, value) for name, value in parent.fields.items() if name != "xdata")
        return
    renamed = {}
    if child_type in _PARTS:
        renamed = _IN_BOOK
    elif child_type == "article":
        renamed = _IN_JOURNAL
    if child_type in _BY_THE_SAME and "author" in parent.fields:
        yield "author", parent.fields["author"]
    for name, value in parent.fields.items():
        if name not in _NOT_INHERITED and name not in renamed:
            yield name, value
    for name, new_name in renamed.items():
        if name in parent.fields:
            yield new_name, parent.fields[name]
