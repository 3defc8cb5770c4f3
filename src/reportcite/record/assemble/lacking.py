"""Date and author that an entry of another program lacks: taken for none, with a warning.

Only records of this project's own formats can state that a publication has no date or names
nobody; in every other format a missing field is all there is to say so.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Final

from reportcite.problems import Problem
from reportcite.record.checks.required import missing
from reportcite.record.fields import Value
from reportcite.record.rules import RECOMMENDED_FIELD

_TAKEN_FOR_NONE: Final[Mapping[str, tuple[str, str]]] = {
    "issued": ("it has no date and is cited as undated", "add the date if the publication has one"),
    "author": (
        "it names nobody and is cited by its title",
        "add the authors if the publication names any",
    ),
}


def lacking(
    type_: str,
    fields: Mapping[str, Value],
    stated_none: Collection[str],
    places: Collection[str],
) -> tuple[list[str], list[Problem]]:
    """What a record of this type needs of date and author and has not, and a warning for each.

    A field that stands in the source, as its place shows, but could not be read is not lacking.
    """
    lacked = missing(type_, fields, stated_none, only_errors=True)
    if not lacked:  # as most records
        return [], []
    names = [
        group[0]
        for group, _ in lacked
        if group[0] in _TAKEN_FOR_NONE and not any(name in places for name in group)
    ]
    found = [RECOMMENDED_FIELD.found(*_TAKEN_FOR_NONE[name]) for name in names]
    return names, found
