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
from reportcite.values.shapes import Contributor, Date
from reportcite.vocabulary import DATE_VARIABLES


def made_at_once(found: Found, id_: str, place: Place) -> Record | None:
    """What `assemble` makes of what was found in an element, or None where it must look closer."""
    if found.problems or found.stated_none or found.places:
        return None
    fields: dict[str, Any] = {**found.fields}
    custom = fields.pop("custom", {})
    # Run for every record of a catalogue.
    for name, value in fields.items():
        if name in DATE_VARIABLES:
            is_exact = value.__class__ is dict
            if is_exact and value.keys() != {"edtf"}:
                return None
            fields[name] = _date(value["edtf"] if is_exact else value, is_exact=is_exact)
        elif value.__class__ is list:
            fields[name] = [
                _heading(one["text"]) if "text" in one and len(one) == 1 else one for one in value
            ]
    if "language" in fields:
        fields["language"] = language_tag(fields["language"])
    return assemble_values(id_, found.type or "document", fields, place, custom)


@lru_cache(maxsize=1 << 12)  # catalogues hold works of the same few centuries
def _date(text: str, *, is_exact: bool) -> Date | None:
    """The date or the range of dates in a text; None where it is doubtful or says more."""
    date, *_ = reading = read_date("", {"edtf": text} if is_exact else text)
    return date if reading == Reading(date) and date and date.keys() == {"date-parts"} else None


@lru_cache(maxsize=1 << 12)  # many works of a catalogue are of the same few
def _heading(text: str) -> Contributor:
    return name_of_heading(text)
