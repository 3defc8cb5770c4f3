"""Dates as library catalogues write them, with what cataloguers put round and before them."""

from __future__ import annotations

from typing import Final

from reportcite.values.dates.edtf import read_edtf
from reportcite.values.dates.exchanged import read_date
from reportcite.values.dates.reading import NO_DATE, Reading

_AROUND: Final = "[]. c©"


def read_catalogued(text: str) -> Reading:
    """The date in `text`: EDTF, ISO 8601 without hyphens, or a year such as `[c2019].`.

    >>> read_catalogued("20240307").date, read_catalogued("[c2019].").date
    ({'date-parts': [[2024, 3, 7]]}, {'date-parts': [[2019]]})
    """
    if not text:
        return NO_DATE
    if len(text) == 8 and text.isascii() and text.isdecimal():
        text = f"{text[:4]}-{text[4:6]}-{text[6:]}"
    date = read_edtf(text)
    return Reading(date) if date else read_date(text.strip(_AROUND))
