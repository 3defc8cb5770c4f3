"""Dates that are not EDTF but leave no doubt: `5. März 2021`, `05.03.2021`, `[2021]`, `c2021`."""

from __future__ import annotations

from typing import Final

from reportcite.patterns import pattern
from reportcite.values.dates.worded import read_worded
from reportcite.values.shapes import Date

_DAY_FIRST: Final = pattern(r"([0-9]{1,2})\. ?([0-9]{1,2})\. ?([0-9]{4})")
_COMPACT: Final = pattern(r"((?:19|20)[0-9]{2})(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])")
# What cataloguers put round a year they inferred, and before one of copyright.
_CATALOGUED: Final = pattern(r"\[(?P<inferred>[0-9]{4})(?P<circa>\?)?\]|[cp©℗] ?(?P<year>[0-9]{4})")
_SHORT_RANGE: Final = pattern(r"([0-9]{2})([0-9]{2})/([0-9]{2})")
_NOT_YET: Final = frozenset(
    {
        *("in press", "in print", "forthcoming", "in preparation", "submitted", "accepted"),
        *("im erscheinen", "im druck", "erscheint", "in vorbereitung", "i. e.", "i.e."),
        *("à paraître", "sous presse", "en prensa", "in corso di stampa"),
    }
)


def is_not_yet(text: str) -> bool:
    """Whether `text`, in small letters, says that the publication has no date yet."""
    return text in _NOT_YET


def short_range(text: str) -> str:
    """`2019/2020` for `2019/20`, which EDTF takes for the year 20; other texts as they are."""
    match = _SHORT_RANGE.fullmatch(text)
    if match is None:
        return text
    century, first, last = match.groups()
    if last > first:
        return f"{century}{first}/{century}{last}"
    # From one century into the next
    return f"{century}{first}/{int(century) + 1}00" if first + last == "9900" else text


def typed_date(text: str) -> Date | None:
    """The date in `text`, perhaps one that no calendar has; None where it is none of these."""
    if match := _DAY_FIRST.fullmatch(text):
        day, month, year = map(int, match.groups())
        return {"date-parts": [[year, month, day]]}
    if match := _COMPACT.fullmatch(text):
        return {"date-parts": [[int(part) for part in match.groups()]]}
    if match := _CATALOGUED.fullmatch(text):
        date: Date = {"date-parts": [[int(match["inferred"] or match["year"])]]}
        if match["circa"]:
            date["circa"] = True
        return date
    return read_worded(text) if any(map(str.isalpha, text[:40])) else None
