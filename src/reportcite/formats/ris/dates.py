"""Dates of references: the year, the parts of a date between slashes, or EDTF behind a label."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from reportcite.formats.loss import Fields
from reportcite.formats.ris.line import line, with_label
from reportcite.formats.writing.one_line import one_line
from reportcite.values.dates.edtf import write_edtf
from reportcite.values.dates.exchanged import read_date
from reportcite.values.dates.questions import first_year, simple_parts
from reportcite.values.dates.reading import NO_DATE
from reportcite.values.dates.slashed import write_slashed
from reportcite.values.shapes import Date


def write_issued(fields: Fields, variable: str, tag: str, value: Any) -> str:
    """The year in PY, and behind `tag` the date if it says more than a year."""
    date: Date = value
    parts = simple_parts(date)
    if parts is None:
        labelled = labelled_date(fields, variable, date, tag)
        if labelled.startswith("PY"):
            return labelled
        # Who reads the label takes what it says for the date, so that no other stands beside it.
        said = read_date(labelled.partition(": ")[2].strip()).date if labelled else date
        year = first_year(said or date)
        return (line("PY", f"{year:04}") if year else "") + labelled
    return issued_lines(tag, *parts)


@lru_cache(maxsize=1 << 13)
def issued_lines(tag: str, year: int, *rest: int) -> str:
    """The year, and the date behind `tag` if it says more."""
    shown = line("PY", f"{year:04}")
    return shown + line(tag, write_slashed(year, *rest)) if rest else shown


def write_date(fields: Fields, variable: str, tag: str, value: Any) -> str:
    """The date behind `tag`, its parts between slashes."""
    date: Date = value
    parts = simple_parts(date)
    return date_line(tag, *parts) if parts else labelled_date(fields, variable, date, tag)


@lru_cache(maxsize=1 << 13)
def date_line(tag: str, *parts: int) -> str:
    """Year, month and day, or fewer, between slashes."""
    return line(tag, write_slashed(*parts))


def labelled_date(fields: Fields, variable: str, date: Date, tag: str = "") -> str:
    """A date that slashes cannot say: as EDTF, or its own text, behind a label; behind `tag` where
    a reader takes the text for a date that they can say."""
    edtf = write_edtf(date) or one_line(date.get("literal", ""))[0]
    meant, stated_none, _ = read_date(edtf) if edtf else NO_DATE
    edtf = "" if stated_none else edtf
    if meant != date:
        fields.change(variable, "only what EDTF can say of the date is written")
    if not edtf and (variable != "issued" or not first_year(date)):
        fields.drop(variable, "it holds no date that can be written")
    if meant and meant != date and "literal" not in meant and edtf:
        if tag and (parts := simple_parts(meant)):
            return issued_lines(tag, *parts) if variable == "issued" else date_line(tag, *parts)
        edtf = write_edtf(meant) or edtf
    return with_label(variable, edtf) if edtf else ""
