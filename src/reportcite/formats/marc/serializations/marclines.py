"""MARC as lines of text, one a field: as MarcEdit (.mrk) and Aleph write it, and as
yaz-marcdump, MARC::Record and catalogues show it.

    =245  10$aTides :$ba story            MarcEdit: mnemonics, \\ for a blank
    000000001 24510 L $$aTides :$$ba      Aleph sequential: ^ for a blank, << >> round articles
    245 10 $a Tides : $b a story          yaz-marcdump; also |a or ‡a, and _ or # for a blank

A record ends at an empty line, before a leader, or in Aleph at another number.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import partial
from typing import BinaryIO, Final

from reportcite.errors import Place
from reportcite.formats.format import Format
from reportcite.formats.marc.fields import Marc, content_of, plain
from reportcite.formats.marc.records import record_of
from reportcite.formats.marc.serializations.mnemonics import without_mnemonics
from reportcite.formats.reading.numbered_lines import Line, not_utf8, numbered_lines
from reportcite.formats.reading.source import too_large
from reportcite.formats.rules import NO_RECORDS, TAGGED_SYNTAX
from reportcite.limits import LIMITS, Limits
from reportcite.patterns import pattern
from reportcite.problems import Problem
from reportcite.record.assemble.record import numbered_id, stem_of
from reportcite.record.model import Record
from reportcite.tuples import NamedTuple

_MNEMONIC: Final = pattern(r"=(LDR|[0-9A-Z]{3})[ \t]{1,2}(.*)")
_ALEPH: Final = pattern(r"([0-9]{9}) (LDR|[0-9A-Z]{3})(.)(.) .(?: (.*))?")
_NOT_SORTED: Final = pattern("<<([^<>]*)>>")
_LEADER: Final = pattern(r"(?:(?:LDR|LEADER|000) +)?([0-9 ]{5}[a-z][a-z].{13,17})")
_CONTROL: Final = pattern(r"(00[1-9]) +(.*)")
_SHOWN: Final = pattern(
    r"([0-9][0-9A-Z]{2}) ([ _#\\0-9]) ?([ _#\\0-9]) ?(?P<mark>[$|‡_])(?P<rest>[a-z0-9].*)"
)
_MORE: Final = pattern(r" {5,}(?P<mark>[$|‡_])(?P<rest>[a-z0-9].*)")
_BLANKS: Final = str.maketrans("_#\\", "   ")
_ALONE: Final = "_"
"""MARC::Record's, behind which one subfield stands."""
_OF_LEADER: Final = "LDR"
_LONGEST_LEADER: Final = 24


class _Found(NamedTuple):
    """What a line says: the tag (LDR of a leader, "" of a line that goes on with the one before),
    the content, and the number of the record where lines have one."""

    tag: str
    content: str
    number: str = ""


class _Open:
    """A record read."""

    def __init__(self, line: int) -> None:
        self.line = line
        self.leader = ""
        self.number = ""
        self.size = 0
        self.fields: list[tuple[str, list[str]]] = []  # the content in pieces
        self.problems: list[Problem] = []

    def add(self, found: _Found) -> None:
        self.number = found.number or self.number
        if found.tag == _OF_LEADER:
            self.leader = found.content[:_LONGEST_LEADER]
        elif found.tag:
            self.fields.append((found.tag, [found.content]))
        elif self.fields:
            self.fields[-1][1].append(found.content)

    def goes_on_with(self, found: _Found) -> bool:
        """Whether what a line says is of this record."""
        if found.number:
            return found.number == self.number
        return not (found.tag == _OF_LEADER and (self.leader or self.fields))

    def marc(self) -> Marc:
        """Its fields; the number that Aleph counts records by stands for field 001."""
        fields = [(tag, "".join(pieces)) for tag, pieces in self.fields]
        has_id = not self.number or any(tag == "001" for tag, _ in fields)
        return Marc(self.leader, fields if has_id else [("001", self.number), *fields])


