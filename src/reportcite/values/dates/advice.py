"""How dates that are read without a doubt had better be written: in numbers, the year first."""

from __future__ import annotations

from typing import Final

from reportcite.patterns import pattern
from reportcite.problems import Fix, Problem, shown
from reportcite.values.dates.edtf import write_edtf
from reportcite.values.dates.typed import date_from_text
from reportcite.values.dates.worded import read_worded
from reportcite.values.rules import DATE_NOTATION
from reportcite.values.shapes import Date

_IN_OTHER_ORDER: Final = pattern(
    r"[0-9]{1,2}\. ?[0-9]{1,2}\. ?[0-9]{4}|[0-9]{4}/[0-9]{1,2}/[0-9]{1,2}"
)


def notation_advice(text: str, date: Date) -> Problem | None:
    """How `text`, of which `date` was made without a doubt, had better be written; None where that
    is as it is.

    >>> notation_advice("5. März 2021", {"date-parts": [[2021, 3, 5]]}).fix.new
    '2021-03-05'
    """
    bare = text.strip()
    if not (_is_worded(bare, date) or _IN_OTHER_ORDER.fullmatch(bare)):
        return None
    written = write_edtf(date)
    if written is None or date_from_text(written).certain != date:
        return None
    message = f"{shown(bare)} is written {written} in numbers"
    return DATE_NOTATION.found(message, f"write {written}", fix=Fix(bare, written))


def _is_worded(text: str, date: Date) -> bool:
    return any(map(str.isalpha, text)) and read_worded(text) == date
