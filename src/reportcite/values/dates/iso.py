"""Dates in numbers with hyphens, as ISO 8601 has them: `2024-05-07`, `2024-05`, `2024`.

Numbers only: whether the calendar has such a date is another question (`dates.calendar`). Years
are counted as CSL counts them, without a year 0; EDTF, which has one, is `dates.edtf`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from reportcite.patterns import pattern

OPEN_ENDS: Final = frozenset({"", ".."})
"""What stands in a range for an end that is not known yet."""

_POINT: Final = pattern(r"([+-]?[0-9]{1,6})(?:-([0-9]{1,2})(?:-([0-9]{1,2}))?)?")
# The second year cut short, which EDTF would take for the year 20, or 4.
_SHORT_RANGE: Final = pattern(r"([0-9]{2})([0-9]{2})/([0-9]{2})|([0-9]{3})([0-9])/([0-9])")
_WIDTHS: Final = (4, 2, 2)


def read_iso(text: str) -> list[int] | None:
    """`[year, month, day]`, or shorter, that `text` says; None for anything else.

    >>> read_iso("2024-5-07"), read_iso("May 2024")
    ([2024, 5, 7], None)
    """
    match = _POINT.fullmatch(text)
    if match is None:
        return None
    return [int(group) for group in match.groups() if group is not None]


def write_iso(parts: Sequence[int]) -> str:
    """`parts`, a year after Christ and perhaps month and day, with hyphens and leading zeros.

    >>> write_iso([476, 9, 4])
    '0476-09-04'
    """
    return "-".join([f"{part:0{width}}" for part, width in zip(parts, _WIDTHS, strict=False)])


def is_short_range(text: str) -> bool:
    """Whether `text` is a year of four digits, a stroke and one of two, or one: `2019/20`."""
    return _SHORT_RANGE.fullmatch(text) is not None


def full_range(text: str) -> str:
    """`text` with its second year in full, if that is a later one; other texts as they are.

    >>> full_range("2019/20"), full_range("1999/00"), full_range("1982/4"), full_range("2019/18")
    ('2019/2020', '1999/2000', '1982/1984', '2019/18')
    """
    match = _SHORT_RANGE.fullmatch(text)
    if match is None:
        return text
    decade, digit, later = match.groups()[3:]
    if decade:
        return f"{decade}{digit}/{decade}{later}" if later > digit else text
    century, first, last = match.groups()[:3]
    if last > first:
        return f"{century}{first}/{century}{last}"
    # From one century into the next
    return f"{century}{first}/{int(century) + 1:02}00" if first + last == "9900" else text