def read(stream: BinaryIO, name: str, limits: Limits = LIMITS) -> Iterator[Record | Problem]:
    """The records of a file. A line that is no field goes on with the one before."""
    largest, stem, number = limits.max_record_size, stem_of(name), 0
    one: _Open | None = None

    def made(done: _Open) -> Record | Problem:
        place = Place(name, done.line)
        if done.size > largest:
            return too_large(largest).at(place)
        return record_of(done.marc(), place, partial(numbered_id, stem, number), done.problems)

    is_empty = True
    for line in _whole(numbered_lines(stream, limits.first_line), largest):
        text = line.text.strip()
        found = _found(line.text) if text else None
        if one is not None and (not text or (found and not one.goes_on_with(found))):
            yield made(one)
            one = None
        if not text:
            continue
        is_empty = False
        if one is None and (found is None or not found.tag):
            message = "this line is no field of MARC"
            yield TAGGED_SYNTAX.found(message, "name its format", Place(name, line.number))
            continue
        if one is None:
            one, number = _Open(line.number), number + 1
        one.size += len(line.text)
        if one.size <= largest:
            one.add(found or _Found("", f" {text}"))
        if not (line.utf8 or one.problems):
            one.problems.append(not_utf8(Place(name, line.number, 1)))
    if one is not None:
        yield made(one)
    elif is_empty:
        yield NO_RECORDS.found("there is no MARC record in it", "name its format", Place(name, 1))


def _whole(lines: Iterator[Line], largest: int) -> Iterator[Line]:
    """Lines that came in pieces put together, as far as a record may be large."""
    pieces: list[str] = []
    size = 0
    for line in lines:
        if size <= largest:
            pieces.append(line.text)
        size += len(line.text)
        if line.ended:
            yield line._replace(text="".join(pieces)) if len(pieces) > 1 else line
            pieces, size = [], 0
    if pieces:
        yield Line(line.number, "".join(pieces), True, line.utf8)


def _found(line: str) -> _Found | None:
    """What a line says; None where it is no field."""
    line = line.rstrip()
    if match := _MNEMONIC.fullmatch(line):
        return _in_mnemonics(match[1], match[2])
    if match := _ALEPH.fullmatch(line):
        return _in_aleph(match)
    if match := _LEADER.fullmatch(line):
        return _Found(_OF_LEADER, match[1])
    if match := _CONTROL.fullmatch(line):
        return _Found(match[1], _text(match[2]))
    return _shown(line)


def _shown(line: str) -> _Found | None:
    """A data field, or more subfields of one, as programs show it."""
    if match := _SHOWN.fullmatch(line):
        indicators = (match[2] + match[3]).translate(_BLANKS)
        return _Found(match[1], content_of(indicators, _marked(match)))
    match = _MORE.fullmatch(line)
    return match and _Found("", content_of("", _marked(match)))


def _in_mnemonics(tag: str, text: str) -> _Found:
    if tag == _OF_LEADER or tag[:2] == "00":
        return _Found(tag, _text(without_mnemonics(text.replace("\\", " "))))
    indicators, *parts = text.split("$")
    known = [(part[0], _text(without_mnemonics(part[1:]))) for part in parts if part]
    return _Found(tag, content_of(f"{indicators[:2]:2}".replace("\\", " "), known))


def _in_aleph(match: re.Match[str]) -> _Found:
    number, tag, first, second, text = match.groups("")
    if tag == _OF_LEADER or not text.startswith("$$"):
        return _Found(tag, _text(text.replace("^", " ")), number)
    _, *parts = _NOT_SORTED.sub(r"\1", text).split("$$")
    return _Found(
        tag,
        content_of(first + second, [(part[0], _text(part[1:])) for part in parts if part]),
        number,
    )


def _marked(match: re.Match[str]) -> list[tuple[str, str]]:
    """Code and text of each subfield; all codes have spaces round them, or none."""
    mark, rest = match["mark"], match["rest"]
    if mark == _ALONE:
        return [(rest[0], _text(rest[1:]))]
    if rest[1:2] != " ":
        return [(part[0], _text(part[1:])) for part in rest.split(mark) if part]
    parts = re.split(rf" {re.escape(mark)}(?=[a-z0-9] (?![:;,/=]))", rest)
    return [(part[0], _text(part[2:])) for part in parts]


def _text(text: str) -> str:
    return text if text.isascii() else plain(unicodedata.normalize("NFC", text))


FORMAT: Final = Format("marc-lines", "MARC as lines (MarcEdit, Aleph, yaz-marcdump)", read=read)
