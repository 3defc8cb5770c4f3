"""Reads PICA+: plain (a line for each field), normalised (a line for each record), and XML."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import BinaryIO, Final, cast

from reportcite.errors import Place
from reportcite.formats.format import Format
from reportcite.formats.pica.crosswalk import Field, crossed
from reportcite.formats.reading.source import too_large
from reportcite.formats.reading.xml import line_of, line_text, read_elements
from reportcite.formats.rules import ENCODING, NO_ENTRIES, TAGGED_SYNTAX
from reportcite.limits import LIMITS, Limits
from reportcite.patterns import pattern
from reportcite.problems import Problem
from reportcite.record.assemble.record import assemble, numbered_id, stem_of
from reportcite.record.model import Record
from reportcite.record.untyped import Notation, Untyped, UntypedRecord
from reportcite.values.dates.catalogued import read_catalogued
from reportcite.values.language import language_tag
from reportcite.values.names.reading import Reading
from reportcite.values.shapes import Contributor

_TAG: Final = pattern(r"([012][0-9]{2}[A-Z@](?:/[0-9]{2,3})?) ?")
_PLAIN: Final = pattern(r"\$(?!\$)((?:[^$]|\$\$)*)")
_LINE_SIZE: Final = 1 << 16


def read(stream: BinaryIO, name: str, limits: Limits = LIMITS) -> Iterator[Record | Problem]:
    """The records of a file in plain or normalised PICA+; the content of each line tells which."""
    fields: list[Field] = []
    number, begins, size, anything = 0, 0, 0, False
    problems: list[Problem] = []

    def made() -> Record | Problem:
        place = Place(name, begins)
        if size > limits.max_record_size:
            return too_large(limits.max_record_size).at(place)
        return _record(fields, place, name, number, problems)

    for line_number, data in enumerate(_lines(stream), 1):
        text = data.decode("utf-8", "replace").strip("\r\n\ufeff\x1d")
        normalised = "\x1e" in text or "\x1f" in text
        if fields and (normalised or not text.strip()):
            yield made()
            fields, problems, size = [], [], 0
        if not text.strip():
            continue
        anything = True
        found = [field for one in text.split("\x1e") if one and (field := _field(one))]
        if not found:
            message = "this line is no field of PICA+"
            yield TAGGED_SYNTAX.found(message, "see format.gbv.de/pica", Place(name, line_number))
            continue
        if not fields:
            number, begins = number + 1, line_number
        if "\ufffd" in text:
            problems.append(ENCODING.of("text").found("the record is not UTF-8", "save it so"))
        size += len(text)
        if size <= limits.max_record_size:
            fields += found
        if normalised:
            yield made()
            fields, problems, size = [], [], 0
    if fields:
        yield made()
    elif not anything:
        yield NO_ENTRIES.found("there is no record of PICA+ in it", "name its format", Place(name))


def read_xml(stream: BinaryIO, name: str, limits: Limits = LIMITS) -> Iterator[Record | Problem]:
    """The records of a file in PICA XML."""
    number = 0
    for element in read_elements(stream, name, ("{*}record",), "PICA+", limits):
        if isinstance(element, Problem):
            yield element
            continue
        fields = []
        for child in element:
            if tag := child.get("tag"):
                occurrence = child.get("occurrence")
                parts = [(one.get("code", ""), line_text(one)) for one in child]
                fields.append(Field(f"{tag}/{occurrence}" if occurrence else tag, parts))
        if fields:  # what SRU puts round a record is called so, too
            number += 1
            yield _record(fields, Place(name, line_of(element)), name, number)


def _lines(stream: BinaryIO) -> Iterator[bytes]:
    """Lines; those without an end in pieces, so that they cost no memory."""
    while data := stream.readline(_LINE_SIZE * 64):
        yield data


def _field(text: str) -> Field | None:
    match = _TAG.match(text)
    if match is None:
        return None
    content = text[match.end() :]
    pieces: Iterable[str]
    if "\x1f" in content:
        pieces = content.split("\x1f")[1:]
    else:
        pieces = [one.replace("$$", "$") for one in re.findall(_PLAIN.pattern, content)]
    return Field(match[1], [(one[0], one[1:].strip()) for one in pieces if one[1:].strip()])


def _record(
    fields: Sequence[Field], place: Place, name: str, number: int, problems: Sequence[Problem] = ()
) -> Record:
    found = crossed(fields)
    fallback = numbered_id(stem_of(name), number)
    own = [problem.at(place) for problem in problems]
    return assemble(UntypedRecord(found, place, NOTATION, fallback, (), own))


def _read_name(field: str, value: Untyped) -> Reading:
    assert isinstance(value, Mapping)
    return Reading([cast(Contributor, value)])


NOTATION: Final = Notation(
    _read_name, lambda field, value: read_catalogued(str(value)), {"language": language_tag}
)
"""How catalogues in PICA+ write values."""


FORMAT: Final = Format("pica", "PICA+", read=read)
XML: Final = Format("pica-xml", "PICA XML", read=read_xml)
