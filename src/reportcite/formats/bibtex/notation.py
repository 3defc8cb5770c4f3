"""How BibTeX and biblatex write values: names and dates in LaTeX, babel's languages."""

from __future__ import annotations

from functools import cache, partial

from reportcite.formats.bibtex.language import read_language
from reportcite.formats.bibtex.names import read_names
from reportcite.formats.bibtex.values import decode_line
from reportcite.problems import Problem
from reportcite.record.untyped import Notation, Untyped
from reportcite.values.dates.edtf import read_edtf
from reportcite.values.dates.exchanged import read_date
from reportcite.values.dates.reading import Reading
from reportcite.values.dates.year_month_day import read_year_month_day
from reportcite.values.edition import edition_number
from reportcite.values.keywords import read_keywords
from reportcite.values.names.bibtex import Particle
from reportcite.values.names.reading import Reading as NamesReading
from reportcite.values.shapes import Date
from reportcite.values.standard_numbers import spaced_numbers


@cache  # there are two kinds of particles
def notation(particle: Particle) -> Notation:
    """The notation of entries in which a `von` part is such a particle."""
    return Notation(
        partial(_names, particle),
        _date,
        {
            "edition": edition_number,
            "ISBN": spaced_numbers,
            "ISSN": spaced_numbers,
            "keyword": read_keywords,
            "language": _language,
        },
        date_advice=_date_advice,
    )


def _names(particle: Particle, field: str, value: Untyped) -> NamesReading:
    return read_names(str(value), particle)


def _date(field: str, value: Untyped) -> Reading:
    """A date in EDTF, or as people type it in LaTeX; or one in the fields year, month and day."""
    if isinstance(value, dict):
        reading = read_year_month_day(str(value["year"]), str(value["month"]), str(value["day"]))
        return reading.judged("bibtex")
    # A tilde says "circa" in EDTF and is a space in LaTeX text.
    date = read_edtf(str(value))
    return Reading(date) if date else read_date(decode_line(str(value)))


def _date_advice(value: Untyped, date: Date) -> Problem | None:
    """How a date in one field had better be written; those in fields of their own are right."""
    if not isinstance(value, str) or read_edtf(value) is not None:
        return None
    from reportcite.values.dates.advice import notation_advice

    return notation_advice(decode_line(value), date)


def _language(value: dict[str, str]) -> str:
    return read_language(value["language"], value["langid"])
