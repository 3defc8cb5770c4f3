"""What became of a date that was read."""

from __future__ import annotations

from reportcite.values.dates.reading import NO_DATE, STATED_NONE, Reading
from reportcite.values.rules import DATE_SYNTAX
from reportcite.values.shapes import Date


def test_nothing_and_a_statement_of_nothing_differ() -> None:
    assert (NO_DATE.date, NO_DATE.stated_none) == (None, False)
    assert (STATED_NONE.date, STATED_NONE.stated_none) == (None, True)


def test_a_date_is_certain_if_nothing_is_doubtful() -> None:
    date: Date = {"date-parts": [[24]]}
    assert Reading(date).certain == date
    assert Reading(date, problem=DATE_SYNTAX.found("?")).certain is None
