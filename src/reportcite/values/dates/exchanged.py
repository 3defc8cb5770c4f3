"""Dates as programs and catalogues exchange them: EDTF first of all, else as people type them."""

from __future__ import annotations

from typing import Final

from reportcite.patterns import pattern
from reportcite.values.dates.edtf import read_edtf, says, write_edtf
from reportcite.values.dates.reading import Reading
from reportcite.values.dates.typed import date_from_text
from reportcite.values.shapes import Date

_YEARS: Final = pattern(r"([0-9]{4})\s*[-–—]\s*([0-9]{4})")
# The second year of 2019–20, of 1982--4 in LaTeX, and of 1982-84, which is no month or season.
_SHORT_SPAN: Final = pattern(r"([0-9]{4})(?:\s*[–—]\s*([0-9]{1,2})|-([3-9][0-9]|2[5-9]))")
# What cataloguers put round a year.
_BRACKETED: Final = pattern(r"[\[(](?:[cp©℗] ?)?([0-9]{4})[\])]\.?|(?:[cp©℗] ?)?([0-9]{4})\.")


def read_date(text: str) -> Reading:
    """The date that `text` says, first of all as EDTF; a literal where it says none.

    >>> read_date("2020–2021").date, read_date("-0043").date
    ({'date-parts': [[2020], [2021]]}, {'date-parts': [[-44]]})
    """
    date = read_edtf(text) or _read_unmistakable(text.replace("\u00a0", " "))
    if date is not None:
        return Reading(date)
    reading = date_from_text(text.replace("\u00a0", " "))
    if reading.stated_none or (reading.date and "literal" not in reading.date):
        return reading
    return Reading({"literal": text}, problem=reading.problem)


def write_date(date: Date) -> tuple[str, bool]:
    """`date` as EDTF, else its literal ("" where it has none); and whether that says all of it.

    >>> write_date({"date-parts": [[2024, 5]]}), write_date({"literal": "in press"})
    (('2024-05', True), ('in press', False))
    """
    edtf = write_edtf(date)
    return edtf or date.get("literal", ""), says(edtf, date)


def _read_unmistakable(text: str) -> Date | None:
    """The date in `text` in one of the ways that leave no doubt which day or year is meant."""
    if years := _YEARS.fullmatch(text):
        first, last = int(years[1]), int(years[2])
        return {"date-parts": [[first], [last]]} if 0 < first <= last else None
    if years := _SHORT_SPAN.fullmatch(text):
        return read_edtf(f"{years[1]}/{years[2] or years[3]}")
    if year := _BRACKETED.fullmatch(text):
        return read_edtf(year[1] or year[2])
    return None
