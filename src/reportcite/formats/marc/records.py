"""Records of MARC fields, in whatever layout they were found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, Final, cast

from reportcite.errors import Place
from reportcite.formats.marc.crosswalk.crossed import gone_through
from reportcite.formats.marc.crosswalk.found import Crossed
from reportcite.formats.marc.crosswalk.people import read_heading
from reportcite.formats.marc.fields import Marc
from reportcite.formats.marc.unimarc.converted import as_marc21, is_unimarc
from reportcite.formats.reading.note_lines import Found, read_lines
from reportcite.formats.reading.note_lines import record_of as record_of_lines
from reportcite.problems import Problem
from reportcite.record.assemble.record import assemble, assemble_values
from reportcite.record.model import Record
from reportcite.record.untyped import Notation, Untyped, UntypedRecord
from reportcite.values.dates.catalogued import read_catalogued
from reportcite.values.dates.reading import Reading
from reportcite.values.language import language_tag
from reportcite.values.names.reading import Reading as NamesReading
from reportcite.values.shapes import Contributor


def record_of(
    marc: Marc, place: Place, fallback_id: str, problems: Sequence[Problem] = ()
) -> Record:
    """The record that MARC fields make; its id is field 001."""
    crossed = gone_through(marc)
    if "title" not in crossed.fields and is_unimarc(marc):
        crossed = _of_unimarc(marc)
    fields, id_ = crossed.fields, crossed.id or fallback_id
    if crossed.lines and (lines := read_lines("".join(crossed.lines))):
        own = Found(str(fields.pop("type")), fields, problems=list(problems))
        return record_of_lines(own, lines, id_, place, NOTATION)
    if not problems and crossed.all_printable and (made := _made(fields, id_, place)):
        return made
    found = [problem.at(place) for problem in problems]
    return assemble(UntypedRecord(fields, place, NOTATION, id_, (), found))


def _of_unimarc(marc: Marc) -> Crossed:
    converted = as_marc21(marc)
    crossed = gone_through(converted.marc)
    custom: Any = crossed.fields.get("custom", {})
    if converted.kept:
        crossed.fields["custom"] = {**custom, "unimarc": converted.kept}
        crossed.all_printable = False
    return crossed


def _made(fields: Mapping[str, Any], id_: str, place: Place) -> Record | None:
    """The record at once, where all values are read without a doubt; most are."""
    source: dict[str, Any] = {"id": id_, **fields}
    custom = source.pop("custom", {})
    instead: dict[str, Any] = {}
    # Run for every record of a catalogue: which values are no texts is known.
    for name in _DATES:
        if name in source:
            points = _points(source[name])
            if not points:
                return None
            if len(points) > 1:
                instead[name] = {"date-parts": [[*point] for point in points]}
            source[name] = {"date-parts": [[*points[0]]]}
    for name, value in fields.items():
        if value.__class__ is list:
            source[name] = [
                read_heading(one["heading"]) if "heading" in one and len(one) == 1 else one
                for one in value
            ]
    if "language" in source:
        source["language"] = language_tag(source["language"])
    for name in _LINES:
        if name in source and "\n" in (text := source[name]):
            instead[name], source[name] = text, text.replace("\n", " ")
    made = assemble_values(source, instead, place, custom)
    spaced = {} if made else {name: text for name, text in fields.items() if _is_spaced(text)}
    if spaced:
        source |= {name: " ".join(text.split()) for name, text in spaced.items()}
        made = assemble_values(source, spaced | instead, place, custom)
    return made


def _is_spaced(value: object) -> bool:
    """Whether a value is a text of one line but for doubled spaces."""
    return isinstance(value, str) and "  " in value and value.isprintable()


@lru_cache(maxsize=1 << 12)  # catalogues hold works of the same few centuries
def _points(text: str) -> tuple[tuple[int, ...], ...]:
    """Year, month and day in a date, or in both of a range; none where it is doubtful or says
    more."""
    date, *_ = reading = read_catalogued(text)
    if reading != Reading(date) or date is None or date.keys() != {"date-parts"}:
        return ()
    return tuple([tuple(point) for point in date["date-parts"]])


def _read_name(field: str, value: Untyped) -> NamesReading:
    assert isinstance(value, Mapping)
    if "heading" not in value:
        return NamesReading([cast(Contributor, value)])
    name: dict[str, Any] = {**read_heading(str(value["heading"]))}
    name |= {key: text for key, text in value.items() if key != "heading"}
    return NamesReading([cast(Contributor, name)])


def _read_date(field: str, value: Untyped) -> Reading:
    return read_catalogued(str(value))


_DATES: Final = ("issued", "original-date", "event-date")
_LINES: Final = ("note", "abstract")
"""What several fields are lines of."""
NOTATION: Final = Notation(_read_name, _read_date, {"language": language_tag})
"""How catalogues write values."""
