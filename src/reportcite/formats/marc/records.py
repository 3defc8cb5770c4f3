"""Records of MARC fields, in whatever serialization they were found."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any, Final, cast

from reportcite.errors import Place
from reportcite.formats.marc.crosswalk.crossed import complete, custom_of, gone_through
from reportcite.formats.marc.crosswalk.found import Crossed
from reportcite.formats.marc.fields import Marc
from reportcite.formats.marc.unimarc.converted import as_marc21, is_unimarc
from reportcite.formats.reading.note_lines import Found, read_lines
from reportcite.formats.reading.note_lines import record_of as record_of_lines
from reportcite.problems import Problem
from reportcite.record.assemble.record import assemble, assemble_values
from reportcite.record.custom import json_value
from reportcite.record.model import Record
from reportcite.record.untyped import Notation, Untyped, UntypedRecord
from reportcite.values.dates.catalogued import read_catalogued
from reportcite.values.dates.reading import Reading
from reportcite.values.language import language_tag
from reportcite.values.names.reading import Reading as NamesReading
from reportcite.values.shapes import Contributor, Date


def record_of(
    marc: Marc, place: Place, fallback_id: Callable[[], str], problems: Sequence[Problem] = ()
) -> Record:
    """The record that MARC fields make; its id is field 001, or else what `fallback_id` gives."""
    (found,) = crossings([marc])
    assert found is not None
    return record_from(found, found.id or fallback_id(), place, problems)


def crossings(marcs: Sequence[Marc | None]) -> list[Crossed | None]:
    """All that is known of each record when its fields were gone through; None for None."""
    found = [None if marc is None else gone_through(marc) for marc in marcs]
    for one in found:
        if one is not None:
            complete(one)
    return found


def record_from(
    crossed: Crossed, id_: str, place: Place, problems: Sequence[Problem] = ()
) -> Record:
    """The record that is known."""
    fields: dict[str, Any] = crossed.fields
    custom = custom_of(crossed)
    if "title" not in fields and is_unimarc(marc := Marc(crossed.leader, crossed.all_fields)):
        converted = as_marc21(marc)
        crossed = gone_through(converted.marc)
        complete(crossed)
        fields = crossed.fields
        more = {"unimarc": converted.kept} if converted.kept else {}
        custom = json_value({**custom_of(crossed), **more})
    if crossed.lines and (lines := read_lines("".join(crossed.lines))):
        if custom:
            fields["custom"] = dict(custom)
        own = Found(crossed.type, fields, problems=list(problems))
        return record_of_lines(own, lines, id_, place, NOTATION)
    _read_values(fields)
    if not problems and (made := assemble_values(id_, crossed.type, fields, place, custom)):
        return made
    fields["type"] = crossed.type
    if custom:
        fields["custom"] = dict(custom)
    found = [problem.at(place) for problem in problems]
    return assemble(UntypedRecord(fields, place, NOTATION, id_, (), found))


def _read_values(fields: dict[str, Any]) -> None:
    """Make values of what is read without a doubt; all but dates and languages are such already."""
    # Run for every record of a catalogue.
    for name in _DATES:
        if text := fields.get(name):
            fields[name] = _certain_date(text) or text
    if language := fields.get("language"):
        fields["language"] = language_tag(language)


@lru_cache(maxsize=1 << 12)  # catalogues hold works of the same few centuries
def _certain_date(text: str) -> Date | None:
    """The date or the range of dates in a text; None where it is doubtful or says more."""
    date, *_ = reading = read_catalogued(text)
    return date if reading == Reading(date) and date and date.keys() == {"date-parts"} else None


def _read_name(field: str, value: Untyped) -> NamesReading:
    return NamesReading([cast(Contributor, value)])


def _read_date(field: str, value: Untyped) -> Reading:
    return Reading(cast(Date, value)) if isinstance(value, dict) else read_catalogued(str(value))


_DATES: Final = ("issued", "original-date", "event-date")
NOTATION: Final = Notation(_read_name, _read_date, {"language": language_tag})
"""How catalogues write values."""
