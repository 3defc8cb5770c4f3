"""How values stand in the formats that hold them as CSL-JSON does, or as people type them."""

from __future__ import annotations

from typing import Any, Final

from reportcite.record.assemble.dates import date_advice, read_date
from reportcite.record.assemble.names import read_name
from reportcite.record.untyped import Notation
from reportcite.values.dates.reading import Reading
from reportcite.values.names.doubts import halves_problem
from reportcite.values.names.reading import Reading as NamesReading

OWN: Final = Notation(
    read_name, read_date, name_list=halves_problem, states_none=True, date_advice=date_advice
)
"""That of this project's own formats: everything as it is typed."""

CSL: Final = OWN._replace(states_none=False)
"""The same in files for other programs."""


def _contributor(field: str, value: Any) -> NamesReading:
    return NamesReading([value])


def _date(field: str, value: Any) -> Reading:
    return Reading(value)


EXACT: Final = Notation(_contributor, _date)
"""That of values which were made by a record before: contributors, dates and texts as they are."""
