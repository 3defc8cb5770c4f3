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
    r"(?:-|[cp©℗] ?|cop\. ?)?([0-9]{4}[?~]?)\]?(-)?(?:, *(?:[cp©℗] ?|cop\. ?)[0-9]{4})?"
)
_DAY: Final = pattern(
    r"(?P<y>[0-9]{4})(\.?)(?P<m>[0-9]{2})\2(?P<d>[0-9]{2})|"
    r"(?P<day>[0-9]{1,2})\.(?P<month>[0-9]{1,2})\.(?P<year>[0-9]{4})"
)
"""A day as conferences of the German National Library have it: `2009.04.22`, `22.04.2009`."""
_RANGE: Final = pattern("[-–]")
_OF_A_FEED: Final = pattern(
    r"(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), ([0-9]{1,2} [A-Z][a-z]+ [0-9]{4}) [0-9:]+.{0,9}"
)
_AMONG_WORDS: Final = pattern(
    r"(?i)(?!.*(?:\b(?:between|before|after|not|or|vor|nach|oder|zwischen|avant|après|ou)\b|[0-9]-))"
    r"[^0-9]{0,40}\b([0-9]{4})\b(?:[^0-9]{0,12}\1)?[^0-9]{0,20}"
)
"""One year, such as `anno 1687`, `DL 1998`, `M.DCC.LXX [1770]`, `2010], ©2010`."""
_NOT_KNOWN: Final = pattern(
    r"(?i)[\[(]*(?:s\. ?[ad]\.?|n\. ?d\.?|o\. ?j\.?|sine anno|no date|"
    r"date of .{0,60} not identified|"
    r"(?:erscheinungs)?(?:jahr|datum) nicht ermittelbar)[\])., ]*"
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
        elif sent := _OF_A_FEED.fullmatch(bare):
            return read_date(sent[1])
        date = read_edtf(_days(bare))
        if date is None:
            return _read_words(bare or text, text)
    return Reading(date)


def says_no_date(text: str) -> bool:
    """Whether a catalogue says that it is not known when a work was issued.

    >>> says_no_date("[s.a.]"), says_no_date("[date of publication not identified]")
    (True, True)
    """
    return _NOT_KNOWN.fullmatch(text) is not None


def _days(text: str) -> str:
    """`text` in EDTF where it is a day or a range of days; else as it is."""
    days = [_DAY.fullmatch(part.strip()) for part in _RANGE.split(text, maxsplit=1)]
    known = [day for day in days if day]
    if len(known) < len(days):
        return text
    return "/".join(
        [
            "-".join([day["y"] or day["year"], *(f"{part:0>2}" for part in parts)])
            for day in known
            for parts in [(day["m"] or day["month"], day["d"] or day["day"])]
        ]
    )


def _read_words(bare: str, text: str) -> Reading:
    """The date in words, or the only year that stands among some; as it is written in `text` where
    `bare` has lost one of two brackets."""
    found = read_date(bare)
    if found.date is None or "literal" not in found.date:
        return found
    if match := _AMONG_WORDS.fullmatch(bare):
        return Reading(read_edtf(match[1]))
    is_whole = all(bare.count(one) == bare.count(other) for one, other in ("[]", "()"))
    return found if is_whole else read_date(text.strip(" .,;:/"))


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
