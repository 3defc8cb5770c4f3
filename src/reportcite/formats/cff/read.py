"""Reads CITATION.cff, version 1: the preferred citation, or else the work itself; the references.

YAML is read by `formats.reading.yaml`, which bounds depth, size and aliases.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from yaml import DocumentStartEvent, MappingStartEvent, YAMLError

from reportcite.errors import Place
from reportcite.formats.cff.fields import ALSO_READ, NAMES, TEXTS, TYPES, titles
from reportcite.formats.cff.kept import REFERENCE_ENTRY, ROOT_ENTRY, differing, lacking
from reportcite.formats.cff.people import read_name, scalar
from reportcite.formats.cff.reference import (
    ANONYMOUS,
    UNTITLED,
    Node,
    file_about,
    file_of,
    reference_of,
)
from reportcite.formats.cff.schema import violations
from reportcite.formats.reading.libyaml import CBaseLoader
from reportcite.formats.reading.note_lines import Found, Lines, read_lines, record_of
from reportcite.formats.reading.source import (
    RecordTooLarge,
    Source,
    Unreadable,
    too_large,
)
from reportcite.formats.reading.yaml import Broken, Values
from reportcite.formats.rules import CFF_SCHEMA, EMPTY_FILE, NOT_A_RECORD, YAML_SYNTAX
from reportcite.limits import LIMITS, Limits
from reportcite.problems import Problem, shown
from reportcite.record.assemble.dates import read_date
from reportcite.record.assemble.record import numbered_id, stem_of
from reportcite.record.custom import CONTRIBUTORS, kept
from reportcite.record.model import Record
from reportcite.record.untyped import Notation, Places
from reportcite.tuples import NamedTuple
from reportcite.values.keywords import join_keywords
from reportcite.values.pages import join_pages

if TYPE_CHECKING:
    from yaml import Mark

_CSL_TYPES: Final = ALSO_READ | {cff: csl for csl, cff in reversed(TYPES.items())}
_OTHER_WORKS: Final = frozenset({"preferred-citation", "references"})

_DATES: Final = (
    "year",
    "month",
    "date-published",
    "date-released",
    "date-accessed",
    "year-original",
)

_NO_MAPPING: Final = NOT_A_RECORD.found(
    "a CITATION.cff is a mapping, which this is not", "write “title: …”"
)

_NEXT_DOCUMENT: Final = r"---(?=\s|$)"


class _Work(NamedTuple):
    """One work of a file: what is said of it, in which line, what is wrong with that; and the root
    of the file, without other works, where it is the one that the file is about."""

    node: Node
    line: int
    problems: list[Problem]
    root: Node | None = None
    is_reference: bool = False


def read(stream: BinaryIO, name: str, limits: Limits = LIMITS) -> Iterator[Record | Problem]:
    """The records of a CITATION.cff, or of a stream of several, each as large as a record may be.

    What follows a mistake is not read, but another file after one that is too large is.
    """
    stem, number = stem_of(name), 0
    for document in _Reader(Source(stream, limits.max_record_size), name).documents():
        if isinstance(document, Problem):
            yield document
            continue
        for work in _works(*document):
            number += 1
            yield _record(work, numbered_id(stem, number), name)


def _record(work: _Work, id_: str, name: str) -> Record:
    """The record of one work, with what else the file says of it."""
    lines = read_lines(scalar(work.node.get("notes")))
    node = about_work(work.node) if work.node is work.root else work.node
    found = own(node, lines.type if lines else "")
    place = Place(name, work.line)
    bare = record_of(found, lines, id_, place, NOTATION)
    found.fields |= kept("cff", _kept(work, bare, lines))
    found.problems += work.problems
    return record_of(found, lines, id_, place, NOTATION)


def about_work(root: Node) -> Node:
    """What the root of a file says of its work, as a reference says it."""
    kind = "data" if root.get("type") == "dataset" else "software"
    return {**root, "type": kind, "date-published": root.get("date-released", "")}


def _kept(work: _Work, record: Record, lines: Lines | None) -> Node:
    """What a file written of `record` would lack."""
    details = record.custom.get(CONTRIBUTORS, {})
    reference = reference_of(record.fields, record.type, details)
    if lines is not None or "note" in record.fields:
        reference["notes"] = work.node.get("notes")
    # What the lines say better does not stand where it seems to.
    for variable, key in NAMES.items():
        if lines is not None and variable in lines.fields:
            reference[key] = work.node.get(key)
    if work.root is None:
        entries = lacking(work.node, reference)
        return entries | ({REFERENCE_ENTRY: True} if work.is_reference else {})
    if work.node is work.root:
        about = file_about(reference, record.type) or {}
        message = differing({"message": work.root.get("message", about["message"])}, about)
        return lacking(work.root, about) | message
    entries = lacking(work.node, reference)
    if root := differing(work.root, file_of(reference)):
        entries[ROOT_ENTRY] = root
    return entries


def own(reference: Mapping[str, Any], csl_type: str = "") -> Found:
    """What the keys of a reference say, without the lines in its notes.

    `csl_type` is the CSL type if another one is known than that the reference has: it decides in
    which larger work the record stands.
    """
    found = Found(_CSL_TYPES.get(scalar(reference.get("type")), "document"))
    fields = found.fields
    if (title := scalar(reference.get("title"))) and title != UNTITLED:
        fields["title"] = title
    for variable, key in (TEXTS | titles(csl_type or found.type)).items():
        if text := scalar(reference.get(key)):
            fields[variable] = text
    for variable, key in NAMES.items():
        people = reference.get(key)
        persons = (
            [one for one in people if isinstance(one, dict)] if isinstance(people, list) else []
        )
        if [one.get("name") for one in persons] != [ANONYMOUS] or variable != "author":
            fields[variable] = persons
    _read_entities(reference, found)
    _read_event_date(reference, found)
    _read_dates(reference, found)
    _read_texts(reference, found)
    return found


class _Reader:
    """One stream being read; `base` and `base_line` are where the present parser began."""

    def __init__(self, source: Source, name: str) -> None:
        self.source = source
        self.name = name
        self.base = 0
        self.base_line = 1
        self.line = 1  # in which the present document begins
        self.problems: list[Problem] = []

    def documents(self) -> Iterator[tuple[Node, Places, int] | Problem]:
        """Each document's mapping, the places in it, and its line; what is wrong with the file."""
        source = self.source
        empty = True
        while True:
            try:
                for document in self._mappings():
                    empty = False
                    yield document
                break
            except RecordTooLarge:
                empty = False
                yield too_large(source.max_record_size).at(Place(self.name, self.line, 1))
            except Broken as broken:
                yield broken.problem.at(self._place(broken.mark))
                return
            except Unreadable as unreadable:
                yield unreadable.problem.at(Place(self.name))
                return
            except YAMLError as error:
                yield self._syntax_problem(error)
                return
            found = source.skip_to(_NEXT_DOCUMENT, self.line)
            if found is None:
                return
            self.base, self.base_line = found
        if empty:
            hint = "give a CITATION.cff"
            place = Place(self.name, 1, 1)
            yield EMPTY_FILE.found("the file holds no citation", hint, place=place)

    def _mappings(self) -> Iterator[tuple[Node, Places, int] | Problem]:
        """As `documents` from here on, but what ends the reading is raised."""
        source = self.source
        next_event: Any = CBaseLoader(source).get_event
        values = Values(next_event, self._report, self.base_line)
        while (event := next_event()) is not None:
            if event.__class__ is not DocumentStartEvent:
                continue
            values.anchors.clear()
            event = next_event()
            start: Any = event.start_mark
            self.line = start.line + self.base_line
            source.keep_from(start.index + self.base)
            if event.__class__ is not MappingStartEvent:
                self._report(_NO_MAPPING, start)
                values.value(event)
            else:
                fields, places, end = values.fields(event)
                if end.end_mark.index - start.index > source.max_record_size:
                    self.problems.clear()
                    self._report(too_large(source.max_record_size), start)
                else:
                    yield fields, places, self.line
                source.keep_from(end.end_mark.index + self.base)
            yield from self.problems
            self.problems.clear()

    def _report(self, problem: Problem, mark: Mark) -> None:
        self.problems.append(problem.at(self._place(mark)))

    def _place(self, mark: Any) -> Place:
        return Place(self.name, mark.line + self.base_line, mark.column + 1)

    def _syntax_problem(self, error: YAMLError) -> Problem:
        mark: Any = getattr(error, "problem_mark", None)
        place = self._place(mark) if mark else Place(self.name)
        hint = "put quotes round the text, or check the indentation"
        message = getattr(error, "problem", None) or str(error)
        return YAML_SYNTAX.found(message, hint, place=place)


