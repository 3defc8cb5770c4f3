"""Dates as library catalogues write them, with what cataloguers put round and before them.

Source: AACR2, 1.4F; MARC 21 Bibliographic, fields 008/07-14 and 260 $c.
"""

from __future__ import annotations

from typing import Final

from reportcite.patterns import pattern
from reportcite.values.dates.edtf import read_edtf
from reportcite.values.dates.exchanged import read_date
from reportcite.values.dates.reading import NO_DATE, Reading

_AROUND: Final = "[](). ,;:"
_DIGITS: Final = pattern(r"([0-9]{4})([0-9]{2})([0-9]{2})(?:[0-9]{6}(?:\.[0-9])?)?")
_CORRECTED: Final = pattern(r".{0,40}\bi\. ?e\. *(?:[cp©℗] ?)?([0-9]{4})\b.{0,9}")
_YEAR: Final = pattern(
    r"(?:-|[cp©℗] ?|cop\. ?)?([0-9]{4}[?~]?)(-)?(?:, *(?:[cp©℗] ?|cop\. ?)[0-9]{4})?"
)
_UNKNOWN_YEAR: Final = pattern(r"[0-9]{0,3}[u|#]+")
_STILL_GOING: Final = "9999"


def read_catalogued(text: str) -> Reading:
    """The date in `text`: EDTF, ISO 8601 without hyphens, or a year such as `[c2019].`.

    A hyphen before a year is that of a range whose beginning is not known, and no sign.

    >>> read_catalogued("20240307").date, read_catalogued("[c2019].").date
    ({'date-parts': [[2024, 3, 7]]}, {'date-parts': [[2019]]})
    >>> read_catalogued("1998-]").date, read_catalogued("1945 [i.e. 1954]").date
    ({'date-parts': [[1998], []]}, {'date-parts': [[1954]]})
    """
    if not text:
        return NO_DATE
    exact = _exact(text)
    date = None if exact[0] == "-" else read_edtf(exact)
    if date is None:
        bare = exact.strip(_AROUND)
        if corrected := _CORRECTED.fullmatch(bare):
            bare = corrected[1]
        elif year := _YEAR.fullmatch(bare):
            bare = year[1] + ("/.." if year[2] else "")
        date = read_edtf(bare)
        if date is None:
            return read_date(bare or text)
    return Reading(date)


def catalogued_range(first: str, last: str) -> str:
    """The range of two dates in EDTF; the year 9999 says that it goes on.

    >>> catalogued_range("19980301", "9999"), catalogued_range("", "1988")
    ('1998-03-01/..', '1988')
    """
    first, last = _exact(first.strip()), _exact(last.strip())
    if not first or not last or _UNKNOWN_YEAR.fullmatch(last):
        return first or last
    return f"{first}/{'..' if last == _STILL_GOING else last}"


def says_year(text: str) -> bool:
    """Whether a coded date says which year it was; `19uu` does not.

    >>> says_year("1999"), says_year("19uu"), says_year("||||")
    (True, False, False)
    """
    return bool(text) and _UNKNOWN_YEAR.fullmatch(text) is None


def _exact(text: str) -> str:
    """`text` with hyphens, where it is a date of digits alone."""
    match = _DIGITS.fullmatch(text)
    return "-".join(match.groups()) if match else text
