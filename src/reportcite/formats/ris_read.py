"""RIS references, of either specification, as records."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import BinaryIO

from reportcite.errors import Place, Problem
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
from reportcite.formats.source_lines import Line, numbered_lines
from reportcite.formats.standard_numbers import is_isbn, is_issn
from reportcite.record.dates import Reading
from reportcite.record.fields import DATES, NAMES, TYPES
from reportcite.record.model import Record, Value

LONGEST_REFERENCE = 16 << 20
"""Characters after which a reference is given up; a file without ER must not cost all memory."""

_TAGGED = re.compile(r"([A-Z][A-Z0-9])  -(?: |$)")
# Read together with another tag.
_JOINED = frozenset({"TY", "ID", "ER", "PY", "Y1", "DA", "SP", "EP", "SN", "M1", "M2", "N1", "RN"})


@dataclass(slots=True)
class _Field:
    """One tagged value, and the line of its tag."""

    tag: str
    line: int
    pieces: list[str]

    @property
    def text(self) -> str:
        return one_line("".join(self.pieces))[0]


@dataclass(slots=True)
class _Reference:
    """The tagged values between TY and ER."""

    line: int
    fields: list[_Field] = field(default_factory=list)
    size: int = 0
    closed: bool = False


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
        yield record


def _references(lines: Iterator[Line], name: str) -> Iterator[_Reference | Problem]:
    reference: _Reference | None = None
    lost = 0  # the line of a tagged value outside any reference
    anything = False
    beginning = True
    for line in lines:
        match = _TAGGED.match(line.text) if beginning else None
        beginning = line.ended
        tag = match[1] if match else ""
        if tag == "TY":
            if reference:
                yield reference
            reference = _Reference(line.number)
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
        _add(reference, tag, line)
        if reference.size > LONGEST_REFERENCE:
            message = f"a reference of more than {LONGEST_REFERENCE} characters"
            yield _problem(message, name, reference.line, "")
            reference = None
            lost = line.number
    if reference:
        yield reference
    elif not anything and not lost:
        yield _problem("there is no RIS reference in the file", name, 1, "begin with TY")


def _add(reference: _Reference, tag: str, line: Line) -> None:
    """Take a tagged line, or a line or a piece of one that continues the value before it."""
    if tag:
        reference.fields.append(_Field(tag, line.number, [line.text[6:]]))
    elif reference.fields:
        reference.fields[-1].pieces.append(line.text)
    if reference.fields and line.ended:
        reference.fields[-1].pieces.append(" ")
    reference.size += len(line.text) + 1


def _problem(message: str, name: str, line: int, suggestion: str) -> Problem:
    return Problem("ris-syntax", "error", message, Place(name, line, 1), suggestion)


class _Reading:
    """One reference on its way to becoming a record."""

    def __init__(self, reference: _Reference, name: str) -> None:
        self.name = name
        self.line = reference.line
        self.source = reference.fields
        self.fields: dict[str, Value] = {}
        self.places: dict[str, tuple[int, int]] = {}
        self.absent: set[str] = set()
        self.problems: list[Problem] = []
        self.type = self.csl_type()
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
        elif shape is Shape.KEYWORDS:
            self.more(one, variable, ", ")
        elif variable == "abstract":
            self.more(one, variable, " ")
        else:
            self.put(one.line, variable, one.text)

    def more(self, one: _Field, variable: str, joint: str) -> None:
        """A value of which there may be several, as one text."""
        present = self.fields.get(variable)
        if isinstance(present, str):
            self.fields[variable] = present + joint + one.text
        else:
            self.put(one.line, variable, one.text)

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
            self.more(one, "note", "\n")

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
