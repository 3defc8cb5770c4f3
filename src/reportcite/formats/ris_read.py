"""RIS references, of either specification, as records."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO, NamedTuple

from reportcite.errors import Place, Problem
from reportcite.formats.absent import with_absences
from reportcite.formats.bibtex_values import keywords_of
from reportcite.formats.edtf import read_date
from reportcite.formats.entities import unescape
from reportcite.formats.idle_genres import is_idle_genre
from reportcite.formats.keys import UniqueKeys, base_key, safe_key
from reportcite.formats.languages import language_tag
from reportcite.formats.plain_text import one_line
from reportcite.formats.ris_dates import read_issued, read_slashed
from reportcite.formats.ris_fields import (
    FALLBACK_TYPE,
    PAGE_RANGE,
    PASSED_OVER,
    READ_TYPES,
    TYPE_LABEL,
    Shape,
    expected_number,
    read_label,
    variables,
)
from reportcite.formats.ris_names import BARS, read_name, read_names
from reportcite.formats.source_lines import Line, not_utf8, numbered_lines
from reportcite.formats.standard_numbers import read_numbers
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
# Tags of which EndNote writes each value on a line of its own, and the tag before the first only.
_LISTING = frozenset({"KW", "SN", "UR", "AU", "A1", "A2", "A3", "A4", "ED"})
_SCHEME = re.compile(r"(?:https?|ftp)://|www\.", re.IGNORECASE)
_PMC = re.compile(r"PMC[0-9]+")
_IN_SERIES = frozenset({"book", "chapter", "classic", "paper-conference"})
_ARTICLES = frozenset({"article-journal", "article-magazine", "article-newspaper", "review"})
_ABBREVIATIONS = frozenset({"J1", "J2", "J9", "JA", "JI"})
_DOUBTFUL = PASSED_OVER | _ABBREVIATIONS | {"C2", "M3"}
# What joins several lines of a field that is one text in a record.
_JOINTS = {"keyword": ", ", "abstract": " ", "note": "\n"}
_NOWHERE = ("", Shape.KEY)
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
        return [
            _Field(tag, line, _text_of(pieces))
            for (tag, line), pieces in zip(self.tags, self.pieces, strict=True)
        ]


def _text_of(pieces: list[str]) -> str:
    text = pieces[0] if len(pieces) == 1 else "".join(pieces)
    if "&" in text:
        text = unescape(text)
    return one_line(text)[0]


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
            record = record._replace(id=keys.unique(base_key(record)))
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
            # Programs end a file in lines of their own, such as "EF  - ".
            if match and not lost and tag != "ER" and line.text[match.end() :].strip():
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
    elif beginning and reference.tags and _is_further(reference.tags[-1][0], line.text):
        reference.tags.append((reference.tags[-1][0], line.number))
        reference.pieces.append([line.text])
    elif reference.pieces:
        reference.pieces[-1].append(" " + line.text if beginning else line.text)
    reference.size += len(line.text) + 1
    if not line.utf8:
        reference.foreign = reference.foreign or line.number


def _is_further(tag: str, text: str) -> bool:
    """Whether a line without a tag is another value of the tag before, not the rest of its value.

    A wrapped line is indented, and a wrapped name of a body has no comma.
    """
    if tag not in _LISTING or text[:1] in ("", " ", "\t"):
        return False
    if tag == "UR":
        return _SCHEME.match(text) is not None
    return tag in ("KW", "SN") or "," in text


def _problem(message: str, name: str, line: int, suggestion: str) -> Problem:
    return Problem("ris-syntax", "error", message, Place(name, line, 1), suggestion)


class _Reading:
    """One reference on its way to becoming a record."""

    def __init__(self, reference: _Reference, name: str) -> None:
        self.name = name
        self.line = reference.line
        self.source = reference.fields()
        # By tag, the first that has a value.
        self.firsts = {one.tag: one for one in reversed(self.source) if one.text}
        self.several: dict[str, list[str]] = {}
        self.fields: dict[str, Value] = {}
        self.places: dict[str, tuple[int, int]] = {}
        self.absent: set[str] = set()
        self.unlabelled: list[_Field] = []
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
            variable, shape = known.get(one.tag, _NOWHERE)
            if one.tag in ("M1", "M2"):
                self.labelled(one)
            elif one.tag in ("N1", "RN"):
                self.note(one)
            elif one.tag == "SN":
                self.number(one)
            elif one.tag in _JOINED or not one.text or (one.tag in _DOUBTFUL and self.is_idle(one)):
                continue
            elif variable:
                self.take(one, variable, shape)
            else:
                self.left_out(one)
        if len(words := self.several.get("keyword", [])) == 1:
            words[0] = keywords_of(words[0])
        for variable, texts in self.several.items():
            self.fields.setdefault(variable, _JOINTS[variable].join(texts))
        self.issued()
        self.pages()
        for one in self.unlabelled:
            self.unlabelled_number(one)
        key = safe_key(self.first("ID"))
        if key:
            self.fields["citation-key"] = key
        absent = frozenset(self.absent - self.fields.keys())
        place = Place(self.name, self.line, 1)
        return Record(key, self.type, self.fields, place, absent, tuple(self.problems), self.places)

    def csl_type(self) -> str:
        for one in self.source if "M1" in self.firsts else ():
            label, _, value = one.text.partition(":")
            if one.tag == "M1" and label == TYPE_LABEL and value.strip(" ") in TYPES:
                return value.strip(" ")
        return READ_TYPES.get(self.first("TY").upper(), FALLBACK_TYPE)

    def is_idle(self, one: _Field) -> bool:
        """Whether a value says nothing that a record keeps, or what the reference has already."""
        if (
            one.tag == "AN"
            and one.text.isdecimal()
            and self.first("DB", "DP").startswith(("PubMed", "MEDLINE", "Medline", "NLM"))
        ):
            self.put(one.line, "PMID", one.text)
        if one.tag == "C2" and _PMC.fullmatch(one.text):
            self.put(one.line, "PMCID", one.text)
            return True
        if one.tag in _ABBREVIATIONS:
            return "container-title-short" in self.fields
        if one.tag == "M3":
            return is_idle_genre(one.text, self.type)
        return one.tag in PASSED_OVER

    def first(self, *tags: str) -> str:
        """The first value behind the first of `tags` that has one."""
        for tag in tags:
            if tag in self.firsts:
                return self.firsts[tag].text
        return ""

    def line_of(self, *tags: str) -> int:
        """The line of what `first` finds; the reference's own where it finds nothing."""
        return next((self.firsts[tag].line for tag in tags if tag in self.firsts), self.line)

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
            if one.tag == "A2":
                variable = self.part_of_a2(variable)
            names, faults = read_names(one.text)
            self.put(one.line, variable, names)
            for fault in faults:
                self.problems.append(fault.at(Place(self.name, one.line, 1)))
        elif shape is Shape.DATE:
            self.date(one.line, variable, read_slashed(one.text))
        elif shape is Shape.LANGUAGE:
            self.put(one.line, variable, language_tag(one.text))
        elif variable in _JOINTS:
            self.more(one, variable)
        else:
            self.put(one.line, variable, one.text)

    def part_of_a2(self, variable: str) -> str:
        """Behind A2 of a report with authors and a series stand the editors of the series."""
        series = self.type == "report" and self.first("T2")
        return "collection-editor" if series and self.first("AU", "A1") else variable

    def more(self, one: _Field, variable: str) -> None:
        """One of several values that become one text."""
        self.several.setdefault(variable, []).append(one.text)
        self.places.setdefault(variable, (one.line, 1))

    def date(self, line: int, variable: str, reading: Reading) -> None:
        if reading.absent:
            self.absent.add(variable)
        if reading.fault:
            self.problems.append(reading.fault.at(Place(self.name, line, 1)))
        self.put(line, variable, reading.date)

    def labelled(self, one: _Field) -> None:
        found = read_label(one.text, in_note=False)
        if found:
            self.put_labelled(one.line, *found)
        elif not one.text.startswith(f"{TYPE_LABEL}:") and one.text:
            self.unlabelled.append(one)

    def unlabelled_number(self, one: _Field) -> None:
        """M1 or M2 without a label: a number, if the record is of a type that has one and lacks it;
        of a book in a series, the number in the series."""
        variable = "number"
        if self.type in _IN_SERIES:
            variable = "collection-number" if "collection-title" in self.fields else ""
        elif self.type in _ARTICLES:
            variable = ""
        if one.tag == "M1" and ":" not in one.text and variable and variable not in self.fields:
            self.put(one.line, variable, one.text)
        else:
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
        """SN: ISBNs, ISSNs or the thing's own number, also several of them."""
        if not one.text:
            return
        for variable, text in read_numbers(one.text, expected_number(self.type)).items():
            present = self.fields.get(variable)
            if isinstance(present, str) and variable != "number" and text not in present:
                self.fields[variable] = f"{present}, {text}"
            elif present is None or variable == "number":
                self.put(one.line, variable, text)

    def issued(self) -> None:
        year, date = self.first("PY", "Y1"), self.first("DA")
        line = self.line_of("PY", "Y1", "DA")
        # A date behind a label says more than its year, which stands in PY.
        if "issued" not in self.fields:
            self.date(line, "issued", read_issued(year, date))

    def pages(self) -> None:
        """SP and EP: pages, or the number of pages where SP stands alone and the type has one."""
        first, last = self.first("SP"), self.first("EP")
        line = self.line_of("SP", "EP")
        variable, _ = variables(self.type).get("SP", ("page", Shape.PAGES))
        if PAGE_RANGE.fullmatch(first) and (not last or first.endswith(last)):
            self.put(line, "page", first)
        elif first and last and first != last:
            self.put(line, "page", f"{first}-{last}")
        elif first or last:
            self.put(line, variable, first or last)
