"""Dates as people type them: ISO 8601-2 (EDTF) as far as CSL can say it, and what leaves no doubt.

Of EDTF `2024`, `2024-05`, `2024-05-07`, ranges with `/`, open ends, seasons `2024-21` to `2024-24`,
`~` and `?` for circa; besides `5. März 2021`, `05.03.2021`, `20210305`, `2021年3月5日`, `[2021]`,
`c2021`, `3/25/2021` where the month is certain. Years before Christ are negative, and, as in CSL,
there is no year 0: `-44` is 44 BC.
"""

from __future__ import annotations

import re
from typing import Final

from reportcite.patterns import pattern
from reportcite.problems import Problem, shown
from reportcite.values.dates.calendar import EDTF_SEASONS, Impossible, check_points
from reportcite.values.dates.iso import OPEN_ENDS, full_range, read_iso
from reportcite.values.dates.reading import NO_DATE, STATED_NONE, Reading
from reportcite.values.rules import DATE_IMPOSSIBLE
from reportcite.values.shapes import Date

_CLOCK: Final = pattern(r"[T ][0-9]{2}:[0-9]{2}[0-9:.+Z-]{0,24}")
_SLASHED: Final = pattern(r"([0-9]{4})/([0-9]{1,2})/([0-9]{1,2})")
# Not a range from a month to a year: which of the two is meant is not clear.
_MONTH_FIRST: Final = pattern(r"(?:0?[1-9]|1[0-2])/[0-9]{4}")
_DAY_FIRST: Final = pattern(r"([0-9]{1,2})\. ?([0-9]{1,2})\. ?([0-9]{4})")
_NUMBERS: Final = pattern(r"([0-9]{1,2})([/-])([0-9]{1,2})\2([0-9]{4})")
_HAN: Final = pattern(r"([0-9]{4})年(?:([0-9]{1,2})月(?:([0-9]{1,2})日)?)?")
_BEFORE_CHRIST: Final = pattern(
    r"([0-9]{1,4}) ?(?:BCE?|B\. ?C\.(?: ?E\.)?|v\. ?(?:Chr|u\. ?Z)\.|av(?:ant|\.) ?J\.?-C\.?)"
)
_COMPACT: Final = pattern(r"((?:19|20)[0-9]{2})(0[1-9]|1[0-2])(0[1-9]|[12][0-9]|3[01])")
# What cataloguers put round a year they inferred, and before one of copyright.
_CATALOGUED: Final = pattern(
    r"\[(?P<about>ca?\.? ?|circa )?(?P<inferred>[0-9]{4})(?P<circa>\?)?\]|"
    r"[cp©℗] ?(?P<year>[0-9]{4})"
)
_CIRCA_WORD: Final = pattern(r"(?:circa|ca?\.|um) ?(?=[0-9-])", re.IGNORECASE)
_NO_DATE: Final = frozenset(
    {
        *("n.d.", "nd", "none", "undated", "unknown", "n/a", "s.a.", "s.d."),
        *("o.j.", "o.d.", "ohnejahr", "ohnedatum", "unbekannt"),
    }
)
_NOTHING: Final = frozenset({"", "~", "null"})
_NOT_YET: Final = frozenset(
    {
        *("in press", "in print", "forthcoming", "in preparation", "submitted", "accepted"),
        *("im erscheinen", "im druck", "erscheint", "in vorbereitung", "i. e.", "i.e."),
        *("à paraître", "sous presse", "en prensa", "in corso di stampa"),
    }
)
_WORD_WITHIN: Final = 40
_FIRST_FULL_YEAR: Final = 1000