def _works(document: Node, places: Places, line: int) -> Iterator[_Work]:
    """What the file asks to be cited, and what it refers to."""
    root = {key: value for key, value in document.items() if key not in _OTHER_WORKS}
    wrong = [_violation(key, why, "the file") for key, why in violations(root, root=True)]
    preferred = document.get("preferred-citation")
    if isinstance(preferred, dict):
        wrong += [
            _violation(key, why, "preferred-citation")
            for key, why in violations(preferred, root=False)
        ]
        yield _Work(preferred, places["preferred-citation"][0], wrong, root)
    else:
        yield _Work(root, line, wrong, root)
    others = document.get("references")
    for number, other in enumerate(others if isinstance(others, list) else [], 1):
        if isinstance(other, dict):
            where = places.get(f"references/{number}", places["references"])[0]
            wrong = [
                _violation(key, why, f"reference {number}")
                for key, why in violations(other, root=False)
            ]
            yield _Work(other, where, wrong, is_reference=True)


def _violation(key: str, why: str, where: str) -> Problem:
    message = f"{shown(key)} of {where} {why}"
    return CFF_SCHEMA.found(message, "see the guide to the schema of CFF 1.2.0")


NOTATION: Final = Notation(read_name, read_date)
"""How a CITATION.cff writes values."""


