"""How RIS writes values: names and dates behind tags, and behind labels in M1, M2 and N1."""

from __future__ import annotations

from typing import Any, Final

from reportcite.formats.ris.names import BARS, OTHERS
from reportcite.record.untyped import Notation, Untyped
from reportcite.values.dates.exchanged import read_date
from reportcite.values.dates.reading import Reading
from reportcite.values.dates.slashed import read_issued, read_slashed
from reportcite.values.keywords import read_keywords
from reportcite.values.language import language_tag
from reportcite.values.names.inverted import read_name, read_names
from reportcite.values.names.reading import Reading as NamesReading

RIS: Final = "ris"
"""What rules call the format that judges their problems."""


def _names(field: str, value: Any) -> NamesReading:
    reading = read_names(value)
    if not reading.problems:
        return reading
    return reading._replace(problems=[problem.judged(RIS) for problem in reading.problems])


def _date(field: str, value: Any) -> Reading:
    """A date in slashes; one of issue stands behind several tags."""
    if isinstance(value, dict):
        return read_issued(value["date"], value["full"], value["year"]).judged(RIS)
    return read_slashed(str(value)).judged(RIS)


def _labelled_name(field: str, value: Untyped) -> NamesReading:
    if value == OTHERS:
        return NamesReading([], (), True)
    return NamesReading([read_name(str(value), BARS)])


def _labelled_date(field: str, value: Untyped) -> Reading:
    return read_date(str(value))


NOTATION: Final = Notation(_names, _date, {"language": language_tag, "keyword": read_keywords})
LABELLED: Final = Notation(_labelled_name, _labelled_date)
