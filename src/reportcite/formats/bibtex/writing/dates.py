"""Dates of entries: year, month and day, or biblatex's `date` in EDTF."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from reportcite.formats.bibtex.latex.text import encode
from reportcite.formats.bibtex.writing.line import line
from reportcite.formats.loss import Fields
from reportcite.formats.writing.one_line import clean_line
from reportcite.values.dates.edtf import read_edtf, says, write_edtf
from reportcite.values.dates.exchanged import read_date
from reportcite.values.dates.questions import first_year, simple_parts, years_of
from reportcite.values.dates.year_month_day import MONTHS, read_year_month_day
from reportcite.values.shapes import Date


def write_date(fields: Fields, variable: str, field: str, value: Any) -> str:
    """A date in EDTF, as biblatex takes it; what EDTF cannot say is a free text in `year`."""
    date = _date_as_read(fields, variable, value)
    if date is None:
        return ""
    if (edtf := write_edtf(date)) is not None:
        return line(field, edtf)
    # biblatex takes a free text for `year`, not for a date.
    text = encode(date.get("literal", ""))
    if not text:
        fields.drop(variable, "it holds no date that can be written")
        return ""
    return line("year" if field == "date" else field, text)


def write_year(fields: Fields, variable: str, field: str, value: Any) -> str:
    """Year, month and day; a date they cannot say follows whole, in biblatex's `date`."""
    parts = simple_parts(value)
    if parts is None:
        date = _date_as_read(fields, variable, value)
        if date is None:
            return ""
        parts = simple_parts(date)
        if parts is None:
            year = first_year(date)
            shown = line("year", str(year)) if year else ""
            return shown + write_date(fields, variable, field, date)
    return year_lines(*parts)


@lru_cache(maxsize=1 << 13)
def year_lines(year: int, month: int = 0, day: int = 0) -> str:
    """The lines for year, month and day, 0 for none."""
    lines = line("year", str(year))
    if month:
        lines += f"  month = {MONTHS[month - 1]},\n"
    return lines + line("day", str(day)) if day else lines


def _date_as_read(fields: Fields, variable: str, date: Date) -> Date | None:
    """What a reader makes of `date` where it is written, which is told; None for nothing."""
    edtf = write_edtf(date)
    if edtf is not None:
        if simple_parts(date) is None and not says(edtf, date):
            fields.change(variable, "only what EDTF can say of the date is written")
            return read_edtf(edtf) or date
        return date
    if "literal" not in date:
        return _year_of(fields, variable, date)
    return _text_as_read(fields, variable, date)


def _text_as_read(fields: Fields, variable: str, date: Date) -> Date | None:
    text = clean_line(fields, variable, date["literal"])
    if not text:
        return None
    read = read_date(text)
    if read.stated_none:
        fields.drop(variable, "it says that there is none")
        return None
    if read.date != date:
        fields.change(variable, "only the date's text is written")
    as_read = read.date
    if variable == "issued":
        as_read = read_year_month_day(text, "", "").date
    if as_read is None or "literal" in as_read:
        return as_read or {"literal": text}
    return _date_as_read(fields, variable, as_read)  # what is read of it may be no date of EDTF


def _year_of(fields: Fields, variable: str, date: Date) -> Date | None:
    """The year of a date that no calendar has, which is told; None where it has none either."""
    for year in years_of(date):
        if write_edtf(of_year := Date({"date-parts": [[year]]})) is not None:
            fields.change(variable, "only the year is written")
            return of_year
    fields.drop(variable, "no calendar has it")
    return None
