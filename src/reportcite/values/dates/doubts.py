"""What is doubtful about dates as people type them, and how they are written without doubt."""

from __future__ import annotations

from typing import Final

from reportcite.patterns import pattern
from reportcite.problems import Problem, shown
from reportcite.values.dates.calendar import SEASON_NAMES
from reportcite.values.dates.questions import years_of
from reportcite.values.rules import DATE_EARLY, DATE_SEASON, DATE_SYNTAX
from reportcite.values.shapes import Date

HOW_TO_WRITE: Final = "write 2024, 2024-05, 2024-05-07 or a range such as 2024-05/2024-06"

_MONTH_FIRST: Final = pattern(r"(0?[1-9]|1[0-2])[/.]([0-9]{4})")
_YEAR_FIRST: Final = pattern(r"([0-9]{4})[/.](0[1-9]|1[0-2])")
_YEARS: Final = pattern(r"([0-9]{4}) ?[-–—] ?([0-9]{4})")
_SHORT_YEARS: Final = pattern(r"([0-9]{2})([0-9]{2})[-–—]([0-9]{2})")
_SHORT_YEAR: Final = pattern(r"[0-9]{1,3}(?![0-9])")


def unread_problem(text: str) -> Problem:
    """That `text` is kept as it is."""
    message = f"{shown(text)} is not a date reportcite can read; it is kept as text"
    return DATE_SYNTAX.found(message, how_to_write(text))


def typed_doubt(text: str, date: Date) -> Problem | None:
    """What else `text`, which was taken for `date`, may have meant."""
    if 0 < date["date-parts"][0][0] < 1000 and _SHORT_YEAR.match(text):
        return _early(text, date)
    if "season" in date and (match := _SHORT_YEARS.fullmatch(text)) and match[3] > match[2]:
        year, name = match[1] + match[2], SEASON_NAMES[int(match[3]) - 21]
        message = f"{shown(text)} is taken for {name} {year}, as in EDTF"
        hint = f"write {year}/{match[1]}{match[3]} if two years are meant, or “{name} {year}”"
        return DATE_SEASON.found(message, hint)
    return None


def how_to_write(text: str) -> str:
    """How to write a date; the very one, where `text` leaves no doubt which it is.

    >>> how_to_write("05/2024"), how_to_write("2019–21")
    ('write 2024-05', 'write 2019/2021')
    """
    if match := _MONTH_FIRST.fullmatch(text):
        return f"write {match[2]}-{match[1]:0>2}"
    if match := _YEAR_FIRST.fullmatch(text):
        return f"write {match[1]}-{match[2]}, or a range as 2023/2024"
    if match := _YEARS.fullmatch(text):
        return f"write {match[1]}/{match[2]}"
    if (match := _SHORT_YEARS.fullmatch(text)) and match[3] > match[2]:
        return f"write {match[1]}{match[2]}/{match[1]}{match[3]}"
    return HOW_TO_WRITE


def _early(text: str, date: Date) -> Problem:
    year = years_of(date)[0]
    message = f"{shown(text)} is taken for the year {year} AD"
    hint = f"write the year in full, such as {2000 + year % 100}; {year:04} if it is meant"
    return DATE_EARLY.found(message, hint)
