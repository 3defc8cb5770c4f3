"""RIS references, of either specification, as records."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import BinaryIO, NamedTuple

from reportcite.errors import Place, Problem
from reportcite.formats.absent import with_absences
from reportcite.formats.edtf import read_date
from reportcite.formats.keys import UniqueKeys, base_key, safe_key
from reportcite.formats.plain_text import one_line
from reportcite.formats.ris_dates import read_issued, read_slashed
from reportcite.formats.ris_fields import (
    FALLBACK_TYPE,
    READ_TYPES,
    TYPE_LABEL,
    Shape,
    read_label,
    variables,
)
from reportcite.formats.ris_names import BARS, read_name
from reportcite.formats.source_lines import Line, not_utf8, numbered_lines
from reportcite.formats.standard_numbers import is_isbn, is_issn
from reportcite.record.dates import Reading
from reportcite.record.fields import DATES, NAMES, TYPES
from reportcite.record.model import Record, Value

LONGEST_REFERENCE = 16 << 20
"""Characters after which a reference is given up; a file without ER must not cost all memory."""

_TAGGED = re.compile(r"([A-Z][A-Z0-9])  -(?: |$)")
# What some programs and many hands write. Within a text that goes on in the next line it could be
# part of the text, so it counts only in a reference that begins so.
_LOOSELY_TAGGED = re.compile(r"([A-Z][A-Z0-9])[ \t]*-(?:[ \t]|$)")
_LOOSE_BEGINNING = re.compile(r"TY[ \t]*-[ \t]*[A-Z]{2,7}[ \t]*")
# What joins several lines of a field that is one text in a record.
_JOINTS = {"keyword": ", ", "abstract": " ", "note": "\n"}
# Read together with another tag.
_JOINED = frozenset({"TY", "ID", "ER", "PY", "Y1", "DA", "SP", "EP", "SN", "M1", "M2", "N1", "RN"})


class _Field(NamedTuple):
    """One tagged value on one line, and the line of its tag."""

    tag: str
    line: int
    text: str


@dataclass(slots=True)
class _Reference:
    """The tagged values between TY and ER."""

    line: int
    tags: list[tuple[str, int]] = field(default_factory=list)  # and their lines
    pieces: list[list[str]] = field(default_factory=list)  # of the value behind each tag
    size: int = 0
    closed: bool = False
    loose: bool = False  # its tags are not followed by exactly two blanks
    foreign: int = 0  # the first line of it that is not UTF-8

    def fields(self) -> list[_Field]:
        texts = [one_line("".join(pieces))[0] for pieces in self.pieces]
        return [_Field(*tag, text) for tag, text in zip(self.tags, texts, strict=True)]


def read(stream: BinaryIO, name: str) -> Iterator[Record | Problem]:
    """The records of a RIS file in order; a Problem stands for what could not become one.

    Wrapped lines, either line ending, a byte-order mark, numbers before references and a missing
    ER are taken. References without ID get a key made from their own fields as id.
    """
    lines = numbered_lines(stream)
    keys = UniqueKeys()
    for reference in _references(lines, name):
        if isinstance(reference, Problem):
            yield reference
            continue
        record = _Reading(reference, name).record()
        if not record.id:
            record = replace(record, id=keys.unique(base_key(record)))
        yield with_absences(record)


def _references(lines: Iterator[Line], name: str) -> Iterator[_Reference | Problem]:
    reference: _Reference | None = None
    lost = 0  # the line of a tagged value outside any reference
    anything = False
    beginning = True
    for line in lines:
        at_beginning, beginning = beginning, line.ended
        loose = reference is not None and reference.loose
        match = _tagged(line.text, loose=loose) if at_beginning else None
        tag = match[1] if match else ""
        if tag == "TY":
            if reference:
                yield reference
            reference = _Reference(line.number, loose=not _TAGGED.match(line.text))
            anything = True
        elif reference is None:
            if tag and not lost and tag != "ER":
                lost = line.number
                yield _problem("a value stands outside any reference", name, lost, "begin with TY")
            continue
        else:
            lost = 0
        if tag == "ER":
            reference.closed = True
            yield reference
            reference = None
            continue
        _add(reference, match, line, beginning=at_beginning)
        if reference.size > LONGEST_REFERENCE:
            message = f"a reference of more than {LONGEST_REFERENCE} characters"
            yield _problem(message, name, reference.line, "")
            reference = None
            lost = line.number
    if reference:
        yield reference
    elif not anything and not lost:
        hint = "a reference begins like “TY  - BOOK” and ends in “ER  - ”"
        yield Problem("no-entries", "error", "there is no RIS reference in it", Place(name), hint)


def _tagged(text: str, *, loose: bool) -> re.Match[str] | None:
    """The tag at the beginning of a line; a reference may begin loosely anywhere."""
    match = _TAGGED.match(text)
    if match is None and (loose or _LOOSE_BEGINNING.fullmatch(text)):
        match = _LOOSELY_TAGGED.match(text)
    return match


def _add(reference: _Reference, tag: re.Match[str] | None, line: Line, *, beginning: bool) -> None:
    """Take a tagged line, or a line or a piece of one that continues the value before it."""
    if tag:
        reference.tags.append((tag[1], line.number))
        reference.pieces.append([line.text[tag.end() :]])
    elif reference.pieces:
        reference.pieces[-1].append(" " + line.text if beginning else line.text)
    reference.size += len(line.text) + 1
    if not line.utf8:
        reference.foreign = reference.foreign or line.number


def _problem(message: str, name: str, line: int, suggestion: str) -> Problem:
    return Problem("ris-syntax", "error", message, Place(name, line, 1), suggestion)


class _Reading:
    """One reference on its way to becoming a record."""

    def __init__(self, reference: _Reference, name: str) -> None:
        self.name = name
        self.line = reference.line
        self.source = reference.fields()
        self.several: dict[str, list[str]] = {}
        self.fields: dict[str, Value] = {}
        self.places: dict[str, tuple[int, int]] = {}
        self.absent: set[str] = set()
        self.problems: list[Problem] = []
        self.type = self.csl_type()
        if reference.foreign:
            self.problems.append(not_utf8(Place(name, reference.foreign, 1)))
        kind = self.first("TY")
        if kind.upper() not in READ_TYPES and self.type == FALLBACK_TYPE:
            message = f"{kind[:80]!r} is no type of RIS; the reference is read as GEN"
            hint = "use a type such as RPRT, BOOK or JOUR"
            place = Place(name, self.line, 1)
            self.problems.append(Problem("unknown-type", "warning", message, place, hint))
        if not reference.closed:
            self.notice("ris-unclosed", self.line, "the reference does not end in ER")

    def record(self) -> Record:
        """The record; its id is "" where the reference has none."""
        known = variables(self.type)
        for one in self.source:
            variable, shape = known.get(one.tag, ("", Shape.KEY))
            if one.tag in ("M1", "M2"):
                self.labelled(one)
            elif one.tag in ("N1", "RN"):
                self.note(one)
            elif one.tag == "SN":
                self.number(one)
            elif one.tag in _JOINED or not one.text:
                continue
            elif variable:
                self.take(one, variable, shape)
            else:
                self.left_out(one)
        for variable, texts in self.several.items():
            self.fields.setdefault(variable, _JOINTS[variable].join(texts))
        self.issued()
        self.pages()
        key = safe_key(self.first("ID"))
        if key:
            self.fields["citation-key"] = key
        absent = frozenset(self.absent - self.fields.keys())
        place = Place(self.name, self.line, 1)
        return Record(key, self.type, self.fields, place, absent, tuple(self.problems), self.places)

    def csl_type(self) -> str:
        for one in self.source:
            label, _, value = one.text.partition(":")
            if one.tag == "M1" and label == TYPE_LABEL and value.strip(" ") in TYPES:
                return value.strip(" ")
        return READ_TYPES.get(self.first("TY").upper(), FALLBACK_TYPE)

    def first(self, *tags: str) -> str:
        return next((one.text for one in self.source if one.tag in tags and one.text), "")

    def notice(self, rule: str, line: int, message: str) -> None:
        self.problems.append(Problem(rule, "notice", message, Place(self.name, line, 1)))

    def left_out(self, one: _Field) -> None:
        self.notice("unknown-field", one.line, f"{one.tag} has no place in a record: left out")

    def put(self, line: int, variable: str, value: Value | None) -> None:
        if not value:
            return
        present = self.fields.get(variable)
        if isinstance(present, list) and isinstance(value, list):
            present.extend(value)
        elif present is None:
            self.fields[variable] = value
            self.places[variable] = (line, 1)
        elif present != value:
            message = f"a second value for {variable} is left out"
            self.notice("second-value", line, message)

    def take(self, one: _Field, variable: str, shape: Shape) -> None:
        if shape is Shape.NAMES:
            name = read_name(one.text)
            self.put(one.line, variable, [name] if name else None)
        elif shape is Shape.DATE:
            self.date(one.line, variable, read_slashed(one.text))
        elif variable in _JOINTS:
            self.more(one, variable)
        else:
            self.put(one.line, variable, one.text)

    def more(self, one: _Field, variable: str) -> None:
        """One of several values that become one text."""
        self.several.setdefault(variable, []).append(one.text)
        self.places.setdefault(variable, (one.line, 1))

    def date(self, line: int, variable: str, reading: Reading) -> None:
        if reading.absent:
            self.absent.add(variable)
        if reading.fault and reading.fault.rule != "date-syntax":
            rule, severity, message, suggestion = reading.fault
            place = Place(self.name, line, 1)
            self.problems.append(Problem(rule, severity, message, place, suggestion))
        self.put(line, variable, reading.date)

    def labelled(self, one: _Field) -> None:
        found = read_label(one.text, in_note=False)
        if found:
            self.put_labelled(one.line, *found)
        elif not one.text.startswith(f"{TYPE_LABEL}:") and one.text:
            self.left_out(one)

    def put_labelled(self, line: int, variable: str, text: str) -> None:
        if variable in NAMES:
            self.put(line, variable, [read_name(text, BARS)])
        elif variable in DATES:
            self.date(line, variable, read_date(text))
        else:
            self.put(line, variable, text)

    def note(self, one: _Field) -> None:
        found = read_label(one.text) if one.tag == "N1" else None
        if found:
            self.put_labelled(one.line, *found)
        elif one.text:
            self.more(one, "note")

    def number(self, one: _Field) -> None:
        """SN: an ISBN or an ISSN by its checksum, else the thing's own number."""
        variable = "number"
        if is_isbn(one.text):
            variable = "ISBN"
        elif is_issn(one.text):
            variable = "ISSN"
        self.put(one.line, variable, one.text)

    def issued(self) -> None:
        year, date = self.first("PY", "Y1"), self.first("DA")
        line = next((one.line for one in self.source if one.tag in ("PY", "Y1", "DA")), self.line)
        # A date behind a label says more than its year, which stands in PY.
        if "issued" not in self.fields:
            self.date(line, "issued", read_issued(year, date))

    def pages(self) -> None:
        """SP and EP: pages, or the number of pages where SP stands alone and the type has one."""
        first, last = self.first("SP"), self.first("EP")
        line = next((one.line for one in self.source if one.tag in ("SP", "EP")), self.line)
        variable, _ = variables(self.type).get("SP", ("page", Shape.PAGES))
        if first and last and first != last:
            self.put(line, "page", f"{first}-{last}")
        elif first or last:
            self.put(line, variable, first or last)
