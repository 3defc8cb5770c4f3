"""Records of entries whose values are all read without a doubt, made at once; most are such."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from reportcite.formats.bibtex.names import plain_names
from reportcite.record.assemble.record import assemble_values
from reportcite.record.model import Record
from reportcite.record.untyped import UntypedRecord
from reportcite.values.dates.edtf import read_edtf
from reportcite.values.dates.reading import Reading
from reportcite.values.dates.year_month_day import read_year_month_day
from reportcite.vocabulary import DATE_VARIABLES, NAME_VARIABLES


def made_at_once(entry: UntypedRecord) -> Record | None:
    """What `assemble` makes of an entry, or None where it must look closer."""
    if entry.problems or entry.advice or "id" not in entry.fields:
        return None
    fields: Mapping[str, Any] = entry.fields
    source = {**fields}
    custom = source.pop("custom", {})
    instead: dict[str, Any] = {}
    texts = entry.notation.texts
    # Run for every entry of a file.
    for name, value in fields.items():
        if name in NAME_VARIABLES:
            names = plain_names(value)
            if names is None:
                return None
            source[name] = names
        elif name in DATE_VARIABLES:
            points = _points(value) if value.__class__ is str else _point(*value.values())
            if not points:
                return None
            if len(points) > 1:
                instead[name] = {"date-parts": [[*point] for point in points]}
            source[name] = {"date-parts": [[*points[0]]]}
        elif name in texts:
            source[name] = texts[name](value)
    return assemble_values(source, instead, entry.place, custom, entry.places)


@lru_cache(maxsize=1 << 12)  # files hold works of the same few years
def _points(text: str) -> tuple[tuple[int, ...], ...]:
    """Year, month and day in a date, or in both of a range; none where it is not plain EDTF."""
    date = read_edtf(text)
    if date is None or date.keys() != {"date-parts"}:
        return ()
    return tuple([tuple(point) for point in date["date-parts"]])


@lru_cache(maxsize=1 << 12)
def _point(year: str, month: str, day: str) -> tuple[tuple[int, ...], ...]:
    date, *_ = reading = read_year_month_day(year, month, day)
    if reading != Reading(date) or date is None or date.keys() != {"date-parts"}:
        return ()
    return tuple([tuple(point) for point in date["date-parts"]])
