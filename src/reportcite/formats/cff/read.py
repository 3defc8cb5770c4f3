"""Reads CITATION.cff, version 1: the preferred citation, or else the work itself; the references.

YAML is read by `formats.reading.yaml`, which bounds depth, size and aliases.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, BinaryIO, Final

from yaml import DocumentStartEvent, MappingStartEvent, YAMLError

from reportcite.errors import Place
from reportcite.formats.cff.fields import ALSO_READ, NAMES, TEXTS, TYPES, titles
from reportcite.formats.reading.libyaml import CBaseLoader
from reportcite.formats.reading.note_lines import Found, read_lines, record_of
from reportcite.formats.reading.source import (
    RecordTooLarge,
    Source,
    Unreadable,
    too_large,
)
from reportcite.formats.reading.yaml import Broken, Values
from reportcite.formats.rules import EMPTY_FILE, NOT_A_RECORD, YAML_SYNTAX
from reportcite.limits import LIMITS, Limits
from reportcite.problems import Problem
from reportcite.record.assemble.dates import read_date
from reportcite.record.assemble.record import numbered_id, stem_of
from reportcite.record.model import Record
from reportcite.record.untyped import Notation, Untyped
from reportcite.values.keywords import join_keywords
from reportcite.values.names.parts import contributor
from reportcite.values.names.reading import Reading as NamesReading
from reportcite.values.pages import join_pages

if TYPE_CHECKING:
    from yaml import Mark

_CSL_TYPES: Final = ALSO_READ | {cff: csl for csl, cff in reversed(TYPES.items())}
# The format asks for an author and a title in every case; these stand for none.
ANONYMOUS: Final = "anonymous"
UNTITLED: Final = "untitled"

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

Node = dict[str, Untyped]


def read(stream: BinaryIO, name: str, limits: Limits = LIMITS) -> Iterator[Record | Problem]:
    """The records of a CITATION.cff, or of a stream of several, each as large as a record may be.

    What follows a mistake is not read, but another file after one that is too large is.
    """
    stem, number = stem_of(name), 0
    for document in _Reader(Source(stream, limits.max_record_size), name).documents():
        if isinstance(document, Problem):
            yield document
            continue
        for reference, line in _references(*document):
            number += 1
            lines = read_lines(_text(reference.get("notes")))
            found = own(reference, lines.type if lines else "")
            id_ = numbered_id(stem, number)
            yield record_of(found, lines, id_, Place(name, line), NOTATION)


def own(reference: Mapping[str, Any], csl_type: str = "") -> Found:
    """What the keys of a reference say, without the lines in its notes.

    `csl_type` is the CSL type if another one is known than that the reference has: it decides in
    which larger work the record stands.
    """
    found = Found(_CSL_TYPES.get(_text(reference.get("type")), "document"))
    fields = found.fields
    if (title := _text(reference.get("title"))) and title != UNTITLED:
        fields["title"] = title
    for variable, key in (TEXTS | titles(csl_type or found.type)).items():
        if text := _text(reference.get(key)):
            fields[variable] = text
    for variable, key in NAMES.items():
        people = reference.get(key)
        persons = (
            [one for one in people if isinstance(one, dict)] if isinstance(people, list) else []
        )
        if [one.get("name") for one in persons] != [ANONYMOUS] or variable != "author":
            fields[variable] = persons
    _read_entities(reference, found)
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

    def documents(self) -> Iterator[tuple[Node, int] | Problem]:
        """Each document's mapping and the line of its citation; what is wrong with the file."""
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

    def _mappings(self) -> Iterator[tuple[Node, int] | Problem]:
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
                    yield fields, places.get("preferred-citation", (self.line, 1))[0]
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


def _references(document: Node, line: int) -> Iterator[tuple[Node, int]]:
    """What the file asks to be cited, and what it refers to."""
    preferred = document.get("preferred-citation")
    if isinstance(preferred, dict):
        yield preferred, line
    else:
        kind = "data" if document.get("type") == "dataset" else "software"
        published = document.get("date-released", "")
        yield {**document, "type": kind, "date-published": published}, line
    others = document.get("references")
    for other in others if isinstance(others, list) else []:
        if isinstance(other, dict):
            yield other, line


def _text(value: Untyped) -> str:
    """A scalar as text; empty ones, lists and mappings are none."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    text = str(value)
    return "" if text.isspace() else text


def _read_name(field: str, value: Untyped) -> NamesReading:
    """The name of a person or an entity, as the schema has them."""
    person = value if isinstance(value, dict) else {}
    name = contributor(
        family=_text(person.get("family-names")),
        given=_text(person.get("given-names")),
        non_dropping_particle=_text(person.get("name-particle")),
        suffix=_text(person.get("name-suffix")),
    )
    if "family" not in name and "given" not in name:
        name = contributor(literal=_text(person.get("alias")))
    if literal := _text(person.get("name")):
        name = {"literal": literal}
    return NamesReading([name] if name else [])


NOTATION: Final = Notation(_read_name, read_date)
"""How a CITATION.cff writes values."""


def _read_entities(reference: Mapping[str, Any], found: Found) -> None:
    publisher = reference.get("publisher") or reference.get("institution")
    for variable, entity, key in (
        ("publisher", publisher, "name"),
        ("publisher-place", publisher, "city"),
        ("publisher-place", reference.get("location"), "name"),
        ("event-title", reference.get("conference"), "name"),
    ):
        if isinstance(entity, dict) and (text := _text(entity.get(key))):
            found.fields.setdefault(variable, text)


def _read_dates(reference: Mapping[str, Any], found: Found) -> None:
    texts = {key: _text(reference.get(key)) for key in _DATES}
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
    if status := _text(reference.get("status")):
        fields["status"] = status
    if first := _text(reference.get("start")):
        fields["page"] = join_pages(first, _text(reference.get("end")))
    if found.type == "thesis" and (genre := _text(reference.get("thesis-type"))):
        fields["genre"] = genre
    for variable, key in (("language", "languages"), ("keyword", "keywords")):
        words = reference.get(key)
        texts = [_text(word) for word in words] if isinstance(words, list) else []
        if text := join_keywords(texts):
            fields[variable] = text
    notes = _text(reference.get("notes"))
    if notes and read_lines(notes) is None:
        fields["note"] = notes
    if "URL" not in fields and (url := _text(reference.get("repository-code"))):
        fields["URL"] = url