def date_from_text(text: str) -> Reading:
    """The date typed as `text`; `n.d.` and its kin state that there is none.

    >>> date_from_text("5. März 2021").date
    {'date-parts': [[2021, 3, 5]]}
    """
    bare = text.strip()
    low = bare.lower()
    if low in _NOTHING:
        return NO_DATE
    if low.replace(" ", "") in _NO_DATE:
        return STATED_NONE
    try:
        date = None if "/" in bare and _MONTH_FIRST.fullmatch(bare) else _range(bare)
        if date is None and (date := _other_date(bare)):
            check_points(date["date-parts"])
    except Impossible as wrong:
        return Reading({"literal": text}, problem=_impossible(bare, wrong))
    if date is None:
        problem = None if low in _NOT_YET else _unread(bare)
        return Reading({"literal": text}, problem=problem)
    # Most dates are of these years and no season: nothing else can be meant by them.
    if "season" in date or date["date-parts"][0][0] < _FIRST_FULL_YEAR:
        from reportcite.values.dates.doubts import typed_doubt

        return Reading(date, problem=typed_doubt(bare, date))
    return Reading(date)


def _unread(text: str) -> Problem:
    from reportcite.values.dates.doubts import unread_problem

    return unread_problem(text)


def _impossible(text: str, wrong: Impossible) -> Problem:
    from reportcite.values.dates.doubts import how_to_write

    return DATE_IMPOSSIBLE.found(f"{shown(text)}: {wrong}", how_to_write(text))


def _range(text: str) -> Date | None:
    """The date or range that `text` says in numbers; None for anything else. Raises Impossible."""
    slashed = _SLASHED.fullmatch(text)
    if slashed:
        text = "-".join(slashed.groups())
    elif "/" in text:
        text = full_range(text)
    first, slash, last = text.partition("/")
    start = _end(first)
    if start is None:
        return None
    parts, season, circa = start
    date: Date = {"date-parts": [parts]}
    if slash:
        end = ([], 0, False) if last.strip() in OPEN_ENDS else _end(last)
        if end is None:
            return None
        date["date-parts"].append(end[0])
        season, circa = season or end[1], circa or end[2]
    check_points(date["date-parts"])
    if season:
        date["season"] = season
    if circa:
        date["circa"] = True
    return date


def _end(text: str) -> tuple[list[int], int, bool] | None:
    """`[year, month, day]`, the season or 0, and whether the date is circa."""
    text = text.strip()
    bare = _CIRCA_WORD.sub("", text, count=1).strip("~?% ")
    circa = bare != text
    parts = read_iso(bare)
    if parts is None:
        clock = _CLOCK.search(bare)
        if clock is None or clock.end() != len(bare):
            return None
        parts = read_iso(bare[: clock.start()])
        if parts is None:
            return None
    if len(parts) == 2 and parts[1] in EDTF_SEASONS:
        return parts[:1], parts[1] - 20, circa
    return parts, 0, circa


def _other_date(text: str) -> Date | None:
    """The date in `text`, perhaps one that no calendar has; None where it is none of these."""
    if match := _CATALOGUED.fullmatch(text):
        date: Date = {"date-parts": [[int(match["inferred"] or match["year"])]]}
        if match["circa"] or match["about"]:
            date["circa"] = True
        return date
    if point := _point(text):
        return {"date-parts": [point]}
    if not any(map(str.isalpha, text[:_WORD_WITHIN])):
        return None
    from reportcite.values.dates.worded import read_worded

    return read_worded(text)


def _point(text: str) -> list[int]:
    """Year, month and day of a date in numbers; empty where it is none of these."""
    if match := _DAY_FIRST.fullmatch(text):
        return [int(part) for part in reversed(match.groups())]
    if match := _COMPACT.fullmatch(text) or _HAN.fullmatch(text):
        return [int(part) for part in match.groups() if part]
    if match := _BEFORE_CHRIST.fullmatch(text):
        return [-int(match[1])] if int(match[1]) else []
    if match := _NUMBERS.fullmatch(text):
        month, day = sorted((int(match[1]), int(match[3])))
        # Where both may be the month, it is not clear which is.
        return [int(match[4]), month, day] if day > 12 >= month or day == month else []
    return []
