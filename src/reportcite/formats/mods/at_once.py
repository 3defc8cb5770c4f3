"""Records of MODS whose values are all read without a doubt, made at once; most are such."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from reportcite.errors import Place
from reportcite.formats.mods.origin import read_date
from reportcite.formats.reading.note_lines import Found
from reportcite.record.assemble.record import assemble_values
from reportcite.record.model import Record
from reportcite.values.dates.reading import Reading
from reportcite.values.language import language_tag
from reportcite.values.names.catalogued import name_of_heading
from reportcite.values.shapes import Contributor
from reportcite.vocabulary import DATE_VARIABLES


def made_at_once(found: Found, id_: str, place: Place) -> Record | None:
    """What `assemble` makes of what was found in an element, or None where it must look closer."""
    if found.problems or found.stated_none or found.places:
        return None
    source: dict[str, Any] = {"id": id_, "type": found.type or "document", **found.fields}
    custom = source.pop("custom", {})
    instead: dict[str, Any] = {}
    # Run for every record of a catalogue.
    for name, value in source.items():
        if name in DATE_VARIABLES:
            is_exact = value.__class__ is dict
            if is_exact and value.keys() != {"edtf"}:
                return None
            points = _points(value["edtf"] if is_exact else value, is_exact=is_exact)
            if not points:
                return None
            if len(points) > 1:
                instead[name] = {"date-parts": [[*point] for point in points]}
            source[name] = {"date-parts": [[*points[0]]]}
        elif value.__class__ is list:
            source[name] = [
                _heading(one["text"]) if "text" in one and len(one) == 1 else one for one in value
            ]
        elif "\n" in value:
            instead[name], source[name] = value, value.replace("\n", " ")
    if "language" in source:
        source["language"] = language_tag(source["language"])
    return assemble_values(source, instead, place, custom)


@lru_cache(maxsize=1 << 12)  # catalogues hold works of the same few centuries
def _points(text: str, *, is_exact: bool) -> tuple[tuple[int, ...], ...]:
    """Year, month and day in a date, or in both of a range; none where it is doubtful or says
    more."""
    date, *_ = reading = read_date("", {"edtf": text} if is_exact else text)
    if reading != Reading(date) or date is None or date.keys() != {"date-parts"}:
        return ()
    return tuple([tuple(point) for point in date["date-parts"]])


@lru_cache(maxsize=1 << 12)  # many works of a catalogue are of the same few
def _heading(text: str) -> Contributor:
    return name_of_heading(text)
