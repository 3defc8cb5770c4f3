"""Entries of a .bib file, BibTeX's or biblatex's, as records; LaTeX text is decoded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from tempfile import SpooledTemporaryFile
from typing import BinaryIO, cast

from reportcite.errors import Place
from reportcite.formats.bibtex.fields import (
    EDITOR_TYPES,
    ENTRY_SUBTYPES,
    FALLBACK_TYPE,
    GENRES_OF_ENTRIES,
    READ_GENRES,
    READ_TYPES,
    STAND_IN_TYPES,
    FieldKind,
    variables,
)
from reportcite.formats.bibtex.inherit import inherit, wanted_parents
from reportcite.formats.bibtex.latex.text import decode_noting
from reportcite.formats.bibtex.notation import notation
from reportcite.formats.bibtex.parse import Entry, parse
from reportcite.formats.bibtex.values import decode_line, published, verbatim, without_entities
from reportcite.formats.reading.generic_genres import is_generic_genre
from reportcite.formats.reading.lines import numbered_lines
from reportcite.formats.rules import (
    BIBTEX_KEY,
    LATEX_COMMAND,
    NO_ENTRIES,
    SECOND_VALUE,
    UNKNOWN_FIELD,
)
from reportcite.formats.writing.keys import safe_key
from reportcite.formats.writing.one_line import one_line
from reportcite.limits import LIMITS, Limits
from reportcite.problems import Problem, Rule
from reportcite.record.assemble.record import assemble
from reportcite.record.model import Record
from reportcite.record.rules import UNKNOWN_TYPE
from reportcite.record.untyped import Places, Untyped, UntypedRecord
from reportcite.values.title import join_title
from reportcite.vocabulary import ITEM_TYPES

_HYPHENS = re.compile(r"(?<!-)-{2,3}(?!-)")
_USES_PREFIX = re.compile(r"useprefix\s*=\s*(true|false)", re.IGNORECASE)
_SUBTITLES = {
    "booktitle": "booksubtitle", "journaltitle": "journalsubtitle", "maintitle": "mainsubtitle",
    "title": "titlesubtitle",
}  # fmt: skip
_EPRINT = frozenset("""archiveprefix arxivid eprint eprintclass eprinttype primaryclass""".split())
# Read together with another field, or said by the record itself.
_JOINED = _EPRINT | frozenset(
    {"date", "year", "month", "day", "language", "langid", "hyphenation", "options",
     "entrysubtype", "crossref", "xdata", "langidopts", "editortype", *_SUBTITLES.values()}
)  # fmt: skip
# What reference managers and databases keep for themselves.
_INTERNAL = frozenset(
    """file owner timestamp groups creationdate modificationdate date-added date-modified
    rating readstatus __markedentry citeulike-article-id posted-at priority interhash
    intrahash ids mendeley-groups mendeley-tags sortkey presort sorttitle sortname label shorthand
    sortyear added-at biburl bibsource comment commentary local-url read qualityassured printed
    relevance ranking citationcount pdf ee affiliation affiliations author-email author_keywords
    unique-id times-cited number-of-cited-references usage-count-last-180-days
    usage-count-since-2013 doc-delivery-number web-of-science-categories
    web-of-science-index research-areas keywords-plus researcherid-numbers orcid-numbers
    funding-acknowledgement funding-text cited-references da esi-highly-cited-paper
    esi-hot-paper oa early-access-date source document_type publication_stage coden
    correspondence_address1 references funding_details issue_date acmid bibcode adsurl
    adsnote earlyaccessdate eissn e-issn isbn-13 isbn13 isbn10""".split()
)
_PASSED_OVER = _JOINED | _INTERNAL


def read(stream: BinaryIO, name: str, limits: Limits = LIMITS) -> Iterator[Record | Problem]:
    """The records of a .bib file in order; a Problem stands for each malformed entry.

    Entries that inherit (`crossref`, `xdata`) may stand before or after what they inherit from,
    so a file that has such entries is gone through twice.
    """
    if stream.seekable():
        yield from _read(stream, name, limits)
        return
    with SpooledTemporaryFile(max_size=8 << 20) as copy:
        while chunk := stream.read(1 << 20):
            copy.write(chunk)
        copy.seek(0)
        yield from _read(cast(BinaryIO, copy), name, limits)


def _read(source: BinaryIO, name: str, limits: Limits) -> Iterator[Record | Problem]:
    start = source.tell()
    wanted = wanted_parents(source)
    parents: dict[str, Entry] = {}
    if wanted:
        source.seek(start)
        for entry in parse(numbered_lines(source), name, limits):
            if isinstance(entry, Entry) and entry.key.lower() in wanted:
                parents.setdefault(entry.key.lower(), entry)
    source.seek(start)
    empty = True
    for entry in parse(numbered_lines(source), name, limits):
        empty = False
        if isinstance(entry, Problem):
            yield entry
        elif entry.type != "xdata":
            yield record_of(inherit(entry, parents, name), name)
    if empty:
        hint = "an entry begins like “@book{key,”"
        yield NO_ENTRIES.found("there is no BibTeX entry in it", hint, place=Place(name))


def record_of(entry: Entry, name: str) -> Record | Problem:
    """The record an entry stands for; a Problem for one without a key."""
    place = Place(name, entry.line, 1)
    key = safe_key(entry.key)
    if not key:
        return BIBTEX_KEY.found(f"the @{entry.type[:80]} entry has no key", place=place)
    return assemble(_Reading(entry, name).untyped(key, place))


class _Reading:
    """One entry on its way to becoming a record: which of its fields hold which variables."""

    def __init__(self, entry: Entry, name: str) -> None:
        self.entry = entry
        self.name = name
        self.type = _csl_type(entry)
        self.fields: dict[str, Untyped] = {}
        self.places: Places = {}
        self.problems = list(entry.problems)

    def untyped(self, key: str, place: Place) -> UntypedRecord:
        known = variables(self.type)
        if self.type == "book" and "booktitle" in self.entry.fields:
            self.own_booktitle()
        if self.type == "paper-conference":
            self.place_of_conference()
        for field_name, (variable, kind) in known.items():
            if field_name in self.entry.fields and field_name not in _JOINED:
                self.take(field_name, variable, kind)
        self.known_type()
        self.issued()
        self.language()
        self.eprint()
        for field_name in self.entry.fields:
            if field_name not in known and not _is_passed_over(field_name):
                self.notice(UNKNOWN_FIELD, field_name, "has no place in a record and is left out")
        uses_prefix = _USES_PREFIX.search(self.raw("options"))
        drops = uses_prefix is not None and uses_prefix[1].lower() == "false"
        return UntypedRecord(
            {"id": key, "type": self.type, **self.fields, "citation-key": key},
            place,
            notation("dropping-particle" if drops else "non-dropping-particle"),
            key,
            problems=self.problems,
            places=self.places,
        )

    def own_booktitle(self) -> None:
        """`booktitle` of a volume is there for those that inherit it, or is its title."""
        fields = self.entry.fields
        fields.setdefault("title", fields["booktitle"])
        if self.text("title") != self.text("booktitle"):
            self.notice(SECOND_VALUE, "booktitle", "is left out: a volume has its own title")
        del fields["booktitle"]

    def place_of_conference(self) -> None:
        """Beside the publisher's `address`, `location` is where the conference was, as ACM has
        it."""
        fields = self.entry.fields
        if "address" in fields and "location" in fields and "venue" not in fields:
            fields["venue"] = fields.pop("location")

    def raw(self, field_name: str) -> str:
        value = self.entry.fields.get(field_name)
        return value.text if value else ""

    def text(self, field_name: str) -> str:
        return decode_line(without_entities(self.raw(field_name)))

    def notice(self, rule: Rule, field_name: str, what: str) -> None:
        place = Place(self.name, self.entry.fields[field_name].line, 1)
        self.problems.append(rule.found(f"{field_name[:80]} {what}", place=place))

    def put(self, field_name: str, variable: str, value: Untyped) -> None:
        if value:
            self.fields[variable] = value
            self.places[variable] = (self.entry.fields[field_name].line, 1)

    def take(self, field_name: str, variable: str, kind: FieldKind) -> None:
        raw = self.raw(field_name)
        if variable in self.fields:
            if decode_line(raw) != self.fields[variable] and field_name not in _INTERNAL:
                self.notice(SECOND_VALUE, field_name, f"is left out: {variable} has a value")
        elif kind is FieldKind.NAMES:
            if field_name == "editor":
                variable = EDITOR_TYPES.get(self.raw("editortype").strip().lower(), variable)
            self.put(field_name, variable, without_entities(raw))
        elif kind is FieldKind.DATE:
            self.put(field_name, variable, raw)
        elif field_name == "howpublished" and (found := published(raw)).url:
            self.put(field_name, variable, found.text)
            if self.raw("url") and self.text("url") != found.url:
                self.notice(SECOND_VALUE, field_name, "has a link that is left out: see url")
            elif "URL" not in self.fields:
                self.put(field_name, "URL", found.url)
        else:
            self.put(field_name, variable, self.string(field_name, variable, kind))

    def string(self, field_name: str, variable: str, kind: FieldKind) -> str:
        raw = self.raw(field_name)
        if kind is FieldKind.VERBATIM:
            return verbatim(raw)
        if kind is FieldKind.PAGES:
            return decode_line(_HYPHENS.sub("{-}", raw))
        if kind is FieldKind.GENRE:
            return self.genre(field_name, raw)
        text = self.decoded(field_name, raw)
        subtitle = self.text(_SUBTITLES.get(field_name, ""))
        return join_title(text, subtitle) if subtitle else text

    def genre(self, field_name: str, raw: str) -> str:
        text = self.decoded(field_name, raw)
        if is_generic_genre(text, self.type) or raw == STAND_IN_TYPES.get(self.type):
            return ""
        return READ_GENRES.get(text.lower(), text)

    def decoded(self, field_name: str, raw: str) -> str:
        """The text of a field; what is lost of it is reported."""
        text, lost = decode_noting(without_entities(raw))
        if lost:
            commands = ", ".join(lost[:5])
            self.notice(LATEX_COMMAND, field_name, f"has {commands}, which is left out")
        return one_line(text)[0]

    def known_type(self) -> None:
        """What the entry type says beyond the type of the record, or that it says nothing."""
        kind = self.entry.type
        if genre := GENRES_OF_ENTRIES.get(kind) if "type" not in self.entry.fields else None:
            self.fields.setdefault("genre", genre)
        if kind not in READ_TYPES and self.type == FALLBACK_TYPE:
            message = f"@{kind[:80]} is no entry type of BibTeX or biblatex; it is read as @misc"
            place = Place(self.name, self.entry.line, 1)
            hint = "use a type such as @book, @report or @online"
            self.problems.append(UNKNOWN_TYPE.of("bibtex").found(message, hint, place=place))

    def issued(self) -> None:
        if self.text("date"):
            self.put("date", "issued", self.raw("date"))
        elif self.text("year"):
            parts = {part: self.text(part) for part in ("year", "month", "day")}
            self.put("year", "issued", parts)

    def language(self) -> None:
        langid = "langid" if "langid" in self.entry.fields else "hyphenation"
        field_name = "language" if "language" in self.entry.fields else langid
        if field_name in self.entry.fields:
            both = {"language": self.text("language"), "langid": self.text(langid)}
            self.put(field_name, "language", both)

    def eprint(self) -> None:
        """An archive's name, and what a work is called there; PubMed's numbers are their own."""
        fields = self.entry.fields
        if _EPRINT.isdisjoint(fields):
            return
        named = "eprinttype" if "eprinttype" in fields else "archiveprefix"
        classed = "eprintclass" if "eprintclass" in fields else "primaryclass"
        numbered = "eprint" if "eprint" in fields or "arxivid" not in fields else "arxivid"
        archive = self.text(named) or ("arXiv" if numbered == "arxivid" else "")
        number = self.text(numbered)
        if archive.lower() == "pubmed" and number:
            self.fields.setdefault("PMID", number)
            return
        for field_name, variable, text in (
            (numbered, "archive_location", number),
            (named if named in fields else numbered, "archive", archive),
            (classed, "archive_collection", self.text(classed)),
        ):
            if text and variable not in self.fields:
                self.put(field_name, variable, text)


def _is_passed_over(field_name: str) -> bool:
    return field_name in _PASSED_OVER or field_name.startswith(("bdsk-", "jabref", "opt"))


def _csl_type(entry: Entry) -> str:
    subtype = entry.fields.get("entrysubtype")
    named = decode_line(subtype.text) if subtype else ""
    if named in ITEM_TYPES:
        return named
    for csl_type, subtype_name in ENTRY_SUBTYPES.items():
        if named.lower() == subtype_name:
            return csl_type
    return READ_TYPES.get(entry.type, FALLBACK_TYPE)
