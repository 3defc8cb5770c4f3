"""Reads CITATION.cff, version 1: the preferred citation or the work itself, and the references."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO, Final

from yaml import MappingStartEvent

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
from reportcite.formats.reading.note_lines import Found, Lines, read_lines, record_of
from reportcite.formats.reading.yaml import Values
from reportcite.formats.reading.yaml_documents import Documents, Mapped
from reportcite.formats.rules import CFF_SCHEMA, NOT_A_RECORD
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

_EMPTY: Final = ("the file holds no citation", "give a CITATION.cff")
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
    for found in Documents(stream, name, limits, _NEXT_DOCUMENT, _EMPTY).read(_document):
        if isinstance(found, Problem):
            yield found
            continue
        for work in _works(found.fields, found.places, found.line):
            number += 1
            yield _record(work, numbered_id(stem, number), name)
        yield from found.problems


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


def _document(
    documents: Documents, event: Any, _: Any, values: Values
) -> Iterator[Mapped | Problem]:
    start: Any = event.start_mark
    documents.begin(start)
    if event.__class__ is MappingStartEvent:
        yield from documents.mapping(start, event, values)
    else:
        yield from documents.instead(_NO_MAPPING, event, values)


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
