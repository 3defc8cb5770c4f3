"""Date and author that an entry of another program lacks: taken to be absent, with a warning.

Only reportcite's own records can state that a publication has no date or names nobody; in every
other format a missing field is all there is to say so.
"""

from __future__ import annotations

from typing import Final

from reportcite.record.checks.required import missing
from reportcite.record.model import Record
from reportcite.record.rules import RECOMMENDED_FIELD

_TAKEN: Final = {
    "issued": ("it has no date and is cited as undated", "add the date if the publication has one"),
    "author": (
        "it names nobody and is cited by its title",
        "add the authors if the publication names any",
    ),
}


def with_absences(record: Record) -> Record:
    """`record`, stating that date and author are absent where its type needs them and it has none.

    A field that stands in the source but could not be read is not absent.
    """
    names = [
        group[0]
        for group, _ in missing(record, only_errors=True)
        if group[0] in _TAKEN and record.places.keys().isdisjoint(group)
    ]
    if not names:
        return record
    told = [
        RECOMMENDED_FIELD.found(message, hint, place=record.place)
        for message, hint in map(_TAKEN.__getitem__, names)
    ]
    return record._replace(absent=record.absent.union(names), problems=(*record.problems, *told))
