"""Dates with a month or season in words, as people and catalogues write them: `5. März 2021`.

English, German, French and Spanish names and abbreviations are known, and ranges of them.
"""

from __future__ import annotations

from typing import Final

from reportcite.patterns import pattern
from reportcite.tuples import NamedTuple
from reportcite.values.dates.calendar import is_day
from reportcite.values.shapes import Date

_MONTHS: Final = (
    "january jan januar jänner janvier janv enero ene",
    "february feb februar feber février fevrier févr fevr fév febrero",
    "march mar märz maerz mrz mär mars marzo",
    "april apr avril avr abril abr",
    "may mai mayo",
    "june jun juni juin junio",
    "july jul juli juillet juil julio",
    "august aug août aout agosto ago",
    "september sep sept septembre septiembre setiembre",
    "october oct oktober okt octobre octubre",
    "november nov novembre noviembre",
    "december dec dezember dez décembre decembre déc diciembre dic",
)
_SEASONS: Final = (
    "spring frühling frühjahr printemps primavera",
    "summer sommer été verano",
    "autumn fall herbst automne otoño",
    "winter hiver invierno",
)
_MONTH_OF: Final = {
    name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()
}
_SEASON_OF: Final = {
    name: number for number, names in enumerate(_SEASONS, 1) for name in names.split()
}
_TOKEN: Final = pattern(r"(?P<number>[0-9]+)|(?P<word>[^\W\d_]+)|(?P<range>[-–—/&])")
# The parts of one day, not the ends of a range.
_HYPHENATED: Final = pattern(
    r"[0-9]{1,2}-[^\W\d_]{3,}\.?-[0-9]{4}|[^\W\d_]{3,}-[0-9]{1,2}-[0-9]{4}|"
    r"[0-9]{4}-[^\W\d_]{3,}(?:-[0-9]{1,2})?"
)
_TO: Final = frozenset({"and", "bis", "et", "to", "und", "y"})
_NO_WORDS: Final = frozenset({"de", "del", "of", "the", "st", "nd", "rd", "th", "er"})
_LONGEST: Final = 60


class _End(NamedTuple):
    """What one end of a range says, 0 for what it does not."""

    year: int = 0
    month: int = 0
    day: int = 0
    season: int = 0


def read_worded(text: str, year: int = 0) -> Date | None:
    """The date in `text`, which is of `year` unless it names one itself; None for anything else.

    A text without a word can only be months (`3`, `1–3`), and only if there is a `year`.

    >>> read_worded("5. März 2021"), read_worded("Dez./Jan.", 2019)
    ({'date-parts': [[2021, 3, 5]]}, {'date-parts': [[2019, 12], [2020, 1]]})
    >>> read_worded("30-Mar-2020")
    {'date-parts': [[2020, 3, 30]]}
    """
    if "-" in text and _HYPHENATED.fullmatch(text):
        text = text.replace("-", " ")
    ends = _ends(text) if len(text) <= _LONGEST else []
    if not ends:
        return None
    first, last = ends[0], ends[-1]
    first = first._replace(year=first.year or year or last.year)
    if first.season:
        alone = len(ends) == 1 and first.year and not (first.month or first.day)
        return {"date-parts": [[first.year]], "season": first.season} if alone else None
    if len(ends) == 1:
        point = _point(first)
        return {"date-parts": [point]} if point else None
    return _range(first, last)


def _range(first: _End, last: _End) -> Date | None:
    if last.season:
        return None
    if not first.month:  # 5.–7. März
        first = first._replace(month=last.month)
    if not last.month:  # March 5–7
        last = last._replace(month=first.month)
    if not last.year:
        later = last.month < first.month
        last = last._replace(year=first.year + later if first.year else 0)
    points = [_point(first), _point(last)]
    if not all(points) or len(points[0]) != len(points[1]) or points[0] > points[1]:
        return None
    return {"date-parts": points if points[0] != points[1] else points[:1]}


def _point(end: _End) -> list[int]:
    """Year, month and day; empty where no calendar has them, or the year or month is missing."""
    if not (end.year and 1 <= end.month <= 12):
        return []
    if not end.day:
        return [end.year, end.month]
    return [end.year, end.month, end.day] if is_day([end.month, end.day]) else []


def _ends(text: str) -> list[_End]:
    """One end or two; none where a word or a number is not understood."""
    sides: list[list[str]] = [[]]
    worded = False
    for match in _TOKEN.finditer(text.lower()):
        token = match[0]
        if match.lastgroup == "range" or token in _TO:
            sides.append([])
        elif token not in _NO_WORDS:
            worded = worded or match.lastgroup == "word"
            sides[-1].append(token)
    ends = [_end(tokens, worded=worded) for tokens in sides]
    return [end for end in ends if end] if len(ends) <= 2 and all(ends) else []


def _end(tokens: list[str], *, worded: bool) -> _End | None:
    end = _End()
    for token in tokens:
        part, value = _part(token, worded=worded)
        if not value or getattr(end, part):
            return None
        end = end._replace(**{part: value})
    return end if tokens else None


def _part(token: str, *, worded: bool) -> tuple[str, int]:
    if token.isdecimal():
        if len(token) == 4:
            return "year", int(token)
        return ("day" if worded else "month"), int(token) if len(token) < 3 else 0
    if token in _MONTH_OF:
        return "month", _MONTH_OF[token]
    return "season", _SEASON_OF.get(token, 0)
