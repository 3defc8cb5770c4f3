"""Entries of a .bib file, BibTeX's or biblatex's, as records; LaTeX text is decoded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from tempfile import SpooledTemporaryFile
from typing import BinaryIO, cast

from reportcite.errors import Place, Problem
from reportcite.formats.absent import with_absences
from reportcite.formats.bibtex_dates import read_year
from reportcite.formats.bibtex_fields import (
    FALLBACK_TYPE,
    GENRES_OF_ENTRIES,
    READ_GENRES,
    READ_TYPES,
    STAND_IN_TYPES,
    Shape,
    variables,
)
from reportcite.formats.bibtex_inherit import inherit, wanted_parents
from reportcite.formats.bibtex_language import read_language
from reportcite.formats.bibtex_names import Particle, read_names
from reportcite.formats.bibtex_parse import Entry, parse
from reportcite.formats.edition import edition_number
from reportcite.formats.edtf import read_date, read_edtf
from reportcite.formats.keys import safe_key
from reportcite.formats.latex_text import decode
from reportcite.formats.plain_text import one_line
from reportcite.formats.source_lines import numbered_lines
from reportcite.record.dates import Reading
from reportcite.record.fields import TYPES
from reportcite.record.model import Record, Value, join_title

_HYPHENS = re.compile(r"(?<!-)-{2,3}(?!-)")
_ESCAPED = re.compile(r"\\(?:url|path|nolinkurl)\b\s*|\\([_%&#$~{}])|[{}]")
_USES_PREFIX = re.compile(r"useprefix\s*=\s*(true|false)", re.IGNORECASE)
_SUBTITLES = {
    "booktitle": "booksubtitle", "journaltitle": "journalsubtitle", "maintitle": "mainsubtitle",
    "title": "titlesubtitle",
}  # fmt: skip
# Read together with another field, or said by the record itself.
_JOINED = frozenset(
    {"date", "year", "month", "day", "language", "langid", "hyphenation", "options",
     "entrysubtype", "crossref", "xdata", "eprint", "eprinttype", "archiveprefix", "langidopts",
     *_SUBTITLES.values()}
)  # fmt: skip
# What reference managers keep for themselves.
_INTERNAL = frozenset(
    """file owner timestamp groups creationdate modificationdate date-added date-modified
    rating readstatus __markedentry citeulike-article-id posted-at priority interhash
    intrahash ids mendeley-groups sortkey presort label shorthand sorttitle sortname
    sortyear added-at biburl bibsource comment commentary""".split()
)


def read(stream: BinaryIO, name: str) -> Iterator[Record | Problem]:
    """The records of a .bib file in order; a Problem stands for each malformed entry.

    Entries that inherit (`crossref`, `xdata`) may stand before or after what they inherit from,
    so a file that has such entries is gone through twice.
    """
    if stream.seekable():
        yield from _read(stream, name)
        return
    with SpooledTemporaryFile(max_size=8 << 20) as copy:
        while chunk := stream.read(1 << 20):
            copy.write(chunk)
        copy.seek(0)
        yield from _read(cast(BinaryIO, copy), name)


def _read(source: BinaryIO, name: str) -> Iterator[Record | Problem]:
    start = source.tell()
    wanted = wanted_parents(source)
    parents: dict[str, Entry] = {}
    if wanted:
        source.seek(start)
        for entry in parse(numbered_lines(source), name):
            if isinstance(entry, Entry) and entry.key.lower() in wanted:
                parents.setdefault(entry.key.lower(), entry)
    source.seek(start)
    empty = True
    for entry in parse(numbered_lines(source), name):
        empty = False
        if isinstance(entry, Problem):
            yield entry
        elif entry.type != "xdata":
            yield record_of(inherit(entry, parents, name), name)
    if empty:
        hint = "an entry begins like “@book{key,”"
        yield Problem("no-entries", "error", "there is no BibTeX entry in it", Place(name), hint)


def record_of(entry: Entry, name: str) -> Record | Problem:
    """The record an entry stands for; a Problem for one without a key."""
    place = Place(name, entry.line, 1)
    key = safe_key(entry.key)
    if not key:
        return Problem("bibtex-key", "error", f"the @{entry.type[:80]} entry has no key", place)
    return with_absences(_Reading(entry, name).record(key, place))


class _Reading:
    """One entry on its way to becoming a record."""

    def __init__(self, entry: Entry, name: str) -> None:
        self.entry = entry
        self.name = name
        self.type = _csl_type(entry)
        self.fields: dict[str, Value] = {}
        self.places: dict[str, tuple[int, int]] = {}
        self.problems = list(entry.problems)
        self.absent: set[str] = set()
        uses_prefix = _USES_PREFIX.search(self.raw("options"))
        drops = uses_prefix is not None and uses_prefix[1].lower() == "false"
        self.particle: Particle = "dropping-particle" if drops else "non-dropping-particle"

    def record(self, key: str, place: Place) -> Record:
        known = variables(self.type)
        for field_name, (variable, shape) in known.items():
            if field_name in self.entry.fields and field_name not in _JOINED:
                self.take(field_name, variable, shape)
        self.known_type()
        self.issued()
        self.language()
        self.eprint()
        for field_name in self.entry.fields:
            if field_name not in known and field_name not in _JOINED | _INTERNAL:
                self.notice("unknown-field", field_name, "has no place in a record and is left out")
        self.fields["citation-key"] = key
        return Record(
            key,
            self.type,
            self.fields,
            place,
            frozenset(self.absent - self.fields.keys()),
            tuple(self.problems),
            self.places,
        )

    def raw(self, field_name: str) -> str:
        value = self.entry.fields.get(field_name)
        return value.text if value else ""

    def text(self, field_name: str) -> str:
        return _plain(self.raw(field_name))

    def notice(self, rule: str, field_name: str, what: str) -> None:
        place = Place(self.name, self.entry.fields[field_name].line, 1)
        self.problems.append(Problem(rule, "notice", f"{field_name[:80]} {what}", place))

    def put(self, field_name: str, variable: str, value: Value | None) -> None:
        if value:
            self.fields[variable] = value
            self.places[variable] = (self.entry.fields[field_name].line, 1)

    def take(self, field_name: str, variable: str, shape: Shape) -> None:
        raw = self.raw(field_name)
        if variable in self.fields:
            if _plain(raw) != self.fields[variable]:
                self.notice("second-value", field_name, f"is left out: {variable} has a value")
        elif shape is Shape.NAMES:
            names, truncated = read_names(raw, self.particle)
            self.put(field_name, variable, names)
            if truncated:
                self.notice(
                    "names-truncated", field_name, "ends in “and others”: names are missing"
                )
        elif shape is Shape.DATE:
            self.date(field_name, variable, _date(raw))
        elif field_name == "howpublished" and "\\url" in raw:
            self.put(field_name, "URL", self.fields.get("URL") or _verbatim(raw))
        else:
            self.put(field_name, variable, self.string(field_name, shape))

    def string(self, field_name: str, shape: Shape) -> str:
        raw = self.raw(field_name)
        if shape is Shape.VERBATIM:
            return _verbatim(raw)
        if shape is Shape.PAGES:
            return _plain(_HYPHENS.sub("{-}", raw))
        if shape is Shape.GENRE and raw == STAND_IN_TYPES.get(self.type):
            return ""
        text = _plain(raw)
        if shape is Shape.GENRE:
            return READ_GENRES.get(text.lower(), text)
        if shape is Shape.EDITION:
            return edition_number(text)
        subtitle = self.text(_SUBTITLES.get(field_name, ""))
        return join_title(text, subtitle)

    def date(self, field_name: str, variable: str, reading: Reading) -> None:
        if reading.absent:
            self.absent.add(variable)
        if reading.fault and reading.fault.rule != "date-syntax":
            rule, severity, message, suggestion = reading.fault
            place = Place(self.name, self.entry.fields[field_name].line, 1)
            self.problems.append(Problem(rule, severity, message, place, suggestion))
        self.put(field_name, variable, reading.date)

    def known_type(self) -> None:
        """What the entry type says beyond the type of the record, or that it says nothing."""
        kind = self.entry.type
        if genre := GENRES_OF_ENTRIES.get(kind) if "type" not in self.entry.fields else None:
            self.fields.setdefault("genre", genre)
        if kind not in READ_TYPES and self.type == FALLBACK_TYPE:
            message = f"@{kind[:80]} is no entry type of BibTeX or biblatex; it is read as @misc"
            place = Place(self.name, self.entry.line, 1)
            hint = "use a type such as @book, @report or @online"
            self.problems.append(Problem("unknown-type", "warning", message, place, hint))

    def issued(self) -> None:
        if self.text("date"):
            self.date("date", "issued", _date(self.raw("date")))
        elif year := self.text("year"):
            self.date("year", "issued", read_year(year, self.text("month"), self.text("day")))

    def language(self) -> None:
        langid = "langid" if "langid" in self.entry.fields else "hyphenation"
        field_name = "language" if "language" in self.entry.fields else langid
        self.put(field_name, "language", read_language(self.text("language"), self.text(langid)))

    def eprint(self) -> None:
        """An archive's own number: PubMed's, or the archive's name and the number in it."""
        archive = self.text("eprinttype") or self.text("archiveprefix")
        if number := self.text("eprint"):
            if archive.lower() == "pubmed":
                self.fields.setdefault("PMID", number)
            else:
                self.fields.setdefault("archive_location", number)
                if archive:
                    self.fields.setdefault("archive", archive)


def _csl_type(entry: Entry) -> str:
    subtype = entry.fields.get("entrysubtype")
    named = _plain(subtype.text) if subtype else ""
    if named in TYPES:
        return named
    if named.lower() in ("magazine", "newspaper"):
        return f"article-{named.lower()}"
    return READ_TYPES.get(entry.type, FALLBACK_TYPE)


def _plain(latex: str) -> str:
    return one_line(decode(latex))[0] if latex else ""


def _date(raw: str) -> Reading:
    # A tilde says "circa" in EDTF and is a blank in LaTeX text.
    date = read_edtf(raw)
    return Reading(date) if date else read_date(_plain(raw))


def _verbatim(raw: str) -> str:
    return one_line(_ESCAPED.sub(lambda match: match[1] or "", raw))[0]