def _read_entities(reference: Mapping[str, Any], found: Found) -> None:
    publisher = reference.get("publisher") or reference.get("institution")
    for variable, entity, key in (
        ("publisher", publisher, "name"),
        ("publisher-place", publisher, "city"),
        ("publisher-place", reference.get("location"), "name"),
        ("event-title", reference.get("conference"), "name"),
        ("event-place", reference.get("conference"), "city"),
        ("event-place", reference.get("conference"), "location"),
    ):
        if isinstance(entity, dict) and (text := scalar(entity.get(key))):
            found.fields.setdefault(variable, text)


def _read_event_date(reference: Mapping[str, Any], found: Found) -> None:
    event = reference.get("conference")
    if isinstance(event, dict):
        ends = [scalar(event.get(key)) for key in ("date-start", "date-end")]
        if days := "/".join(filter(None, ends)):
            found.fields["event-date"] = days


def _read_dates(reference: Mapping[str, Any], found: Found) -> None:
    texts = {key: scalar(reference.get(key)) for key in _DATES}
    year, month = texts["year"], texts["month"]
    issued = texts["date-published"] or (f"{year}-{month}" if year and month else year)
    for variable, date in (
        ("issued", issued or texts["date-released"]),
        ("accessed", texts["date-accessed"]),
        ("original-date", texts["year-original"]),
    ):
        if date:
            found.fields[variable] = date


def _read_texts(reference: Mapping[str, Any], found: Found) -> None:
    fields = found.fields
    if status := scalar(reference.get("status")):
        fields["status"] = status
    if first := scalar(reference.get("start")):
        fields["page"] = join_pages(first, scalar(reference.get("end")))
    if found.type == "thesis" and (genre := scalar(reference.get("thesis-type"))):
        fields["genre"] = genre
    words = reference.get("keywords")
    if text := join_keywords(map(scalar, words) if isinstance(words, list) else ()):
        fields["keyword"] = text
    languages = reference.get("languages")
    if isinstance(languages, list) and languages and (language := scalar(languages[0])):
        fields["language"] = language
    notes = scalar(reference.get("notes"))
    if notes and read_lines(notes) is None:
        fields["note"] = notes
    if "URL" not in fields and (url := scalar(reference.get("repository-code"))):
        fields["URL"] = url
    identifiers = reference.get("identifiers")
    for one in identifiers if isinstance(identifiers, list) else []:
        if isinstance(one, dict) and one.get("type") == "doi" and (doi := scalar(one.get("value"))):
            fields.setdefault("DOI", doi)
